/** Let readers of narrow screens and users of keyboards read the tables that are wider than the page. */
const COLUMNS = 3; // fewer fit on every phone
const WORDS = 10; // letters; tables of shorter cells, such as counts, are read across
const PASSED = ".hb-register, .hb-case, .hb-page--coverage"; // cards by their own style, or columns of counts

export function makeTablesScrollable(root) {
  const scrollers = Array.from(root.querySelectorAll(".md-typeset__table"), (table) => table.parentElement);
  const adapt = () => scrollers.forEach((scroller, index) => {
    if (scroller.scrollWidth > scroller.clientWidth) {
      scroller.setAttribute("tabindex", "0");
      scroller.setAttribute("role", "region");
      scroller.setAttribute("aria-label", `表格${index + 1}，可以左右滚动`);
    } else {
      for (const name of ["tabindex", "role", "aria-label"]) scroller.removeAttribute(name);
    }
  });
  adapt();
  addEventListener("resize", adapt);
}

/** Give each cell the words of its column, so that the style can show a row as a card on a phone. */
export function labelCells(root) {
  for (const frame of root.querySelectorAll(".md-typeset__table")) {
    const table = frame.querySelector("table");
    const heads = Array.from(table.querySelectorAll("thead th"), (head) => head.textContent.trim());
    const rows = Array.from(table.tBodies).flatMap((body) => Array.from(body.rows));
    if (heads.length < COLUMNS || frame.closest(PASSED) || !rows.some(isWordy)) continue;
    frame.classList.add("hb-stack");
    for (const row of rows) Array.from(row.cells).forEach((cell, index) => label(cell, heads[index]));
  }
}

function isWordy(row) {
  return Array.from(row.cells).slice(1).some((cell) => cell.textContent.trim().length > WORDS);
}

function label(cell, head) {
  const says = cell.textContent.trim();
  if (!says || says === "同上") cell.classList.add("hb-stack__idle");
  else if (head && cell.cellIndex > 0) cell.setAttribute("data-head", `${head}：`);
}
