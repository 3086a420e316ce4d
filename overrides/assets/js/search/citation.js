/** Queries that name a provision: 《规则》21条, 监督执纪规则第二十一条第二款, 处分条例70条. */
import { ascending } from "./codec.js";
import { normalise } from "./normalise.js";
import { withoutQuestion } from "./words.js";

const CITATION = /^(.*?)第?([0-9]+)条(?:第?([0-9]+)款)?(?:第?([0-9]+)项)?(.*)$/;
const MOST_LAWS = 8;

/** What a normalised query cites, or null. */
export function citationOf(query) {
  const found = CITATION.exec(withoutQuestion(query));
  if (!found || /第?[0-9]+条/.test(found[5])) return null;
  return { law: found[1].replace(/[《》\s]/g, ""), article: Number(found[2]), rest: found[5].trim() };
}

/**
 * The laws that a citation may mean, with the units that cite its article.
 *
 * @returns [{law, page, anchor, units}]; page is -1 where the site has none, the likeliest first.
 */
export function provisions({ law, article }, { laws, cites }) {
  const citing = new Map(cites.map(([number, ...articles]) => [number, articles.find(([one]) => one === article)]));
  const unitsOf = (number) => (citing.get(number) ? ascending(citing.get(number)[1]) : []);
  const found = laws
    .map(([names, page, isInForce], number) => ({ law: names[0], page, isInForce, likeness: likeness(law, names), units: unitsOf(number) }))
    .filter((one) => one.likeness > 0 && (one.units.length > 0 || (one.page >= 0 && law)));
  const best = Math.max(0, ...found.map((one) => one.likeness));
  return found
    .filter((one) => one.likeness === best)
    .sort((one, other) => other.isInForce - one.isInForce || other.units.length - one.units.length)
    .slice(0, MOST_LAWS)
    .map((one) => ({ ...one, anchor: `a${article}` }));
}

/** How well words name a law: exactly, its end, a part of it, some of its characters in their order. */
function likeness(words, names) {
  if (!words) return 1;
  return Math.max(
    ...names.map((name) => {
      const plain = normalise(name);
      if (plain === words) return 5;
      if (plain.endsWith(words) || words.endsWith(plain)) return 4;
      if (plain.includes(words)) return 3;
      return words.length > 1 && isSubsequence(words, plain) ? 2 : 0;
    }),
  );
}

function isSubsequence(words, text) {
  let at = 0;
  for (const character of text) if (character === words[at]) at++;
  return at >= words.length;
}
