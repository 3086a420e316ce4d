/** Fill in documents, on the pages of templates only. */
import { FillForm } from "./components/fill-form.js";

for (const root of document.querySelectorAll(`[data-module="${FillForm.moduleName}"]`)) new FillForm(root);
