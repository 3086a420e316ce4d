/** What is saved to a file is what is read from it; what has another shape is refused by name. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { FactsError, readFacts, writeFacts } from "../../overrides/assets/js/components/fill-facts.js";

const FORM = {
  code: "XF-W99",
  fields: [
    { name: "编号", type: "编号" },
    { name: "成员", type: "重复组", most: 20, fields: [{ name: "姓名" }, { name: "关系" }] },
  ],
  documents: [{ code: "XF-W99", version: "2", fingerprint: "b", title: "成员表" }],
};
const file = (facts, more = {}) => JSON.stringify({ 格式: "文书事实", 格式版本: 1, 编号: "XF-W99", 文书: [], 事实: facts, ...more });

test("facts, rows and unknown facts come back as they were", () => {
  const rows = Array.from({ length: 20 }, (_, index) => ({ 姓名: `𠮷${index}`, 关系: "<&>\"'😀" }));
  const unknown = new Map([["__proto__", "甲"], ["别的", { 任意: [1] }]]);
  const text = writeFacts(FORM, { 编号: "示镇-1", 成员: rows }, unknown);

  const got = readFacts(text, FORM);

  assert.equal(got.values.get("编号"), "示镇-1");
  assert.deepEqual(got.values.get("成员").map((row) => ({ ...row })), rows);
  assert.deepEqual(Array.from(got.unknown.keys()), ["__proto__", "别的"]);
  assert.deepEqual([got.refused, got.isOther, got.isOld], [[], false, false]);
});

test("what is empty is not written", () => assert.equal(JSON.parse(writeFacts(FORM, { 编号: "", 成员: [] }, new Map())).事实.编号, undefined));

test("facts of another shape are named, control characters dropped", () => {
  const many = Array.from({ length: 21 }, () => ({ 姓名: "甲" }));
  assert.deepEqual(readFacts(file({ 编号: 7, 成员: many }), FORM).refused, ["编号", "成员"]);
  assert.deepEqual(readFacts(file({ 成员: ["甲"] }), FORM).refused, ["成员"]);
  assert.equal(readFacts(file({ 编号: "示\u000b镇\ud842" }), FORM).values.get("编号"), "示镇");
  assert.deepEqual({ ...readFacts(file({ 成员: [{ 姓名: "甲", 别的: "乙" }] }), FORM).values.get("成员")[0] }, { 姓名: "甲", 关系: "" });
});

test("a file of another or of an older document says so", () => {
  const old = [{ 文书编号: "XF-W99", 文书版本: "1", 字段指纹: "a" }];
  assert.equal(readFacts(file({}, { 编号: "XF-W01" }), FORM).isOther, true);
  assert.equal(readFacts(file({}, { 文书: old }), FORM).isOld, true);
});

for (const text of ["", "{", "null", "[]", "7", '{"格式":"文书事实"}', file([]), file({}, { 格式版本: 2 }), file({}, { 格式版本: "x" }), " ".repeat(5e6 + 1)]) {
  test(`refused: ${text.slice(0, 30)}`, () => assert.throws(() => readFacts(text, FORM), FactsError));
}
