/** What a value of each field type looks like: the rules and the words of scripts/handbook/fields, for the browser.
 *
 * tests/fixtures/vectors/fields.json holds values that both must judge alike. */
const FROM_BRACKETS = "[]（）()【】﹝﹞［］";
const DOC_NUMBER = /^[^〔〕]+〔\d{4}〕[1-9]\d*号$/;
const ID_NUMBER = /^\d{17}[\dX]$/;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = "10X98765432";
const MINUTE = /^([01]\d|2[0-3]):[0-5]\d$/;
const MONEY = /^(0|[1-9]\d{0,11})(?:\.(\d{1,2}))?$/;
const PHONES = [/^1[3-9]\d{9}$/, /^(?:0\d{2,3}-)?\d{7,8}(?:-\d{1,6})?$/, /^1\d{2,4}$/];
const NUMERAL = "[一二三四五六七八九十百千零]+";
const ARTICLE = `第${NUMERAL}条(?:之${NUMERAL})?(?:第${NUMERAL}款)?(?:第（?${NUMERAL}）?项)?`;
const PART = `第${NUMERAL}款(?:第（?${NUMERAL}）?项)?|第（?${NUMERAL}）?项`;
const MORE = `(?:、(?:(?:《[^《》\\s]{2,40}》)?${ARTICLE}|${PART})|至(?:${ARTICLE}|${PART}))`;
const STATUTES = new RegExp(`^《[^《》\\s]{2,40}》${ARTICLE}${MORE}*$`);
const CAPITALS = /^[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]*元?(?:[零壹贰叁肆伍陆柒捌玖]角)?(?:零?[壹贰叁肆伍陆柒捌玖]分|整)$/;

/** The length as people count it: 𠮷 is one character. */
export const lengthOf = (text) => Array.from(text).length;

/** Words that XML can hold: no control characters, no halves of surrogate pairs; \n between lines. */
export function clean(text) {
  return Array.from(text.replace(/\r\n?/g, "\n"), (character) => {
    const code = character.codePointAt(0);
    const isPrintable = code === 9 || code === 10 || (code > 31 && (code < 0xd800 || code > 0xdfff) && code !== 0xfffe && code !== 0xffff);
    return isPrintable ? character : "";
  }).join("");
}

/** Clean, and without white space at the ends of the value and of its lines. */
export function tidy(text) {
  const lines = clean(text).split("\n").map((line) => line.replace(/[ \t\u3000\u00a0]+$/, ""));
  return lines.join("\n").replace(/^[ \t\u3000\u00a0\n]+|[ \t\u3000\u00a0\n]+$/g, "");
}

const halfWidth = (text) => tidy(text).replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).replace(/\s/g, "");
const hexagonal = (text) => text.replace(/[[\]（）()【】﹝﹞［］]/g, (bracket) => "〔〕"[FROM_BRACKETS.indexOf(bracket) % 2]);
const padded = (digits) => digits.padStart(2, "0");

/** True for a 2099-01-05 that the calendar has. */
export function isDay(value) {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!found) return false;
  const [year, month, day] = found.slice(1).map(Number);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return year > 0 && day > 0 && day <= (month === 2 && isLeap ? 29 : [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]);
}

function isDayAndMinute(value) {
  const [day, minute, ...rest] = value.split("T");
  return rest.length === 0 && isDay(day) && MINUTE.test(minute || "");
}

function normaliseDay(value) {
  const found = /^(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})日?$/.exec(halfWidth(value));
  const made = found ? `${found[1]}-${padded(found[2])}-${padded(found[3])}` : "";
  return isDay(made) ? made : tidy(value);
}

function normaliseMinute(value) {
  const found = /^(\d{1,2})[:时](\d{1,2})分?$/.exec(halfWidth(value));
  return found ? `${padded(found[1])}:${padded(found[2])}` : tidy(value);
}

function normaliseDayAndMinute(value) {
  const whole = tidy(value);
  const found = /^(.*?(?:日|(?=[T ])))[T ]?(.*)$/.exec(whole);
  const made = found ? `${normaliseDay(found[1])}T${normaliseMinute(found[2])}` : "";
  return isDayAndMinute(made) ? made : whole;
}

function normaliseMoney(value) {
  const bare = halfWidth(value).replace(/^[¥￥]/, "").replace(/元$/, "");
  const digits = /^\d{1,3}(,\d{3})+(\.\d*)?$/.test(bare) ? bare.replace(/,/g, "") : bare;
  return MONEY.test(digits) ? digits : tidy(value);
}

/** What `change` makes of the value at half width when that fits; else the value, tidy. */
const when = (fits, change = (text) => text) => (value) => {
  const changed = change(halfWidth(value));
  return fits(changed) ? changed : tidy(value);
};

const NORMALISERS = {
  整数: when((text) => /^\d+$/.test(text)),
  日期: normaliseDay,
  时间: normaliseMinute,
  日期时间: normaliseDayAndMinute,
  金额: normaliseMoney,
  文号: when((text) => DOC_NUMBER.test(text), hexagonal),
  身份证号: when((text) => ID_NUMBER.test(text), (text) => text.toUpperCase()),
  电话: when(isPhone, (text) => text.replace(/[–—－‐]/g, "-")),
  多选: (value) => tidy(value).split(/[、，,\n]/).map((option) => option.trim()).filter(Boolean).join("、"),
};

/** What was typed, pasted or printed as the value it means; what means nothing stays as it is. */
export const normalise = (field, value) => (NORMALISERS[field.type] || tidy)(value);

function isPhone(value) {
  return PHONES.some((form) => form.test(value));
}

function refuseIdNumber(value) {
  if (!ID_NUMBER.test(value)) return `“${value}”不是18位身份证号，前17位是数字，最后一位是数字或者大写 X`;
  const birth = value.slice(6, 14);
  if (!isDay(birth.replace(/(....)(..)(..)/, "$1-$2-$3"))) return `“${value}”第7到14位“${birth}”不是日期`;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(value[index]), 0);
  return value[17] === CHECK_CHARACTERS[sum % 11] ? "" : `“${value}”的最后一位（校验位）不对，请核对`;
}

function refuseDocNumber(value) {
  if (DOC_NUMBER.test(value)) return "";
  const repaired = hexagonal(value);
  if (DOC_NUMBER.test(repaired)) return `“${value}”的年份要用六角括号，写成“${repaired}”`;
  return `“${value}”不是文号，要写成“示镇纪〔2099〕1号”这样：年份4位，序号前不加“第”和 0`;
}

const strangeIn = (value, allowed) => Array.from(value).find((character) => !allowed.test(character));

function refuseNumberCode(value) {
  const strange = strangeIn(value, /[\p{L}\p{N}-]/u);
  if (strange) return `“${value}”不是编号，里面有“${strange}”，只能用汉字、字母、数字和“-”`;
  return /\p{Nd}/u.test(value) ? "" : `“${value}”里没有数字`;
}

function refuseInteger(value) {
  if (!/^\d+$/.test(value)) return `“${value}”不是整数，只用阿拉伯数字 0 到 9，不带单位`;
  return value.length > 1 && value[0] === "0" ? `“${value}”前面多了 0` : "";
}

function refusePerson(value) {
  if (/[、，,；;/]/.test(value)) return `“${value}”不止一个人，一格只写一个姓名`;
  const strange = strangeIn(value, /[\p{L}·•.× ]/u);
  return strange ? `“${value}”不是姓名，里面有“${strange}”` : "";
}

function refuseUnit(value) {
  if (value.includes("\n")) return "单位名称只能写一行";
  return (value.match(/\p{L}/gu) || []).length > 1 ? "" : `“${value}”不是单位名称`;
}

function refuseStatute(value) {
  if (STATUTES.test(value)) return "";
  if (!value.includes("《") || !value.includes("》")) return `“${value}”没有写明是哪部法规，要写成“《检举控告规则》第十条第一款”这样`;
  return `“${value}”不是法条，要写成“《检举控告规则》第十条第一款”这样：条款项用汉字数字，几条之间用“、”`;
}

function refuseOption(value, { options = [] }) {
  return options.length === 0 || options.includes(value) ? "" : `“${value}”不是选项之一，选项有 ${options.join("、")}`;
}

function refuseOptions(value, field) {
  const chosen = value.split("、");
  const refusals = chosen.map((option, index) => refuseOption(option, field) || (chosen.indexOf(option) < index ? `“${option}”选了两次` : ""));
  return refusals.find(Boolean) || "";
}

const unless = (fits, words) => (value) => (fits(value) ? "" : `“${value}”${words}`);

/** Type → why a value of fitting length is none of it, in Chinese, or "". */
const REFUSALS = {
  文字: (value) => (value.includes("\n") ? "只能写一行，要分段用“多段文字”" : ""),
  整数: refuseInteger,
  日期: unless(isDay, "不是日期，要写成 2099-01-05 这样，并且真有这一天"),
  时间: unless((value) => MINUTE.test(value), "不是时间，要写成 14:30 这样"),
  日期时间: unless(isDayAndMinute, "不是日期和时间，要写成 2099-01-05T09:30 这样，并且真有这一天"),
  金额: unless((value) => MONEY.test(value), "不是金额，只写数字和小数点，最多两位小数，不写“元”“万元”"),
  大写金额: unless((value) => CAPITALS.test(value), "不是大写金额，要写成“壹佰贰拾元整”这样"),
  电话: unless(isPhone, "不是电话号码，写11位手机号，或者区号-号码"),
  单选: refuseOption,
  多选: refuseOptions,
  人名: refusePerson,
  身份证号: refuseIdNumber,
  文号: refuseDocNumber,
  编号: refuseNumberCode,
  单位: refuseUnit,
  法条: refuseStatute,
};

const short = (value) => (lengthOf(value) <= 12 ? value : `${Array.from(value).slice(0, 12).join("")}……`);

/** Why a value cannot stand in a field, in Chinese, or "". */
export function check(field, value) {
  if (!value) return "";
  const length = lengthOf(value);
  if (field.limit && length > field.limit) return `“${short(value)}”有 ${length} 个字，最多 ${field.limit} 个`;
  const refuse = REFUSALS[field.type];
  return refuse ? refuse(value, field) : "";
}

const displayDay = (value) => value.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, "$1年$2月$3日");
const displayMinute = (value) => value.replace(/^0?(\d+):(\d+)$/, "$1时$2分");

/** The value as it is printed. */
export function display({ type }, value) {
  if (type === "日期" && isDay(value)) return displayDay(value);
  if (type === "时间" && MINUTE.test(value)) return displayMinute(value);
  if (type === "日期时间" && isDayAndMinute(value)) return value.split("T").map((part, index) => (index ? displayMinute : displayDay)(part)).join("");
  const money = type === "金额" && MONEY.exec(value);
  return money ? `${money[1].replace(/\B(?=(\d{3})+$)/g, ",")}.${(money[2] || "").padEnd(2, "0")}` : value;
}
