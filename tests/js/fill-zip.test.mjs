/** What is packed is unpacked the same, what is not changed is carried over as it is, and what is no .zip is refused. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { entryOf, unpack, unzip, zip } from "../../overrides/assets/js/components/fill-zip.js";

const bytesOf = (text) => new TextEncoder().encode(text);
const textOf = (entry) => new TextDecoder().decode(unpack(entry));

test("names and contents come back, also Chinese ones, empty ones and long ones", () => {
  const contents = { "甲/𠮷.xml": "<&>\"'😀", 空: "", long: "重复的文字".repeat(50000) };
  const made = zip(new Map(Object.entries(contents).map(([name, text]) => [name, entryOf(bytesOf(text))])));

  const got = unzip(made);

  assert.deepEqual(Object.fromEntries(Array.from(got, ([name, entry]) => [name, textOf(entry)])), contents);
  assert.ok(made.length < 10000);
});

test("what is packed already is stored, and an entry is carried over byte for byte", () => {
  const inner = zip(new Map([["a", entryOf(bytesOf("甲".repeat(100)))]]));
  const outer = zip(new Map([["a.docx", entryOf(inner, { isPacked: true })]]));

  assert.deepEqual(unpack(unzip(outer).get("a.docx")), inner);
  assert.deepEqual(zip(unzip(inner)), inner);
});

test("a checksum is that of the format", () => assert.equal(entryOf(bytesOf("123456789")).crc, 0xcbf43926));

for (const bytes of [new Uint8Array(), bytesOf("PK"), bytesOf("x".repeat(100)), zip(new Map([["a", entryOf(bytesOf("甲"))]])).subarray(10)]) {
  test(`refused: ${bytes.length} bytes`, () => assert.throws(() => unzip(bytes)));
}
