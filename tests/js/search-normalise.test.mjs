/** The browser normalises and cuts texts as Python does: both read one file of vectors. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { mapped, normalise, tokens } from "../../overrides/assets/js/search/normalise.js";

const vectors = JSON.parse(readFileSync(new URL("../fixtures/vectors/search-normalise.json", import.meta.url), "utf8"));

for (const { text, normal, tokens: wanted } of vectors) {
  test(`“${text}” becomes “${normal}”`, () => {
    assert.equal(normalise(text), normal);
    assert.deepEqual(tokens(normal), wanted);
  });

  test(`the characters of “${text}” keep their places`, () => {
    const { plain, from, to } = mapped(text);
    assert.equal(plain, normal);
    assert.equal(from.length, normal.length);
    from.forEach((start, index) => assert.ok(start < to[index] && (index === 0 || start >= from[index - 1])));
  });
}
