/**
 * Show what a link is about without following it: statutes' provisions, terms.
 *
 * The markup is complete without this script: links, and one hidden list of notes at the page's end.
 *
 *   <a class="hb-cite" href="../reference/statutes/x.html#a21" aria-describedby="cite-1">第二十一条第二款</a>
 *   …
 *   <div class="hb-popups" data-module="hb-popups" data-search-exclude hidden>
 *     <div><p id="cite-1">在这里用一句话说清楚。</p><p class="hb-popup__fact">其他要显示的</p></div>
 *   </div>
 *
 * - Each child of the list is one note, written once however many links mean it. Links and note find one another by
 *   `aria-describedby` and the id of an element inside the note. A screen reader reads that element with the link; the
 *   pop-up shows the whole note. A page may hold several lists (`cite-…`, `term-…`); one pop-up is open at a time.
 * - A note may tell of several things of one kind, the provisions of a statute: then of its children that are, or hold,
 *   a described element only the one that the link means is shown; children without an id are shown with each.
 * - Inside a note: `hb-popup__title` (what it is about), `hb-popup__fact` (small print), `hb-popup__mark` (待核),
 *   `hb-popup__text` (a long text); no links and no controls.
 * - Hover and focus open it, Escape and leaving close it; click and Enter follow the link. A first tap opens it, with a
 *   link to go on; a second tap on the link, or a tap on that link, follows it; a tap elsewhere closes.
 * - It stands below or above the line of its link, never on it, and is never printed.
 */
const GAP = 6; // between the line and the pop-up
const EDGE = 8; // between the pop-up and the edge of the window
const OPEN_AFTER = 200; // ms; a mouse that only passes opens nothing
const CLOSE_AFTER = 250; // ms; time to move the mouse into the pop-up

export class Popups {
  static moduleName = "hb-popups";
  static shown = null; // the list whose pop-up is open

  constructor(list) {
    this.list = list;
    this.link = null;
    this.box = document.createElement("div");
    this.box.className = "hb-popup";
    this.box.setAttribute("role", "tooltip");
    this.box.hidden = true;
    list.parentNode.insertBefore(this.box, list);
    this.listen();
  }

  listen() {
    const place = () => this.link && this.place();
    document.addEventListener("pointerover", (event) => event.pointerType === "mouse" && this.hover(event.target));
    document.addEventListener("pointerdown", (event) => this.press(event));
    document.addEventListener("focusin", (event) => this.focus(event.target));
    document.addEventListener("click", (event) => this.click(event));
    document.addEventListener("keydown", (event) => {
      this.touched = false;
      if (event.key === "Escape") this.close();
    });
    addEventListener("scroll", place, { passive: true });
    addEventListener("resize", place);
  }

  /** The link of this list that an element is or lies in. */
  linkOf(element) {
    const link = element.closest && element.closest("a[aria-describedby]");
    return link && this.noteOf(link) ? link : null;
  }

  noteOf(link) {
    const described = document.getElementById(link.getAttribute("aria-describedby"));
    return Array.from(this.list.children).find((note) => note.contains(described));
  }

  hover(element) {
    const link = this.linkOf(element);
    clearTimeout(this.timer);
    if (link && link !== this.link) this.timer = setTimeout(() => this.open(link), OPEN_AFTER);
    else if (!link && this.link && !this.box.contains(element)) this.timer = setTimeout(() => this.rest(), CLOSE_AFTER);
  }

  /** The mouse is gone: what the keyboard is at stays open. */
  rest() {
    if (document.activeElement !== this.link) this.close();
  }

  press(event) {
    this.touched = event.pointerType !== "mouse";
    if (!this.linkOf(event.target) && !this.box.contains(event.target)) this.close();
  }

  focus(element) {
    const link = this.linkOf(element);
    if (link && !this.touched) this.open(link);
    else if (!link && !this.box.contains(element)) this.close();
  }

  click(event) {
    const link = this.linkOf(event.target);
    if (link && this.touched && link !== this.link) {
      event.preventDefault();
      this.open(link);
      this.lead(link);
      this.place();
    } else if (link || this.box.contains(event.target.closest("a"))) this.close(); // the reader goes on
  }

  open(link) {
    clearTimeout(this.timer);
    if (Popups.shown) Popups.shown.close();
    this.box.textContent = "";
    const described = document.getElementById(link.getAttribute("aria-describedby"));
    for (const part of this.noteOf(link).children) {
      if (!part.contains(described) && (part.id || part.querySelector("[id]"))) continue;
      const copy = this.box.appendChild(part.cloneNode(true));
      for (const named of [copy, ...copy.querySelectorAll("[id]")]) named.removeAttribute("id");
    }
    this.link = link;
    this.box.hidden = false;
    this.place();
    Popups.shown = this;
  }

  /** A finger has no hover: give it a link to go on by. */
  lead(link) {
    const onward = document.createElement("a");
    onward.className = "hb-popup__onward";
    onward.href = link.href;
    onward.textContent = "打开这一页";
    this.box.appendChild(onward);
  }

  close() {
    clearTimeout(this.timer);
    this.link = null;
    this.box.hidden = true;
    if (Popups.shown === this) Popups.shown = null;
  }

  /** Below the last line of the link, or above its first where there is more room. */
  place() {
    const lines = this.link.getClientRects();
    if (!lines.length) return this.close();
    const header = document.querySelector(".md-header");
    const top = Math.max(EDGE, header ? header.getBoundingClientRect().bottom + EDGE : EDGE);
    const above = lines[0].top - GAP - top;
    const below = innerHeight - EDGE - lines[lines.length - 1].bottom - GAP;
    const { style } = this.box;
    style.maxHeight = "none";
    const wanted = this.box.offsetHeight;
    const under = below >= Math.min(wanted, above) || below >= above;
    const height = Math.min(wanted, Math.max(under ? below : above, 0));
    const right = document.documentElement.clientWidth - EDGE - this.box.offsetWidth;
    style.maxHeight = `${height}px`;
    style.left = `${Math.max(EDGE, Math.min(lines[under ? lines.length - 1 : 0].left, right))}px`;
    style.top = `${under ? lines[lines.length - 1].bottom + GAP : lines[0].top - GAP - height}px`;
    if (height < wanted) this.box.tabIndex = 0;
    else this.box.removeAttribute("tabindex");
  }
}
