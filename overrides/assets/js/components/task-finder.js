/** Narrow the tasks of the home page to what one has at hand, and open the groups that hold them. */
import { FilterBox, fold } from "./filter-box.js";

export class TaskFinder {
  static moduleName = "hb-finder";

  constructor(root) {
    this.groups = Array.from(root.querySelectorAll("details"), (group) => {
      const name = fold(group.querySelector("summary").textContent);
      const tasks = Array.from(group.querySelectorAll("li"), (item) => ({ item, words: `${name} ${fold(item.textContent)}` }));
      return { group, tasks, called: fold(group.getAttribute("data-called") || "") };
    });
    this.headings = Array.from(root.querySelectorAll("h3"));
    new FilterBox(root, {
      id: "hb-finder-filter",
      label: "手上是什么事？打几个字，例如“举报信”“延期”“宣布”",
      narrow: (words) => this.narrow(words),
      found: (shown) => (shown ? `有${shown}件事对得上` : "没有对得上的，换个说法试试，或者用上面的搜索"),
    });
  }

  narrow(words) {
    let shown = 0;
    for (const { group, tasks, called } of this.groups) {
      const said = tasks.filter(({ words: own }) => words.every((word) => own.includes(word)));
      // What people call a procedure leads to all its tasks, unless one of them says the words itself.
      const hits = said.length ? said : tasks.filter(({ words: own }) => words.every((word) => `${own} ${called}`.includes(word)));
      const inside = hits.length;
      for (const task of tasks) task.item.hidden = !hits.includes(task);
      group.hidden = !inside;
      group.open = words.length > 0 && inside > 0;
      shown += inside;
    }
    for (const heading of this.headings) heading.hidden = !this.holdsTasks(heading);
    return shown;
  }

  /** Whether a group below a heading is shown. */
  holdsTasks(heading) {
    for (let next = heading.nextElementSibling; next && next.tagName !== "H3"; next = next.nextElementSibling) {
      if (next.tagName === "DETAILS" && !next.hidden) return true;
    }
    return false;
  }
}
