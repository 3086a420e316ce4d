import assert from "node:assert/strict";
import { test } from "node:test";

import { TickStore } from "../../overrides/assets/js/components/checklist.js";

/** A storage like the browser's. */
function storage(held = {}) {
  return {
    held,
    getItem: (key) => held[key] ?? null,
    setItem: (key, value) => (held[key] = value),
    removeItem: (key) => delete held[key],
  };
}

test("what is ticked is read again, each list by its name", () => {
  const shared = storage();
  new TickStore("day", () => shared).write(["甲", "乙"]);

  assert.deepEqual(new TickStore("day", () => shared).read(), ["甲", "乙"]);
  assert.deepEqual(new TickStore("week", () => shared).read(), []);
});

test("wiping leaves nothing behind", () => {
  const shared = storage();
  const store = new TickStore("day", () => shared);
  store.write(["甲"]);
  store.wipe();

  assert.deepEqual(shared.held, {});
});

test("a browser that refuses storage is found out and stops nothing", () => {
  const store = new TickStore("day", () => {
    throw new Error("SecurityError");
  });

  assert.deepEqual(store.read(), []);
  assert.equal(store.kept, false);
  store.write(["甲"]);
  store.wipe();
});

test("a storage that is full is found out when it is written", () => {
  const full = { ...storage(), setItem: () => { throw new Error("QuotaExceededError"); } };
  const store = new TickStore("day", () => full);
  store.read();
  assert.equal(store.kept, true);
  store.write(["甲"]);

  assert.equal(store.kept, false);
});

for (const text of ["{", "null", "{}", "7"]) {
  test(`what another hand left there is no tick: ${text}`, () => {
    const store = new TickStore("day", () => storage({ "hb-checklist:day": text }));

    assert.deepEqual(store.read(), []);
    assert.equal(store.kept, true);
  });
}
