/** "ngày 5 tháng 07" as it is to be written: zero before days 1-9 and months 1-2 only (ND 30/2020, Phụ lục I, II.4). */
export function padDate(words: string, day: string, month: string): string {
  return words
    .replace(/\d+/, String(Number(day)).padStart(2, '0'))
    .replace(/\d+$/, Number(month) < 3 ? String(Number(month)).padStart(2, '0') : String(Number(month)));
}
