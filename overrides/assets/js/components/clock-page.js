/** The time limit calculator: a form, and what follows from it. Nothing is sent or kept. */
import { count, lengthOf } from "./clock-count.js";
import { Calendar, dayFrom, dayOf } from "./clock-days.js";
import { calendarFile } from "./clock-ics.js";
import { ClockResult } from "./clock-result.js";
import { printSlip } from "./clock-slip.js";
import { descriptionOf, sentenceOf, titleOf } from "./clock-words.js";
import { copyText } from "./copy-text.js";
import { saveFile } from "./fill-file.js";

export class ClockPage {
  static moduleName = "hb-clock";

  constructor(root) {
    const { limits, years } = JSON.parse(root.querySelector('script[type="application/json"]').textContent);
    this.root = root;
    this.limits = limits;
    this.calendar = new Calendar(years);
    this.form = root.querySelector("form");
    for (const name of ["limit", "start", "time", "extended", "more", "label"]) this[name] = root.querySelector(`#hb-clock-${name}`);
    this.result = new ClockResult(root.querySelector(".hb-clock__result"), (action) => this.act(action));
    root.querySelector(".hb-clock__off").remove();
    this.form.hidden = false;
    this.listen();
    this.follow();
    this.adapt();
  }

  listen() {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.reckon(true);
    });
    this.form.addEventListener("input", () => this.reckon(false));
    this.limit.addEventListener("change", () => {
      this.adapt();
      if (this.limit.value) history.replaceState(null, "", `#${this.limit.value}`);
      this.reckon(false);
    });
    this.extended.addEventListener("change", () => {
      this.adaptExtension();
      this.reckon(false);
    });
    this.root.querySelector('[data-action="today"]').addEventListener("click", () => {
      this.start.value = today();
      this.reckon(false);
    });
    const chosen = () => this.follow() && this.adapt();
    addEventListener("hashchange", chosen);
    addEventListener("pageshow", ({ persisted }) => persisted && chosen());
    addEventListener("pagehide", () => this.clear());
  }

  /** Choose the limit that the address names; of a limit that cannot be reckoned say why. */
  follow() {
    const anchor = location.hash.slice(1);
    const named = this.limits.filter((each) => each.anchor === anchor || each.id.toLowerCase() === anchor);
    if (named.length === 0) return false;
    const chosen = named.find((each) => each.amount);
    this.limit.value = chosen ? chosen.anchor : "";
    this.result.hide();
    if (!chosen) this.result.refuse(named[0]);
    const top = () => this.root.scrollIntoView();
    top();
    if (document.readyState !== "complete") addEventListener("load", () => setTimeout(top), { once: true }); // behind the browser's own jump
    return true;
  }

  get chosen() {
    return this.limits.find((each) => each.anchor === this.limit.value);
  }

  /** Ask what the chosen limit needs. */
  adapt() {
    const { chosen } = this;
    const timed = Boolean(chosen) && chosen.unit === "小时";
    this.hint("limit", chosen ? `依据：${chosen.basis}` : "");
    this.hint("start", chosen ? `从何时起：${chosen.start}` : "");
    this.root.querySelector(".hb-clock__time").hidden = !timed;
    this.root.querySelector('label[for="hb-clock-start"]').textContent = timed ? "从哪一天、几点几分起算" : "从哪一天起算";
    this.extended.checked = false;
    this.root.querySelector(".hb-clock__extension").hidden = !(chosen && chosen.longest);
    this.adaptExtension();
  }

  adaptExtension() {
    const { longest, approver = "", extension = "" } = this.chosen || {};
    this.root.querySelector(".hb-clock__more").hidden = !(longest && this.extended.checked);
    if (!longest) return;
    this.hint("more", `${extension}。谁批：${approver}`);
    this.more.max = longest.amount;
    this.more.value = longest.amount;
    this.root.querySelector('label[for="hb-clock-more"]').textContent = longest.total ? "连原来的一共" : "延长";
    this.root.querySelector(".hb-clock__unit").textContent = `${lengthOf(longest).replace(/^\d+/, "")}（最多${lengthOf(longest)}）`;
  }

  hint(name, words) {
    this.root.querySelector(`#hb-clock-${name}-hint`).textContent = words;
  }

  /** The case that the form describes, or null; with `tell` what is wrong is said at its input. */
  read(tell, asked) {
    const { chosen } = this;
    const date = this.start.value;
    const timed = Boolean(chosen) && chosen.unit === "小时";
    const faults = [["limit", this.limit, chosen ? "" : "选一个期限"], ["start", this.start, this.wrongStart(date, timed)], ["more", this.more, ""]];
    const extended = Boolean(chosen && chosen.longest && this.extended.checked);
    const amount = Number(this.more.value);
    if (extended && !(Number.isInteger(amount) && amount >= 1 && amount <= chosen.longest.amount)) {
      faults[2][2] = `写1到${chosen.longest.amount}的整数`;
    }
    const wrong = faults.filter(([, , words]) => words);
    if (tell) this.tell(faults, wrong);
    if (asked && wrong.length > 0) wrong[0][1].focus();
    if (wrong.length > 0) return null;
    return {
      ...chosen,
      begin: timed ? `${date}T${this.time.value}` : date,
      given: extended ? { ...chosen.longest, amount } : null,
      label: this.label.value.trim(),
    };
  }

  wrongStart(date, timed) {
    if (dayOf(date) === null) return "填起算的那一天";
    if (date < "2004-01-01" || date > "2099-12-31") return "填2004年到2099年的日子";
    return timed && !this.time.value ? "填几点几分" : "";
  }

  tell(faults, wrong) {
    for (const [name, input] of faults) {
      this.root.querySelector(`#hb-clock-${name}-error`).hidden = true;
      input.removeAttribute("aria-invalid");
    }
    for (const [name, input, words] of wrong) {
      const error = this.root.querySelector(`#hb-clock-${name}-error`);
      error.textContent = words;
      error.hidden = false;
      input.setAttribute("aria-invalid", "true");
    }
  }

  /** Show what follows; asked for (and not only typed towards), the result gets the focus. */
  reckon(asked) {
    const found = this.read(asked || !this.result.hidden, asked);
    this.answer = null;
    if (!found) {
      this.result.hide();
      return;
    }
    const { begin, given } = found;
    const limit = { amount: found.amount, unit: found.unit, rolls: Boolean(found.rolls), rollsBy: found.rollsBy, extension: given };
    this.answer = { ...found, ...count(limit, begin, this.calendar) };
    this.result.show(this.answer, dayOf(today()));
    if (asked) this.result.focus();
  }

  act(action) {
    const { answer } = this;
    if (action === "copy") copyText(sentenceOf(answer)).then((done) => this.result.say(done ? "已经复制。" : "没有复制成，请选中上面那句话复制。"));
    if (action === "print") printSlip(answer);
    if (action === "calendar") {
      const event = { ...answer, id: answer.anchor, start: answer.begin, summary: `${titleOf(answer)}（${answer.words}）到期`, description: descriptionOf(answer) };
      saveFile(`${answer.id}-${answer.last.slice(0, 10)}.ics`, calendarFile(event, new Date()), "text/calendar;charset=utf-8");
      this.result.say("日历文件已经下载，双击它加进日历。");
    }
  }

  clear() {
    this.form.reset();
    this.result.hide();
    this.answer = null;
  }
}

/** Today on this machine. */
function today() {
  const now = new Date();
  const day = dayFrom(now.getFullYear(), now.getMonth(), now.getDate());
  return new Date(day * 86400000).toISOString().slice(0, 10);
}
