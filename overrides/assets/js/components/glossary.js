/** Narrow the glossary to the terms that hold some words. */
import { FilterBox, fold } from "./filter-box.js";

export class Glossary {
  static moduleName = "hb-glossary";

  constructor(root) {
    this.root = root;
    this.entries = Array.from(root.querySelectorAll("dt"), (term) => {
      const parts = [term];
      for (let next = term.nextElementSibling; next && next.tagName === "DD"; next = next.nextElementSibling) parts.push(next);
      return { parts, words: fold(parts.map((part) => part.textContent).join(" ")) };
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
    let shown = 0;
    for (const entry of this.entries) {
      const fits = words.every((word) => entry.words.includes(word));
      shown += fits ? 1 : 0;
      for (const part of entry.parts) part.hidden = !fits;
    }
    for (const list of this.root.querySelectorAll("dl")) {
      const empty = !list.querySelector("dt:not([hidden])");
      list.hidden = empty;
      const heading = list.previousElementSibling;
      if (heading && heading.tagName === "H2") heading.hidden = empty;
    }
    return shown;
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
