/** Filter the page of all time limits, on that page only. */
import { RegisterFilter } from "./components/register-filter.js";

for (const root of document.querySelectorAll(`[data-module="${RegisterFilter.moduleName}"]`)) new RegisterFilter(root);
