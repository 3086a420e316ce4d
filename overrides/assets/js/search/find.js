/** A query → the answer: pages, best first, each with the steps or entries that answer it. */
import { citationOf, provisions } from "./citation.js";
import { judge } from "./judge.js";
import { excerpt, marked } from "./marks.js";
import { normalise } from "./normalise.js";
import { planOf, tokensOf } from "./plan.js";
import { joined } from "./postings.js";
import { ranked } from "./rank.js";

const MOST_PAGES = 12;
const MOST_UNITS = 5;
const CODE = /^[a-z]{2}w?[0-9]{1,3}$/;

/**
 * @param filters {area, kind}: `""` for all; the kind `时限` is every unit that says within what time.
 * @returns {notice, pages: [{url, title, kind, area, code, score, text, sections: [{url, heading, text, score}], offers}]}
 */
export async function find(query, store, filters = {}) {
  await store.open();
  const allows = filterOf(filters, store);
  const plain = normalise(query).trim();
  const citation = citationOf(plain);
  if (citation) {
    const answer = await cited(citation, plain, store, allows);
    if (answer) return answer;
  }
  const plan = await planOf(query, store);
  const entries = await entriesOf(plan, store);
  const direct = codeOf(plain, store);
  const results = ranked(plan, entries, store, allows);
  if (direct !== undefined && allows.page(direct)) lead(results, direct, store);
  const best = results.slice(0, MOST_PAGES);
  const pages = await store.pages(best.map(({ page }) => page));
  const text = new Map(best.map((result, index) => [result, pages[index]]));
  judge(best, pages, plan, store, 2 * MOST_UNITS);
  const found = tokensOf({ ...plan, hints: [] });
  return { notice: plan.notice, pages: best.map((result) => shown(result, text.get(result), found, store)) };
}

function filterOf({ area = "", kind = "" }, store) {
  return {
    page: (page) => {
      const [pageArea, pageKind] = store.facets[page];
      return (!area || area === pageArea) && (!kind || kind === "时限" || kind === pageKind);
    },
    unit: (unit) => kind !== "时限" || store.limits.has(unit),
  };
}

async function entriesOf(plan, store) {
  const entries = await store.lookUp(tokensOf(plan));
  if (plan.slots.length === 1 && plan.slots[0].token.length === 1 && plan.slots[0].token > "z") {
    const several = await store.startingWith(plan.slots[0].token);
    if (several.length > 0) entries.set(plan.slots[0].token, joined(several));
  }
  return entries;
}

/** The page whose code a query is: XF-W01, xfw01, XF 01. */
function codeOf(plain, store) {
  const code = plain.replace(/[\s-]/g, "");
  return CODE.test(code) ? store.core.codes[code] : undefined;
}

function lead(results, page, store) {
  const at = results.findIndex((result) => result.page === page);
  const [result] = at < 0 ? [{ page, score: 0, units: [{ unit: store.first[page], score: 1 }] }] : results.splice(at, 1);
  const first = result.units.find(({ unit }) => unit === store.first[page]);
  if (first) first.score = result.units[0].score + 1;
  result.units.sort((one, other) => other.score - one.score);
  results.unshift({ ...result, score: Infinity, isMeant: true });
}

/** The provision that a query cites, then the pages that rest on it. */
async function cited(citation, plain, store, allows) {
  const laws = provisions(citation, await store.part("laws"));
  if (laws.length === 0) return null;
  const results = [];
  for (const law of laws) {
    if (law.page >= 0 && allows.page(law.page)) results.push(await lawPage(law, store));
  }
  const plan = citation.rest ? await planOf(citation.rest, store) : null;
  const more = plan ? ranked(plan, await entriesOf(plan, store), store, allows) : [];
  const wanted = new Map(more.map(({ page, score }) => [page, score]));
  for (const law of laws) results.push(...citing(law, store, allows, wanted).filter(({ page }) => !results.some((one) => one.page === page)));
  if (results.length === 0) return null;
  const best = results.slice(0, MOST_PAGES);
  best.forEach((result, index) => (result.score = MOST_PAGES - index));
  const pages = await store.pages(best.map(({ page }) => page));
  const words = [`第${citation.article}条`];
  return { notice: "", pages: best.map((result, index) => shown(result, pages[index], words, store)) };
}

/** The page of a law at the article. */
async function lawPage({ page, anchor }, store) {
  const [[, , , , , units]] = await store.pages([page]);
  const at = units.findIndex(([one]) => one === anchor);
  return { page, score: 0, units: [{ unit: store.first[page] + Math.max(0, at), score: 1 }] };
}

/** The pages that cite an article: those that the rest of the query is about first, then those that cite it most. */
function citing({ units }, store, allows, wanted) {
  const found = new Map();
  for (const unit of units) {
    const page = store.pageOf[unit];
    if (!allows.page(page) || !allows.unit(unit)) continue;
    if (!found.has(page)) found.set(page, { page, score: 0, units: [] });
    found.get(page).units.push({ unit, score: 1 });
  }
  const rank = ({ page, units: list }) => (wanted.get(page) || 0) * 1000 + list.length;
  return Array.from(found.values()).sort((one, other) => rank(other) - rank(one) || one.page - other.page);
}

function shown(result, page, tokens, store) {
  const [url, title, kind, area, code, units, offers] = page;
  const first = store.first[result.page];
  const best = result.units.slice(0, MOST_UNITS);
  const named = store.core.areas.find(([id]) => id === area);
  const own = best.find(({ unit }) => unit === first);
  return {
    url,
    title: marked(title, tokens),
    kind,
    area: named ? named[1] : "",
    code,
    score: result.score,
    isWhole: best[0].unit === first,
    text: excerpt(units[0][2], own ? tokens : []),
    sections: best
      .filter(({ unit }) => unit !== first)
      .map(({ unit, score }) => {
        const [anchor, heading, text] = units[unit - first];
        return { url: anchor ? `${url}#${anchor}` : url, heading: marked(heading, tokens), text: excerpt(text, tokens), score };
      }),
    offers: offers.map(([address, words]) => ({ url: address, title: words })),
  };
}
