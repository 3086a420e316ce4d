/** Walk a flowchart question by question: remember the answers, move the focus, show in the chart where one is. */
export class Wizard {
  static moduleName = "hb-wizard";

  constructor(root) {
    this.root = root;
    this.figure = root.closest("figure");
    this.screens = new Map(Array.from(root.querySelectorAll("section"), (screen) => [screen.id, screen]));
    this.first = root.querySelector(".hb-wizard__screen--first");
    this.trail = []; // of { screen: where one was, words: question and answer }
    this.list = document.createElement("ol");
    this.list.className = "hb-wizard__trail";
    this.list.setAttribute("aria-label", "已经选的，点一下可以改");
    root.querySelector(".hb-wizard__title").after(this.list);
    root.classList.add("hb-wizard--live");
    root.addEventListener("click", (event) => this.answer(event.target.closest(".hb-wizard__answer")));
    addEventListener("hashchange", () => this.follow({ focus: true }));
    this.show(this.first);
    this.follow({ focus: false });
  }

  /** Note an answer; the browser follows its link by itself. */
  answer(link) {
    if (!link) return;
    const asked = this.current.querySelector(".hb-wizard__box:last-of-type > p");
    const question = asked ? asked.textContent : "";
    this.trail.push({ screen: this.current, words: `${question} ${link.textContent}`.trim() });
    if (link.hash === location.hash) this.show(this.screens.get(link.hash.slice(1))); // a circle of one screen
  }

  /** Show the screen that the address names; any other address leaves the wizard where it is. */
  follow({ focus }) {
    const screen = this.screens.get(location.hash.slice(1));
    this.mark();
    if (!screen) return;
    const before = this.trail.findIndex((step) => step.screen === screen);
    if (before >= 0) this.trail.length = before;
    else if (screen === this.first) this.trail.length = 0;
    this.show(screen);
    if (focus) screen.focus({ preventScroll: true });
    if (!focus || this.root.getBoundingClientRect().top < 0) this.root.scrollIntoView();
  }

  show(screen) {
    if (this.current) this.current.classList.remove("hb-wizard__screen--now");
    this.current = screen;
    screen.classList.add("hb-wizard__screen--now");
    this.list.textContent = "";
    for (const { screen: asked, words } of this.trail) {
      const link = document.createElement("a");
      link.href = `#${asked.id}`;
      link.textContent = words;
      this.list.appendChild(document.createElement("li")).appendChild(link);
    }
    this.mark();
  }

  /** Mark the boxes of the screen, and the step that the address names, in the chart. */
  mark() {
    const now = new Set(Array.from(this.current.querySelectorAll("[data-step]"), (box) => box.dataset.step));
    if (!this.screens.has(location.hash.slice(1)) && this.trail.length === 0) now.clear();
    now.add(location.hash.slice(1));
    for (const node of this.figure.querySelectorAll(".hb-flow__node")) {
      node.classList.toggle("hb-flow__node--now", now.has(node.getAttribute("data-step")));
    }
  }
}
