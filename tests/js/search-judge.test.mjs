/** How much of a query stands together, and the order that follows. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { bare, runOf, shareOf } from "../../overrides/assets/js/search/closeness.js";
import { judge } from "../../overrides/assets/js/search/judge.js";

const STEP = ["s1", "1. 登记", "当日登记。编一个号。", []];
const LIMITS = ["红线", "红线", "当日登记。编一个号。", []];
const HEAD = ["", "受理", "", ["收信"]];
const PAIRS = ["当日", "日登", "登记"];
const plan = (...said) => ({
  slots: said.map((token) => ({ token, rarity: 1 })),
  alternatives: [],
  pieces: [{ text: said[0] }],
  said: said.join(""),
  whole: said.join(""),
  all: said.length,
  isSentence: false,
});

test("names are compared without blanks and signs", () => assert.deepEqual(bare(["1. 登 记：甲"]), ["1登记甲"]));

test("the longest run of a query", () => {
  assert.equal(runOf("当日登记", "先登记"), 0.5);
  assert.equal(runOf("当日登记", "日"), 0);
});

test("what stands in one sentence counts, by how rare it is", () => {
  const share = shareOf({ ...plan(...PAIRS), pieces: [] }, [STEP]);
  assert.equal(share("当日登记"), 1);
  assert.ok(share("登记") > share("号") && share("登记") < 1);
});

test("another word for what was typed counts less than the word", () => {
  const other = { first: 0, last: 0, text: "编号", weight: 0.5 };
  const share = shareOf({ ...plan("登记"), pieces: [], alternatives: [other] }, [STEP]);
  assert.equal(share("编号"), 0.5);
});

const store = (boosts = {}) => ({ first: [0, 3], restated: new Set([2]), core: { boosts } });
const result = (page, ...units) => ({ page, score: 1, units: units.map((unit) => ({ unit, score: 1 })) });
const page = (title, kind) => ["", title, kind, "", "", [[...HEAD], STEP, LIMITS], []];

test("a step comes before the section that says the same again", () => {
  const results = [result(0, 0, 2, 1)];
  judge(results, [page("受理", "流程")], plan(...PAIRS), store(), 10);
  assert.deepEqual(results[0].units.map(({ unit }) => unit), [1, 2, 0]);
});

test("a page that is called so comes first, and one that is held down last", () => {
  const named = [result(0, 1), result(1, 4)];
  judge(named, [page("登记表", "流程"), page("登记", "流程")], plan("登记"), store(), 10);
  assert.deepEqual(named.map((one) => one.page), [1, 0]);
  const held = [result(0, 1), result(1, 4)];
  judge(held, [page("登记", "流程"), page("登记", "流程")], plan("登记"), store({ 0: 0.3 }), 10);
  assert.deepEqual(held.map((one) => one.page), [1, 0]);
});

test("the page of a code stays first", () => {
  const results = [{ ...result(0, 0), score: Infinity, isMeant: true }, result(1, 4)];
  judge(results, [page("甲", "文书"), page("登记", "流程")], plan("登记"), store(), 10);
  assert.equal(results[0].page, 0);
});
