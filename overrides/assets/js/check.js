/** Check filled documents, on the page for that only. */
import { CheckPage } from "./components/check-page.js";

for (const root of document.querySelectorAll(`[data-module="${CheckPage.moduleName}"]`)) new CheckPage(root);
