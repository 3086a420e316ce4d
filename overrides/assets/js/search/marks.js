/** The words of a result with what was found in them: [[text, isFound], …]. */
import { mapped } from "./normalise.js";

const LENGTH = 96;
const LEAD = 14;

/** A whole text. */
export function marked(text, tokens) {
  return pieces(text, placesOf(text, tokens), 0, text.length);
}

/** The part of a text that holds most of what was found. */
export function excerpt(text, tokens) {
  const places = placesOf(text, tokens);
  let best = 0;
  let most = -1;
  for (const [start] of places) {
    const inside = places.filter(([from, to]) => from >= start && to <= start + LENGTH - LEAD);
    const value = new Set(inside.map(([, , token]) => token)).size;
    if (value > most) {
      most = value;
      best = start;
    }
  }
  const from = best <= LEAD ? 0 : beginning(text, best);
  const to = Math.min(text.length, from + LENGTH);
  const found = pieces(text, places, from, to).map(([words, isFound]) => [words.replace(/\s+/g, " "), isFound]);
  if (from > 0) found.unshift(["…", false]);
  if (to < text.length) found.push(["…", false]);
  return found;
}

/** Where the sentence of a place begins, if that is near. */
function beginning(text, place) {
  for (let at = place; at > place - LEAD; at--) if (/[。；！？\n]/.test(text[at - 1])) return at;
  return place - LEAD;
}

function placesOf(text, tokens) {
  const { plain, from, to } = mapped(text);
  const found = [];
  for (const token of tokens) {
    for (let at = plain.indexOf(token); at >= 0; at = plain.indexOf(token, at + 1)) {
      found.push([from[at], to[at + token.length - 1], token]);
    }
  }
  return found.sort((one, other) => one[0] - other[0]);
}

function pieces(text, places, from, to) {
  const found = [];
  let at = from;
  for (const [start, end] of places) {
    if (end <= at || start < from || end > to) continue;
    const first = Math.max(start, at);
    if (first > at) found.push([text.slice(at, first), false]);
    const last = found[found.length - 1];
    if (first === at && last && last[1]) last[0] += text.slice(first, end);
    else found.push([text.slice(first, end), true]);
    at = end;
  }
  if (at < to) found.push([text.slice(at, to), false]);
  return found;
}
