/** Fill in documents in the browser: ask, check, work out, and hand over the filled .docx. Nothing leaves the page. */
import { fill } from "./fill-docx.js";
import { FactsError, readFacts, writeFacts } from "./fill-facts.js";
import { loadBlank, readFile, saveFile } from "./fill-file.js";
import { compute } from "./fill-logic.js";
import { factsOf, questionsIn } from "./fill-question.js";
import { Summary } from "./fill-summary.js";
import { entryOf, zip } from "./fill-zip.js";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

export class FillForm {
  static moduleName = "hb-fill";

  constructor(root) {
    this.root = root;
    this.specification = JSON.parse(root.querySelector('script[type="application/json"]').textContent);
    this.form = root.querySelector("form");
    this.start = root.querySelector(".hb-fill__start");
    this.chooser = root.querySelector(".hb-fill__file");
    this.status = root.querySelector(".hb-fill__status");
    this.summary = new Summary(root.querySelector(".hb-fill__summary"));
    this.questions = questionsIn(this.form, this.specification.fields);
    this.unknown = new Map(); // facts of a file that this form does not ask
    this.isChanged = false;
    root.querySelector(".hb-fill__off").remove();
    this.start.hidden = false;
    this.listen();
  }

  listen() {
    const actions = { open: () => this.open(), save: () => this.save(), load: () => this.chooser.click(), clear: () => this.ask(), draft: () => this.deliver({ isDraft: true }) };
    this.root.addEventListener("click", ({ target }) => {
      const button = target.closest("[data-action]");
      if (button && actions[button.dataset.action]) actions[button.dataset.action]();
    });
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
    this.form.addEventListener("input", ({ target }) => target !== this.chooser && this.changed());
    this.form.addEventListener("change", ({ target }) => (target === this.chooser ? this.load() : this.left(target)));
    addEventListener("beforeunload", (event) => {
      if (!this.isChanged) return;
      event.preventDefault();
      event.returnValue = "";
    });
    addEventListener("pagehide", () => this.clear()); // the browser may keep the page for its Back button
  }

  /** Open the form, and fetch the blank documents meanwhile. */
  open() {
    const button = this.start.querySelector("button");
    this.form.hidden = !this.form.hidden;
    button.setAttribute("aria-expanded", String(!this.form.hidden));
    button.textContent = this.form.hidden ? "打开填写表单" : "收起填写表单";
    if (this.form.hidden) return;
    this.blanks().catch(() => {}); // it is tried again, and reported, when a document is wanted
    this.questions[0].target.focus();
  }

  blanks() {
    return Promise.all(this.specification.documents.map(loadBlank));
  }

  get leaves() {
    return this.questions.reduce((all, question) => all.concat(question.leaves), []);
  }

  /** Every question with the facts that its conditions and computations may name: in a row, the row's come first. */
  forEach(act) {
    const facts = factsOf(this.questions);
    for (const question of this.questions) {
      act(question, question.field.of ? this.factsOf(question.field.of, facts) : facts);
      for (const { questions } of question.rows || []) {
        const own = Object.assign(Object.create(null), facts, factsOf(questions));
        for (const inner of questions) act(inner, own);
      }
    }
  }

  /** The facts by the names that one document gives them. */
  factsOf(code, facts) {
    const own = this.specification.fields.filter((field) => field.of === code);
    return Object.assign(Object.create(null), facts, ...own.map((field) => ({ [field.as]: facts[field.name] })));
  }

  /** Work out what follows from other answers; what follows from that takes another round. */
  work() {
    let isSettled = false;
    for (let round = 0; !isSettled && round < 5; round += 1) {
      isSettled = true;
      this.forEach((question, facts) => {
        if (!question.field.computed) return;
        const value = compute(question.field.computed, this.valid(question, facts));
        isSettled = isSettled && value === question.value;
        question.compute(value);
      });
    }
  }

  /** The facts without those that are wrong: nothing follows from them. */
  valid(question, facts) {
    const names = new Set(question.field.computed.fields);
    const wrong = this.leaves.filter((leaf) => names.has(leaf.field.as || leaf.name) && leaf.problem(facts) && leaf.value === facts[leaf.field.as || leaf.name]);
    return Object.assign(Object.create(null), facts, ...wrong.map((leaf) => ({ [leaf.field.as || leaf.name]: "" })));
  }

  /** Something was typed: a message goes as soon as its reason is gone. */
  changed() {
    this.isChanged = true;
    this.work();
    this.forEach((question, facts) => question.message && question.show(question.problem(facts)));
    this.summary.update(this.wrong);
  }

  /** An input was left: tidy its value and say what is wrong with it. */
  left(input) {
    this.forEach((question, facts) => {
      if (question.inputs && question.inputs.includes(input)) {
        question.settle();
        if (question.value || question.message || input.validity.badInput) question.show(question.problem(facts));
      }
    });
    this.changed();
  }

  get wrong() {
    return this.questions.reduce((all, question) => all.concat(question, question.rows ? question.leaves : []), []).filter((question) => question.message);
  }

  submit() {
    this.forEach((question, facts) => {
      question.settle();
      question.show(question.problem(facts));
    });
    this.summary.show(this.wrong);
    if (this.wrong.length === 0) this.deliver({ isDraft: false });
    else this.wrong[0].target.focus();
  }

  /** Hand over the filled document; of a set, all of them in one .zip. */
  deliver({ isDraft }) {
    const { title, fields, documents } = this.specification;
    const mark = isDraft ? "（未填完）" : "（已填）";
    const facts = factsOf(this.questions);
    this.say("正在生成……");
    return this.blanks().then((blanks) => {
      const files = blanks.map((blank, index) => {
        const { code } = documents[index];
        const named = fields.map((field) => (field.of === code ? Object.assign({}, field, { name: field.as }) : field));
        return fill(blank, named, this.factsOf(code, facts), { isDraft });
      });
      const name = `${title}${mark}.${documents.length > 1 ? "zip" : "docx"}`;
      if (documents.length > 1) {
        const entry = (file, index) => [`${index + 1} ${documents[index].title}${mark}.docx`, entryOf(file, { isPacked: true })];
        saveFile(name, zip(new Map(files.map(entry))), "application/zip");
      } else {
        saveFile(name, files[0], DOCX);
      }
      this.isChanged = false;
      this.say(`已生成“${name}”，在浏览器的下载文件夹里。打开核对一遍再用。`);
    }).catch((error) => this.say(`没有生成：${error.message}`));
  }

  save() {
    const { title } = this.specification;
    saveFile(`${title}（事实）.json`, writeFacts(this.specification, factsOf(this.questions), this.unknown), "application/json");
    this.isChanged = false;
    this.say("已保存成 .json 文件，在浏览器的下载文件夹里。里面就是填的内容，按保密规定保管。");
  }

  load() {
    const file = this.chooser.files[0];
    this.chooser.value = "";
    if (!file) return undefined;
    return readFile(file)
      .then((bytes) => this.take(readFacts(new TextDecoder().decode(bytes), this.specification)))
      .catch((error) => {
        if (!(error instanceof FactsError)) throw error;
        this.say(`没有读入：${error.message}`);
      });
  }

  /** Put the facts of a file into the form, and say what it could not take. */
  take({ values, unknown, refused, isOther, isOld }) {
    for (const question of this.questions) {
      if (values.has(question.name)) question.value = values.get(question.name);
    }
    this.unknown = unknown;
    this.work();
    this.forEach((question, facts) => question.show(question.value.length > 0 ? question.problem(facts) : ""));
    this.summary.show([]);
    this.isChanged = true;
    const lines = [`读入了 ${values.size} 项。`];
    if (isOther) lines.push("文件是从别的文书保存的，只读入了同名的项。");
    if (isOld) lines.push("文件是用旧版文书保存的，请核对一遍。");
    if (unknown.size > 0) lines.push(`这里用不到的项，保存时会留着：${Array.from(unknown.keys()).join("、")}。`);
    if (refused.length > 0) lines.push(`格式不对、没有读入的项：${refused.join("、")}。`);
    this.say(lines.join(""));
  }

  ask() {
    if (!confirm("清空表单里填的所有内容？")) return;
    this.clear();
    this.say("已清空。");
    this.questions[0].target.focus();
  }

  clear() {
    for (const question of this.questions) {
      question.value = question.rows ? [] : "";
      question.show("");
    }
    this.form.reset(); // also half-written dates
    this.unknown = new Map();
    this.work();
    this.summary.show([]);
    this.isChanged = false;
  }

  say(words) {
    this.status.textContent = words;
  }
}
