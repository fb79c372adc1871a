/** "Hà Nội, ngày 05 tháng 9 năm 2025", alone or right of the number; groups: place, words of the date, day, month. */
const LETTERHEAD_DATE =
  /(?:^|\s)(\p{Lu}[\p{L}. ]{1,40}?),\s*((ngày (\d{1,2}) tháng (\d{1,2})) năm \d{4}|(?:ngày )?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?=\s*\.?$))/u;

export function readLetterheadDate(text: string): RegExpExecArray | null {
  return text.length < 200 ? LETTERHEAD_DATE.exec(text) : null;
}

export function isLetterheadDate(text: string): boolean {
  return readLetterheadDate(text) !== null;
}
