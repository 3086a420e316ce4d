/** What conditions and computations come to: the closed sets of scripts/handbook/fields/logic.py and functions/. */
const DIGITS = "零壹贰叁肆伍陆柒捌玖";
const PLACES = ["", "拾", "佰", "仟"];
const SECTIONS = ["", "万", "亿"];
const DAY = 86400000; // ms

const valueOf = (facts, name) => (Object.prototype.hasOwnProperty.call(facts, name) ? facts[name] : "");
const isFilled = (value) => value.length > 0; // words, or the rows of a group

const AGAINST_TEXT = {
  equals: (value, text) => value === text,
  differs: (value, text) => value !== text,
  contains: (value, text) => value.includes(text),
};
const ORDERS = {
  before: (value, other) => value < other,
  after: (value, other) => value > other,
  "not-before": (value, other) => value >= other,
  "not-after": (value, other) => value <= other,
};

/** True when a condition holds; of what is not filled in nothing holds but that it is empty. */
export function holds(condition, facts) {
  const { operator, parts, field, text, other } = condition;
  if (operator === "all") return parts.every((part) => holds(part, facts));
  if (operator === "any") return parts.some((part) => holds(part, facts));
  const value = valueOf(facts, field);
  if (operator === "filled") return isFilled(value);
  if (operator === "empty") return !isFilled(value);
  if (ORDERS[operator]) return isOrdered(operator, value, valueOf(facts, other));
  return isFilled(value) && AGAINST_TEXT[operator](value, text || "");
}

/** True when two days or minutes stand in an order; where one is a day only, the days are compared. */
export function isOrdered(operator, value, other) {
  if (!value || !other) return false;
  const length = Math.min(value.length, other.length);
  return ORDERS[operator](value.slice(0, length), other.slice(0, length));
}

function age(born, day) {
  const birth = born.length === 18 ? born.slice(6, 14).replace(/(....)(..)(..)/, "$1-$2-$3") : born;
  if (day < birth) return "";
  return String(day.slice(0, 4) - birth.slice(0, 4) - (day.slice(4, 10) < birth.slice(4) ? 1 : 0));
}

function days(first, last) {
  const count = (Date.parse(`${last.slice(0, 10)}T00:00:00Z`) - Date.parse(`${first.slice(0, 10)}T00:00:00Z`)) / DAY + 1;
  return count > 0 ? String(count) : "";
}

/** After the rules for filling in cheques: 整 behind 元 and 角, none behind 分; one 零 for zeros between. */
function capitals(amount) {
  const [yuan, rest = ""] = amount.split(".");
  const [jiao, fen] = Array.from(rest.padEnd(2, "0"), Number);
  const whole = wholeYuan(yuan);
  const words = (whole && `${whole}元`) + (jiao ? `${DIGITS[jiao]}角` : "");
  if (fen) return `${words}${whole && !jiao ? "零" : ""}${DIGITS[fen]}分`;
  return `${words || "零元"}整`;
}

/** The digits in sections of four, from the highest. */
function wholeYuan(digits) {
  const all = digits.padStart(12, "0");
  let words = "";
  let gap = false;
  for (let section = 2; section >= 0; section -= 1) {
    const four = all.slice(8 - section * 4, 12 - section * 4);
    for (let place = 3; place >= 0; place -= 1) {
      const digit = Number(four[3 - place]);
      if (digit) {
        words += (gap && words ? "零" : "") + DIGITS[digit] + PLACES[place];
        gap = false;
      } else {
        gap = gap || place > 0 || Number(four) === 0;
      }
    }
    if (Number(four)) words += SECTIONS[section];
  }
  return words;
}

const FUNCTIONS = {
  大写: [1, capitals],
  年龄: [2, age],
  天数: [2, days],
  出生日期: [1, (number) => number.slice(6, 14).replace(/(....)(..)(..)/, "$1-$2-$3")],
  性别: [1, (number) => "女男"[number[16] % 2]],
};

/** The value of a computation, or "" while an argument is missing; the facts are valid values. */
export function compute(computation, facts) {
  const values = computation.fields.map((name) => valueOf(facts, name));
  const [count, work] = FUNCTIONS[computation.function] || [];
  return count === values.length && values.every(Boolean) ? work(...values) : "";
}
