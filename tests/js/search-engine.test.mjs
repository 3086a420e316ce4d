/** The worker answers the newest question only, and says when it cannot answer. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

const FIND = 10;
const CORE = { version: "1", areas: [], synonyms: [], counts: '!', facets: [["", "流程"]], facet: " ", lengths: "!", limits: "", restated: "", everyday: [], boosts: {}, codes: {} };
const PARTS = {
  core: CORE,
  text: { pages: [["a.html", "受理", "流程", "", "XF-01", [["", "受理", "先登记再受理", []]], []]], more: [[" ".slice(1), []]] },
  laws: { laws: [], cites: [] },
  sounds: { syllables: {}, words: "", special: {} },
};
let answers;
let missing;
let answer;

globalThis.self = {
  postMessage: ({ data }) => answers.push(data),
  importScripts(address) {
    const key = new URL(address).pathname.split("/search/")[1].replace(".js", "");
    if (missing.has(key)) throw new Error(`${key} is missing`);
    self.__hs(key, PARTS[key]);
  },
};
await import("../../overrides/assets/js/search-engine.js");

beforeEach(() => {
  answers = [];
  missing = new Set();
  answer = self.hbSearch("http://site.example/assets/dist/search-engine.js");
});

const ask = (query) => answer({ type: FIND, data: { query, kind: "", area: "" } });

test("a question is answered", async () => {
  await ask("受理");
  assert.deepEqual(answers.map(({ query, pages }) => [query, pages[0].url]), [["受理", "a.html"]]);
});

test("of several that wait the newest is answered", async () => {
  await Promise.all([ask("受"), ask("受理"), ask("登记")]);
  assert.deepEqual(answers.map(({ query }) => query), ["登记"]);
});

test("nothing asked, nothing loaded", async () => {
  missing = new Set(Object.keys(PARTS));
  await ask("  ");
  assert.deepEqual(answers, [{ query: "  ", notice: "", pages: [] }]);
});

test("what does not arrive is told, and asked for again with the next question", async (context) => {
  context.mock.method(console, "error", () => {});
  for (const key of ["core", "text"]) {
    answer = self.hbSearch("http://site.example/assets/dist/search-engine.js");
    missing = new Set([key]);
    await ask("受理");
    missing = new Set();
    await ask("受理");
  }
  assert.deepEqual(answers.map(({ isBroken }) => Boolean(isBroken)), [true, false, true, false]);
});
