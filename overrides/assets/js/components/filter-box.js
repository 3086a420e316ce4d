/** A box above a list that narrows it to what holds some words; without scripts the whole list is there. */
export class FilterBox {
  /**
   * @param root the element that gets the box as its first child
   * @param options id of the input; label above it; narrow(words), which shows what holds every word and returns how
   *   many; found(number), the sentence that says it
   */
  constructor(root, { id, label, narrow, found }) {
    this.narrow = narrow;
    this.found = found;
    const box = document.createElement("div");
    box.className = "hb-filter";
    const name = box.appendChild(document.createElement("label"));
    name.htmlFor = id;
    name.textContent = label;
    this.input = box.appendChild(document.createElement("input"));
    Object.assign(this.input, { id, type: "search", autocomplete: "off" });
    this.count = box.appendChild(document.createElement("p"));
    this.count.className = "hb-filter__count";
    this.count.setAttribute("role", "status");
    this.input.addEventListener("input", () => this.update());
    root.prepend(box);
  }

  update() {
    const words = fold(this.input.value).split(/\s+/).filter(Boolean);
    const shown = this.narrow(words);
    this.count.textContent = words.length ? this.found(shown) : "";
  }

  clear() {
    this.input.value = "";
    this.update();
  }
}

/** Text as it is compared: full-width and capital letters are as good as others. */
export function fold(text) {
  return text.normalize("NFKC").toLowerCase();
}
