/** What was found is marked in the words as they are shown, however they were written. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { excerpt, marked } from "../../overrides/assets/js/search/marks.js";
import { itemsOf } from "../../overrides/assets/js/search/material.js";

const shown = (pieces) => pieces.map(([text, isFound]) => (isFound ? `[${text}]` : text)).join("");

test("neighbouring tokens are one mark", () => {
  assert.equal(shown(marked("初步核实的方案", ["初步", "步核", "核实"])), "[初步核实]的方案");
});

test("a number is marked as it is written", () => {
  assert.equal(shown(marked("自收到之日起十五个工作日内", ["15", "15个", "个工", "工作", "作日"])), "自收到之日起[十五个工作日]内");
  assert.equal(shown(marked("六十天以内办结", ["60日", "日内"])), "[六十天以内]办结");
});

test("words that were left out in comparing are inside of the mark", () => {
  assert.equal(shown(marked("从宽处罚的建议", ["罚建", "建议"])), "从宽处[罚的建议]");
});

test("an excerpt is the part with most of what was found", () => {
  const text = `${"前".repeat(200)}。这里说立案审查由谁批准。${"后".repeat(200)}立案`;
  const found = shown(excerpt(text, ["立案", "审查", "批准"]));
  assert.match(found, /^…这里说\[立案审查\]由谁\[批准\]。后+…$/);
});

test("an excerpt of a short text is all of it, on one line", () => {
  assert.equal(shown(excerpt("甲\n乙", [])), "甲 乙");
});

const page = { url: "a.html", title: [["甲<b>", true]], kind: "流程", area: "信访举报", code: "XF-01", score: 9, isWhole: false,
  text: [["正文", false]], sections: [{ url: "a.html#s1", heading: [["第一步", false]], text: [], score: 8 },
    { url: "a.html#s2", heading: [["第二步", false]], text: [], score: 7 }],
  offers: [{ url: "t.html#t", title: "用表：登记表" }] };

test("in Material's box the best step comes first, beside it what the procedure offers, and the rest folds", () => {
  const [items] = itemsOf({ notice: "", pages: [page] });
  const open = items.filter(({ score }) => score >= items[0].score).map(({ location }) => location);
  assert.deepEqual(open, ["a.html#s1", "t.html#t"]);
  assert.equal(items.filter(({ location }) => !location.includes("#")).length, 1);
  assert.deepEqual(items.filter(({ score }) => score < items[0].score).map(({ location }) => location), ["a.html", "a.html#s2"]);
});

test("a page that answers as a whole is what Enter opens", () => {
  const [items] = itemsOf({ notice: "", pages: [{ ...page, isWhole: true }] });
  assert.equal(items[0].location, "a.html");
  assert.equal(Math.max(...items.map(({ score }) => score)), items[0].score);
});

test("what pages say is never markup", () => {
  const [items] = itemsOf({ notice: "<i>", pages: [page] });
  const head = items.find(({ location }) => location === "a.html");
  assert.ok(head.title.includes("<mark>甲&#60;b&#62;</mark>"));
  assert.ok(head.title.includes("已按「&#60;i&#62;」查找"));
});

test("the notice stands at the first page only", () => {
  const items = itemsOf({ notice: "立案", pages: [page, page] }).flat();
  assert.equal(items.filter(({ title }) => title.includes("已按")).length, 1);
});
