/** Search with filters, on the page for that only. */
import { SearchPage } from "./components/search-page.js";

const home = new URL("../../", document.currentScript.src);

for (const root of document.querySelectorAll(`[data-module="${SearchPage.moduleName}"]`)) new SearchPage(root, home);
