/** BM25F over the fields of each unit, then what the words have in common with the whole query. */
import { ALSO, BODY, HEADING, NAMES, PAGE_ALSO, PAGE_TITLE, TERMS } from "./postings.js";
import { WEIGHTS } from "./weights.js";
import { GRAMMAR } from "./words.js";

const MEANING = [1, 0.7, 0.35];
const FIELDS = [
  [HEADING, "heading"],
  [ALSO, "also"],
  [NAMES, "names"],
  [TERMS, "terms"],
];
const PAGE_FIELDS = [
  [PAGE_TITLE, "pageTitle"],
  [PAGE_ALSO, "pageAlso"],
];

/**
 * The pages that answer a plan, best first.
 *
 * @param allows tells of a page whether it may be shown, and of a unit.
 * @returns [{page, score, units: [{unit, score}]}], the units best first.
 */
export function ranked(plan, entries, store, allows) {
  const total = store.pageOf.length;
  const sums = { score: new Float64Array(total), cover: new Float64Array(total), mask: new Uint32Array(total) };
  const weighed = new Map();
  const weigh = (token) => {
    if (!weighed.has(token)) weighed.set(token, entries.has(token) ? weightsOf(token, entries.get(token), store) : null);
    return weighed.get(token);
  };
  const others = plan.alternatives.map((alternative) => alternativeWeights(alternative, weigh, total));
  let all = 0;
  let first = 0;
  while (first < plan.slots.length) {
    let last = first;
    while (last + 1 < plan.slots.length && plan.slots[last + 1].piece === plan.slots[first].piece) last++;
    all += addPiece(sums, first, last, plan, weigh, others);
    first = last + 1;
  }
  if (all === 0) return [];
  plan.all = all;
  addHints(sums, plan, weigh);
  return pagesOf(sums, all, store, allows);
}

/** How much one token says for each unit, and how rare it is. */
function weightsOf(token, { lists, counts }, store) {
  const { lengths, average, pageOf, first, counts: unitCounts } = store;
  const { k1, b } = WEIGHTS;
  const found = new Map();
  lists[BODY].forEach((unit, index) => found.set(unit, counts[index] / (1 - b + (b * lengths[unit]) / average)));
  for (const [field, name] of FIELDS) {
    for (const unit of lists[field]) found.set(unit, (found.get(unit) || 0) + WEIGHTS[name]);
  }
  const frequency = Math.max(1, found.size);
  for (const [field, name] of PAGE_FIELDS) {
    for (const page of lists[field]) {
      for (let unit = first[page]; unit < first[page] + unitCounts[page]; unit++) {
        found.set(unit, (found.get(unit) || 0) + WEIGHTS[name]);
      }
    }
  }
  const rarity = Math.min(WEIGHTS.rarest, Math.log(1 + (pageOf.length - frequency + 0.5) / (frequency + 0.5))) * meaning(token);
  const scores = new Map();
  found.forEach((weight, unit) => scores.set(unit, (rarity * weight * (k1 + 1)) / (weight + k1)));
  return { scores, rarity };
}

/** Pairs that hold words of grammar are rare in formal texts, and say little all the same. */
function meaning(token) {
  if (token.length !== 2) return 1;
  return MEANING[GRAMMAR.includes(token[0]) + GRAMMAR.includes(token[1])];
}

/** The same for other words: what they say together, shared among the slots that they stand for. */
function alternativeWeights({ first, last, tokens, weight }, weigh, total) {
  const known = tokens.map(weigh).filter(Boolean);
  const rarity = known.reduce((sum, one) => sum + one.rarity, 0);
  const isWhole = known.length === tokens.length;
  const score = new Map();
  const cover = new Map();
  for (const one of isWhole ? known : []) {
    one.scores.forEach((value, unit) => {
      score.set(unit, (score.get(unit) || 0) + (weight * value) / (last - first + 1));
      cover.set(unit, (cover.get(unit) || 0) + (weight * one.rarity) / rarity);
    });
  }
  return { first, last, score, cover, rarity: rarity / Math.max(1, tokens.length), isWhole, total };
}

/** Add what the slots of one piece say; returns how rare they are together. */
function addPiece(sums, first, last, plan, weigh, others) {
  const complete = new Map();
  let all = 0;
  let known = 0;
  for (let slot = first; slot <= last; slot++) {
    const own = weigh(plan.slots[slot].token);
    const alternatives = others.filter((other) => other.isWhole && other.first <= slot && slot <= other.last);
    if (!own && alternatives.length === 0) continue;
    const rarity = own ? own.rarity : alternatives[0].rarity;
    plan.slots[slot].rarity = rarity;
    const best = new Map();
    if (own) own.scores.forEach((value, unit) => best.set(unit, [value, 1]));
    for (const other of alternatives) {
      other.score.forEach((value, unit) => {
        const [score, cover] = best.get(unit) || [0, 0];
        best.set(unit, [Math.max(score, value), Math.max(cover, other.cover.get(unit))]);
      });
    }
    best.forEach(([score, cover], unit) => {
      sums.score[unit] += score;
      sums.cover[unit] += rarity * cover;
      if (cover >= 0.5) {
        sums.mask[unit] |= 1 << slot;
        complete.set(unit, (complete.get(unit) || 0) + 1);
      }
    });
    all += rarity;
    known++;
  }
  if (known > 1) {
    complete.forEach((count, unit) => {
      if (count === known) sums.score[unit] += WEIGHTS.completePiece * all;
    });
  }
  return all;
}

function addHints(sums, plan, weigh) {
  for (const token of plan.hints) {
    const hint = weigh(token);
    if (hint) hint.scores.forEach((value, unit) => (sums.score[unit] += sums.cover[unit] > 0 ? WEIGHTS.hint * value : 0));
  }
}

function pagesOf({ score, cover, mask }, all, store, allows) {
  const { leastCoverage, nextUnits, pageCoverage, groups } = WEIGHTS;
  const found = new Map();
  for (let unit = 0; unit < score.length; unit++) {
    const page = store.pageOf[unit];
    if (cover[unit] === 0 || !allows.page(page) || !allows.unit(unit)) continue;
    const share = Math.min(1, cover[unit] / all);
    const value = score[unit] * (leastCoverage + (1 - leastCoverage) * share * share);
    if (!found.has(page)) found.set(page, { page, score: 0, units: [], mask: 0 });
    const result = found.get(page);
    result.units.push({ unit, score: value });
    result.mask |= mask[unit];
  }
  const slots = Math.max(1, Array.from(found.values()).reduce((most, { mask: bits }) => Math.max(most, bitCount(bits)), 0));
  found.forEach((result) => {
    result.units.sort((one, other) => other.score - one.score || one.unit - other.unit);
    const next = result.units.slice(1, 4).reduce((sum, unit) => sum + unit.score, 0);
    const share = bitCount(result.mask) / slots;
    const boost = store.core.boosts[result.page];
    const kind = groups[store.facets[result.page][1]] * (boost === undefined ? 1 : boost);
    result.score = kind * (result.units[0].score + nextUnits * next + pageCoverage * all * share * share);
  });
  return Array.from(found.values()).sort((one, other) => other.score - one.score || one.page - other.page);
}

function bitCount(bits) {
  let count = 0;
  for (let rest = bits >>> 0; rest; rest = (rest & (rest - 1)) >>> 0) count++;
  return count;
}
