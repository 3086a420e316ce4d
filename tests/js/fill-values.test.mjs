/** The browser judges, shows and works out values as Python does: both read one file of vectors. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { compute, holds } from "../../overrides/assets/js/components/fill-logic.js";
import { check, clean, display, normalise } from "../../overrides/assets/js/components/fill-values.js";

const vectors = JSON.parse(readFileSync(new URL("../fixtures/vectors/fields.json", import.meta.url), "utf8"));
const LIMITS = { 文字: 200, 多段文字: 10000, 整数: 12, 人名: 40, 身份证号: 40, 电话: 40, 文号: 40, 编号: 40, 单位: 60, 金额: 15 };
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** An identity number is made here, so that no file holds one that could be a person's. */
function number({ digits, check: wanted }) {
  const right = "10X98765432"[WEIGHTS.reduce((sum, weight, index) => sum + weight * digits[index], 0) % 11];
  return digits + (wanted === "right" ? right : right === "0" ? "1" : "0");
}

const given = (value) => (typeof value === "object" ? number(value) : value);
/** The options that might have been meant are Python's to find. */
const cut = (message) => message.replace(/(不是选项之一).*/, "$1");
const named = (vector) => `${vector.type || vector.condition || vector.compute}: ${JSON.stringify(vector.value || vector.digits || vector.facts)}`;

for (const vector of vectors.values) {
  test(`check ${named(vector)}`, () => {
    const value = vector.digits ? number(vector) : vector.value;
    const field = { type: vector.type, options: vector.options, limit: vector.maxLength || LIMITS[vector.type] };
    const expected = vector.valid ? "" : vector.message.replace("{value}", () => value);
    assert.equal(cut(check(field, value)), cut(expected));
  });
}

for (const vector of vectors.normalise) {
  test(`normalise ${named(vector)}`, () => assert.equal(normalise(vector, vector.value), vector.result));
}

for (const vector of vectors.display) {
  test(`display ${named(vector)}`, () => assert.equal(display(vector, vector.value), vector.result));
}

for (const vector of vectors.conditions) {
  test(`${named(vector)}`, () => assert.equal(holds(vector.tree, vector.facts), vector.result));
}

for (const vector of vectors.computations) {
  const facts = Object.fromEntries(Object.entries(vector.facts).map(([name, value]) => [name, given(value)]));
  test(`${named(vector)}`, () => assert.equal(compute(vector.tree, facts), vector.result));
}

test("control characters and halves of surrogate pairs are dropped, rare characters stay", () => {
  assert.equal(clean("<&>\"'\u000b\u0000𠮷😀\ud842\ufffe\t甲\r\n乙"), "<&>\"'𠮷😀\t甲\n乙");
});
