import type { Saying } from './rule.ts';

/** Which files of a folder may be drafts, and which folders are passed over: hidden ones, and those of programs. */
export const DRAFT_NAME = /\.(?:md|markdown)$/i;
export const PASSED_FOLDER = /^(?:\..*|node_modules|dist)$/;

/** A directive of 10 MB would have two thousand pages. */
export const MOST_BYTES = 10 * 1024 * 1024;

export interface DraftText {
  /** Without its byte order mark. */
  readonly text: string;
  readonly marked: boolean;
}

/** The text of a file, or why there is none: a sentence that names the file by `name`, as it is to be shown. */
export function decodeDraft(bytes: Uint8Array, name: string): DraftText | Saying {
  const [first, second, third] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return unread.utf16(name);
  if (bytes.includes(0)) return unread.binary(name);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text, marked: first === 0xef && second === 0xbb && third === 0xbf };
  } catch {
    const at = findInvalid(bytes);
    const line = bytes.subarray(0, at).reduce((lines, byte) => (byte === 10 ? lines + 1 : lines), 1);
    return unread.notUtf8(name, at + 1, line);
  }
}

/** Offset of the first byte that is no UTF-8: there the text written back differs. */
function findInvalid(bytes: Uint8Array): number {
  const again = new TextEncoder().encode(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  return bytes.findIndex((byte, i) => byte !== again[i]);
}

/** Why a file is not read: one sentence each, with what to do. */
export const unread = {
  tooLarge: (name: string): Saying => ({
    vi: `${name} lớn hơn 10 MB, quá lớn so với một văn bản chỉ đạo nên không được đọc; hãy kiểm tra xem có đúng tệp không.`,
    en: `${name} is larger than 10 MB, too large to be a directive, and was not read; check that it is the right file.`,
  }),
  noAccess: (name: string): Saying => ({
    vi: `Không đọc được ${name}; hãy kiểm tra quyền truy cập.`,
    en: `${name} cannot be read; check its access rights.`,
  }),
  utf16: (name: string): Saying => ({
    vi: `${name} được lưu với mã hóa UTF-16; hãy lưu lại với mã hóa UTF-8.`,
    en: `${name} is saved as UTF-16; save it as UTF-8.`,
  }),
  binary: (name: string): Saying => ({
    vi: `${name} không phải tệp văn bản thuần (có thể là tệp Word, PDF hoặc ảnh); hãy lưu nội dung thành tệp .md với mã hóa UTF-8.`,
    en: `${name} is no plain text (it may be a Word, PDF or image file); save its text as an .md file in UTF-8.`,
  }),
  notUtf8: (name: string, byte: number, line: number): Saying => ({
    vi: `${name} không phải văn bản UTF-8 (sai từ byte thứ ${byte}, dòng ${line}); hãy lưu lại với mã hóa UTF-8.`,
    en: `${name} is not UTF-8 text (wrong from byte ${byte}, line ${line}); save it as UTF-8.`,
  }),
};
