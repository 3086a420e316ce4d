/** Fill the content controls of a .docx; what is no control stays as it was. */
import { display, isDay, tidy } from "./fill-values.js";
import { W, W14, boxOf, childOf, contentOf, controlsIn, partOf, partsOf, tagOf } from "./fill-xml.js";
import { entryOf, unzip, zip } from "./fill-zip.js";

const XML = "http://www.w3.org/XML/1998/namespace";
const PLACEHOLDER = "PlaceholderText";
const BLANK = " "; // Word takes a control without any text for one that shows its prompt

/**
 * A filled copy of a blank document. `facts`: name of a field → its value; name of a group → a list of such rows.
 * In a draft what has no value keeps its prompt, to be filled in later; a finished document has none, as Word prints them.
 */
export function fill(bytes, fields, facts, { isDraft }) {
  const entries = unzip(bytes);
  const known = fieldsByTag(fields);
  for (const [name, xml, text] of partsOf(entries)) {
    if (controlsIn(xml).length === 0) continue;
    new Filler(xml, known, facts, isDraft).fill();
    const [declaration] = /^<\?xml[^>]*>\s*/.exec(text) || [""];
    entries.set(name, entryOf(new TextEncoder().encode(declaration + new XMLSerializer().serializeToString(xml.documentElement))));
  }
  return zip(entries);
}

/** Tag → field; a group's own fields have the group before a dot. */
function fieldsByTag(fields) {
  const known = new Map();
  for (const field of fields) {
    known.set(field.name, field);
    for (const inner of field.fields || []) known.set(`${field.name}.${inner.name}`, inner);
  }
  return known;
}

class Filler {
  constructor(xml, known, facts, isDraft) {
    this.xml = xml;
    this.known = known;
    this.facts = facts;
    this.isDraft = isDraft;
    this.lastId = Math.max(0, ...controlsIn(xml).map((control) => {
      const id = partOf(control, "id");
      return id ? Number(id.getAttributeNS(W, "val")) || 0 : 0;
    }));
  }

  fill() {
    const controls = controlsIn(this.xml);
    for (const control of controls) {
      const tag = tagOf(control);
      if (tag.endsWith("[]")) this.repeat(control, tag.slice(0, -2));
    }
    for (const control of controls) this.set(control, tagOf(control), this.facts);
  }

  /** As many copies of a group's first row as it has values. */
  repeat(control, name) {
    const rows = this.facts[name];
    if (!rows || rows.length === 0) return;
    const content = contentOf(control);
    const blank = content.children[0].cloneNode(true);
    while (content.lastElementChild !== content.children[0]) content.lastElementChild.remove();
    rows.forEach((row, index) => {
      const item = index === 0 ? content.children[0] : content.appendChild(this.withNewIds(blank.cloneNode(true)));
      for (const inner of controlsIn(item)) {
        const tag = tagOf(inner);
        if (tag.startsWith(`${name}.`)) this.set(inner, tag, row, tag.slice(name.length + 1));
      }
    });
  }

  withNewIds(item) {
    for (const id of [item, ...controlsIn(item)].map((control) => partOf(control, "id")).filter(Boolean)) {
      this.lastId += 1;
      id.setAttributeNS(W, "w:val", this.lastId);
    }
    return item;
  }

  /** Put the value of a field into its control; without one a draft's control stays as it is, and others are blank. */
  set(control, tag, facts, key = tag) {
    const at = key.indexOf("=");
    const value = tidy(String(facts[at < 0 ? key : key.slice(0, at)] || ""));
    const placeholder = partOf(control, "showingPlcHdr");
    if (!value && (this.isDraft || !placeholder)) return;
    if (boxOf(control)) {
      this.mark(control, value.split("、").includes(key.slice(at + 1)));
      return;
    }
    if (placeholder) placeholder.remove();
    const date = partOf(control, "date");
    if (date && isDay(value)) date.setAttributeNS(W, "w:fullDate", `${value}T00:00:00Z`);
    this.write(contentOf(control), value ? display(this.known.get(tag) || {}, value) : BLANK);
  }

  /** One paragraph for each line where the control holds paragraphs; line breaks where it stands in a line. */
  write(content, text) {
    const model = content.getElementsByTagNameNS(W, "r")[0];
    const run = (line) => this.run(line, model);
    const paragraph = childOf(content, "p");
    if (!paragraph) {
      content.textContent = "";
      content.appendChild(run(text));
      return;
    }
    const properties = childOf(paragraph, "pPr");
    const lines = text.split("\n").map((line) => line.trim()).filter(Boolean);
    content.textContent = "";
    for (const line of lines.length > 0 ? lines : [text]) {
      const made = content.appendChild(paragraph.cloneNode(false));
      if (properties) made.appendChild(properties.cloneNode(true));
      made.appendChild(run(line));
    }
  }

  /** A run that looks like the one before, placeholder style aside. */
  run(text, model) {
    const run = this.element("r");
    const properties = model && childOf(model, "rPr");
    const kept = properties && properties.cloneNode(true);
    const style = kept && childOf(kept, "rStyle");
    if (style && style.getAttributeNS(W, "val") === PLACEHOLDER) style.remove();
    if (kept && kept.children.length > 0) run.appendChild(kept);
    text.split("\n").forEach((line, index) => {
      if (index > 0) run.appendChild(this.element("br"));
      const words = run.appendChild(this.element("t"));
      words.setAttributeNS(XML, "xml:space", "preserve");
      words.textContent = line;
    });
    return run;
  }

  mark(control, isChosen) {
    const state = boxOf(control).getElementsByTagNameNS(W14, "checked")[0];
    if (state) state.setAttributeNS(W14, "w14:val", isChosen ? "1" : "0");
    const shown = contentOf(control).getElementsByTagNameNS(W, "t")[0];
    if (shown) shown.textContent = isChosen ? "☑" : "☐";
  }

  element(name) {
    return this.xml.createElementNS(W, `w:${name}`);
  }
}
