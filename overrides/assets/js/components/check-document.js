/** What a filled document says, and what is wrong with it: a part of the rules of `handbook verify`, in its words. */
import { compute, holds, isOrdered } from "./fill-logic.js";
import { check, display, normalise } from "./fill-values.js";
import { W, boxOf, contentOf, controlsIn, parsed, partOf, partsOf, tagOf } from "./fill-xml.js";
import { unpack, unzip } from "./fill-zip.js";

const CUSTOM = "docProps/custom.xml";
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

/** The documents of a file, by name: itself, or those in a .zip. Each is a Map of entries, or words why it is none. */
export function documentsOf(name, bytes, { isInner = false } = {}) {
  if (OLE.every((byte, index) => bytes[index] === byte)) return [[name, "是旧的 .doc 格式，或者加了密码"]];
  try {
    const entries = unzip(bytes);
    const inner = Array.from(entries).filter(([path]) => /^[^~]*\.docx$/i.test(path));
    if (isInner || entries.has("word/document.xml") || inner.length === 0) return [[name, entries]];
    return inner.reduce((all, [path, entry]) => all.concat(documentsOf(path, unpack(entry), { isInner: true })), []);
  } catch {
    return [[name, bytes[0] === 0x50 && bytes[1] === 0x4b ? "已经损坏，打不开" : "不是 Word 文书（.docx）"]];
  }
}

/** What a document says: its properties and controls. Throws when it cannot be read. */
export function readDocument(entries) {
  const properties = new Map();
  if (entries.has(CUSTOM)) {
    const [xml] = parsed(entries.get(CUSTOM));
    for (const property of Array.from(xml.getElementsByTagName("*"))) {
      if (property.localName === "property") properties.set(property.getAttribute("name"), property.textContent);
    }
  }
  const found = { properties, controls: [], rows: new Map() };
  for (const [, xml] of partsOf(entries)) read(xml.documentElement, found);
  return found;
}

/** Note the controls below an element; those in the rows of a group go to the group. */
function read(element, found) {
  for (const child of Array.from(element.children)) {
    const isControl = child.namespaceURI === W && child.localName === "sdt";
    const tag = isControl ? tagOf(child) : "";
    const content = isControl && contentOf(child);
    if (!content) {
      read(child, found);
    } else if (tag.endsWith("[]")) {
      const items = Array.from(content.children).filter((item) => item.localName === "sdt");
      found.rows.set(tag.slice(0, -2), items.map((item) => controlsIn(item).map(controlOf).filter((control) => control.tag)));
    } else if (tag) {
      found.controls.push(controlOf(child));
    } else {
      read(content, found);
    }
  }
}

function controlOf(element) {
  const box = boxOf(element);
  const checked = box && Array.from(box.children).find((child) => child.localName === "checked");
  const isEmpty = Boolean(partOf(element, "showingPlcHdr"));
  return {
    tag: tagOf(element),
    isEmpty,
    isChecked: checked ? /^(1|true|on)$/.test(checked.getAttributeNS(checked.namespaceURI, "val")) : undefined,
    text: isEmpty || box ? "" : textOf(contentOf(element)),
  };
}

function textOf(content) {
  const paragraphs = Array.from(content.getElementsByTagNameNS(W, "p"));
  if (paragraphs.length > 0) return paragraphs.map(textOf).join("\n");
  return Array.from(content.getElementsByTagNameNS(W, "*"), (node) => {
    if (node.localName === "t") return node.textContent;
    return { br: "\n", cr: "\n", tab: "\t" }[node.localName] || "";
  }).join("");
}

/** field → value; undefined for a field whose control is gone. */
function valuesOf(fields, controls, prefix = "") {
  const facts = Object.create(null);
  for (const field of fields.filter((one) => !one.fields)) {
    const mine = controls.filter(({ tag }) => tag === prefix + field.name || tag.startsWith(`${prefix}${field.name}=`));
    if (mine.length === 0) continue;
    const chosen = mine.filter((control) => control.isChecked).map(({ tag }) => tag.slice(tag.indexOf("=") + 1));
    facts[field.name] = field.type === "多选" ? chosen.join("、") : normalise(field, mine.map(({ text }) => text).find((text) => text.trim()) || "");
  }
  return facts;
}

/** What is wrong with a document of a template, sentence by sentence. */
export function faultsOf(document, template) {
  const { fields } = template;
  const facts = valuesOf(fields, document.controls);
  const groups = fields.filter((field) => field.fields);
  const rows = new Map(groups.map((group) => [group, (document.rows.get(group.name) || []).map((row) => valuesOf(group.fields, row, `${group.name}.`)).filter((row) => Object.values(row).some(Boolean))]));
  return [
    ...versionFaults(document.properties, template),
    ...fields.filter((field) => !field.fields).reduce((all, field) => all.concat(fieldFaults(field, facts)), []),
    ...groups.reduce((all, group) => all.concat(groupFaults(group, rows.get(group), document.rows.has(group.name), facts)), []),
    ...unknownTags(document, fields),
  ];
}

function versionFaults(properties, { code, version, fingerprint }) {
  const theirs = properties.get("文书版本");
  if (theirs === version && properties.get("字段指纹") === fingerprint) return [];
  if (theirs === version) return [`${code} 第${theirs}版的字段和现在的不一样；下载第${version}版重新填`];
  if (Number(theirs) < Number(version)) return [`${code} 是旧的第${theirs}版，现在是第${version}版；下载第${version}版重新填`];
  return [`${code} 没有第${theirs}版；下载第${version}版重新填`];
}

function fieldFaults(field, facts) {
  const { name } = field;
  const value = facts[name];
  if (value === undefined) return [`填写框“${name}”不见了；下载空白文书重新填，不要删填写框`];
  if (!value) {
    const isNeeded = field.required || (field.needed && holds(field.needed, facts));
    return isNeeded ? [`必填的“${name}”没有填`] : [];
  }
  const refusal = check(field, value);
  if (refusal) return [`“${name}”填得不对：${refusal}`];
  const right = field.computed ? compute(field.computed, facts) : "";
  const wrong = right && right !== value ? [`“${name}”填的是“${display(field, value)}”，推算应当是“${display(field, right)}”`] : [];
  const early = field.notBefore && isOrdered("before", value, facts[field.notBefore] || "") ? [`“${name}”早于“${field.notBefore}”`] : [];
  const late = field.notAfter && isOrdered("after", value, facts[field.notAfter] || "") ? [`“${name}”晚于“${field.notAfter}”`] : [];
  return [...wrong, ...early, ...late];
}

function groupFaults(group, rows, isThere, facts) {
  const { name, least = 1, most } = group;
  if (!isThere) return [`填写框“${name}”不见了；下载空白文书重新填，不要删填写框`];
  const faults = [];
  if (rows.length < least && (group.required || rows.length)) faults.push(`“${name}”至少填 ${least} 行，现在有 ${rows.length} 行`);
  if (rows.length > most) faults.push(`“${name}”最多填 ${most} 行，现在有 ${rows.length} 行`);
  rows.forEach((row, index) => {
    const own = Object.assign(Object.create(null), facts, row);
    for (const column of group.fields) {
      for (const fault of fieldFaults(column, own)) faults.push(`“${name}”第 ${index + 1} 行：${fault}`);
    }
  });
  return faults;
}

function unknownTags({ controls, rows }, fields) {
  const known = new Set();
  const note = (field, prefix) => {
    known.add(prefix + field.name);
    for (const option of field.options || []) known.add(`${prefix}${field.name}=${option}`);
    for (const column of field.fields || []) note(column, `${field.name}.`);
  };
  for (const field of fields) note(field, "");
  const columns = Array.from(rows.values()).reduce((all, items) => all.concat(...items), []);
  const strange = new Set(controls.concat(columns).map(({ tag }) => tag).filter((tag) => !known.has(tag)));
  return Array.from(strange, (tag) => `模板里没有填写框“${tag}”；删去，或者换成现在的空白文书`);
}
