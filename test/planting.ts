import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { check } from '../core/check.ts';
import { type Draft, readDraft } from '../core/draft.ts';
import type { Finding } from '../core/rule.ts';
import { DEFAULT_SETTINGS, type Settings } from '../core/settings.ts';
import { oneLine, type Span } from '../core/text.ts';
import { bundledRegistry } from '../registry/bundled.ts';

/** What a close reading by hand says of a directive; lines from 1. */
export interface Annotation {
  readonly issued: string;
  readonly phases: readonly { line: number; title: string; start: string | null; end: string | null }[];
  readonly units: readonly { line: number; marker: string; style: string; title_or_text_prefix: string }[];
  readonly tasks: readonly {
    id: string;
    line: number;
    text: string;
    lead: readonly string[];
    coordinate: readonly string[];
    deadline: { text: string; relation: string; start: string | null; date: string | null } | null;
    phase: string | null;
  }[];
  readonly citations: readonly { line: number; number: string; type: string; date: string | null }[];
  readonly annexRefs: readonly { line: number; ref: string }[];
  readonly defects: readonly { line: number; kind: string; what: string; confidence?: string }[];
}

/** A signed directive, as it was published, with its annotation. */
export interface Directive {
  readonly name: string;
  readonly text: string;
  /** The text line by line, and where each begins. */
  readonly lines: readonly string[];
  readonly starts: readonly number[];
  readonly draft: Draft;
  readonly gold: Annotation;
}

/** The directive with one fault put into it. */
export interface Planted {
  readonly text: string;
  /** Where the fault stands in the new text: a finding of the rule has to touch it. */
  readonly at: Span;
  /** What was done, for the report of a miss. */
  readonly what: string;
  readonly settings?: Partial<Settings>;
}

/** Puts one fault, one at a time, at every place of a directive where it can be. */
export type Planter = (directive: Directive) => Iterable<Planted>;

export const directives: readonly Directive[] = ['ke-hoach-02-KH-BCDTW', 'thong-bao-336-TB-VPCP'].map((name) => {
  const text = readFileSync(`examples/${name}.md`, 'utf8');
  const lines = text.split('\n');
  let at = 0;
  const starts = lines.map((line) => {
    const start = at;
    at += line.length + 1;
    return start;
  });
  const gold = JSON.parse(readFileSync(`test/directives/${name}.gold.json`, 'utf8')) as Annotation;
  return { name, text, lines, starts, draft: readDraft(text, bundledRegistry), gold };
});

/** The directives as if issued on another day. */
export function issuedOn(day: string): Directive[] {
  return directives.map((directive) => {
    const text = directive.text.replace(/(ngày ban hành: )[\d-]{10}/, `$1${day}`);
    return { ...directive, text, lines: text.split('\n'), draft: readDraft(text, bundledRegistry) };
  });
}

/** Puts `text` in place of what stands from `start` to `end`; the fault is at the new words. */
export function plant(
  directive: Directive,
  start: number,
  end: number,
  text: string,
  what = `"${directive.text.slice(start, end)}" -> "${text}"`,
): Planted {
  const whole = directive.text.slice(0, start) + text + directive.text.slice(end);
  return { text: whole, at: { start, end: start + Math.max(1, text.length) }, what };
}

/** Faults planted so far and what came along with them, for the sum over all planters. */
export const total = { planted: 0, stray: [] as string[] };

/** `PLANTED=all` plants every fault; else some of each planter, spread over the directives. */
const SAMPLE = process.env.PLANTED === 'all' ? Number.POSITIVE_INFINITY : 8;

/**
 * Asserts that the rule finds at least 99 of 100 planted faults at their place. Findings that come up elsewhere and were
 * not there before, by any rule, are counted in `total`; of one planter they may be as many as its faults.
 */
export function expectFound(rule: string, planter: Planter, among: readonly Directive[] = directives): void {
  const faults = among.flatMap((directive) => [...planter(directive)].map((fault) => ({ directive, fault })));
  assert.ok(faults.length > 0, 'there is a place to plant it');
  const step = Math.max(1, faults.length / SAMPLE);
  const chosen = Array.from({ length: Math.min(faults.length, SAMPLE) }, (_, i) => faults[Math.floor(i * step)]);
  const missed: string[] = [];
  const stray: string[] = [];
  for (const { directive, fault } of chosen.filter((each) => each !== undefined)) {
    const settings = { ...DEFAULT_SETTINGS, ...fault.settings };
    const project = { registry: bundledRegistry, today: '2026-11-21', settings };
    const before = new Map<string, number>();
    for (const finding of foundIn(directive, settings)) {
      const key = keyOf(directive.text, finding);
      before.set(key, (before.get(key) ?? 0) + 1);
    }
    const after = check(readDraft(fault.text, bundledRegistry, directive.draft), project);
    const touches = ({ start, end }: Span) => start <= fault.at.end && fault.at.start <= end;
    const place = `${directive.name}:${fault.text.slice(0, fault.at.start).split('\n').length} ${fault.what}`;
    if (!after.some((finding) => finding.rule === rule && touches(finding))) missed.push(place);
    for (const finding of after) {
      // What is told at the fault does not stand for a finding of the same words that was there before.
      if (touches(finding)) continue;
      const key = keyOf(fault.text, finding);
      const left = before.get(key) ?? 0;
      if (left > 0) before.set(key, left - 1);
      else stray.push(`${place}: ${finding.rule} ${finding.message.vi}`);
    }
  }
  total.planted += chosen.length;
  total.stray.push(...stray);
  assert.ok(
    missed.length <= chosen.length * 0.01,
    `${missed.length} of ${chosen.length} missed:\n${missed.join('\n')}`,
  );
  assert.ok(stray.length <= Math.max(2, chosen.length), `strays for ${chosen.length}:\n${stray.join('\n')}`);
}

const found = new WeakMap<Directive, Map<string, readonly Finding[]>>();

/** What is found in the directive as it is: asked for every fault, so kept. */
function foundIn(directive: Directive, settings: Settings): readonly Finding[] {
  const known = found.get(directive) ?? new Map<string, readonly Finding[]>();
  found.set(directive, known);
  const key = JSON.stringify(settings);
  const project = { registry: bundledRegistry, today: '2026-11-21', settings };
  const findings = known.get(key) ?? check(directive.draft, project);
  known.set(key, findings);
  return findings;
}

function keyOf(text: string, { rule, start, end }: Finding): string {
  return `${rule}|${oneLine(text.slice(start, end))}`;
}
