/** The questions of a form: one for each field, and one with rows of questions for each group. */
import { holds, isOrdered } from "./fill-logic.js";
import { check, display, normalise } from "./fill-values.js";

/** The questions whose elements stand in `parent`, in the order of their fields. */
export function questionsIn(parent, fields) {
  const elements = new Map(Array.from(parent.children, (child) => [child.dataset.field, child]));
  return fields.map((field) => new (field.fields ? Group : Question)(elements.get(field.name), field));
}

/** The answers by name; none has a name of its prototype. */
export function factsOf(questions) {
  const facts = Object.create(null);
  for (const question of questions) facts[question.name] = question.value;
  return facts;
}

/** Show what is wrong in the place that the page keeps for it. */
function show(question, message) {
  question.message = message;
  question.place.textContent = message;
  question.place.hidden = !message;
  question.element.classList.toggle("hb-fill__field--wrong", Boolean(message));
}

export class Question {
  constructor(element, field) {
    this.element = element;
    this.field = field;
    this.name = field.name;
    this.message = "";
    this.place = element.querySelector(".hb-fill__error");
    this.inputs = Array.from(element.querySelectorAll("input, select, textarea"));
    this.target = this.inputs[0];
    this.isChoice = field.type === "单选" || field.type === "多选";
    this.stored = ""; // what was worked out, of a computed field
  }

  get value() {
    if (this.field.computed) return this.stored;
    if (this.field.type === "多选") return this.inputs.filter((box) => box.checked).map((box) => box.value).join("、");
    return normalise(this.field, this.target.value);
  }

  set value(value) {
    if (this.field.computed) return;
    const chosen = value.split("、");
    if (this.field.type === "多选") for (const box of this.inputs) box.checked = chosen.includes(box.value);
    else this.target.value = value;
  }

  /** The questions that have values of their own. */
  get leaves() {
    return [this];
  }

  compute(value) {
    this.stored = value;
    this.target.value = display(this.field, value);
  }

  /** Write the answer as it is kept. */
  settle() {
    const { value, target } = this;
    if (!this.isChoice && !this.field.computed && target.value !== value) target.value = value;
  }

  /** Why the answer will not do, or "". */
  problem(facts) {
    const { field, name, target, value } = this;
    if (target.validity.badInput) return `“${name}”没有写全，或者没有这样的日期、时间`; // such input has no value
    if (value) return check(field, value) || this.outOfBounds(value, facts);
    const isNeeded = field.required || (field.needed && holds(field.needed, facts));
    if (!isNeeded) return "";
    return field.computed ? `先填好“${field.computed.fields.join("”“")}”` : `${this.isChoice ? "请选" : "请填"}“${name}”`;
  }

  outOfBounds(value, facts) {
    const { notBefore, notAfter } = this.field;
    if (notBefore && isOrdered("before", value, facts[notBefore] || "")) return `“${this.name}”不能早于“${notBefore}”`;
    return notAfter && isOrdered("after", value, facts[notAfter] || "") ? `“${this.name}”不能晚于“${notAfter}”` : "";
  }

  show(message) {
    if (message === this.message) return;
    show(this, message);
    for (const input of this.inputs) {
      if (message) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
    }
  }
}

/** A group: as many rows of the same questions as a person adds. */
export class Group {
  constructor(element, field) {
    this.element = element;
    this.field = field;
    this.name = field.name;
    this.message = "";
    this.place = element.querySelector(".hb-fill__error");
    this.list = element.querySelector(".hb-fill__rows");
    this.model = element.querySelector("template").content.firstElementChild;
    this.target = element.querySelector('[data-action="add-row"]');
    this.rows = [];
    this.made = 0;
    this.value = [];
    element.addEventListener("click", (event) => this.click(event.target));
  }

  get value() {
    return this.rows.map(({ questions }) => factsOf(questions)).filter((row) => Object.values(row).some(Boolean));
  }

  set value(rows) {
    this.list.textContent = "";
    this.rows = [];
    const count = Math.max(rows.length, this.field.least || 1);
    for (let index = 0; index < count; index += 1) {
      const { questions } = this.add();
      for (const question of questions) question.value = (rows[index] && rows[index][question.name]) || "";
    }
  }

  get leaves() {
    return this.rows.reduce((all, { questions }) => all.concat(questions), []);
  }

  /** Add a row that asks the same, each input with an id of its own. */
  add() {
    this.made += 1;
    const element = document.importNode(this.model, true);
    for (const part of element.querySelectorAll("[id], [for], [aria-describedby]")) {
      for (const name of ["id", "for", "aria-describedby"]) {
        if (part.hasAttribute(name)) part.setAttribute(name, part.getAttribute(name).replace(/-r0-/g, `-r${this.made}-`));
      }
    }
    this.list.appendChild(element);
    const row = { element, questions: questionsIn(element, this.field.fields) };
    this.rows.push(row);
    this.number();
    return row;
  }

  click(button) {
    const row = this.rows.find(({ element }) => element.contains(button));
    if (button.dataset.action === "add-row" && this.rows.length < this.field.most) {
      this.add().questions[0].target.focus();
    } else if (button.dataset.action === "remove-row" && row) {
      const index = this.rows.indexOf(row);
      row.element.remove();
      this.rows.splice(index, 1);
      this.number();
      const next = this.rows[Math.min(index, this.rows.length - 1)];
      (next ? next.questions[0].target : this.target).focus();
    } else {
      return;
    }
    this.element.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** Name the rows, and let there be no fewer and no more than the document takes. */
  number() {
    const { least = 1, most } = this.field;
    this.rows.forEach(({ element, questions }, index) => {
      for (const question of questions) question.row = `${this.name}第${index + 1}行，`;
      element.setAttribute("aria-label", `${this.name}第${index + 1}行`);
      element.querySelector(".hb-fill__row-number").textContent = `第${index + 1}行`;
      const remove = element.querySelector('[data-action="remove-row"]');
      remove.setAttribute("aria-label", `删除第${index + 1}行`);
      remove.hidden = this.rows.length <= Math.max(least, 1);
    });
    this.target.disabled = this.rows.length >= most;
  }

  settle() {}

  problem(facts) {
    const { field, name } = this;
    const { least = 1, most } = field;
    const count = this.value.length;
    if (count < least && (field.required || count)) return `“${name}”至少填 ${least} 行，现在有 ${count} 行`;
    if (count > most) return `“${name}”最多填 ${most} 行，现在有 ${count} 行`;
    return count === 0 && field.needed && holds(field.needed, facts) ? `请填“${name}”` : "";
  }

  show(message) {
    if (message !== this.message) show(this, message);
  }
}
