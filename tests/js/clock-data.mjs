/** What the tests of the clock read: the announced holidays, without the build. */
import { readFileSync } from "node:fs";

import { Calendar } from "../../overrides/assets/js/components/clock-days.js";

/** The calendar as it stood when the years up to `through` had been announced. */
export function calendar(through) {
  const text = readFileSync(new URL("../../docs/reference/holidays.yml", import.meta.url), "utf8");
  const years = text.split(/^(?=\d{4}:)/m).slice(1).map((block) => ({
    year: Number(block.slice(0, 4)),
    off: [...block.matchAll(/^ {4}(.+): ([\d-]+)(?:至([\d-]+))?$/gm)].map(([, name, first, last]) => [name, first, last ?? first]),
    on: /上班: \[(.*)\]/.exec(block)[1].split(", "),
  }));
  return new Calendar(years.filter(({ year }) => year <= through));
}

/** An answer as the vectors write it. */
export function answer({ last, year, before }) {
  return Object.fromEntries(Object.entries({ last, year, before }).filter(([, value]) => value !== undefined));
}
