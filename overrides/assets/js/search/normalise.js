/** What a text becomes before it is compared, and its tokens: scripts/handbook/exporters/search/normalise.py, again. */
export const HAN = "\\u3007\\u3400-\\u9fff\\uf900-\\ufaff";

const DIGITS = { 零: 0, "〇": 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const SCALES = { 十: 10, 百: 100, 千: 1000 };
const UNITS = "个?工作日|个月|个?小时|分钟|日|天|年|月|周|条|款|项|章|节|步|人|次|份|页|号|倍|万|元|岁";
const NUMBER = new RegExp(`[零〇一二三四五六七八九十百千两]+(?=${UNITS})`, "g");
const DROPPED = /[的、\u00ad\u200b-\u200f\u2060\ufeff]/g;
const RUN = new RegExp(`[a-z][a-z0-9]*(?:-[a-z0-9]+)*|[0-9]+|[${HAN}]+`, "g");

function value(words) {
  if (!/[十百千]/.test(words)) return Number(Array.from(words, (character) => DIGITS[character]).join(""));
  let total = 0;
  let digit = 0;
  for (const character of words) {
    if (SCALES[character]) {
      total += (digit || 1) * SCALES[character];
      digit = 0;
    } else {
      digit = DIGITS[character];
    }
  }
  return total + digit;
}

/** A text in the form in which it is compared: 六十日以内 and 60天内 are both 60日内. */
export function normalise(text) {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(DROPPED, "")
    .replace(NUMBER, (words) => String(value(words)))
    .replace(/半年/g, "6个月")
    .replace(/([0-9])个?天/g, "$1日")
    .replace(/[以之]内/g, "内");
}

/** What a normalised text is found by: pairs of hanzi, Latin words, numbers alone and with the hanzi behind them. */
export const tokens = (normalised) => placed(normalised).map(([token]) => token);

/** The tokens of a normalised text, each with where it begins. */
export function placed(normalised) {
  const found = [];
  let number = "";
  let end = -1;
  normalised.replace(RUN, (run, start) => {
    if (run[0] > "z") {
      if (start === end) found.push([number + run[0], start - number.length]);
      else if (run.length === 1 && run !== "第") found.push([run, start]);
      for (let at = 1; at < run.length; at++) found.push([run.slice(at - 1, at + 1), start + at - 1]);
    } else {
      found.push([run, start]);
      if (run[0] <= "9") {
        number = run;
        end = start + run.length;
      }
    }
  });
  return found;
}

/**
 * The same form of a text with where each of its characters comes from: for marks in the text as it is shown.
 *
 * Characters are composed one by one here, which is the same for all that Chinese pages hold.
 */
export function mapped(text) {
  let form = { plain: "", from: [], to: [] };
  let at = 0;
  for (const character of text) {
    for (const part of character.normalize("NFKC").toLowerCase().replace(DROPPED, "")) {
      form.plain += part;
      for (let unit = 0; unit < part.length; unit++) {
        form.from.push(at);
        form.to.push(at + character.length);
      }
    }
    at += character.length;
  }
  form = rewritten(form, NUMBER, (words) => String(value(words)));
  form = rewritten(form, /半年/g, () => "6个月");
  form = rewritten(form, /([0-9])个?天/g, (_, digit) => `${digit}日`);
  return rewritten(form, /[以之]内/g, () => "内");
}

function rewritten(form, pattern, replacement) {
  const made = { plain: "", from: [], to: [] };
  let last = 0;
  const keep = (end) => {
    made.plain += form.plain.slice(last, end);
    for (; last < end; last++) {
      made.from.push(form.from[last]);
      made.to.push(form.to[last]);
    }
  };
  form.plain.replace(pattern, (match, ...rest) => {
    const start = rest.find((argument) => typeof argument === "number");
    keep(start);
    const words = replacement(match, ...rest);
    made.plain += words;
    for (let unit = 0; unit < words.length; unit++) {
      made.from.push(form.from[start]);
      made.to.push(form.to[start + match.length - 1]);
    }
    last = start + match.length;
  });
  keep(form.plain.length);
  return made;
}
