/** What the pages do beyond Material; every page is complete without it. */
import { Checklist } from "./components/checklist.js";
import { noteEdition } from "./components/edition-notice.js";
import { FlowViewer } from "./components/flow-viewer.js";
import { Glossary } from "./components/glossary.js";
import { Popups } from "./components/popup.js";
import { labelCells, makeTablesScrollable } from "./components/tables.js";
import { TaskFinder } from "./components/task-finder.js";
import { openLinkedTab } from "./components/tabs.js";
import { keepCodesWhole } from "./components/whole-codes.js";
import { Wizard } from "./components/wizard.js";

openLinkedTab(location.hash);
noteEdition(window.__md_scope);
addEventListener("load", () => {
  labelCells(document);
  keepCodesWhole(document);
  makeTablesScrollable(document);
});

for (const Component of [Checklist, FlowViewer, Glossary, Popups, TaskFinder, Wizard]) {
  for (const root of document.querySelectorAll(`[data-module="${Component.moduleName}"]`)) new Component(root);
}
