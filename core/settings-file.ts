import type { Family } from './family.ts';
import { type Key, objectToDate, type Reading, readingOf, sayUnknownKey } from './keys.ts';
import type { Day } from './language/calendar.ts';
import type { FileFault } from './registry-file.ts';
import type { Severity } from './rule.ts';
import { nearestRule, rulesNamed } from './rule-names.ts';
import { type Place, parseYaml, type Saying, type Value } from './yaml.ts';

/** A file that a settings file names, by its path from there. */
export interface NamedFile {
  readonly path: string;
  /** Where it is named. */
  readonly place: Place;
}

/** What one settings file says (`.chidao.yaml`): only what it gives. docs/settings.md has the meaning of each key. */
export interface SettingsFile {
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  readonly profile?: Family;
  readonly ready?: boolean;
  readonly holidays: readonly Day[];
  readonly workdays: readonly Day[];
  readonly registry: readonly NamedFile[];
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly directives?: readonly string[];
  readonly extends?: NamedFile;
}

export const NO_SETTINGS: SettingsFile = { rules: {}, holidays: [], workdays: [], registry: [] };

type Shape = 'rules' | 'family' | 'yes' | 'days' | 'patterns' | 'path' | 'paths';

/** The keys, with what each is for: also what the schema for editors is made of. */
export const settingsKeys: readonly (Key & { field: keyof SettingsFile; shape: Shape; about: string })[] = [
  {
    vi: 'quy tắc',
    en: 'rules',
    field: 'rules',
    shape: 'rules',
    about: 'Mức của từng quy tắc, hoặc của cả một loại quy tắc: lỗi, cảnh báo, thông tin, gợi ý, tắt.',
  },
  {
    vi: 'hệ',
    en: 'profile',
    field: 'profile',
    shape: 'family',
    about: 'Thể thức áp dụng khi văn bản không cho biết: nhà nước, đảng, quy phạm pháp luật.',
  },
  {
    vi: 'sắp ban hành',
    en: 'ready',
    field: 'ready',
    shape: 'yes',
    about: 'Văn bản sắp ký: phải có đủ số, ngày, người ký.',
  },
  {
    vi: 'ngày nghỉ',
    en: 'holidays',
    field: 'holidays',
    shape: 'days',
    about: 'Ngày nghỉ ngoài các ngày lễ theo luật, viết năm-tháng-ngày.',
  },
  {
    vi: 'ngày làm bù',
    en: 'workdays',
    field: 'workdays',
    shape: 'days',
    about: 'Ngày nghỉ cuối tuần phải làm bù, viết năm-tháng-ngày.',
  },
  {
    vi: 'danh mục',
    en: 'registry',
    field: 'registry',
    shape: 'paths',
    about: 'Các tệp cơ quan dùng thêm; đường dẫn tính từ thư mục của tệp này.',
  },
  {
    vi: 'gồm',
    en: 'include',
    field: 'include',
    shape: 'patterns',
    about: 'Mẫu tên các tệp là dự thảo; không ghi thì mọi tệp .md.',
  },
  { vi: 'trừ', en: 'exclude', field: 'exclude', shape: 'patterns', about: 'Mẫu tên các tệp, thư mục không xét.' },
  {
    vi: 'văn bản chỉ đạo',
    en: 'directives',
    field: 'directives',
    shape: 'patterns',
    about: 'Mẫu tên các tệp luôn được xét như văn bản chỉ đạo, dù chưa có phần đầu, số, tên loại.',
  },
  {
    vi: 'dựa trên',
    en: 'extends',
    field: 'extends',
    shape: 'path',
    about: 'Tệp cài đặt dùng chung; tệp này chỉ ghi những gì khác.',
  },
];

export const severityWords: readonly (Key & { en: Severity | 'off' })[] = [
  { vi: 'lỗi', en: 'error' },
  { vi: 'cảnh báo', en: 'warning' },
  { vi: 'thông tin', en: 'info' },
  { vi: 'gợi ý', en: 'hint' },
  { vi: 'tắt', en: 'off' },
];
export const familyWords: readonly (Key & { en: Family })[] = [
  { vi: 'nhà nước', en: 'state' },
  { vi: 'đảng', en: 'party' },
  { vi: 'quy phạm pháp luật', en: 'legal' },
];
export const yesWords: readonly Key[] = [
  { vi: 'có', en: 'true' },
  { vi: 'không', en: 'false' },
];

const keyReading = readingOf(settingsKeys);
const severityReading = readingOf(severityWords);
const familyReading = readingOf(familyWords);
const yesReading = readingOf(yesWords);
/** A file with more wrong rules than these has another fault than slips of the pen; looking for near ones takes long. */
const SUGGESTIONS = 20;
const MOST_PARTS = 100;

/**
 * Reads a settings file. Never throws: what is wrong becomes faults, in the order of the file, and all the rest is
 * read. `rules` are the rules there are.
 */
export function readSettings(
  text: string,
  file: string,
  rules: readonly { readonly id: string }[],
): { settings: SettingsFile; faults: FileFault[] } {
  const faults: (FileFault & Place)[] = [];
  const report = (place: Place, saying: Saying): void => {
    faults.push({ file, ...place, ...saying });
  };
  const read: { -readonly [K in keyof SettingsFile]: SettingsFile[K] } = { ...NO_SETTINGS };
  const given = new Set<Key>();
  for (const { key: word, place, value } of readParts(text, report)) {
    const key = keyReading.find(word);
    if (!key) report(place, sayUnknownKey(word, keyReading));
    else if (given.has(key)) {
      report(place, sayTwice(key));
    } else {
      given.add(key);
      if (value.words !== '') Object.assign(read, { [key.field]: readValue(key, value) });
    }
  }
  for (const [field, value] of Object.entries(read)) if (value === undefined) Reflect.deleteProperty(read, field);
  faults.sort((a, b) => a.line - b.line || a.column - b.column);
  return { settings: read, faults };

  function readValue(key: (typeof settingsKeys)[number], value: Value): SettingsFile[keyof SettingsFile] {
    switch (key.shape) {
      case 'rules':
        return readRules(value);
      case 'family':
        return choose(key, value, familyReading);
      case 'yes': {
        const yes = choose(key, value, yesReading);
        return yes === undefined ? undefined : yes === 'true';
      }
      case 'path':
        return readNamed(key, value)[0];
      case 'paths':
        return listed(key, value).flatMap((each) => readNamed(key, each));
      case 'days':
        return listed(key, value).flatMap((each) => {
          const word = textOf(key, each);
          const objection = word === undefined ? undefined : objectToDate(word);
          if (objection) report(each.place, objection);
          return word === undefined || objection ? [] : [word];
        });
      case 'patterns':
        return listed(key, value).flatMap((each) => textOf(key, each) ?? []);
    }
  }

  function readRules({ place, fields }: Value): SettingsFile['rules'] {
    const chosen: [id: string, severity: Severity | 'off'][] = [];
    if (!fields) {
      report(place, {
        vi: '“quy tắc” phải gồm các dòng “mã quy tắc: mức”, ví dụ “owner/unknown: tắt”.',
        en: '"rules" must be made of "rule: severity" lines, for example "owner/unknown: off".',
      });
    }
    const seen = new Set<string>();
    let suggestions = SUGGESTIONS;
    for (const { key: word, place, value } of fields ?? []) {
      const named = rulesNamed(word, rules);
      if (named.length === 0) {
        const near = suggestions-- > 0 ? nearestRule(word, rules) : undefined;
        report(place, {
          vi: `Không có quy tắc “${word}”${near ? `; có phải là “${near}”?` : '; lệnh chidao explain liệt kê các quy tắc.'}`,
          en: `There is no rule "${word}"${near ? `; did you mean "${near}"?` : '; chidao explain lists the rules.'}`,
        });
        continue;
      }
      if (seen.has(word)) {
        report(place, sayTwice({ vi: word, en: word }));
        continue;
      }
      seen.add(word);
      const severity = choose({ vi: word, en: word }, value, severityReading);
      if (severity !== undefined) for (const { id } of named) chosen.push([id, severity]);
    }
    // A rule named itself has the say over its category, wherever the two stand.
    return Object.fromEntries(chosen.sort(([a], [b]) => Number(seen.has(a)) - Number(seen.has(b))));
  }

  function choose<T extends Key>(key: Key, value: Value, reading: Reading<T>): T['en'] | undefined {
    const word = textOf(key, value);
    if (word === undefined) return undefined;
    const found = reading.find(word);
    if (found) return found.en;
    const near = reading.nearest(word);
    report(value.place, {
      vi: `“${key.vi}” không nhận “${word}”; ${near ? `có phải là “${near.vi}”?` : `hãy ghi ${reading.keys.map(({ vi }) => `“${vi}”`).join(', ')}.`}`,
      en: `"${key.en}" does not take "${word}"; ${near ? `did you mean "${near.en}"?` : `write ${reading.keys.map(({ en }) => `"${en}"`).join(', ')}.`}`,
    });
    return undefined;
  }

  function readNamed(key: Key, value: Value): NamedFile[] {
    const path = textOf(key, value);
    if (path === undefined) return [];
    // What a folder of drafts says may lead to no other machine, and means the same on every one.
    if (!/^(?:[\\/~]|[A-Za-z][\w+.-]*:)|\\/.test(path)) return [{ path, place: value.place }];
    report(value.place, {
      vi: `“${path}” phải là đường dẫn tính từ thư mục của tệp này, viết với dấu “/”, như “../chung/co-quan.yaml”.`,
      en: `"${path}" must be a path from the folder of this file, written with "/", such as "../shared/agencies.yaml".`,
    });
    return [];
  }

  function listed(key: Key, value: Value): readonly Value[] {
    if (!value.fields) return value.items ?? [value];
    textOf(key, value);
    return [];
  }

  function textOf(key: Key, { words, place }: Value): string | undefined {
    if (typeof words === 'string' && words.trim() !== '') return words.trim();
    report(place, { vi: `“${key.vi}” phải là một dòng chữ.`, en: `"${key.en}" must be one text.` });
    return undefined;
  }
}

function sayTwice({ vi, en }: Key): Saying {
  return {
    vi: `“${vi}” được ghi hai lần; lần sau bị bỏ qua.`,
    en: `"${en}" is given twice; the second is ignored.`,
  };
}

/** The keys of a file. Where its YAML is broken, those of the parts that can be read. */
function readParts(text: string, report: (place: Place, saying: Saying) => void): NonNullable<Value['fields']> {
  const whole = parseYaml(text);
  const parts = [whole];
  if (whole.faults.length > 0) {
    parts.pop();
    let line = 0;
    const written = text.split(/^(?=[^\s#-])/m);
    // No settings have so many keys: what is broken here is not one of them.
    for (const part of written.length <= MOST_PARTS ? written : []) {
      parts.push(parseYaml(part, line));
      line += part.split('\n').length - 1;
    }
    if (parts.every(({ faults }) => faults.length === 0)) for (const fault of whole.faults) report(fault, fault);
  }
  return parts.flatMap(({ root, faults }) => {
    for (const fault of faults) report(fault, fault);
    if (root && !root.fields) {
      report(root.place, {
        vi: 'Tệp này phải gồm các dòng “khóa: giá trị”, ví dụ “hệ: nhà nước”.',
        en: 'This file must be made of "key: value" lines, for example "profile: state".',
      });
    }
    return root?.fields ?? [];
  });
}
