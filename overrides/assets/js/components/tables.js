/** Let a keyboard scroll the tables that are wider than the page. */
export function makeTablesScrollable(root) {
  for (const wrap of root.querySelectorAll(".md-typeset__table")) {
    const scroller = wrap.parentElement;
    const narrow = () => {
      if (scroller.scrollWidth > scroller.clientWidth) {
        scroller.setAttribute("tabindex", "0");
        scroller.setAttribute("role", "region");
        scroller.setAttribute("aria-label", "表格，可以左右滚动");
      } else {
        for (const name of ["tabindex", "role", "aria-label"]) scroller.removeAttribute(name);
      }
    };
    narrow();
    addEventListener("resize", narrow);
  }
}
