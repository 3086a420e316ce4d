/**
 * The order of what was found, by what its words have in common with the query: a second look at a few pages, whose
 * texts are at hand. Each part of a page, then each page, is given a sum of shares (weights.js).
 */
import { bare, partsOf, runOf, shareOf } from "./closeness.js";
import { WEIGHTS } from "./weights.js";

const STEP = /^s[0-9]+$/;
const LEAST = 0.05;

/**
 * Put pages, and the parts of each, in their order.
 *
 * @param results as `ranked` gives them; their scores become final.
 * @param pages their texts, in the same order.
 * @param most how many parts of a page are looked at.
 */
export function judge(results, pages, plan, store, most) {
  const looked = results.map(({ page, units }, index) =>
    units.slice(0, most).map((found) => ({ found, text: pages[index][5][found.unit - store.first[page]] })),
  );
  const share = shareOf(plan, looked.flatMap((parts) => parts.map(({ text }) => text)));
  results.forEach((result, index) => {
    if (result.isMeant) return;
    const parts = looked[index].map(({ found, text }) => judged(found, text, result, plan, store, share));
    result.units = parts.map(({ found }) => found).sort((one, other) => other.score - one.score || one.unit - other.unit);
    result.score = pageScore(result, pages[index], parts, plan, store, share);
  });
  results.sort((one, other) => other.score - one.score);
}

function judged(found, text, { page }, plan, store, share) {
  const { unit: weights } = WEIGHTS;
  const { names, sentences } = partsOf(text);
  const name = highest(names, share);
  const run = highest(names, (one) => runOf(plan.said, one));
  const score =
    weights.score * Math.log(LEAST + found.score / plan.all) +
    weights.name * name +
    weights.sentence * highest(sentences, share) +
    weights.run * run +
    (found.unit === store.first[page] ? weights.whole : 0) +
    (store.restated.has(found.unit) ? weights.restated : 0) +
    (STEP.test(text[0]) ? weights.step : 0);
  return { found: { unit: found.unit, score }, name, run };
}

function pageScore({ page, score }, [, title, kind, , , [head]], parts, plan, store, share) {
  const { page: weights, kinds, askedKinds } = WEIGHTS;
  const names = bare([title, ...head[3]]);
  const boost = store.core.boosts[page];
  return (
    weights.score * Math.log(LEAST + score / plan.all) +
    weights.unit * Math.max(...parts.map(({ found }) => found.score)) +
    weights.name * highest(parts, ({ name }) => name) +
    weights.run * highest(parts, ({ run }) => run) +
    weights.title * highest(names, share) +
    weights.titleRun * highest(names, (one) => runOf(plan.said, one)) +
    (names.includes(plan.whole) || names.includes(plan.said) ? weights.named : 0) +
    weights.boost * Math.log(boost === undefined ? 1 : boost) +
    (kinds[kind] || 0) +
    (plan.isSentence ? askedKinds[kind] || 0 : 0)
  );
}

function highest(list, value) {
  return list.reduce((most, one) => Math.max(most, value(one)), 0);
}
