import { fenced } from '../../core/exports/rules-page.ts';
import type { Place } from '../../core/place.ts';
import type { Report, ReportedFinding, ReportedFix } from '../../core/report.ts';
import type { Example, Locale, Rule, Severity } from '../../core/rule.ts';
import { version } from '../../package.json';
import { texts } from '../messages.ts';
import type { Results } from '../write.ts';
import { toUri } from './paths.ts';

/** SARIF has no fourth level: a hint is a note, and says in its properties what it is. */
const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note', hint: 'note' };

/** The findings as SARIF 2.1.0 (OASIS); columns in UTF-16 units, as this project counts. */
export function formatSarif({ reports, rules, faults }: Omit<Results, 'failOn'>, locale: Locale): string {
  const indexOfRule = new Map(rules.map(({ id }, i) => [id, i]));
  const results = reports.flatMap((report, index) => [
    ...report.findings.map((finding) => toResult(report, index, finding)),
    ...report.setAside.map((finding) => ({
      ...toResult(report, index, finding),
      suppressions: [
        {
          kind: 'inSource',
          justification: finding.by.reason,
          location: toLocation(report.path, index, { startLine: finding.by.line }),
        },
      ],
    })),
  ]);
  const run = {
    tool: { driver: { name: 'chidao', semanticVersion: version, language: locale, rules: rules.map(toDescriptor) } },
    language: locale,
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { '%SRCROOT%': { description: { text: texts.folder[locale] } } },
    invocations: [
      {
        executionSuccessful: faults.length === 0,
        ...(faults.length > 0 && {
          toolExecutionNotifications: faults.map((fault) => ({ level: 'error', message: { text: fault[locale] } })),
        }),
      },
    ],
    artifacts: reports.map(({ path }) => ({
      location: toArtifact(path),
      encoding: 'UTF-8',
      mimeType: 'text/markdown',
      sourceLanguage: 'markdown',
    })),
    results,
  };
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return `${JSON.stringify(log, null, 2)}\n`;

  function toDescriptor({ id, severity, summary, why, examples }: Rule) {
    return {
      id,
      name: toName(id),
      shortDescription: { text: summary[locale] },
      fullDescription: { text: why[locale] },
      help: {
        text: `${summary[locale]}. ${why[locale]}`,
        markdown: [`**${summary[locale]}**`, why[locale], ...examples.map(describeExample)].join('\n\n'),
      },
      defaultConfiguration: { level: LEVELS[severity] },
      properties: { tags: [id.slice(0, id.indexOf('/'))] },
    };
  }

  function describeExample({ text, problems, fixed }: Example): string {
    const title = problems.length > 0 ? texts.example[locale] : texts.exampleRight[locale];
    const found = problems.map((problem) => `- ${problem}`).join('\n');
    const mended = fixed === undefined ? [] : [`${texts.exampleFixed[locale]}:`, fenced(fixed)];
    return [`${title}:`, fenced(text), ...(found ? [found] : []), ...mended].join('\n\n');
  }

  function toResult({ path }: Report, index: number, finding: ReportedFinding) {
    const { rule, severity, message, unit, related, fixes, fingerprint } = finding;
    const ruleIndex = indexOfRule.get(rule);
    return {
      ruleId: rule,
      ...(ruleIndex !== undefined && { ruleIndex }),
      level: LEVELS[severity],
      message: { text: message[locale] },
      locations: [
        {
          ...toLocation(path, index, toRegion(finding)),
          ...(unit !== '' && { logicalLocations: [{ fullyQualifiedName: unit }] }),
        },
      ],
      ...(related.length > 0 && {
        relatedLocations: related.map(({ path: other, message, ...place }) => ({
          ...toLocation(other ?? path, other === undefined ? index : undefined, toRegion(place)),
          message: { text: message[locale] },
        })),
      }),
      ...(fixes.length > 0 && { fixes: fixes.map((fix) => toFix(path, index, fix)) }),
      partialFingerprints: { 'chidao/v1': fingerprint },
      properties: { severity },
    };
  }

  function toFix(path: string, index: number, { title, edits, certain }: ReportedFix) {
    return {
      description: { text: title[locale] },
      artifactChanges: [
        {
          artifactLocation: toArtifact(path, index),
          replacements: edits.map((edit) => ({
            deletedRegion: toRegion(edit),
            insertedContent: { text: edit.text },
          })),
        },
      ],
      properties: { certain },
    };
  }
}

function toRegion({ line, column, endLine, endColumn }: Place) {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

function toLocation(path: string, index: number | undefined, region: object) {
  return { physicalLocation: { artifactLocation: toArtifact(path, index), region } };
}

/** A relative one is from the folder of the check, the root of the sources. */
function toArtifact(path: string, index?: number) {
  const uri = toUri(path);
  return {
    uri,
    ...(!uri.startsWith('file:') && { uriBaseId: '%SRCROOT%' }),
    ...(index !== undefined && { index }),
  };
}

/** "numbering/lone-item" as NumberingLoneItem: viewers expect a name of one word. */
function toName(id: string): string {
  return id.replace(/(?:^|[/-])(\p{L})/gu, (_, letter: string) => letter.toUpperCase());
}
