/** The search itself; search-worker.js loads it with the first query. */
import { find } from "./search/find.js";
import { itemsOf } from "./search/material.js";
import { FIND, FOUND, QUERY, RESULT } from "./search/messages.js";
import { Store } from "./search/store.js";

/** Load parts of the index; each is a script that calls `__hs` with its key. */
function loader(folder) {
  const waiting = new Map();
  self.__hs = (key, data) => waiting.get(key)(data);
  return (key, version) =>
    new Promise((resolve, reject) => {
      waiting.set(key, resolve);
      const address = new URL(`${key}.js${version ? `?v=${version}` : ""}`, folder).href;
      Promise.resolve()
        .then(() => self.importScripts(address))
        .catch(reject);
    });
}

const NOTHING = { notice: "", pages: [] };

/** A part of the index did not arrive: the reader is told, and the next query tries again. */
function failed(error) {
  console.error(error);
  return { ...NOTHING, isBroken: true };
}

/** @returns a function that answers messages; of several that wait only the newest is answered. */
self.hbSearch = (engine) => {
  const store = new Store(loader(new URL("../../search/", engine)));
  let newest = 0;
  return async ({ type, data }) => {
    const number = ++newest;
    const isOld = () => number !== newest;
    const { query, ...filters } = type === QUERY ? { query: data } : data;
    await new Promise((resolve) => setTimeout(resolve)); // messages that wait behind this one come first
    if (isOld()) return;
    const answer = query.trim() ? await find(query, store, filters).catch(failed) : NOTHING;
    if (isOld()) return;
    if (type === QUERY) self.postMessage({ type: RESULT, data: { items: itemsOf(answer) } });
    else if (type === FIND) self.postMessage({ type: FOUND, data: { query, ...answer } });
  };
};
