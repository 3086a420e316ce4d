/** The index as the site holds it: what a query needs of it is loaded when it is first needed, and kept. */
import { ascending, numbers } from "./codec.js";
import { makeEntries, readEntry } from "./postings.js";

const KEPT_PARTS = 400;
const LENGTH_STEP = 4;

export class Store {
  /** @param load a function that loads a part of the index by its key, and the version it must have. */
  constructor(load) {
    this.load = load;
    this.parts = new Map();
    this.entries = new Map();
  }

  /** Load what every query needs. */
  open() {
    if (!this.opened) {
      this.opened = this.load("core", "").then((core) => this.read(core));
      this.opened.catch(() => (this.opened = null));
    }
    return this.opened;
  }

  read(core) {
    this.core = core;
    this.isSharded = Boolean(core.grams);
    this.counts = numbers(core.counts);
    this.lengths = numbers(core.lengths).map((length) => length * LENGTH_STEP);
    this.average = this.lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, this.lengths.length);
    this.first = [];
    this.pageOf = [];
    this.counts.forEach((count, page) => {
      this.first.push(this.pageOf.length);
      for (let unit = 0; unit < count; unit++) this.pageOf.push(page);
    });
    this.facets = numbers(core.facet).map((facet) => core.facets[facet]);
    this.limits = new Set(ascending(core.limits));
    this.restated = new Set(ascending(core.restated));
    this.starts = core.pages === undefined ? [] : ascending(core.pages);
  }

  part(key) {
    if (!this.parts.has(key)) {
      if (this.parts.size >= KEPT_PARTS) this.parts.delete(this.parts.keys().next().value);
      const loading = this.load(key, this.core.version);
      this.parts.set(key, loading);
      loading.catch(() => this.parts.delete(key));
    }
    return this.parts.get(key);
  }

  /** The whole text, of a small handbook, with the entries that are made of it. */
  whole() {
    if (!this.text) {
      this.text = this.load("text", this.core.version).then((text) => {
        this.entries = makeEntries(text, this.core.synonyms);
        return text;
      });
      this.text.catch(() => (this.text = null));
    }
    return this.text;
  }

  /** The entries of some tokens; a token that is nowhere has none. */
  async lookUp(tokens) {
    if (!this.isSharded) {
      await this.whole();
    } else {
      const missing = tokens.filter((token) => !this.entries.has(token));
      await Promise.all(
        missing.map(async (token) => {
          const shard = await this.part(`grams/${this.shardOf(token)}`);
          this.entries.set(token, shard[token] === undefined ? null : readEntry(shard[token]));
        }),
      );
    }
    return new Map(tokens.map((token) => [token, this.entries.get(token) || null]).filter(([, entry]) => entry));
  }

  /** The entries of all tokens of several characters that begin with one. */
  async startingWith(character) {
    if (!this.isSharded) {
      await this.whole();
      return Array.from(this.entries.keys()).filter((token) => token[0] === character).map((token) => this.entries.get(token));
    }
    const found = [];
    for (let shard = this.shardOf(character); shard <= this.shardOf(`${character}\uffff`); shard++) {
      const part = await this.part(`grams/${shard}`);
      for (const token of Object.keys(part)) if (token[0] === character) found.push(readEntry(part[token]));
    }
    return found;
  }

  shardOf(token) {
    const { grams } = this.core;
    let low = 0;
    for (let high = grams.length - 1; low < high; ) {
      const middle = Math.ceil((low + high) / 2);
      if (grams[middle] <= token) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Some pages as they are shown. */
  async pages(wanted) {
    if (!this.isSharded) return this.whole().then(({ pages }) => wanted.map((page) => pages[page]));
    return Promise.all(
      wanted.map(async (page) => {
        let group = 0;
        while (group + 1 < this.starts.length && this.starts[group + 1] <= page) group++;
        return (await this.part(`pages/${group}`))[page - this.starts[group]];
      }),
    );
  }
}
