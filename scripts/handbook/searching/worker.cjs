/**
 * The worker of a built site in Node.js.
 *
 *     node worker.cjs SITE    reads a JSON text a line ({query, kind, area}), writes the answer to each as one line.
 *
 * The worker sees what a browser gives it (messages, importScripts) and nothing else of Node.js.
 */
"use strict";
const { readFileSync } = require("node:fs");
const { join, resolve } = require("node:path");
const { createInterface } = require("node:readline");
const { fileURLToPath, pathToFileURL } = require("node:url");
const { createContext, runInContext } = require("node:vm");

const FIND = 10;
const start = pathToFileURL(join(resolve(process.argv[2]), "assets/dist/search-worker.js")).href;
let answered;
let listener;
let bytes = 0;

const worker = {
  location: { href: start },
  URL,
  setTimeout,
  addEventListener: (_, heard) => (listener = heard),
  postMessage: ({ data }) => answered(data),
  importScripts(address) {
    const text = readFileSync(fileURLToPath(address.split("?")[0]), "utf8");
    bytes += Buffer.byteLength(text);
    runInContext(text, context, { filename: address });
  },
};
worker.self = worker;
const context = createContext(worker);

async function ask(question) {
  const loaded = bytes;
  const begun = process.hrtime.bigint();
  const answer = await new Promise((done, failed) => {
    answered = done;
    process.once("unhandledRejection", failed);
    listener({ data: { type: FIND, data: question } });
  });
  process.removeAllListeners("unhandledRejection");
  return { ...answer, ms: Number(process.hrtime.bigint() - begun) / 1e6, bytes: bytes - loaded };
}

async function main() {
  worker.importScripts(start);
  for await (const line of createInterface({ input: process.stdin })) {
    process.stdout.write(`${JSON.stringify(await ask(JSON.parse(line)))}\n`);
  }
}

main().catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
