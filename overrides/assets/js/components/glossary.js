/** Narrow the glossary to the terms that are called by some words, or, where none is, to those whose entry has them. */
import { FilterBox, fold } from "./filter-box.js";

const NAMES = /^(全称|简称|也叫|不再使用)：/;

export class Glossary {
  static moduleName = "hb-glossary";

  constructor(root) {
    this.root = root;
    this.entries = Array.from(root.querySelectorAll("dt"), (term) => {
      const parts = [term];
      for (let next = term.nextElementSibling; next && next.tagName === "DD"; next = next.nextElementSibling) parts.push(next);
      const texts = parts.map((part) => part.textContent.trim());
      return { parts, words: fold(texts.join(" ")), names: fold([texts[0], ...texts.filter((text) => NAMES.test(text))].join(" ")) };
    });
    this.box = new FilterBox(root, {
      id: "hb-glossary-filter",
      label: "筛选：打几个字，例如“初核”“批准”",
      narrow: (words) => this.narrow(words),
      found: (shown) => (shown ? `找到${shown}个词` : "没有这个词，换个说法试试，或者用上面的搜索"),
    });
    addEventListener("hashchange", () => this.reveal());
    this.reveal();
  }

  narrow(words) {
    const having = (key) => this.entries.filter((entry) => words.every((word) => entry[key].includes(word)));
    const named = having("names");
    const fitting = new Set(named.length ? named : having("words"));
    for (const entry of this.entries) for (const part of entry.parts) part.hidden = !fitting.has(entry);
    for (const list of this.root.querySelectorAll("dl")) {
      const empty = !list.querySelector("dt:not([hidden])");
      list.hidden = empty;
      const heading = list.previousElementSibling;
      if (heading && heading.tagName === "H2") heading.hidden = empty;
    }
    return fitting.size;
  }

  /** A link leads to a term that is filtered away: show the whole list again. */
  reveal() {
    let target = null;
    try {
      target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch {
      return; // a hash that is no address
    }
    if (!target || !target.hidden || !this.root.contains(target)) return;
    this.box.clear();
    target.scrollIntoView();
  }
}
