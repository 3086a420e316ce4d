import assert from "node:assert/strict";
import { test } from "node:test";

import { wordsOf } from "../../overrides/assets/js/components/edition-notice.js";

const EDITION = { version: "x", made: "2099-01-31", expires: "2099-07-31" };

test("a stick says until when it is to be relied on", () => {
  assert.deepEqual(wordsOf(EDITION, "2099-07-31"), {
    warned: false,
    words: "U盘版，2099年1月31日做，2099年7月31日前有效。",
  });
});

test("a stick warns from the day after", () => {
  const { warned, words } = wordsOf(EDITION, "2099-08-01");

  assert.equal(warned, true);
  assert.match(words, /2099年7月31日已过有效期/);
});

test("a computer that lives before the stick was made is told that its date is wrong", () => {
  const { warned, words } = wordsOf(EDITION, "2009-01-01");

  assert.equal(warned, true);
  assert.match(words, /日期是2009年1月1日/);
  assert.equal(wordsOf(EDITION, "2099-01-31").warned, false);
});
