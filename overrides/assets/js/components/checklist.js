/**
 * Lists whose items can be ticked, remembered on this machine only.
 *
 * The markup is complete without this script: lists in a box, each item with an empty square to tick on paper.
 *
 *   <div class="hb-checklist" data-module="hb-checklist" data-name="first-days" markdown="1">
 *   ## 第一天
 *   - 一件事
 *   </div>
 *
 * - `data-name` tells this box from others of the handbook; an item is known by its words, so one that is reworded
 *   asks to be ticked anew, and nothing else moves.
 * - What is kept is the words of ticked items, in localStorage; where that is refused, ticks last as long as the page.
 */
import { add } from "./elements.js";

export class Checklist {
  static moduleName = "hb-checklist";

  constructor(root, store = new TickStore(root.dataset.name)) {
    this.store = store;
    this.items = Array.from(root.querySelectorAll("ul > li"), (item) => tickable(item));
    this.parts = Array.from(root.querySelectorAll("h2"), (heading) => countedPart(heading));
    this.panel = document.createElement("div");
    this.panel.className = "hb-checklist__panel";
    this.count = add(this.panel, "p", "hb-checklist__count");
    this.count.setAttribute("role", "status");
    this.wipe = add(this.panel, "button", "hb-checklist__wipe", "清空勾选");
    this.wipe.type = "button";
    root.insertBefore(this.panel, root.firstChild);
    root.classList.add("hb-checklist--live");
    root.addEventListener("change", () => this.save());
    this.wipe.addEventListener("click", () => this.clear());
    addEventListener("storage", (event) => event.key === this.store.key && this.show());
    this.show();
  }

  /** Tick what is remembered. */
  show() {
    const ticked = new Set(this.store.read());
    for (const { box, words } of this.items) box.checked = ticked.has(words);
    this.tell();
  }

  save() {
    this.store.write(this.items.filter(({ box }) => box.checked).map(({ words }) => words));
    this.tell();
  }

  clear() {
    for (const { box } of this.items) box.checked = false;
    this.store.wipe();
    this.tell();
    this.wipe.focus();
  }

  tell() {
    const done = this.items.filter(({ box }) => box.checked).length;
    const kept = this.store.kept ? "" : "这个浏览器不让保存，关掉这一页，勾选就没有了。";
    this.count.textContent = `已勾${done}项，共${this.items.length}项。${kept}`;
    for (const { note, boxes } of this.parts) {
      note.textContent = `${boxes().filter((box) => box.checked).length}/${boxes().length}`;
    }
  }
}

/** The ticks of one box of lists. Private windows and locked browsers refuse storage, some only when it is written. */
export class TickStore {
  constructor(name, storage = () => window.localStorage) {
    this.key = `hb-checklist:${name}`;
    this.storage = storage;
    this.kept = true;
  }

  read() {
    const found = this.attempt((storage) => JSON.parse(storage.getItem(this.key) || "[]"));
    return Array.isArray(found) ? found : [];
  }

  write(words) {
    this.attempt((storage) => storage.setItem(this.key, JSON.stringify(words)));
  }

  wipe() {
    this.attempt((storage) => storage.removeItem(this.key));
  }

  attempt(use) {
    try {
      const found = use(this.storage());
      this.kept = true;
      return found;
    } catch (error) {
      this.kept = error instanceof SyntaxError; // what another hand wrote there can be written over
      return undefined;
    }
  }
}

/** Put a box in front of an item's words; the words are its label, and their links go on working. */
function tickable(item) {
  const words = item.textContent.replace(/\s+/g, "");
  const label = document.createElement("label");
  label.className = "hb-checklist__item";
  const box = add(label, "input", "hb-checklist__box");
  box.type = "checkbox";
  const text = add(label, "span", "hb-checklist__words");
  text.append(...item.childNodes);
  item.append(label);
  return { box, words };
}

/** How many are done below a heading, told beside it; the heading's own name stays what it is. */
function countedPart(heading) {
  const note = document.createElement("p");
  note.className = "hb-checklist__done";
  note.setAttribute("aria-hidden", "true"); // the panel tells it to those who listen
  heading.parentNode.insertBefore(note, heading.nextSibling);
  const boxes = () => {
    const found = [];
    for (let next = heading.nextElementSibling; next && next.tagName !== "H2"; next = next.nextElementSibling) {
      found.push(...next.querySelectorAll(".hb-checklist__box"));
    }
    return found;
  };
  return { note, boxes };
}
