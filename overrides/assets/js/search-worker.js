/** The search as Material starts it: nothing but this file is loaded before somebody asks. */
import { QUERY, READY, RESULT, SETUP } from "./search/messages.js";

// In a folder the search runs in a frame (iframe-worker), which has a document, and whose importScripts is a promise.
const here = self.document ? self.document.currentScript.src : self.location.href;
const engine = new URL("search-engine.js", here.split("?")[0]).href;
let started;

self.addEventListener("message", ({ data }) => {
  if (!data || typeof data.type !== "number") return;
  if (data.type === SETUP) {
    self.postMessage({ type: READY });
    return;
  }
  if (!started && data.type === QUERY && !data.data.trim()) {
    self.postMessage({ type: RESULT, data: { items: [] } }); // Material asks for nothing when it has started
    return;
  }
  if (!started) started = Promise.resolve(self.importScripts(engine)).then(() => self.hbSearch(engine));
  started.then((answer) => answer(data));
});
