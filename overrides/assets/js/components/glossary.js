/** Narrow the glossary to the terms that hold some words; without this script the whole list is there. */
export class Glossary {
  static moduleName = "hb-glossary";

  constructor(root) {
    this.root = root;
    this.entries = Array.from(root.querySelectorAll("dt"), (term) => {
      const parts = [term];
      for (let next = term.nextElementSibling; next && next.tagName === "DD"; next = next.nextElementSibling) parts.push(next);
      return { parts, words: fold(parts.map((part) => part.textContent).join(" ")) };
    });
    this.addBox();
    addEventListener("hashchange", () => this.reveal());
    this.reveal();
  }

  addBox() {
    const box = document.createElement("div");
    box.className = "hb-glossary__filter";
    const label = box.appendChild(document.createElement("label"));
    label.htmlFor = "hb-glossary-filter";
    label.textContent = "筛选：打几个字，例如“初核”“批准”";
    this.input = box.appendChild(document.createElement("input"));
    Object.assign(this.input, { id: "hb-glossary-filter", type: "search", autocomplete: "off" });
    this.count = box.appendChild(document.createElement("p"));
    this.count.className = "hb-glossary__count";
    this.count.setAttribute("role", "status");
    this.input.addEventListener("input", () => this.narrow());
    this.root.prepend(box);
  }

  narrow() {
    const words = fold(this.input.value).split(/\s+/).filter(Boolean);
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
    this.count.textContent = words.length ? (shown ? `找到${shown}个词` : "没有这个词，换个说法试试，或者用上面的搜索") : "";
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
    this.input.value = "";
    this.narrow();
    target.scrollIntoView();
  }
}

function fold(text) {
  return text.normalize("NFKC").toLowerCase();
}
