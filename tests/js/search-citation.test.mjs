/** Queries that name a provision. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { citationOf, provisions } from "../../overrides/assets/js/search/citation.js";
import { normalise } from "../../overrides/assets/js/search/normalise.js";

const REGISTER = {
  laws: [[["监督执纪规则", "监督执纪工作规则"], 4, 1], [["检举控告规则"], 5, 1], [["处分条例", "中国共产党纪律处分条例"], 6, 1], [["处分条例2018"], 7, 0], [["选举规则"], -1, 1]],
  cites: [[0, [21, " !"]], [1, [21, " "]], [2, [70, "!"]], [4, [3, " "]]],
};
const cited = (query) => citationOf(normalise(query));
const named = (query) => provisions(cited(query), REGISTER).map(({ law }) => law);

test("a citation as statutes write it, and as people type it", () => {
  for (const query of ["《监督执纪规则》第二十一条", "监督执纪规则21条", "监督执纪规则 第21条第二款", "监督执纪规则第二十一条是什么"]) {
    const { law, article } = cited(query);
    assert.deepEqual([law, article], ["监督执纪规则", 21], query);
  }
});
test("what is asked besides", () => assert.equal(cited("监督执纪规则21条 立案").rest, "立案"));
test("no citation", () => assert.equal(cited("15个工作日"), null));
test("the exact name", () => assert.deepEqual(named("处分条例70条"), ["处分条例"]));
test("the end of names fits every law with that end", () => assert.deepEqual(named("规则21条"), ["监督执纪规则", "检举控告规则"]));
test("a part of the full name", () => assert.deepEqual(named("执纪工作规则21条"), ["监督执纪规则"]));
test("some hanzi of the name", () => assert.deepEqual(named("监执规则21条"), ["监督执纪规则"]));
test("no law: all that are cited with this article", () => assert.deepEqual(named("第21条"), ["监督执纪规则", "检举控告规则"]));
test("a law that is only named in the pages is found where it is cited", () => {
  assert.deepEqual(named("选举规则3条"), ["选举规则"]);
  assert.deepEqual(named("选举规则4条"), []);
});
test("the units that cite it", () => assert.deepEqual(provisions(cited("监督执纪规则21条"), REGISTER)[0].units, [0, 2]));
