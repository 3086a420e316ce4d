/** Calendar days as whole numbers (days since 1970-01-01), so that no time zone and no clock change can shift them. */

const MS = 86400000;
const WEEKDAYS = "日一二三四五六";

/** The day of a date, or null when there is no such date: 2026-02-30. */
export function dayOf(text) {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!match) return null;
  const day = dayFrom(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return isoOf(day) === text ? day : null;
}

/** The day of a year, a month (0 is January; others go over into other years) and a day of the month. */
export const dayFrom = (year, month, day) => Date.UTC(year, month, day) / MS;

const dateOf = (day) => new Date(day * MS);
export const yearOf = (day) => dateOf(day).getUTCFullYear();
export const monthOf = (day) => dateOf(day).getUTCMonth();
export const weekdayOf = (day) => dateOf(day).getUTCDay();

/** 2026-03-01 */
export const isoOf = (day) => dateOf(day).toISOString().slice(0, 10);

/** 2026年3月1日（星期日） */
export function saidOf(day) {
  const date = dateOf(day);
  return `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日（星期${WEEKDAYS[date.getUTCDay()]}）`;
}

/** The corresponding day some months on, or the end of that month when it has no such day. */
export function addMonths(day, months) {
  const date = dateOf(day);
  const month = date.getUTCMonth() + months;
  const end = new Date(Date.UTC(date.getUTCFullYear(), month + 1, 0)).getUTCDate();
  const clamped = date.getUTCDate() > end;
  return { day: dayFrom(date.getUTCFullYear(), month, clamped ? end : date.getUTCDate()), clamped };
}

/** Workdays and days off as the State Council announced them; what is not announced is not known. */
export class Calendar {
  constructor(years) {
    this.known = new Set(years.map(({ year }) => year));
    this.off = new Map();
    this.on = new Set();
    for (const { off, on } of years) {
      for (const [name, first, last] of off) {
        for (let day = dayOf(first); day <= dayOf(last); day += 1) this.off.set(day, name);
      }
      for (const day of on) this.on.add(dayOf(day));
    }
  }

  isKnown(day) {
    return this.known.has(yearOf(day));
  }

  /** True where the announcement for the next year, not made yet, may still move a day off: the end of December. */
  mayChange(day) {
    return !this.known.has(yearOf(day) + 1) && isoOf(day).slice(5) >= "12-25";
  }

  /** Whether one works on a day of a known year, and why (not). */
  look(day) {
    if (this.on.has(day)) return { works: true, why: "调休上班日" };
    if (this.off.has(day)) return { works: false, why: `${this.off.get(day)}放假` };
    const weekday = weekdayOf(day);
    return weekday % 6 === 0 ? { works: false, why: `星期${WEEKDAYS[weekday]}休息` } : { works: true, why: "工作日" };
  }
}
