/** Pinyin and wrong characters of the right sound. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { Sounds } from "../../overrides/assets/js/search/sounds.js";

const sounds = new Sounds({
  syllables: { chu: "初处", he: "核合", shi: "实时事", zhong: "重", fu: "复", jian: "件监间", li: "立", an: "案安", shou: "受", ju: "举局", bao: "报", liu: "留", zhi: "置制", cha: "查", shen: "审" },
  words: "初核 核实 重复件 立案 举报 留置 立案审查",
  special: { 重复件: "chong fu jian" },
});
const spelled = (letters) => sounds.spelled(letters).map((row) => row.join(""));

test("full readings", () => assert.deepEqual(spelled("jubao"), ["举报"]));
test("readings in their context", () => assert.deepEqual(spelled("chongfujian"), ["重复件"]));
test("initials", () => assert.deepEqual(spelled("lasc"), ["立案审查"]));
test("what is half typed", () => assert.deepEqual(spelled("juba"), ["举报"]));
test("several words in a row", () => assert.deepEqual(spelled("chuhelian"), ["初核立案"]));
test("sounds that are not told apart", () => assert.deepEqual(spelled("liuzi"), ["留置"]));
test("letters that are no pinyin", () => assert.deepEqual(spelled("xyz"), []));

const repaired = (text, ...unknown) => sounds.repaired(text, (place) => unknown.includes(place));

test("a word of the same sound replaces what is nowhere", () => {
  assert.deepEqual(repaired("初合", 0), { text: "初核", words: ["初核"] });
  assert.deepEqual(repaired("要立安了", 1), { text: "要立案了", words: ["立案"] });
});
test("one wrong hanzi inside a long word", () => {
  assert.deepEqual(repaired("立按审查", 0, 1), { text: "立案审查", words: ["立案审查"] });
});
test("what is known stays", () => assert.equal(repaired("立案"), null));
test("a neighbour of a word is no slip of it", () => assert.equal(repaired("立案审了", 2), null));
test("in a sentence only one hanzi of a longer word may be wrong", () => {
  assert.equal(repaired("有人要立安了就马上来", 3), null);
  assert.deepEqual(repaired("有人问立安审查要几天", 3, 4).words, ["立案审查"]);
});
test("initials of a part of a longer word", () => assert.deepEqual(spelled("asc"), ["案审查"]));
