import { addDays, type Day, tetOf, weekday } from './calendar.ts';

/** What a day off is, in both languages. */
export interface DayOff {
  readonly vi: string;
  readonly en: string;
}

/** Ngày 10 tháng 3 âm lịch, by the Vietnamese calendar (UTC+7), from Hồ Ngọc Đức's algorithm as the days of Tết are. */
const HUNG_KINGS: Record<number, string> = {
  2020: '04-02',
  2021: '04-21',
  2022: '04-10',
  2023: '04-29',
  2024: '04-18',
  2025: '04-07',
  2026: '04-26',
  2027: '04-16',
  2028: '04-04',
  2029: '04-23',
  2030: '04-12',
  2031: '04-01',
  2032: '04-19',
  2033: '04-09',
  2034: '04-28',
  2035: '04-17',
};

/**
 * What the yearly notices to civil servants fix beyond the law: which days of Tết, the second day of Quốc khánh, and
 * working days exchanged for Saturdays. 2025: Thông báo 6150/TB-BLĐTBXH (03/12/2024); 2026: Thông báo 9441/TB-BNV
 * (16/10/2025). A year without a notice here has only the days that every choice of the law takes in.
 */
const NOTICES: Record<number, { tet: [string, string]; national: string; off: string[]; worked: string[] }> = {
  2025: { tet: ['01-27', '01-31'], national: '09-01', off: ['05-02'], worked: ['04-26'] },
  2026: { tet: ['02-16', '02-20'], national: '09-01', off: ['01-02', '08-31'], worked: ['01-10', '08-22'] },
};

const TET: DayOff = { vi: 'nghỉ Tết Nguyên đán', en: 'in the Tết holiday' };
const EXCHANGED: DayOff = { vi: 'ngày nghỉ hoán đổi', en: 'a day off exchanged for a Saturday' };
const INSTEAD: DayOff = { vi: 'ngày nghỉ bù', en: 'a day off in lieu' };
const SATURDAY: DayOff = { vi: 'thứ Bảy', en: 'a Saturday' };
const SUNDAY: DayOff = { vi: 'Chủ nhật', en: 'a Sunday' };

const known = new Map<number, ReadonlyMap<Day, DayOff | undefined>>();

/**
 * Public holidays of a year (Bộ luật Lao động 45/2019/QH14, Điều 112; 24/11 by Nghị quyết 28/2026/QH16 from 01/7/2026), with
 * the day in lieu of one at a week-end (Điều 111); undefined is a Saturday worked. Lunar ones are known from 2020 to 2035.
 */
function holidaysOf(year: number): ReadonlyMap<Day, DayOff | undefined> {
  const before = known.get(year);
  if (before) return before;
  const days = new Map<Day, DayOff | undefined>();
  const single: [string | undefined, DayOff][] = [
    ['01-01', { vi: 'Tết Dương lịch', en: "New Year's Day" }],
    [HUNG_KINGS[year], { vi: 'Giỗ Tổ Hùng Vương', en: "Hung Kings' Day" }],
    ['04-30', { vi: 'ngày Chiến thắng 30/4', en: 'Victory Day' }],
    ['05-01', { vi: 'ngày Quốc tế lao động 01/5', en: 'Labour Day' }],
    ['09-02', { vi: 'Quốc khánh', en: 'National Day' }],
    [year >= 2026 ? '11-24' : undefined, { vi: 'Ngày Văn hóa Việt Nam', en: 'Vietnamese Culture Day' }],
  ];
  for (const [day, name] of single) if (day) days.set(`${year}-${day}`, name);
  const notice = NOTICES[year];
  if (notice) {
    days.set(`${year}-${notice.national}`, { vi: 'nghỉ Quốc khánh', en: 'in the National Day holiday' });
    for (const day of notice.off) days.set(`${year}-${day}`, EXCHANGED);
    for (const day of notice.worked) days.set(`${year}-${day}`, undefined);
    const [first, last] = notice.tet;
    for (let day = `${year}-${first}`; day <= `${year}-${last}`; day = addDays(day, 1)) days.set(day, TET);
  } else {
    const tet = tetOf(year);
    if (tet) for (let i = -1; i < 3; i++) days.set(addDays(tet, i), TET);
  }
  for (const [day] of single) {
    if (!day || weekday(`${year}-${day}`) % 6 !== 0) continue;
    let next = addDays(`${year}-${day}`, 1);
    while (days.get(next) || weekday(next) % 6 === 0) next = addDays(next, 1);
    days.set(next, INSTEAD);
  }
  known.set(year, days);
  return days;
}

/** Why offices are closed on a day: a public holiday, a week-end; undefined for a working day. */
export function dayOff(day: Day): DayOff | undefined {
  const days = holidaysOf(Number(day.slice(0, 4)));
  if (days.has(day)) return days.get(day);
  return weekday(day) === 6 ? SATURDAY : weekday(day) === 0 ? SUNDAY : undefined;
}

export function isWeekend(day: Day): boolean {
  return weekday(day) % 6 === 0;
}
