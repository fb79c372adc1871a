import { type Entry, readEntries } from './entries.ts';
import { foldKey, objectToDate, readingOf, sayUnknownKey } from './keys.ts';
import { addDays } from './language/calendar.ts';
import { findNearest } from './nearest.ts';
import { foldName } from './text.ts';
import type { Place, Saying } from './yaml.ts';

/** A file with more wrong ids than these has another fault than slips of the pen; looking for near ones takes long. */
const SUGGESTIONS = 20;

/** A body that directives give work to. Dates are ISO, both inclusive; without one that side is open. */
export interface Agency {
  readonly id: string;
  readonly name: string;
  readonly abbreviations: readonly string[];
  readonly aliases: readonly string[];
  /** Names of provinces without "tỉnh" or "thành phố": many are ordinary words, so they may not be matched alone. */
  readonly bareNames: readonly string[];
  readonly kind: string;
  readonly parent?: string;
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly successors: readonly string[];
  readonly code?: string;
  readonly source?: string;
  readonly note?: string;
}

/** What one entry of a file says: only what it gives. */
export type PartialAgency = Partial<Agency> & { readonly id: string; readonly place: Place };

/** A fault of a file that people write, where it stands; without a place it is of the whole file. */
export interface FileFault extends Saying, Partial<Place> {
  readonly file: string;
}

interface RegistryFault extends Place, Saying {
  readonly file: string;
}

/** A fault of one agency, or between two. */
export interface AgencyFault extends Saying {
  readonly agencies: readonly string[];
}

type Key = Saying & { readonly shape: 'text' | 'id' | 'date' | 'kind' } & (
    | {
        readonly many?: false;
        readonly field: 'id' | 'name' | 'kind' | 'parent' | 'validFrom' | 'validTo' | 'code' | 'source' | 'note';
      }
    | { readonly many: true; readonly field: 'abbreviations' | 'aliases' | 'bareNames' | 'successors' }
  );

const keys: readonly Key[] = [
  { vi: 'id', en: 'id', shape: 'id', field: 'id' },
  { vi: 'tên', en: 'name', shape: 'text', field: 'name' },
  { vi: 'loại', en: 'kind', shape: 'kind', field: 'kind' },
  { vi: 'viết tắt', en: 'abbreviations', shape: 'text', many: true, field: 'abbreviations' },
  { vi: 'tên khác', en: 'aliases', shape: 'text', many: true, field: 'aliases' },
  { vi: 'tên riêng', en: 'bareNames', shape: 'text', many: true, field: 'bareNames' },
  { vi: 'trực thuộc', en: 'parent', shape: 'id', field: 'parent' },
  { vi: 'từ ngày', en: 'validFrom', shape: 'date', field: 'validFrom' },
  { vi: 'đến ngày', en: 'validTo', shape: 'date', field: 'validTo' },
  { vi: 'kế thừa', en: 'successors', shape: 'id', many: true, field: 'successors' },
  { vi: 'mã định danh', en: 'code', shape: 'text', field: 'code' },
  { vi: 'nguồn', en: 'source', shape: 'text', field: 'source' },
  { vi: 'ghi chú', en: 'note', shape: 'text', field: 'note' },
];

/** The kinds of agency, each with the words an entry may say instead. */
export const agencyKinds: Readonly<Record<string, string>> = {
  party: 'đảng',
  'steering-committee': 'ban chỉ đạo',
  'national-assembly': 'quốc hội',
  government: 'chính phủ',
  ministry: 'bộ',
  'ministerial-level': 'cơ quan ngang bộ',
  'gov-agency': 'cơ quan thuộc chính phủ',
  court: 'tòa án',
  procuracy: 'viện kiểm sát',
  front: 'mặt trận',
  sociopolitical: 'đoàn thể',
  province: 'tỉnh, thành phố',
  enterprise: 'doanh nghiệp',
  group: 'nhóm',
  workspace: 'riêng',
};

const keyReading = readingOf(keys);
const kindReading = readingOf(Object.entries(agencyKinds).map(([en, vi]) => ({ vi, en })));

/**
 * Reads a file of agencies, all of one kind if `kind` is given. Never throws: what is wrong becomes faults, in the
 * order of the file, and every entry with a usable id is read without its wrong keys.
 */
export function readAgencies(
  text: string,
  file: string,
  kind?: string,
): { agencies: PartialAgency[]; faults: RegistryFault[] } {
  const { entries, faults: broken } = readEntries(text);
  const faults = broken.map((fault) => ({ file, ...fault }));
  const report = (place: Place, saying: Saying): void => {
    faults.push({ file, ...place, ...saying });
  };
  const byId = new Map<string, PartialAgency>();
  for (const entry of entries) {
    const read = readAgency(entry, report);
    const first = read && byId.get(read.id);
    if (first !== undefined) {
      report(entry.place, {
        vi: `“${first.id}” đã có ở dòng ${first.place.line}. Hãy gộp hai mục làm một.`,
        en: `"${first.id}" is already on line ${first.place.line}. Merge the two entries.`,
      });
    } else if (read !== undefined) {
      byId.set(read.id, kind === undefined ? read : { kind, ...read });
    }
  }
  faults.sort((a, b) => a.line - b.line || a.column - b.column);
  return { agencies: [...byId.values()], faults };
}

function readAgency(entry: Entry, report: (place: Place, saying: Saying) => void): PartialAgency | undefined {
  const read: { -readonly [K in keyof Agency]?: Agency[K] } = {};
  const given = new Set<Key>();
  let idIsReported = false;
  for (const { key: word, place, value, valuePlace } of entry.fields) {
    const key = keyReading.find(word);
    if (key === undefined) {
      report(place, sayUnknownKey(word, keyReading));
      continue;
    }
    if (given.has(key)) {
      report(place, {
        vi: `“${key.vi}” được ghi hai lần trong một mục; lần sau bị bỏ qua.`,
        en: `"${key.en}" is given twice in one entry; the second is ignored.`,
      });
      continue;
    }
    given.add(key);
    if (value === undefined || (typeof value !== 'string' && !key.many)) {
      report(valuePlace, sayWrongShape(key));
      if (key.field === 'id') idIsReported = true;
      continue;
    }
    const good: string[] = [];
    for (const each of typeof value === 'string' ? [value] : value) {
      const objection = each === '' ? undefined : objectTo(key.shape, each);
      if (objection !== undefined) report(valuePlace, objection);
      else if (each !== '') good.push(each);
      if (objection !== undefined && key.field === 'id') idIsReported = true;
    }
    const [first] = good;
    if (first === undefined) continue;
    if (key.many) read[key.field] = good;
    else read[key.field] = key.shape === 'kind' ? (kindReading.find(first)?.en ?? first) : first;
  }
  if (read.id !== undefined) return { ...read, id: read.id, place: entry.place };
  if (!idIsReported) report(entry.place, { vi: 'Mục này chưa có “id”.', en: 'This entry has no "id".' });
  return undefined;
}

/** An agency from an entry that stands alone: without a kind it is a group if its name is one ("các ..."). */
export function completeAgency({ place: _, ...given }: PartialAgency): Agency {
  const name = given.name ?? given.id;
  const kind = /^các\s/i.test(name.normalize('NFC')) ? 'group' : 'workspace';
  return { kind, abbreviations: [], aliases: [], bareNames: [], successors: [], ...given, name };
}

/** The bundled agencies with a workspace's own entries laid over them: registry/README.md has the rules. */
export function mergeAgencies(
  base: readonly Agency[],
  own: readonly PartialAgency[],
  file: string,
): { agencies: readonly Agency[]; faults: RegistryFault[] } {
  const byId = new Map(base.map((agency) => [agency.id, agency]));
  const places = new Map<string, Place>();
  const faults: RegistryFault[] = [];
  let suggestions = SUGGESTIONS;
  for (const entry of own) {
    const { place, ...given } = entry;
    const old = byId.get(given.id);
    if (old === undefined && given.name === undefined) {
      const near = suggestions-- > 0 ? findNearest(given.id, byId.keys()) : undefined;
      faults.push({
        file,
        ...place,
        vi: `“${given.id}” là cơ quan mới nên phải có “tên”.${near ? ` Nếu định sửa “${near}”, hãy ghi đúng mã ấy.` : ''}`,
        en: `"${given.id}" is a new agency and needs a name.${near ? ` To change "${near}", write that id.` : ''}`,
      });
      continue;
    }
    places.set(given.id, place);
    const abbreviations = [...new Set([...(old?.abbreviations ?? []), ...(given.abbreviations ?? [])])];
    const aliases = [...new Set([...(old?.aliases ?? []), ...(given.aliases ?? [])])];
    byId.set(given.id, { ...(old ?? completeAgency(entry)), ...given, abbreviations, aliases });
  }
  const agencies = [...byId.values()];
  // The bundled data has its own test; only what the workspace wrote is reported to it.
  for (const { agencies: ids, vi, en } of places.size === 0 ? [] : [...checkLinks(agencies), ...checkNames(agencies)]) {
    const place = ids.map((id) => places.get(id)).find((each) => each !== undefined);
    if (place !== undefined) faults.push({ file, ...place, vi, en });
  }
  return { agencies, faults };
}

/** What does not fit together; `ambiguous` are the abbreviations that several agencies may share. */
export function checkAgencies(agencies: readonly Agency[], ambiguous: readonly string[]): AgencyFault[] {
  const abbreviations = findShared(agencies, (agency) =>
    agency.abbreviations.filter((abbreviation) => !ambiguous.includes(abbreviation)),
  ).map(([first, second, word]) => ({
    agencies: [second.id, first.id],
    vi: `“${first.id}” và “${second.id}” cùng viết tắt là “${word}”. Ghi chữ này vào danh sách chữ viết tắt nhiều nghĩa.`,
    en: `"${first.id}" and "${second.id}" share the abbreviation "${word}". List it as ambiguous.`,
  }));
  return [...checkLinks(agencies), ...checkNames(agencies), ...abbreviations];
}

function checkLinks(agencies: readonly Agency[]): AgencyFault[] {
  const faults: AgencyFault[] = [];
  const byId = new Map<string, Agency>();
  for (const agency of agencies) {
    if (byId.has(agency.id)) {
      faults.push({
        agencies: [agency.id],
        vi: `Mã “${agency.id}” bị dùng hai lần.`,
        en: `The id "${agency.id}" is used twice.`,
      });
    }
    byId.set(agency.id, agency);
  }
  let suggestions = SUGGESTIONS;
  for (const { id, parent, successors, validFrom, validTo } of agencies) {
    const report = (vi: string, en: string): void => {
      faults.push({ agencies: [id], vi, en });
    };
    for (const other of parent === undefined ? successors : [parent, ...successors]) {
      if (byId.has(other)) continue;
      const near = suggestions-- > 0 ? findNearest(other, byId.keys()) : undefined;
      report(
        `“${id}” nhắc đến “${other}”, nhưng không có cơ quan nào mang mã ấy.${near ? ` Có phải “${near}”?` : ''}`,
        `"${id}" points to "${other}", which does not exist.${near ? ` Did you mean "${near}"?` : ''}`,
      );
    }
    if (validFrom !== undefined && validTo !== undefined && validFrom > validTo) {
      report(
        `“${id}” kết thúc (${validTo}) trước khi bắt đầu (${validFrom}).`,
        `"${id}" ends (${validTo}) before it starts (${validFrom}).`,
      );
    }
    if (successors.length > 0 && validTo === undefined) {
      report(`“${id}” có “kế thừa” nhưng chưa có “đến ngày”.`, `"${id}" has successors but no end date.`);
    }
    const heirs = [...followSuccessors(id, byId)];
    if (heirs.some((heir) => heir.id === id)) {
      report(`Chuỗi kế thừa của “${id}” quay về chính nó.`, `The successors of "${id}" lead back to itself.`);
    } else if (validTo !== undefined && successors.some((other) => byId.has(other))) {
      const next = addDays(validTo, 1);
      const isAlive = ({ validFrom: from = '', validTo: to = '9' }: Agency): boolean => from <= next && next <= to;
      if (!heirs.some(isAlive)) {
        report(
          `“${id}” kết thúc ngày ${validTo}, nhưng ngày ${next} chưa có cơ quan kế thừa nào hoạt động.`,
          `"${id}" ends on ${validTo}, but no successor exists on ${next}.`,
        );
      }
    }
  }
  return faults;
}

function* followSuccessors(id: string, byId: ReadonlyMap<string, Agency>): Generator<Agency> {
  const seen = new Set<string>();
  const waiting = [...(byId.get(id)?.successors ?? [])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const heir = byId.get(next);
    if (heir === undefined || seen.has(next)) continue;
    seen.add(next);
    yield heir;
    waiting.push(...heir.successors);
  }
}

function checkNames(agencies: readonly Agency[]): AgencyFault[] {
  const shared = findShared(agencies, ({ name, aliases }) => [name, ...aliases].map(foldForComparing));
  return shared.map(([first, second, folded]) => {
    const word = [second.name, ...second.aliases].find((each) => foldForComparing(each) === folded) ?? folded;
    return {
      agencies: [second.id, first.id],
      vi: `“${first.id}” và “${second.id}” cùng mang tên “${word}” trong cùng một thời gian.`,
      en: `"${first.id}" and "${second.id}" both have the name "${word}" at the same time.`,
    };
  });
}

function findShared(
  agencies: readonly Agency[],
  wordsOf: (agency: Agency) => readonly string[],
): [first: Agency, second: Agency, word: string][] {
  const owners = new Map<string, Agency[]>();
  const shared: [Agency, Agency, string][] = [];
  for (const agency of agencies) {
    for (const word of new Set(wordsOf(agency))) {
      const others = owners.get(word) ?? [];
      for (const other of others) {
        const overlap =
          (other.validFrom ?? '') <= (agency.validTo ?? '9') && (agency.validFrom ?? '') <= (other.validTo ?? '9');
        if (overlap && other.id !== agency.id) shared.push([other, agency, word]);
      }
      owners.set(word, [...others, agency]);
    }
  }
  return shared;
}

function objectTo(shape: Key['shape'], word: string): Saying | undefined {
  if (shape === 'id' && !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(word)) {
    const better =
      foldKey(word)
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '') || 'so-y-te';
    return {
      vi: `Mã “${word}” chỉ được gồm chữ thường không dấu, chữ số và dấu gạch nối, như “${better}”.`,
      en: `The id "${word}" may have only plain lower-case letters, digits and hyphens, like "${better}".`,
    };
  }
  if (shape === 'date') return objectToDate(word);
  if (shape === 'kind' && !kindReading.find(word)) {
    return {
      vi: `Không có loại “${word}”. Các loại: ${Object.values(agencyKinds).join('; ')}.`,
      en: `Unknown kind "${word}". The kinds: ${Object.keys(agencyKinds).join(', ')}.`,
    };
  }
  return undefined;
}

function sayWrongShape({ vi, en, many }: Key): Saying {
  return many
    ? { vi: `“${vi}” phải là một danh sách các dòng chữ.`, en: `"${en}" must be a list of texts.` }
    : { vi: `“${vi}” phải là một dòng chữ.`, en: `"${en}" must be one text.` };
}

/** Equal for names that are matched as one, a hyphen with or without blanks among them. */
function foldForComparing(name: string): string {
  return foldName(name).replace(/\s*-\s*/g, ' - ');
}
