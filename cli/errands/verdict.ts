import { readDraft } from '../../core/draft.ts';
import { DRAFT_NAME, PASSED_FOLDER } from '../../core/draft-file.ts';
import { type Sign, signOf } from '../../core/recognise.ts';
import type { Saying } from '../../core/rule.ts';
import { oneLine, positionAt } from '../../core/text.ts';
import { readText } from '../documents.ts';
import { faults } from '../messages.ts';
import { cutText } from '../terminal.ts';
import type { Around } from '../workspaces.ts';
import type { World } from '../world.ts';

/** Whether a file is read when its folder is, and why; a `fault` keeps it from being read at all. */
export interface Verdict {
  readonly path: string;
  readonly directive: boolean;
  readonly reason: Sign['kind'] | 'name' | 'hidden' | 'passed folder' | 'excluded' | 'no sign' | 'named' | 'fault';
  readonly message: Saying;
  /** Where the sign stands, from 1. */
  readonly line?: number;
}

const WORDS = 60;

/** Goes the way that a check of the file's folder goes (cli/paths.ts, cli/documents.ts), and says where it ends. */
export async function judge(world: World, around: Around, path: string): Promise<Verdict> {
  const no = (reason: Verdict['reason'], message: Saying): Verdict => ({ path, directive: false, reason, message });
  const entry = await world.look(path);
  if (entry.kind === 'missing') return no('fault', path === '' ? faults.emptyPath() : faults.noSuchFile(path));
  const names = path.split(/[\\/]/);
  const name = names.pop() ?? '';
  if (!DRAFT_NAME.test(name)) return no('name', says.name);
  if (name.startsWith('.')) return no('hidden', says.hidden);
  const folder = names.find((each) => !/^\.{0,2}$/.test(each) && PASSED_FOLDER.test(each));
  if (folder !== undefined) return no('passed folder', says.passedFolder(folder));
  if (!(await around.covers(path))) return no('excluded', says.excluded);
  const read = await readText(world, { path, isInput: false });
  if (!('text' in read)) return no('fault', read);
  const workspace = await around.of(path);
  if (workspace.names(world.resolve(path))) return { path, directive: true, reason: 'named', message: says.named };
  const draft = readDraft(read.text, workspace.registry);
  const sign = signOf(draft);
  if (!sign) return no('no sign', says.noSign);
  const { line } = positionAt(draft.lines, sign.start);
  const words = cutText(oneLine(read.text.split(/\r\n|\r|\n/)[line - 1] ?? ''), WORDS);
  return { path, directive: true, reason: sign.kind, message: says.sign(sign.kind, line, words), line };
}

const SIGNS: Readonly<Record<Sign['kind'], Saying>> = {
  type: { vi: 'có tên loại văn bản', en: 'it gives the type of document' },
  number: { vi: 'có số, ký hiệu', en: 'it has a number' },
  recipients: { vi: 'có "Nơi nhận"', en: 'it has recipients ("Nơi nhận")' },
  signature: { vi: 'có phần ký', en: 'it is signed' },
  owner: { vi: 'có việc giao cho cơ quan', en: 'it gives a task to an agency' },
  unit: { vi: 'có mục đánh số như văn bản chỉ đạo', en: 'a part is numbered as directives do' },
};

const says = {
  name: {
    vi: 'không xét trong thư mục, vì tên không có đuôi .md; nêu đích danh thì vẫn xét',
    en: 'not taken in a folder, for its name does not end in .md; it is read when named itself',
  },
  hidden: {
    vi: 'không xét trong thư mục, vì tên bắt đầu bằng dấu chấm; nêu đích danh thì vẫn xét',
    en: 'not taken in a folder, for its name begins with a dot; it is read when named itself',
  },
  passedFolder: (folder: string): Saying => ({
    vi: `không xét khi đi từ thư mục bên trên, vì nằm trong "${folder}"; nêu đích danh thì vẫn xét`,
    en: `not taken from a folder above, for it lies in "${folder}"; it is read when named itself`,
  }),
  excluded: {
    vi: 'không xét trong thư mục, vì "gồm", "trừ" của cài đặt loại tệp này; nêu đích danh trên dòng lệnh thì vẫn xét',
    en: 'not taken in a folder, for "include", "exclude" of the settings leave it out; it is read when named on the command line',
  },
  named: {
    vi: 'văn bản chỉ đạo: cài đặt "văn bản chỉ đạo" nêu tên tệp này',
    en: 'a directive: "directives" of the settings names this file',
  },
  noSign: {
    vi: 'không phải văn bản chỉ đạo: không có tên loại, số, "Nơi nhận", phần ký, việc giao cho cơ quan, mục "I.", "Điều 1.", "a)"; nêu đích danh trên dòng lệnh thì vẫn xét',
    en: 'no directive: it has no type, number, recipients, signature, task for an agency, nor a part "I.", "Điều 1.", "a)"; it is read when named on the command line',
  },
  sign: (kind: Sign['kind'], line: number, words: string): Saying => ({
    vi: `văn bản chỉ đạo: ${SIGNS[kind].vi} (dòng ${line}: ${words})`,
    en: `a directive: ${SIGNS[kind].en} (line ${line}: ${words})`,
  }),
};
