/** The list of what is wrong in a form, each entry a link to its input; the page's address stays as it is. */
export class Summary {
  constructor(element) {
    this.element = element;
    this.targets = new Map();
    element.addEventListener("click", (event) => {
      const link = event.target.closest("a");
      if (!link) return;
      event.preventDefault();
      this.targets.get(link).focus();
    });
  }

  show(wrong) {
    this.element.textContent = "";
    this.element.hidden = wrong.length === 0;
    this.targets.clear();
    if (wrong.length === 0) return;
    const title = this.element.appendChild(document.createElement("p"));
    title.className = "hb-fill__summary-title";
    title.textContent = `还有 ${wrong.length} 处要填好`;
    const list = this.element.appendChild(document.createElement("ul"));
    for (const question of wrong) {
      const link = document.createElement("a");
      link.href = `#${question.target.id}`;
      link.textContent = question.message.includes(`“${question.name}”`) ? `${question.row || ""}${question.message}` : `${question.row || ""}${question.name}：${question.message}`;
      this.targets.set(link, question.target);
      list.appendChild(document.createElement("li")).appendChild(link);
    }
    const draft = this.element.appendChild(document.createElement("button"));
    draft.type = "button";
    draft.className = "md-button hb-fill__button";
    draft.dataset.action = "draft";
    draft.textContent = "先这样下载，没填的留空";
  }

  /** Keep an open list in step with the form, without reading it out again at each key. */
  update(wrong) {
    if (this.element.hidden) return;
    const now = wrong.map((question) => question.message).join("\n");
    if (now === this.last) return;
    this.last = now;
    this.element.removeAttribute("role");
    this.show(wrong);
    this.element.setAttribute("role", "alert");
  }
}
