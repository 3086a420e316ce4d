/** A calendar file (RFC 5545) with one event: the last day of a time limit. */
import { dayOf, isoOf } from "./clock-days.js";

const OCTETS = 75;
const CHINA = 8; // hours ahead of UTC, all year

/**
 * @param event `{id, start, last, label, summary, description}`; `last` is a date, or a date with a time of day in China.
 * @param now the moment of writing, as a Date.
 */
export function calendarFile({ id, start, last, label, summary, description }, now) {
  const timed = last.includes("T");
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//handbook//deadline//ZH",
    "CALSCALE:GREGORIAN",
    "BEGIN:VEVENT",
    `UID:${id}-${start.replace(/[-:]/g, "")}-${fingerprint(`${label}\n${last}`)}@handbook`,
    `DTSTAMP:${now.toISOString().replace(/[-:]|\.\d+/g, "")}`,
    ...(timed ? momentOf(last) : daysOf(last)),
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    "TRANSP:TRANSPARENT",
    ...(timed ? ["-PT4H", "-PT1H"] : ["-P2DT15H", "-PT15H"]).flatMap((before) => alarm(before, summary)),
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

const compact = (date) => date.replace(/-/g, "");

/** A whole day; its end is the day after. */
function daysOf(last) {
  return [`DTSTART;VALUE=DATE:${compact(last)}`, `DTEND;VALUE=DATE:${compact(isoOf(dayOf(last) + 1))}`];
}

/** A moment, in UTC. */
function momentOf(last) {
  const [date, time] = last.split("T");
  const [hours, minutes] = time.split(":").map(Number);
  const moment = new Date((dayOf(date) * 24 + hours - CHINA) * 3600000 + minutes * 60000);
  return [`DTSTART:${moment.toISOString().replace(/[-:]|\.\d+/g, "")}`];
}

/** Nine o'clock three days and one day before a day, which begins at midnight. */
const alarm = (before, summary) => [
  "BEGIN:VALARM",
  "ACTION:DISPLAY",
  `TRIGGER:${before}`,
  `DESCRIPTION:${escaped(summary)}`,
  "END:VALARM",
];

export const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");

/** A line in pieces of at most 75 octets, none of which cuts a character; each next one begins with a blank. */
export function folded(line) {
  const encoder = new TextEncoder();
  let out = "";
  let room = OCTETS;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (size > room) {
      out += "\r\n ";
      room = OCTETS - 1;
    }
    out += character;
    room -= size;
  }
  return out;
}

/** A short number for a text that is the same each time (FNV-1a). */
function fingerprint(text) {
  let hash = 0x811c9dc5;
  for (const octet of new TextEncoder().encode(text)) hash = Math.imul(hash ^ octet, 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, "0");
}
