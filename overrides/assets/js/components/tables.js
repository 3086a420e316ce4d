/** Let a keyboard scroll the tables that are wider than the page. */
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
