/** From the day on which a time limit starts to its last day, with the reason for each day. */
import { addMonths, dayFrom, dayOf, isoOf, monthOf, saidOf, yearOf } from "./clock-days.js";

const MONTHS = { 月: 1, 年: 12 };
const COUNTED = { 小时: "小时", 自然日: "日", 工作日: "个工作日", 月: "个月", 年: "年", 季首月日: "日" };

/** 15个工作日 */
export const lengthOf = ({ amount, unit }) => `${amount}${COUNTED[unit]}`;

/**
 * Count a limit.
 *
 * @param limit `{amount, unit, rolls, rollsBy}` (the provision that lets the last day move) and, when it is extended, `extension: {amount, unit, total}`.
 * @param start `2026-03-01`, for hours `2026-03-01T09:30`.
 * @returns `{last, reasons, days}`: `last` is a date as `start` is written, or null with the `year` that is not announced
 *   and, where only the holidays at its end are unknown, the day `before` them, otherwise the `earliest` day that the
 *   last one can be; `days` holds what each day counts for.
 */
export function count(limit, start, calendar) {
  if (limit.unit === "小时") return countHours(limit, start);
  const day = dayOf(start);
  const whole = whollyOf(limit);
  if (whole.unit === "季首月日") return rolled(limit, countQuarter(day, whole.amount), calendar);
  if (whole.unit === "工作日") return countWorkdays(day, whole, limit, calendar);
  return rolled(limit, (MONTHS[whole.unit] ? countMonths : countDays)(day, whole, limit), calendar);
}

/** The length with its extension, which is counted in the same unit, or both in months and years. */
function whollyOf({ amount, unit, extension }) {
  if (!extension) return { amount, unit };
  if (extension.total) return { amount: extension.amount, unit: extension.unit };
  if (extension.unit === unit) return { amount: amount + extension.amount, unit };
  return { amount: amount * MONTHS[unit] + extension.amount * MONTHS[extension.unit], unit: "月" };
}

const begun = (day) => `${saidOf(day)}是起算的这一天，不算在内，从第二天开始数。`;

function described(limit, whole) {
  if (!limit.extension) return `${lengthOf(limit)}`;
  if (limit.extension.total) return `延长后连原来的一共${lengthOf(limit.extension)}`;
  return `${lengthOf(limit)}，延长${lengthOf(limit.extension)}，一共${lengthOf(whole)}`;
}

function countHours(limit, start) {
  const [date, time] = start.split("T");
  const [hours, minutes] = time.split(":").map(Number);
  const length = whollyOf(limit).amount;
  const at = (dayOf(date) * 24 + hours + length) * 60 + minutes;
  const day = Math.floor(at / 1440);
  const clock = `${two(Math.floor(at / 60) % 24)}:${two(at % 60)}`;
  const reasons = [
    `从${saidOf(dayOf(date))}${time}起，一小时一小时数满${length}小时，是${saidOf(day)}${clock}。`,
    "按小时算的不分白天黑夜，休息日、节假日照样数，到点不顺延。",
  ];
  return { last: `${isoOf(day)}T${clock}`, reasons, days: [] };
}

const two = (number) => String(number).padStart(2, "0");

function countDays(day, whole, limit) {
  const last = day + whole.amount;
  const days = [{ day, counts: "", why: "起算的这一天，不算" }];
  for (let number = 1; number <= whole.amount; number += 1) {
    days.push({ day: day + number, counts: number, why: "自然日，休息日、节假日也算" });
  }
  return { day: last, reasons: [begun(day), `${described(limit, whole)}按自然日一天一天数，数到${saidOf(last)}。`], days };
}

function countMonths(day, whole, limit) {
  const { day: last, clamped } = addMonths(day, whole.amount * MONTHS[whole.unit]);
  const found = clamped
    ? `${described(limit, whole)}以后的那个月没有对应的日子，取月末那一天，是${saidOf(last)}。`
    : `${described(limit, whole)}，按月找对应的日子，是${saidOf(last)}。`;
  return { day: last, reasons: [`${saidOf(day)}是起算的这一天，不算在内。`, found], days: [] };
}

function countQuarter(day, amount) {
  const next = dayFrom(yearOf(day), Math.floor(monthOf(day) / 3) * 3 + 3, 1);
  const last = next + amount - 1;
  const reasons = [
    `${saidOf(day)}在第${Math.floor(monthOf(day) / 3) + 1}季度，报的是这个季度的。`,
    `下一个季度的第一个月从${saidOf(next)}开始，${amount}日是${saidOf(last)}。`,
  ];
  return { day: last, reasons, days: [] };
}

function countWorkdays(day, whole, limit, calendar) {
  const days = [{ day, counts: "", why: "起算的这一天，不算" }];
  let number = 0;
  let at = day;
  while (number < whole.amount) {
    at += 1;
    if (!calendar.isKnown(at)) return unknown(day, at, number, days, whole.amount);
    const { works, why } = calendar.look(at);
    if (works) number += 1;
    days.push({ day: at, counts: works ? number : "", why: works ? why : `${why}，不算` });
  }
  const reasons = [
    begun(day),
    `${described(limit, whole)}只数工作日：周末和法定节假日跳过，调休上班的周末照数，数到${saidOf(at)}。`,
  ];
  return { last: isoOf(at), reasons: [...reasons, ...caution(days.slice(1), calendar)], days };
}

/** Each working day that is left takes a day at least. */
function unknown(day, at, number, days, amount) {
  const year = yearOf(at);
  const far = number > 0 ? `到${saidOf(at - 1)}数了${number}个工作日，` : "";
  const earliest = isoOf(at - 1 + amount - number);
  return { last: null, year, earliest, reasons: [begun(day), `${far}${year}年放假安排未公布，往后数不出来。`], days };
}

function caution(days, calendar) {
  const open = days.find(({ day }) => calendar.mayChange(day));
  return open ? [`${yearOf(open.day) + 1}年元旦的放假安排还没有公布，12月底的日子可能调整，公布后再算一次。`] : [];
}

/** Move a last day behind the days off where the provision says so. */
function rolled(limit, { day, reasons, days }, calendar) {
  if (!limit.rolls) {
    const off = calendar.isKnown(day) && !calendar.look(day).works;
    const kept = off ? ["这一天是休息日。条文没有写顺延，最后一天还是这一天，最好提前办。"] : [];
    return { last: isoOf(day), reasons: [...reasons, ...kept], days };
  }
  let at = day;
  while (calendar.isKnown(at) && !calendar.look(at).works) at += 1;
  if (!calendar.isKnown(at)) {
    const told = `${yearOf(at)}年放假安排未公布，要不要顺延算不出来；不晚于${saidOf(day)}办，一定不超期。`;
    return { last: null, year: yearOf(at), before: isoOf(day), reasons: [...reasons, told], days };
  }
  const told = at === day
    ? "这一天不是法定休假日，不用顺延。"
    : `${saidOf(day)}是法定休假日，${limit.rollsBy ? `按${limit.rollsBy}` : "条文写了顺延，"}顺延到休假结束的第二天，是${saidOf(at)}。`;
  const touched = Array.from({ length: at - day + 1 }, (_, index) => ({ day: day + index }));
  const all = at === day ? days : [...days.slice(0, -1), ...moved(days[days.length - 1], touched, calendar)];
  return { last: isoOf(at), reasons: [...reasons, told, ...caution(touched, calendar)], days: all };
}

/** What the days from the counted last day to the one behind the holiday count for. */
function moved(counted, touched, calendar) {
  return touched.map(({ day }, index) => ({
    day,
    counts: index === 0 && counted ? counted.counts : "",
    why: index === touched.length - 1 ? "顺延后的最后一天" : `${calendar.look(day).why}，顺延`,
  }));
}
