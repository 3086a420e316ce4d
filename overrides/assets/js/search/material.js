/** An answer as Material's search box shows it: one list of items a page; titles and texts are HTML. */
import { BROKEN } from "./messages.js";

const OFFERING_PAGES = 3;

export function itemsOf({ notice, pages, isBroken }) {
  if (isBroken) return [[item("", BROKEN, "", 1)]];
  return pages.map((page, index) => group(page, index, index === 0 ? notice : ""));
}

/** The items of a page: those that score as the first one stand open, the others fold; Enter opens the highest score. */
function group(page, index, notice) {
  const score = 1000 - 10 * index;
  const note = notice ? `<span class="hb-found__note">已按「${escaped(notice)}」查找</span>` : "";
  const where = [page.code, page.kind, page.area].filter(Boolean).join(" · ");
  const title = `${note}${html(page.title)} <span class="hb-found__where">${escaped(where)}</span>`;
  const head = item(page.url, title, html(page.text), page.isWhole ? score : score - 1);
  const sections = page.sections
    .filter((section) => section.url.includes("#"))
    .map((section, place) => item(section.url, html(section.heading), html(section.text), place === 0 ? score : score - 2));
  const offers = (index < OFFERING_PAGES ? page.offers : []).map((offer) => item(offer.url, escaped(offer.title), "", score));
  const [best, ...rest] = sections;
  const open = best ? [best] : [];
  return page.isWhole || !best ? [head, ...open, ...offers, ...rest] : [best, head, ...offers, ...rest];
}

function item(location, title, text, score) {
  return { location, title, text, score, terms: {} };
}

function html(pieces) {
  return pieces.map(([text, isFound]) => (isFound ? `<mark>${escaped(text)}</mark>` : escaped(text))).join("");
}

function escaped(text) {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
