// Print the licence of each of package.json's dependencies (what readers' browsers get; tools are devDependencies) and
// of everything they depend on, because a bundled library carries its dependencies' code without their licence files.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";

const lock = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;

/** Where Node.js would find `name` from the package at `path`. */
function resolve(name, path) {
  for (let at = path; ; at = dirname(dirname(at))) {
    const found = at === "." ? `node_modules/${name}` : `${at}/node_modules/${name}`;
    if (lock[found]) return found;
    if (at === ".") return undefined; // an optional dependency that was not installed
  }
}

function collect(path, found) {
  if (!path || found.has(path) || !existsSync(path)) return found;
  found.add(path);
  for (const name of Object.keys(lock[path].dependencies ?? {})) collect(resolve(name, path), found);
  return found;
}

const packages = new Set();
for (const name of Object.keys(lock[""].dependencies)) collect(`node_modules/${name}`, packages);

for (const path of [...packages].sort()) {
  const { name, version, license } = JSON.parse(readFileSync(join(path, "package.json"), "utf8"));
  const texts = readdirSync(path).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file)).sort();
  console.log(`${"=".repeat(80)}\n${name} ${version} (${license ?? "see below"})\n`);
  for (const file of texts) console.log(`${readFileSync(join(path, file), "utf8").trim()}\n`);
}
