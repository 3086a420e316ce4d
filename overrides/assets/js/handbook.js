/** What the pages do beyond Material; every page is complete without it. */
import { makeTablesScrollable } from "./components/tables.js";
import { openLinkedTab } from "./components/tabs.js";

openLinkedTab(location.hash);
addEventListener("load", () => makeTablesScrollable(document));
