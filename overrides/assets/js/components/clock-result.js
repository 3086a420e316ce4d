/** What the calculator shows: the last day, how it was counted, and what can be done with it. */
import { saidOf } from "./clock-days.js";
import { distanceOf, extensionOf, momentOf, sentenceOf } from "./clock-words.js";
import { add } from "./elements.js";

const ACTIONS = [["copy", "复制这句话"], ["calendar", "加进日历（.ics）"], ["print", "打印期限单"]];

export class ClockResult {
  constructor(place, act) {
    this.place = place;
    place.addEventListener("click", (event) => {
      const button = event.target.closest("[data-action]");
      if (button) act(button.dataset.action);
    });
  }

  get hidden() {
    return this.place.hidden;
  }

  hide() {
    this.place.hidden = true;
    this.place.textContent = "";
  }

  focus() {
    this.place.focus();
  }

  say(words) {
    this.place.querySelector('[role="status"]').textContent = words;
  }

  /** A limit that has no last day. */
  refuse({ id, subject, words }) {
    this.place.textContent = "";
    add(this.place, "p", "hb-clock__last", `${id} ${subject}：算不出到期日`);
    add(this.place, "p", "", words);
    this.place.hidden = false;
  }

  show(answer, today) {
    this.place.textContent = "";
    this.place.hidden = false;
    if (answer.last) this.found(answer, today);
    else this.open(answer);
    add(this.place, "p", "hb-clock__title", "怎么数的");
    const list = add(this.place, "ol", "hb-clock__reasons");
    for (const reason of answer.reasons) add(list, "li", "", reason);
    if (answer.days.length > 0) this.days(answer.days);
    this.facts(answer);
  }

  found(answer, today) {
    add(this.place, "p", "hb-clock__last", `${answer.unit === "小时" ? "最迟" : "最后一天"}：${momentOf(answer.last)}`);
    add(this.place, "p", "hb-clock__distance", distanceOf(answer.last, today));
    add(this.place, "p", "hb-clock__sentence", sentenceOf(answer));
    const row = add(this.place, "p", "hb-clock__actions");
    for (const [action, words] of ACTIONS) {
      const button = add(row, "button", "md-button hb-fill__button", words);
      button.type = "button";
      button.dataset.action = action;
    }
    add(this.place, "p", "hb-clock__status").setAttribute("role", "status");
  }

  /** The year's holidays are not announced. */
  open(answer) {
    add(this.place, "p", "hb-clock__last", `${answer.year}年放假安排未公布，现在算不出来`);
    const safe = answer.before ? `先按${momentOf(answer.before)}掌握，不会超期。` : `最后一天不会早于${momentOf(answer.earliest)}，不晚于这一天办完，就不会超期。`;
    add(this.place, "p", "", `${safe}公布以后，由维护人员在放假安排里填上这一年。`);
  }

  days(days) {
    const details = add(this.place, "details", "hb-clock__days");
    details.open = days.length <= 32;
    add(details, "summary", "", `一天一天看（${days.length}天）`);
    const scroller = add(details, "div", "hb-clock__scroller");
    const table = add(scroller, "table", "hb-clock__table");
    const head = add(add(table, "thead"), "tr");
    for (const words of ["日期", "第几天", "为什么"]) add(head, "th", "", words).scope = "col";
    const body = add(table, "tbody");
    for (const { day, counts, why } of days) {
      const row = add(body, "tr", counts === "" ? "hb-clock__skipped" : "");
      add(row, "td", "", saidOf(day));
      add(row, "td", "", counts === "" ? "—" : String(counts));
      add(row, "td", "", why);
    }
  }

  facts(answer) {
    const list = add(this.place, "dl", "hb-clock__facts");
    const facts = [
      ["期限", answer.words],
      ["从何时起", answer.start],
      ["能否延长", `${extensionOf(answer) || answer.extension}${answer.approver ? `（谁批：${answer.approver}）` : ""}`],
      ["依据", answer.basis],
      ["还要知道", answer.note],
    ];
    for (const [name, words] of facts.filter(([, words]) => words)) {
      add(list, "dt", "", name);
      add(list, "dd", "", words);
    }
  }
}
