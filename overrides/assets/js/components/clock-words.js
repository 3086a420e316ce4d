/** What the calculator says of an answer: `{id, subject, name, words, begin, given, last, label, …}`. */
import { lengthOf } from "./clock-count.js";
import { dayOf, saidOf } from "./clock-days.js";

/** 2026年3月1日（星期日）, of a moment with its time of day. */
export function momentOf(text) {
  const [date, time] = text.split("T");
  return `${saidOf(dayOf(date))}${time || ""}`;
}

/** T-45 普通信访：办结 */
export const titleOf = ({ id, subject, name }) => `${id} ${subject}${name ? `：${name}` : ""}`;

/** 延长3个月, 延长后一共6个月, or nothing. */
export function extensionOf({ given }) {
  if (!given) return "";
  return given.total ? `延长后连原来的一共${lengthOf(given)}` : `延长${lengthOf(given)}`;
}

const endOf = ({ unit }) => (unit === "小时" ? "最迟" : "最后一天");

/** One sentence for the ledger. */
export function sentenceOf(answer) {
  const mark = answer.label ? `${answer.label}，` : "";
  const more = answer.given ? `，经批准${extensionOf(answer)}` : "";
  const basis = `依据：${answer.basis}。`;
  return `${mark}${titleOf(answer)}：从${momentOf(answer.begin)}起算，${answer.words}${more}，${endOf(answer)}是${momentOf(answer.last)}。${basis}`;
}

/** The words of the calendar's entry. */
export const descriptionOf = (answer) => [sentenceOf(answer), ...answer.reasons, "按县（市、区）纪委监委的书面规定核对。"].join("\n");

/** How far a day is from today. */
export function distanceOf(last, today) {
  const left = dayOf(last.slice(0, 10)) - today;
  if (left === 0) return "就是今天";
  return left > 0 ? `离今天还有${left}天` : `已经过了${-left}天`;
}
