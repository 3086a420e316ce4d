/** Answer the cases of a file, for tests/test_clock.py: node clock-batch.mjs THROUGH CASES */
import { readFileSync } from "node:fs";

import { count } from "../../overrides/assets/js/components/clock-count.js";
import { answer, calendar } from "./clock-data.mjs";

const [through, cases] = process.argv.slice(2);
const known = calendar(Number(through));
const answers = JSON.parse(readFileSync(cases, "utf8")).map((each) => answer(count(each, each.start, known)));
process.stdout.write(JSON.stringify(answers));
