/** Reckon the last day of a time limit, on the page for that only. */
import { ClockPage } from "./components/clock-page.js";

for (const root of document.querySelectorAll(`[data-module="${ClockPage.moduleName}"]`)) new ClockPage(root);
