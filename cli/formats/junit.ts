import type { Report, ReportedFinding } from '../../core/report.ts';
import type { Locale } from '../../core/rule.ts';
import { counts } from '../fail-on.ts';
import { severityNames, texts } from '../messages.ts';
import type { Results } from '../write.ts';
import { placeWords } from './words.ts';
import { attributes, escapeXml } from './xml.ts';

interface Case {
  readonly name: string;
  readonly kind: 'failure' | 'error' | 'skipped' | 'passed';
  /** Inside the case. */
  readonly body: string;
}

/**
 * The findings as tests: a suite for each document, a case for each rule that found something in it, so that a case has
 * the same name from one run to the next and only once (GitLab passes over a second one). It fails where the check does
 * (--fail-on); what is found below that stands in its output, what a comment set aside in a case that was skipped.
 */
export function formatJunit(results: Omit<Results, 'rules'>, locale: Locale): string {
  const suites = results.reports.map((report) => toSuite(report.path, casesOf(report, results, locale)));
  if (results.faults.length > 0) {
    const cases = results.faults.map((fault): Case => {
      const words = fault[locale];
      return { name: words, kind: 'error', body: `<error${attributes({ message: words })}/>` };
    });
    suites.push(toSuite('chidao', cases));
  }
  const sum = (count: (suite: Suite) => number) => suites.reduce((total, suite) => total + count(suite), 0);
  const values = {
    name: 'chidao',
    tests: sum(({ tests }) => tests),
    failures: sum(({ failures }) => failures),
    errors: sum(({ errors }) => errors),
  };
  const body = suites.map(({ xml }) => xml).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${attributes(values)}>\n${body}</testsuites>\n`;
}

interface Suite {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly xml: string;
}

function toSuite(path: string, cases: readonly Case[]): Suite {
  const count = (kind: Case['kind']) => cases.filter((each) => each.kind === kind).length;
  const [tests, failures, errors] = [cases.length, count('failure'), count('error')];
  const values = { name: path, tests, failures, errors, skipped: count('skipped') };
  const inside = cases.map(
    ({ name, body }) => `    <testcase${attributes({ name, classname: path, time: 0 })}>${body}</testcase>\n`,
  );
  return { tests, failures, errors, xml: `  <testsuite${attributes(values)}>\n${inside.join('')}  </testsuite>\n` };
}

function casesOf({ findings, setAside }: Report, { failOn }: Pick<Results, 'failOn'>, locale: Locale): Case[] {
  const cases = [...groupByRule(findings)].map(([rule, found]): Case => {
    const grave = found.filter(({ severity }) => counts(severity, failOn));
    const [first] = grave;
    const lines = found.map((finding) => describe(finding, locale)).join('\n');
    if (!first) return { name: rule, kind: 'passed', body: `<system-out>${escapeXml(lines)}</system-out>` };
    const more = grave.length > 1 ? ` ${texts.andMore(grave.length - 1)[locale]}` : '';
    const values = attributes({ message: first.message[locale] + more, type: first.severity });
    return { name: rule, kind: 'failure', body: `<failure${values}>${escapeXml(lines)}</failure>` };
  });
  for (const [rule, found] of groupByRule(setAside)) {
    if (findings.some((finding) => finding.rule === rule)) continue;
    const lines = found.map(
      (finding) => `${describe(finding, locale)}\n  ${texts.reason[locale]}: ${finding.by.reason}`,
    );
    cases.push({ name: rule, kind: 'skipped', body: `<skipped>${escapeXml(lines.join('\n'))}</skipped>` });
  }
  return cases.length > 0 ? cases : [{ name: texts.nothingFound[locale], kind: 'passed', body: '' }];
}

function groupByRule<T extends ReportedFinding>(findings: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const finding of findings) groups.set(finding.rule, [...(groups.get(finding.rule) ?? []), finding]);
  return groups;
}

function describe(finding: ReportedFinding, locale: Locale): string {
  const fixes = finding.fixes.map(({ title }) => `\n  → ${title[locale]}`).join('');
  return `${severityNames[finding.severity][locale]}, ${placeWords(finding, locale)}: ${finding.message[locale]}${fixes}`;
}
