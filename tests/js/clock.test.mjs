/** The calculator counts as the vectors say, tells the reason for each day, and writes calendar files. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { count } from "../../overrides/assets/js/components/clock-count.js";
import { dayOf, isoOf, saidOf } from "../../overrides/assets/js/components/clock-days.js";
import { calendarFile, escaped, folded } from "../../overrides/assets/js/components/clock-ics.js";
import { answer, calendar } from "./clock-data.mjs";

const vectors = JSON.parse(readFileSync(new URL("../fixtures/vectors/deadlines.json", import.meta.url), "utf8"));
const known = calendar(vectors.through);
const workdays = (amount) => ({ amount, unit: "工作日", rolls: false });

test("at least 300 cases are counted as the oracle counts them", () => {
  assert.ok(vectors.cases.length >= 300);
  for (const each of vectors.cases) {
    assert.deepEqual(answer(count(each, each.start, known)), each.answer, `${each.why} ${each.start}`);
  }
});

test("a day is a day whatever the time zone of the machine", () => {
  assert.equal(isoOf(dayOf("2026-03-01") - 1), "2026-02-28");
  assert.equal(saidOf(dayOf("2026-03-01")), "2026年3月1日（星期日）");
  for (const wrong of ["2026-02-30", "2025-02-29", "2026-13-01", "", "2026-1-1"]) assert.equal(dayOf(wrong), null);
});

test("each day says what it counts for", () => {
  const { days } = count(workdays(4), "2025-09-26", known);
  assert.deepEqual(days.map(({ day, counts, why }) => `${isoOf(day)} ${counts} ${why}`), [
    "2025-09-26  起算的这一天，不算",
    "2025-09-27  星期六休息，不算",
    "2025-09-28 1 调休上班日",
    "2025-09-29 2 工作日",
    "2025-09-30 3 工作日",
    ...["01", "02", "03", "04", "05", "06", "07", "08"].map((day) => `2025-10-${day}  国庆节、中秋节放假，不算`),
    "2025-10-09 4 工作日",
  ]);
});

test("a last day on a holiday moves only where the provision says so, and every day on the way is told", () => {
  const limit = { amount: 3, unit: "自然日", rolls: true };
  const moved = count(limit, "2026-09-22", known);
  assert.equal(moved.last, "2026-09-28");
  assert.deepEqual(moved.days.slice(-4).map(({ counts, why }) => `${counts} ${why}`), [
    "3 中秋节放假，顺延", " 中秋节放假，顺延", " 中秋节放假，顺延", " 顺延后的最后一天",
  ]);
  const kept = count({ ...limit, rolls: false }, "2026-09-22", known);
  assert.equal(kept.last, "2026-09-25");
  assert.match(kept.reasons.at(-1), /没有写顺延/);
});

test("a year that is not announced is never guessed", () => {
  const open = count(workdays(15), "2026-12-25", known);
  assert.deepEqual([open.last, open.earliest], [null, "2027-01-11"]); // 4 until 31 December, 11 more in as many days
  assert.equal(count(workdays(15), "2027-03-01", known).earliest, "2027-03-16");
  assert.equal(open.reasons.at(-1), "到2026年12月31日（星期四）数了4个工作日，2027年放假安排未公布，往后数不出来。");
  const moves = count({ amount: 1, unit: "月", rolls: true }, "2026-12-15", known);
  assert.deepEqual([moves.last, moves.before, moves.year], [null, "2027-01-15", 2027]);
});

test("the end of the last announced year is told to be open to change", () => {
  assert.match(count(workdays(3), "2026-12-28", known).reasons.at(-1), /2027年元旦的放假安排还没有公布/);
  assert.doesNotMatch(count(workdays(3), "2025-12-28", known).reasons.at(-1), /还没有公布/);
});

const EVENT = {
  id: "t-04", start: "2026-09-21", last: "2026-10-19", label: "",
  summary: "T-04 告知，受理；情况", description: "第一行\n第二行, 逗号; 分号 \\ 反斜线".repeat(4),
};
const NOW = new Date(Date.UTC(2026, 8, 21, 1, 2, 3));

/** The lines of a calendar file, unfolded. */
function unfolded(text) {
  assert.ok(text.endsWith("\r\n"));
  assert.equal(text.replace(/\r\n/g, "").search(/[\r\n]/), -1);
  for (const line of text.split("\r\n")) assert.ok(new TextEncoder().encode(line).length <= 75, line);
  return text.slice(0, -2).replace(/\r\n /g, "").split("\r\n");
}

test("a calendar file is as RFC 5545 wants it", () => {
  const lines = unfolded(calendarFile(EVENT, NOW));
  assert.deepEqual(lines.slice(0, 5), ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//handbook//deadline//ZH", "CALSCALE:GREGORIAN", "BEGIN:VEVENT"]);
  assert.ok(lines.includes("DTSTAMP:20260921T010203Z"));
  assert.ok(lines.includes("DTSTART;VALUE=DATE:20261019"));
  assert.ok(lines.includes("DTEND;VALUE=DATE:20261020"));
  assert.ok(lines.includes(`DESCRIPTION:${"第一行\\n第二行\\, 逗号\\; 分号 \\\\ 反斜线".repeat(4)}`));
  assert.equal(lines.filter((line) => line === "BEGIN:VALARM").length, 2);
  assert.equal(lines.at(-1), "END:VCALENDAR");
});

test("the same event keeps its UID, another one has another", () => {
  const uid = (event, now = NOW) => unfolded(calendarFile(event, now)).find((line) => line.startsWith("UID:"));
  assert.equal(uid(EVENT), uid(EVENT, new Date()));
  const others = [{ ...EVENT, start: "2026-09-22" }, { ...EVENT, last: "2026-10-20" }, { ...EVENT, label: "示镇-2099-001" }];
  assert.equal(new Set([EVENT, ...others].map((event) => uid(event))).size, 4);
});

test("a moment is written in UTC, eight hours before China", () => {
  const lines = unfolded(calendarFile({ ...EVENT, last: "2026-10-01T06:30" }, NOW));
  assert.ok(lines.includes("DTSTART:20260930T223000Z"));
  assert.ok(!lines.some((line) => line.startsWith("DTEND")));
});

test("folding cuts no character in two", () => {
  assert.equal(folded("a".repeat(75)), "a".repeat(75));
  assert.equal(folded("a".repeat(76)), `${"a".repeat(75)}\r\n a`);
  assert.equal(folded(`${"a".repeat(73)}期限`), `${"a".repeat(73)}\r\n 期限`);
  assert.equal(escaped("a\r\nb,c;d\\"), "a\\nb\\,c\\;d\\\\");
});
