/** Search with filters: the answers of the same worker that stands behind the search box, as a list on the page. */
import { BROKEN, FIND, FOUND } from "../search/messages.js";

const PAUSE = 120;
const KEYS = { ArrowDown: 1, ArrowUp: -1 };

export class SearchPage {
  static moduleName = "hb-search";

  constructor(root, home) {
    this.home = home;
    this.form = root.querySelector("form");
    this.input = root.querySelector("[name=query]");
    this.status = root.querySelector(".hb-search__status");
    this.list = root.querySelector(".hb-search__results");
    root.querySelector(".hb-search__off").remove();
    this.form.hidden = false;
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.ask();
    });
    this.form.addEventListener("change", ({ target }) => {
      if (target !== this.input) this.ask(); // the words are asked as they are typed, and their change comes with the blur
    });
    this.input.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.ask(), PAUSE);
    });
    root.addEventListener("keydown", (event) => this.move(event));
    addEventListener("hashchange", () => this.restore());
    this.restore();
  }

  /** Take up the query of the search box, or the one that the reader comes back to; no address bar and no log keeps it. */
  restore() {
    const handed = /^#q=(.*)$/.exec(location.hash);
    const kept = handed ? { query: decoded(handed[1]) } : history.state || {};
    for (const name of ["query", "kind", "area"]) {
      if (typeof kept[name] === "string") this.form.elements[name].value = kept[name];
    }
    if (handed) history.replaceState(null, "", location.pathname);
    if (this.input.value.trim()) this.ask();
  }

  ask() {
    clearTimeout(this.timer);
    const { query, kind, area } = this.form.elements;
    const question = { query: query.value, kind: kind.value, area: area.value };
    history.replaceState(question, "");
    if (!question.query.trim()) {
      this.list.textContent = "";
      this.status.textContent = "";
      return;
    }
    this.worker().postMessage({ type: FIND, data: question });
  }

  /** The worker, started by the first question. */
  worker() {
    if (this.started) return this.started;
    // In a folder iframe-worker gives each worker the one `onmessage` of the page; the search box keeps its own.
    const before = window.onmessage;
    this.started = new Worker(new URL("assets/dist/search-worker.js", this.home).href);
    if (window.onmessage !== before) {
      addEventListener("message", window.onmessage);
      window.onmessage = before;
    }
    this.started.addEventListener("message", ({ data }) => {
      if (data.type === FOUND && data.data.query === this.input.value) this.show(data.data);
    });
    return this.started;
  }

  show({ notice, pages, isBroken }) {
    const words = isBroken ? BROKEN : pages.length > 0 ? `找到 ${pages.length} 页，最相关的在前面` : "没有找到。少输几个字、换个说法，或者放宽筛选再试";
    this.status.textContent = notice ? `已按「${notice}」查找。${words}` : words;
    this.list.textContent = "";
    for (const page of pages) this.list.append(this.item(page));
  }

  item(page) {
    const item = made("li", "hb-search__item");
    const title = item.appendChild(made("h2", "hb-search__title"));
    title.append(this.link(page.url, page.title, "hb-search__link"));
    if (page.code) title.append(" ", made("span", "hb-search__code", page.code));
    item.append(made("p", "hb-search__where", [page.kind, page.area].filter(Boolean).join(" · ")));
    if (page.isWhole || page.sections.length === 0) item.append(marked(made("p", "hb-search__text"), page.text));
    if (page.sections.length > 0) {
      const list = item.appendChild(made("ul", "hb-search__sections"));
      for (const section of page.sections) {
        const entry = list.appendChild(made("li"));
        entry.append(this.link(section.url, section.heading, "hb-search__link"));
        entry.append(marked(made("p", "hb-search__text"), section.text));
      }
    }
    if (page.offers.length > 0) {
      const list = item.appendChild(made("ul", "hb-search__offers"));
      for (const offer of page.offers) list.appendChild(made("li")).append(this.link(offer.url, [[offer.title, false]]));
    }
    return item;
  }

  link(url, words, name = "") {
    const link = marked(made("a", name), words);
    link.href = new URL(url, this.home).href;
    return link;
  }

  /** Up and down go from the words to the results and back. */
  move(event) {
    const step = KEYS[event.key];
    const places = [this.input, ...this.list.querySelectorAll(".hb-search__link")];
    const at = places.indexOf(document.activeElement);
    if (!step || at < 0 || event.isComposing || places.length === 1) return;
    event.preventDefault();
    places[(at + step + places.length) % places.length].focus();
  }
}

function made(tag, name = "", words = "") {
  const element = document.createElement(tag);
  if (name) element.className = name;
  element.textContent = words;
  return element;
}

function marked(element, pieces) {
  for (const [text, isFound] of pieces) element.append(isFound ? made("mark", "", text) : text);
  return element;
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
