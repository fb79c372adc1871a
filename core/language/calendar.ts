/** Days as ISO text (yyyy-mm-dd): they compare and sort as they are, and know no time zone. */
export type Day = string;

const pad = (value: number, width: number) => String(value).padStart(width, '0');

export function toDay(year: number, month: number, day: number): Day {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** Is there such a day in the calendar? */
export function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= lastOfMonth(year, month);
}

export function lastOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

/** 0 is Sunday. */
export function weekday(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** The day `count` working days (Monday to Friday) after `day`; public holidays are not left out. */
export function addWorkingDays(day: Day, count: number): Day {
  let at = day;
  for (let left = count; left > 0; ) {
    at = addDays(at, 1);
    if (weekday(at) % 6 !== 0) left--;
  }
  return at;
}

/** As Vietnamese documents write it in running text: day and the months 1 and 2 with a leading zero. */
export function showDay(day: Day): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${date}/${Number(month) < 3 ? month : Number(month)}/${year}`;
}

/**
 * First day of the lunar year (Mùng 1 Tết) by the Vietnamese calendar (UTC+7), from the tables of Hồ Ngọc Đức's
 * algorithm; the Chinese calendar differs in 2030.
 */
const TET: Record<number, string> = {
  2015: '02-19',
  2016: '02-08',
  2017: '01-28',
  2018: '02-16',
  2019: '02-05',
  2020: '01-25',
  2021: '02-12',
  2022: '02-01',
  2023: '01-22',
  2024: '02-10',
  2025: '01-29',
  2026: '02-17',
  2027: '02-06',
  2028: '01-26',
  2029: '02-13',
  2030: '02-02',
  2031: '01-23',
  2032: '02-11',
  2033: '01-31',
  2034: '02-19',
  2035: '02-08',
};
const STEMS = ['giáp', 'ất', 'bính', 'đinh', 'mậu', 'kỷ', 'canh', 'tân', 'nhâm', 'quý'];
const BRANCHES = ['tý', 'sửu', 'dần', 'mão', 'thìn', 'tỵ', 'ngọ', 'mùi', 'thân', 'dậu', 'tuất', 'hợi'];

/** Mùng 1 Tết of a year, where the table has it. */
export function tetOf(year: number): Day | undefined {
  const day = TET[year];
  return day && `${year}-${day}`;
}

/** The year between 2015 and 2035 that bears a name such as "Bính Ngọ" (2026). */
export function yearNamed(name: string): number | undefined {
  const [stem = '', branch = ''] = name.toLowerCase().replace('kỉ', 'kỷ').replace('tị', 'tỵ').split(/\s+/);
  for (let year = 2015; year <= 2035; year++) {
    if (STEMS[(year - 4) % 10] === stem && BRANCHES[(year - 4) % 12] === branch) return year;
  }
  return undefined;
}
