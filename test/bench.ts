// How long reading and checking take: `npm run bench`. Figures of one run compare with each other, not with another's.
import { readFileSync } from 'node:fs';
import pc from 'picocolors';
import { FORMATS } from '../cli/option-values.ts';
import { writeResults } from '../cli/write.ts';
import { check, judge } from '../core/check.ts';
import { moveOn, readDraft } from '../core/draft.ts';
import { readBlocks } from '../core/markdown.ts';
import { agencyKinds, readAgencies } from '../core/registry-file.ts';
import { toReport } from '../core/report.ts';
import { rules } from '../core/rules/index.ts';
import { cutSections } from '../core/sections.ts';
import { DEFAULT_SETTINGS } from '../core/settings.ts';
import { bundledRegistry } from '../registry/bundled.ts';

const project = { registry: bundledRegistry, today: '2026-01-01' };

/** Median of the times one call takes, in milliseconds, once warm. */
function time(name: string, call: () => unknown, rounds = 25): void {
  for (let i = 0; i < 5; i++) call();
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    call();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  const median = times[rounds >> 1] ?? 0;
  console.log(`${name.padEnd(44)} ${median.toFixed(2).padStart(8)} ms`);
}

const plan = readFileSync('examples/ke-hoach-02-KH-BCDTW.md', 'utf8');
const long = `${plan}\n\n${plan.slice(plan.indexOf('## IV-'))}`.repeat(2).slice(0, 60_000);

const kinds = Object.keys(agencyKinds).filter((kind) => kind !== 'workspace');
const agencies = kinds.map((kind) => readFileSync(`registry/agencies/${kind}.yaml`, 'utf8'));
console.log(`registry: ${agencies.length} files`);
time('  read the agency files', () => agencies.map((text) => readAgencies(text, 'x', 'group')));

for (const [name, text] of [
  ['plan, 25 kB', plan],
  ['made-up, 60 kB', long],
] as const) {
  const draft = readDraft(text, bundledRegistry);
  console.log(`${name}: ${draft.units.length} units, ${draft.tasks.length} tasks, ${draft.sections.length} sections`);
  time('  cut into sections', () => cutSections(text));
  time('  parse the Markdown of all sections', () => cutSections(text).map((section) => readBlocks(section.text)));
  time('  read afresh', () => readDraft(text, bundledRegistry));
  let round = 0;
  const word = 'Hoàn thành trong tháng';
  const at = text.indexOf(word) + word.length;
  let typed = readDraft(text, bundledRegistry);
  const type = () => {
    round++;
    typed = moveOn(typed, `${text.slice(0, at)}${' một'.slice(0, round % 5)}${text.slice(at)}`);
  };
  time('  read after a key in a deadline', type, 200);
  const settings = { ...DEFAULT_SETTINGS };
  time(
    '  read and check after a key in a deadline',
    () => {
      type();
      check(typed, { ...project, settings });
    },
    200,
  );
  // What rules found is kept for settings that are the same.
  time('  check with all rules', () => check(draft, { ...project, settings: { ...DEFAULT_SETTINGS } }));
}

const draft = readDraft(plan, bundledRegistry);
const report = toReport('plan.md', draft, project, judge(draft, project));
const reports = Array.from({ length: 1000 }, (_, i) => ({ ...report, path: `drafts/${i}.md` }));
console.log(`1,000 reports of ${report.findings.length} findings`);
time('  make one report', () => toReport('plan.md', draft, project, judge(draft, project)));
const page = { locale: 'vi', colours: pc.createColors(false), width: 100, wraps: false } as const;
const results = { reports, faults: [], rules, failOn: 'error', today: project.today } as const;
for (const format of FORMATS) {
  const world = {
    resolve: (path: string) => `/w/${path}`,
    write: () => {},
    warn: () => {},
    save: async () => undefined,
  };
  time(`  write as ${format}`, () => writeResults(world, [{ format }], results, page), 3);
}
