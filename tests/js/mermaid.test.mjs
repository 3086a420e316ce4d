/** Every diagram of docs/ must please Mermaid's own parser too; ours and the browser's are other programs. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { register } from "node:module";
import { join } from "node:path";
import { test } from "node:test";

const DOCS = new URL("../../docs/", import.meta.url).pathname;

// Mermaid cleans labels with DOMPurify, which wants a browser; parsing needs none of it.
const PURIFIER = "export default { addHook() {}, removeHook() {}, setConfig() {}, sanitize: (text) => text, isSupported: false };";
const HOOKS = `
export const resolve = (name, context, next) => name === "dompurify"
  ? { url: "data:text/javascript,${encodeURIComponent(PURIFIER)}", shortCircuit: true }
  : next(name, context);`;
register(`data:text/javascript,${encodeURIComponent(HOOKS)}`);
const { default: mermaid } = await import("mermaid");

/** Mermaid drops comments before it counts lines: empty them instead. */
const countable = (source) => source.replace(/^[ \t]*%%(?!\{).*$/gm, "");

/** The fences of a page, also indented ones, each with the line on which its source begins. */
function* fences(text) {
  const lines = text.split("\n");
  for (let line = 0; line < lines.length; line += 1) {
    const opening = /^([ \t]*)(`{3,}|~{3,})[ \t]*\{?[ \t]*\.?mermaid\b/.exec(lines[line]);
    if (!opening) continue;
    const [, indent, mark] = opening;
    const first = line + 1;
    line = first;
    while (line < lines.length && lines[line].trim() !== mark) line += 1;
    const source = lines.slice(first, line).map((part) => part.slice(Math.min(indent.length, part.search(/\S|$/))));
    yield { source: source.join("\n"), line: first + 1 };
  }
}

async function fault({ source, line }) {
  try {
    await mermaid.parse(countable(source));
    return "";
  } catch (error) {
    const within = error.hash?.loc?.first_line ?? 1;
    return `${line + within - 1}: ${error.message.split("\n")[0]}`;
  }
}

const pages = readdirSync(DOCS, { recursive: true }).filter((name) => name.endsWith(".md"));
const charts = pages.flatMap((name) =>
  Array.from(fences(readFileSync(join(DOCS, name), "utf8")), (fence) => ({ name, fence })),
);

for (const { name, fence } of charts) {
  test(`docs/${name}:${fence.line} is a diagram to Mermaid`, async () => {
    const found = await fault(fence);
    assert.equal(found && `docs/${name}:${found}`, "");
  });
}

test("there are diagrams to look at", () => assert.ok(charts.length > 0));

test("a fault is reported at its line, also behind comments and in an admonition", async () => {
  const page = '!!! note\n\n    ```mermaid\n    flowchart TD\n    %% 说明\n        a["一"] --> b["二"\n        c --> d\n    ```\n';
  const [fence] = fences(page);

  assert.match(await fault(fence), /^[67]: /);
});
