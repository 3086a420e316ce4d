/** How much of a query stands together, in one name or in one sentence: what a spoken question is answered by. */
import { normalise } from "./normalise.js";
import { WEIGHTS } from "./weights.js";
import { GRAMMAR } from "./words.js";

const HANZI = /[\u3400-\u9fff]/;
const SENTENCES = /[。；！？\n]+/;
const known = new WeakMap();

/** Names without blanks and signs, in the form in which they are compared. */
export function bare(names) {
  return names.map((name) => normalise(name).replace(/[\s\p{P}]/gu, ""));
}

/** The names and the sentences of a unit, as they are compared. */
export function partsOf(unit) {
  if (!known.has(unit)) {
    const [, heading, text, also] = unit;
    const sentences = normalise(text).split(SENTENCES).filter(Boolean);
    const names = bare([heading, ...also]);
    known.set(unit, { names, sentences, whole: [...names, ...sentences].join("\n") });
  }
  return known.get(unit);
}

/**
 * Shares of a query, weighed by how rare its pairs of hanzi are in the handbook and its single hanzi in what was found.
 *
 * @param units those that a reader may be led to.
 * @returns a function of a text → the share of the query that it holds, 0 to 1.
 */
export function shareOf(plan, units) {
  const pairs = plan.slots.filter(({ rarity }) => rarity > 0);
  const single = charactersOf(plan, units);
  const all = pairs.reduce((sum, { rarity }) => sum + rarity, 0) + single.reduce((sum, [, weight]) => sum + weight, 0);
  const words = plan.alternatives.map((one) => ({ ...one, slots: plan.slots.slice(one.first, one.last + 1) }));
  return (text) => {
    const covers = new Map();
    for (const slot of pairs) if (text.includes(slot.token)) covers.set(slot, 1);
    for (const { slots, text: word, weight } of words) {
      if (text.includes(word)) for (const slot of slots) covers.set(slot, Math.max(covers.get(slot) || 0, weight));
    }
    let sum = 0;
    covers.forEach((cover, { rarity }) => (sum += cover * (rarity || 0)));
    for (const [character, weight] of single) if (text.includes(character)) sum += weight;
    return all > 0 ? sum / all : 0;
  };
}

/** The hanzi of a query that say something, each with its weight. */
function charactersOf(plan, units) {
  const typed = new Set();
  for (const { text } of plan.pieces) for (const one of text) if (HANZI.test(one) && !GRAMMAR.includes(one)) typed.add(one);
  return Array.from(typed, (one) => {
    const count = units.filter((unit) => partsOf(unit).whole.includes(one)).length;
    return [one, WEIGHTS.characters * Math.log(1 + (units.length - count + 0.5) / (count + 0.5))];
  });
}

/** The longest run of a query that a text holds, as a share of it. */
export function runOf(whole, text) {
  let longest = 0;
  for (let at = 0; at + longest < whole.length; at++) {
    while (at + longest < whole.length && text.includes(whole.slice(at, at + longest + 1))) longest++;
  }
  return longest > 1 ? longest / whole.length : 0;
}
