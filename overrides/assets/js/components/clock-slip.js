/** A slip of one A4 page for the file of a case: what was counted, from when, to when, and why. */
import { saidOf } from "./clock-days.js";
import { extensionOf, momentOf, titleOf } from "./clock-words.js";
import { add } from "./elements.js";

const PRINTING = "hb-printing-slip";

/** Print the slip alone, and leave the page as it was. */
export function printSlip(answer) {
  const slip = slipOf(answer);
  const root = document.documentElement;
  const clean = () => {
    slip.remove();
    root.classList.remove(PRINTING);
    removeEventListener("afterprint", clean);
  };
  document.body.appendChild(slip);
  root.classList.add(PRINTING);
  addEventListener("afterprint", clean);
  print();
}

function slipOf(answer) {
  const slip = document.createElement("section");
  slip.className = "hb-slip";
  add(slip, "h1", "hb-slip__title", "期限单");
  const table = add(slip, "table", "hb-slip__table");
  const row = (name, words, className = "") => {
    const line = add(table, "tr");
    add(line, "th", "", name).scope = "row";
    add(line, "td", className, words || "　");
  };
  row("记号", answer.label);
  row("事项", titleOf(answer));
  row("起算", `${momentOf(answer.begin)}（${answer.start}）`);
  row("期限", `${answer.words}${answer.given ? `；经批准${extensionOf(answer)}` : ""}`);
  row(answer.unit === "小时" ? "最迟" : "最后一天", momentOf(answer.last), "hb-slip__last");
  row("能否延长", `${answer.extension}${answer.approver ? `（谁批：${answer.approver}）` : ""}`);
  row("依据", answer.basis);
  if (answer.note) row("还要知道", answer.note);
  add(slip, "h2", "hb-slip__heading", "怎么数的");
  const list = add(slip, "ol", "hb-slip__reasons");
  for (const reason of [...answer.reasons, ...notable(answer)]) add(list, "li", "", reason);
  add(slip, "p", "hb-slip__sign", "承办人（签名）：　　　　　　　　　　　　年　　月　　日");
  add(slip, "p", "hb-slip__foot", "按手册登记的时限和放假安排在本机算出。县（市、区）纪委监委的书面规定更短的，按书面规定办。");
  return slip;
}

/** The days that did not count, and weekends that did. */
function notable({ unit, days }) {
  if (unit !== "工作日") return [];
  const skipped = days.slice(1).filter(({ counts }) => counts === "");
  const made = days.filter(({ why }) => why === "调休上班日");
  const said = (list) => list.map(({ day }) => saidOf(day).replace(/^\d+年/, "").replace("星期", "")).join("、");
  return [
    ...(skipped.length > 0 ? [`跳过的日子：${said(skipped)}。`] : []),
    ...(made.length > 0 ? [`照数的调休上班日：${said(made)}。`] : []),
  ];
}
