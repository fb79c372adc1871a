import type { Saying } from './rule.ts';
import type { Trace } from './trace.ts';

/** Old faults that are not told again, by the path of their document from the folder of the file, with "/". */
export type Baseline = ReadonlyMap<string, readonly Trace[]>;

const VERSION = 1;

/** Reads the file of old faults; what is wrong with it otherwise. */
export function readBaseline(text: string): Baseline | Saying {
  // After a merge that was not finished the file holds both versions.
  if (/^(?:<{7}|>{7}) /m.test(text)) return FAULTS.conflict;
  let given: unknown;
  try {
    given = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return FAULTS.notJson;
  }
  if (!isRecord(given) || typeof given.version !== 'number' || !isRecord(given.documents)) return FAULTS.other;
  if (given.version > VERSION) return FAULTS.newer;
  const baseline = new Map<string, readonly Trace[]>();
  for (const [path, entries] of Object.entries(given.documents)) {
    if (!Array.isArray(entries)) return FAULTS.wrongEntry(path);
    const traces = entries.map(toTrace);
    if (traces.includes(undefined)) return FAULTS.wrongEntry(path);
    baseline.set(
      path.normalize('NFC'),
      traces.filter((trace) => trace !== undefined),
    );
  }
  return baseline;
}

/**
 * The file of old faults. One fault a line, sorted, without lines and numbers of parts: a change of the faults changes
 * their lines alone, and two branches that each mend something can be merged.
 */
export function formatBaseline(baseline: Baseline): string {
  const documents = [...baseline]
    .filter(([, traces]) => traces.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, traces]) => {
      const lines = traces.map(({ rule, words, around, fingerprint }) =>
        JSON.stringify({ rule, words, around, fingerprint }),
      );
      return `    ${JSON.stringify(path)}: [\n${lines
        .sort()
        .map((line) => `      ${line}`)
        .join(',\n')}\n    ]`;
    });
  const body = documents.length > 0 ? `{\n${documents.join(',\n')}\n  }` : '{}';
  return `{\n  "version": ${VERSION},\n  "documents": ${body}\n}\n`;
}

function toTrace(entry: unknown): Trace | undefined {
  if (!isRecord(entry)) return undefined;
  const { rule, words, around, fingerprint } = entry;
  const isText = (value: unknown) => typeof value === 'string';
  return isText(rule) && isText(words) && isText(around) && isText(fingerprint)
    ? { rule, words, around, fingerprint }
    : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const FAULTS = {
  conflict: {
    vi: 'còn dấu xung đột của git ("<<<<<<<"); hãy gỡ xung đột, hoặc lấy lại một phía rồi chạy với --update-baseline',
    en: 'still holds a merge conflict ("<<<<<<<"); resolve it, or restore one side and run with --update-baseline',
  },
  notJson: {
    vi: 'không phải tệp JSON; hãy lấy lại bản trước của tệp, hoặc xóa đi và tạo lại bằng --update-baseline',
    en: 'is no JSON file; restore it, or delete it and make it anew with --update-baseline',
  },
  other: {
    vi: 'không phải tệp do --update-baseline ghi; hãy nêu đúng tệp',
    en: 'is no file that --update-baseline wrote; name the right one',
  },
  newer: {
    vi: 'do một phiên bản Chỉ Đạo mới hơn ghi; hãy cập nhật chương trình',
    en: 'was written by a newer version of Chỉ Đạo; update the program',
  },
  wrongEntry: (path: string): Saying => ({
    vi: `có mục không đọc được ở "${path}"; hãy lấy lại bản trước của tệp, hoặc ghi lại bằng --update-baseline sau khi xóa tệp`,
    en: `has an entry at "${path}" that cannot be read; restore the file, or delete it and run with --update-baseline`,
  }),
} as const;
