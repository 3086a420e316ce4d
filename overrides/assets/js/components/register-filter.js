/** Show only some rows of the page of all time limits: by area, by unit, by a word. Without it all stand there. */
import { add } from "./elements.js";

export class RegisterFilter {
  static moduleName = "hb-register";

  constructor(root) {
    this.rows = Array.from(root.querySelectorAll("tbody tr"), (row) => {
      const { units, areas, partOf } = facts(row);
      return { row, units, areas, partOf, words: row.textContent.toLowerCase() };
    });
    const form = document.createElement("form");
    form.className = "hb-register__filter";
    form.setAttribute("role", "search");
    form.setAttribute("aria-label", "筛选时限");
    this.area = this.choice(form, "hb-register-area", "业务", "areas");
    this.unit = this.choice(form, "hb-register-unit", "单位", "units");
    this.word = this.input(form);
    this.count = add(form, "p", "hb-register__count");
    this.count.setAttribute("role", "status");
    root.insertBefore(form, root.firstChild);
    form.addEventListener("input", () => this.apply());
    form.addEventListener("submit", (event) => event.preventDefault());
    addEventListener("hashchange", () => this.reveal());
    this.apply();
  }

  choice(form, id, name, key) {
    const field = add(form, "span", "hb-register__field");
    add(field, "label", "", name).htmlFor = id;
    const select = add(field, "select", "hb-fill__input");
    select.id = id;
    add(select, "option", "", "全部").value = "";
    const found = new Set(this.rows.flatMap((each) => each[key]));
    for (const value of found) add(select, "option", "", value).value = value;
    return select;
  }

  input(form) {
    const field = add(form, "span", "hb-register__field");
    add(field, "label", "", "找一个词").htmlFor = "hb-register-word";
    const input = add(field, "input", "hb-fill__input");
    input.id = "hb-register-word";
    input.type = "search";
    input.autocomplete = "off";
    return input;
  }

  /** A limit shows with all of its parts when it, or one of them, is meant. */
  apply() {
    const word = this.word.value.trim().toLowerCase();
    const shown = new Set();
    for (const { row, units, areas, partOf, words } of this.rows) {
      const fits = (!this.area.value || areas.includes(this.area.value)) && (!this.unit.value || units.includes(this.unit.value));
      if (fits && words.includes(word)) shown.add(partOf || idOf(row));
    }
    for (const { row, partOf } of this.rows) row.hidden = !shown.has(partOf || idOf(row));
    this.count.textContent = shown.size > 0 ? `共${shown.size}条` : "没有这样的时限，换一个条件";
  }

  /** A row that a link leads to is never hidden. */
  reveal() {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !target.closest("tr") || !target.closest("tr").hidden) return;
    for (const input of [this.area, this.unit, this.word]) input.value = "";
    this.apply();
    target.scrollIntoView();
  }
}

const idOf = (row) => row.cells[0].id;

function facts(row) {
  const { unit = "", areas = "", partOf = "" } = row.cells[0].dataset;
  return { units: unit.split(" ").filter(Boolean), areas: areas.split(" ").filter(Boolean), partOf };
}
