/** The facts of a form as a file of one's own (.json): written by 保存到文件, read by 从文件读入. */
import { clean } from "./fill-values.js";

const FORMAT = "文书事实";
const FORMAT_VERSION = 1;
const LARGEST = 5e6; // characters

export class FactsError extends Error {}

/** The text of a file with the facts of a form, and those that came in a file and have no place in this form. */
export function writeFacts(specification, values, unknown) {
  const filled = Object.entries(values).filter(([, value]) => value.length > 0);
  const documents = specification.documents.map(({ code, version, fingerprint }) => ({ 文书编号: code, 文书版本: version, 字段指纹: fingerprint }));
  const file = { 格式: FORMAT, 格式版本: FORMAT_VERSION, 编号: specification.code, 文书: documents, 事实: toObject([...unknown, ...filled]) };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** What a file holds: `values` for this form, `unknown` facts to keep, `refused` names of facts of another shape. */
export function readFacts(text, specification) {
  const file = parse(text);
  const facts = file.事实;
  const fields = new Map(specification.fields.map((field) => [field.name, field]));
  const values = new Map();
  const unknown = new Map();
  const refused = [];
  for (const [name, value] of Object.entries(facts)) {
    const field = fields.get(name);
    const found = field ? shaped(field, value) : undefined;
    if (!field) unknown.set(name, value);
    else if (found === undefined) refused.push(name);
    else values.set(name, found);
  }
  return { values, unknown, refused, isOther: file.编号 !== specification.code, isOld: isOld(file.文书, specification.documents) };
}

function parse(text) {
  if (text.length > LARGEST) throw new FactsError("文件太大，不是从这里保存的文件");
  let file;
  try {
    file = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new FactsError("这不是从这里保存的文件（.json），或者文件坏了");
  }
  if (!isRecord(file) || file.格式 !== FORMAT || !isRecord(file.事实)) throw new FactsError("这不是从这里保存的文件");
  if (!(file.格式版本 <= FORMAT_VERSION)) throw new FactsError("文件是用更新的手册保存的，请用新的手册打开");
  return file;
}

/** The value when it has the shape of the field's values, else undefined. */
function shaped(field, value) {
  if (!field.fields) return typeof value === "string" ? clean(value) : undefined;
  if (!Array.isArray(value) || !value.every(isRecord) || value.length > field.most) return undefined;
  const names = field.fields.map((column) => column.name);
  return value.map((row) => toObject(names.map((name) => [name, typeof row[name] === "string" ? clean(row[name]) : ""])));
}

const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** True when a document of the file has other fields than the one of the same code has now. */
function isOld(before, now) {
  const prints = new Map(now.map(({ code, fingerprint }) => [code, fingerprint]));
  return Array.isArray(before) && before.some((entry) => isRecord(entry) && prints.has(entry.文书编号) && prints.get(entry.文书编号) !== entry.字段指纹);
}

/** An object of own properties only: a fact may have any name, `__proto__` too. */
function toObject(entries) {
  const made = Object.create(null);
  for (const [name, value] of entries) made[name] = value;
  return made;
}
