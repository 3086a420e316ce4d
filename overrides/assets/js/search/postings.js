/**
 * Which unit holds which token, in which field: scripts/handbook/exporters/search/postings.py, again.
 *
 * An entry has seven lists: units by body (`counts` says how often), heading, also, names, terms; pages by title and by
 * what people call them.
 */
import { ascending, numbers } from "./codec.js";
import { normalise, tokens } from "./normalise.js";

export const [BODY, HEADING, ALSO, NAMES, TERMS, PAGE_TITLE, PAGE_ALSO] = [0, 1, 2, 3, 4, 5, 6];
const MOST = 4;

/** An entry of a shard. */
export function readEntry(text) {
  const parts = text.split("|");
  const counts = [];
  let last = -1;
  const body = numbers(parts[BODY]).map((value) => {
    counts.push((value % MOST) + 1);
    return (last += Math.floor(value / MOST) + 1);
  });
  const lists = [body];
  for (let field = HEADING; field <= PAGE_ALSO; field++) lists.push(parts[field] ? ascending(parts[field]) : []);
  return { lists, counts };
}

const emptyEntry = () => ({ lists: [[], [], [], [], [], [], []], counts: [] });

/** All entries of a handbook that is one text. */
export function makeEntries({ pages, more }, synonyms) {
  const entries = new Map();
  const add = (field, number, texts) => {
    for (const token of new Set(tokens(normalise(texts.join("\n"))))) entryOf(entries, token).lists[field].push(number);
  };
  let unit = 0;
  pages.forEach(([, title, , , code, units], page) => {
    add(PAGE_TITLE, page, [title, code]);
    add(PAGE_ALSO, page, units[0][3]);
    for (const [, heading, text, also] of units) {
      addBody(entries, unit, tokens(normalise(text)));
      const [terms, names] = more[unit];
      add(HEADING, unit, [heading]);
      add(ALSO, unit, also);
      add(NAMES, unit, names);
      add(TERMS, unit, numbers(terms).map((term) => synonyms[term][0]));
      unit++;
    }
  });
  return entries;
}

function entryOf(entries, token) {
  let entry = entries.get(token);
  if (!entry) entries.set(token, (entry = emptyEntry()));
  return entry;
}

function addBody(entries, unit, found) {
  for (const token of found) {
    const { lists, counts } = entryOf(entries, token);
    const last = counts.length - 1;
    if (lists[BODY][last] !== unit) {
      lists[BODY].push(unit);
      counts.push(1);
    } else if (counts[last] < MOST) {
      counts[last]++;
    }
  }
}

/** One entry that stands for several. */
export function joined(several) {
  const made = emptyEntry();
  const counts = new Map();
  for (const entry of several) {
    entry.lists[BODY].forEach((unit, index) => counts.set(unit, (counts.get(unit) || 0) + entry.counts[index]));
  }
  made.lists[BODY] = Array.from(counts.keys()).sort((one, other) => one - other);
  made.counts = made.lists[BODY].map((unit) => Math.min(MOST, counts.get(unit)));
  for (let field = HEADING; field <= PAGE_ALSO; field++) {
    const all = new Set();
    for (const entry of several) for (const number of entry.lists[field]) all.add(number);
    made.lists[field] = Array.from(all).sort((one, other) => one - other);
  }
  return made;
}
