/** The content controls of a .docx as XML. */
import { unpack } from "./fill-zip.js";

export const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
export const W14 = "http://schemas.microsoft.com/office/word/2010/wordml";
const PARTS = /^word\/(document|header\d*|footer\d*)\.xml$/;

export const childOf = (element, name) => Array.from(element.children).find((child) => child.namespaceURI === W && child.localName === name);
export const partOf = (control, name) => {
  const properties = childOf(control, "sdtPr");
  return properties && childOf(properties, name);
};
export const contentOf = (control) => childOf(control, "sdtContent");
export const tagOf = (control) => {
  const tag = partOf(control, "tag");
  return tag ? tag.getAttributeNS(W, "val") : "";
};
export const boxOf = (control) => {
  const properties = childOf(control, "sdtPr");
  return properties && properties.getElementsByTagNameNS(W14, "checkbox")[0];
};
export const controlsIn = (root) => Array.from(root.getElementsByTagNameNS(W, "sdt"));

/** The XML of an entry, and its text. Throws when it is none, or brings entities of its own, which could be endless. */
export function parsed(entry) {
  const text = new TextDecoder().decode(unpack(entry));
  const xml = new DOMParser().parseFromString(text.includes("<!DOCTYPE") ? "" : text, "application/xml");
  if (xml.getElementsByTagName("parsererror").length > 0) throw new RangeError("XML");
  return [xml, text];
}

/** The parts with words: [name, XML document, its text]. Throws when the entries make no .docx. */
export function partsOf(entries) {
  if (!entries.has("word/document.xml")) throw new RangeError("no .docx");
  return Array.from(entries.keys()).filter((name) => PARTS.test(name)).map((name) => [name, ...parsed(entries.get(name))]);
}
