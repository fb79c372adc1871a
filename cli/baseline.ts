import { type Baseline, formatBaseline, readBaseline } from '../core/baseline.ts';
import { pairUp } from '../core/likeness.ts';
import type { Report } from '../core/report.ts';
import type { Rule, Saying } from '../core/rule.ts';
import { pairTraces, type Trace, traceOf } from '../core/trace.ts';
import { faults } from './messages.ts';
import { reviewFaults, reviewTexts } from './review-messages.ts';
import type { World } from './world.ts';

/** --baseline FILE, and whether --update-baseline is given. */
export interface BaselineFile {
  readonly file: string;
  readonly update: boolean;
}

/** An old fault that is no more. */
interface Gone {
  readonly path: string;
  readonly trace: Trace;
}

const MOST_BYTES = 64 * 1024 * 1024;
const MOST_TOLD = 10;

/** The old faults, or why they cannot be read; none where the file is to be written for the first time. */
export async function loadBaseline(world: World, { file, update }: BaselineFile): Promise<Baseline | Saying> {
  const entry = await world.look(file);
  if (entry.kind === 'missing') return update ? new Map() : reviewFaults.noBaseline(file);
  const bytes = await world.read(file, MOST_BYTES);
  if (!(bytes instanceof Uint8Array)) return faults.unreadable(file, bytes.code);
  const baseline = readBaseline(new TextDecoder().decode(bytes));
  return 'vi' in baseline ? reviewFaults.badBaseline(file, baseline) : baseline;
}

/**
 * The reports without what the file of old faults holds, and what to say of it; with --update-baseline all that was
 * found is old now and the file is written. What this check could not see (other documents, rules not asked for) stays
 * in the file.
 */
export async function setOldAside(
  world: World,
  { file, update }: BaselineFile,
  baseline: Baseline,
  reports: readonly Report[],
  rules: readonly Rule[] | undefined,
  isWhole: boolean,
): Promise<{ reports: readonly Report[]; notes: readonly Saying[]; fault?: Saying }> {
  const folder = world.resolve(`${file}/..`);
  const checked = new Map(reports.map((report) => [keyOf(world, folder, report.path), report]));
  const left: string[] = [];
  for (const path of baseline.keys()) {
    if (!checked.has(path) && !(await isThere(world, `${folder}/${path}`))) left.push(path);
  }
  const renamed = findRenamed(baseline, checked, left);
  const moved = new Set(renamed.values());
  // A part does not know what the other parts have under another name.
  const lost = isWhole ? left.filter((path) => !moved.has(path)) : [];
  const gone = lost.flatMap((path) => asGone(path, baseline.get(path) ?? []));
  const next = new Map([...baseline].filter(([path]) => !left.includes(path)));
  const ran = rules && new Set(rules.map(({ id }) => id));
  let known = 0;
  const fresh = [...checked].map(([path, report]): Report => {
    const entries = baseline.get(renamed.get(path) ?? path) ?? [];
    const asked = ran ? entries.filter(({ rule }) => ran.has(rule)) : entries;
    const found = report.findings.map(traceOf);
    const pairs = pairTraces(asked, found);
    const [before, after] = [new Set(pairs.map((pair) => pair.before)), new Set(pairs.map((pair) => pair.after))];
    known += after.size;
    gone.push(
      ...asGone(
        path,
        asked.filter((entry) => !before.has(entry)),
      ),
    );
    next.set(path, [...entries.filter((entry) => !asked.includes(entry)), ...found]);
    const findings = update ? [] : report.findings.filter((finding) => !after.has(traceOf(finding)));
    return { ...report, findings };
  });
  if (!update) return { reports: fresh, notes: sayOld(file, known, gone) };
  const wrong = await world.save(file, formatBaseline(next), true);
  if (wrong) return { reports, notes: [], fault: faults.unwritten(file, wrong.code) };
  const count = reports.reduce((sum, { findings }) => sum + findings.length, 0);
  return { reports: fresh, notes: [reviewTexts.baselineWritten(file, count, gone.length)] };
}

function sayOld(file: string, known: number, gone: readonly Gone[]): Saying[] {
  const told = gone.slice(0, MOST_TOLD).map(({ path, trace }) => reviewTexts.goneFault(path, trace.rule, trace.words));
  const more = gone.length - told.length;
  return [
    ...(known > 0 ? [reviewTexts.oldFaults(file, known)] : []),
    ...(gone.length > 0
      ? [reviewTexts.goneFaults(gone.length), ...told, ...(more > 0 ? [reviewTexts.moreFaults(more)] : [])]
      : []),
  ];
}

/** Of documents the file does not know, the one each was before: no longer there, and with mostly the same faults. */
function findRenamed(
  baseline: Baseline,
  checked: ReadonlyMap<string, Report>,
  left: readonly string[],
): ReadonlyMap<string, string> {
  const toEntry = (path: string, traces: readonly { readonly fingerprint: string }[]) => ({
    path,
    prints: new Set(traces.map(({ fingerprint }) => fingerprint)),
  });
  const fresh = [...checked].filter(([path, { findings }]) => !baseline.has(path) && findings.length > 0);
  const pairs = pairUp(
    left.map((path) => toEntry(path, baseline.get(path) ?? [])),
    fresh.map(([path, { findings }]) => toEntry(path, findings)),
    ({ prints }) => prints,
    (one, other) => {
      const shared = [...one.prints].filter((print) => other.prints.has(print)).length;
      const share = shared / Math.min(one.prints.size, other.prints.size);
      return share >= 0.5 ? shared : 0;
    },
  );
  return new Map(pairs.map(({ before, after }) => [after.path, before.path]));
}

function asGone(path: string, traces: readonly Trace[]): Gone[] {
  return traces.map((trace) => ({ path, trace }));
}

/** Names are kept in one form of Unicode; a disk may hold the other. */
async function isThere(world: World, path: string): Promise<boolean> {
  const looked = await Promise.all([path, path.normalize('NFD')].map((name) => world.look(world.resolve(name))));
  return looked.some(({ kind }) => kind !== 'missing');
}

/** The name of a document in the file: the same from whatever folder the check runs, on whatever system. */
function keyOf(world: World, folder: string, path: string): string {
  return world.relative(folder, path).normalize('NFC');
}
