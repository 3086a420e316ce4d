/**
 * Search engines in Node.js, asked the same queries over the same pages, one after the other.
 *
 *     node engines.mjs < {ours: site folder, material: {worker, index}, units: [{url, page, title, heading, text}], queries}
 *
 * Prints, for each engine that was given: how long it takes from its files to its first answer, how long later answers
 * take, the bytes (gzip) of what it loads before the first answer, and its replies.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createContext, runInContext } from "node:vm";
import { gzipSync } from "node:zlib";

import MiniSearch from "minisearch";

const SETUP = 0;
const QUERY = 2;
const FIND = 10;
const DEEPEST = 10;
const task = JSON.parse(readFileSync(0, "utf8"));
const gzipped = (text) => gzipSync(text, { level: 9 }).length;
const middle = (numbers, share) => numbers.slice().sort((one, other) => one - other)[Math.floor(numbers.length * share)];

/** A worker in a world of its own, as a browser gives it. */
function started(file) {
  const world = { location: { href: pathToFileURL(file).href }, URL, setTimeout, console, loaded: [] };
  const heard = [];
  let answered;
  world.addEventListener = (_, listener) => heard.push(listener);
  world.postMessage = (message) => answered(message);
  world.importScripts = (address) => {
    const text = readFileSync(fileURLToPath(address.split("?")[0]), "utf8");
    world.loaded.push(text);
    runInContext(text, context);
  };
  world.self = world;
  const context = createContext(world);
  world.importScripts(world.location.href);
  return {
    loaded: world.loaded,
    ask: (message) =>
      new Promise((done) => {
        answered = done;
        for (const listener of heard) listener({ data: message });
      }),
  };
}

async function timed(work) {
  const begun = performance.now();
  const result = await work();
  return [performance.now() - begun, result];
}

async function ours(site) {
  const file = join(site, "assets/dist/search-worker.js");
  const ask = (worker, query) => worker.ask({ type: FIND, data: { query, kind: "", area: "" } });
  const firsts = [];
  for (const query of task.queries.filter((_, index) => index % 4 === 0)) {
    const worker = started(file);
    const [ms] = await timed(() => ask(worker, query));
    firsts.push({ ms, bytes: worker.loaded.reduce((sum, text) => sum + gzipped(text), 0) });
  }
  const worker = started(file);
  const replies = await repliesOf((query) => ask(worker, query), ({ data }) => ({
    pages: data.pages.map(({ url }) => url),
    best: data.pages.length === 0 ? "" : data.pages[0].isWhole || !data.pages[0].sections.length ? data.pages[0].url : data.pages[0].sections[0].url,
  }));
  const load = middle(firsts.map(({ ms }) => ms), 0.5);
  return { name: "handbook", load, firstBytes: middle(firsts.map(({ bytes }) => bytes), 0.5), mostBytes: middle(firsts.map(({ bytes }) => bytes), 0.95), ...replies };
}

async function material({ worker: file, index }) {
  const text = readFileSync(index, "utf8");
  const worker = started(file);
  const [load] = await timed(() => worker.ask({ type: SETUP, data: { ...JSON.parse(text), options: { suggest: false } } }));
  const bare = (location) => location.split("#")[0];
  const replies = await repliesOf((query) => worker.ask({ type: QUERY, data: query }), ({ data }) => {
    const best = data.items.flat().sort((one, other) => other.score - one.score)[0];
    return { pages: data.items.map((group) => bare(group[0].location)), best: best ? best.location : "" };
  });
  const bytes = gzipped(text) + worker.loaded.reduce((sum, one) => sum + gzipped(one), 0);
  return { name: "Material + jieba", load, firstBytes: bytes, mostBytes: bytes, ...replies };
}

/** Single hanzi and pairs, Latin words and numbers: what CJK text is usually cut into for MiniSearch. */
function bigrams(text) {
  const found = [];
  for (const run of text.normalize("NFKC").toLowerCase().match(/[a-z0-9-]+|[\u3400-\u9fff]+/g) || []) {
    if (run[0] <= "z") found.push(run);
    else for (let at = 0; at < run.length; at++) found.push(run[at], ...(at + 1 < run.length ? [run.slice(at, at + 2)] : []));
  }
  return found;
}

async function miniSearch(units) {
  const options = { fields: ["title", "heading", "text"], storeFields: ["url", "page"], tokenize: bigrams, searchOptions: { tokenize: bigrams, boost: { title: 2, heading: 4 } } };
  const made = new MiniSearch(options);
  made.addAll(units.map((unit, id) => ({ id, ...unit })));
  const text = JSON.stringify(made);
  const library = readFileSync(new URL("../../node_modules/minisearch/dist/umd/index.js", import.meta.url), "utf8");
  const [load, engine] = await timed(() => MiniSearch.loadJSON(text, options));
  const replies = await repliesOf((query) => Promise.resolve(engine.search(query)), (found) => ({
    pages: [...new Set(found.map(({ page }) => page))],
    best: found.length > 0 ? found[0].url : "",
  }));
  const bytes = gzipped(text) + gzipped(library);
  return { name: "MiniSearch bigrams", load, firstBytes: bytes, mostBytes: bytes, ...replies };
}

async function repliesOf(ask, read) {
  const replies = [];
  const times = [];
  for (const query of task.queries) {
    const [ms, answer] = await timed(() => ask(query));
    times.push(ms);
    const reply = read(answer);
    replies.push({ ...reply, pages: reply.pages.slice(0, DEEPEST) });
  }
  return { replies, p50: middle(times, 0.5), p95: middle(times, 0.95) };
}

const results = [];
if (task.material) results.push(await material(task.material));
if (task.units) results.push(await miniSearch(task.units));
if (task.ours) results.push(await ours(task.ours));
process.stdout.write(JSON.stringify(results));
