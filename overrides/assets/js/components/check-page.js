/** Check filled documents on the page: drop them or choose them; they are read here and sent nowhere. */
import { documentsOf, faultsOf, readDocument } from "./check-document.js";
import { readFile } from "./fill-file.js";

export class CheckPage {
  static moduleName = "hb-check";

  constructor(root) {
    const { templates } = JSON.parse(root.querySelector('script[type="application/json"]').textContent);
    this.templates = new Map(templates.map((template) => [template.code, template]));
    this.results = root.querySelector(".hb-check__results");
    this.place = root.querySelector(".hb-check__place");
    this.chooser = root.querySelector("input");
    root.querySelector(".hb-check__off").remove();
    this.place.hidden = false;
    this.chooser.addEventListener("change", () => this.check(this.chooser.files));
    for (const name of ["dragover", "dragleave", "drop"]) {
      this.place.addEventListener(name, (event) => {
        event.preventDefault();
        this.place.classList.toggle("hb-check__place--over", name === "dragover");
        if (name === "drop") this.check(event.dataTransfer.files);
      });
    }
    addEventListener("pagehide", () => this.clear());
  }

  clear() {
    this.results.textContent = "";
    this.chooser.value = "";
  }

  check(files) {
    const all = Array.from(files);
    this.results.textContent = "";
    return Promise.all(all.map(readFile)).then((contents) => {
      all.forEach((file, index) => {
        for (const [name, entries] of documentsOf(file.name, contents[index])) this.show(name, this.judge(entries));
      });
      this.chooser.value = ""; // the same file may be checked again after it was mended
    }, () => this.show("文件", { faults: ["读不出来，请关掉打开它的程序再试"] }));
  }

  judge(entries) {
    if (typeof entries === "string") return { faults: [entries] };
    let document;
    try {
      document = readDocument(entries);
    } catch {
      return { faults: ["已经损坏，或者不是 Word 文书（.docx）"] };
    }
    const code = document.properties.get("文书编号");
    const template = this.templates.get(code);
    if (!template) return { faults: [code ? `没有编号为“${code}”的文书` : "里面没有文书编号，认不出是哪一份文书；从手册网站下载空白文书，在里面填"] };
    const faults = faultsOf(document, template);
    const isCurrent = document.properties.get("文书版本") === template.version && document.properties.get("字段指纹") === template.fingerprint;
    return { what: `${template.title}（${code}），第${document.properties.get("文书版本")}版${isCurrent ? "，是现在的版本" : ""}`, faults };
  }

  show(name, { what, faults }) {
    const section = this.results.appendChild(document.createElement("section"));
    section.className = `hb-check__result hb-check__result--${faults.length > 0 ? "bad" : "good"}`;
    const add = (tag, words, parent = section) => {
      const made = parent.appendChild(document.createElement(tag));
      made.textContent = words;
      return made;
    };
    add("h2", name);
    if (what) add("p", what);
    if (faults.length === 0) {
      add("p", "没有发现问题。固定文字有没有改动，请对照空白文书看一遍。");
      return;
    }
    add("p", `有 ${faults.length} 处要改：`);
    const list = section.appendChild(document.createElement("ul"));
    for (const fault of faults) add("li", fault, list);
  }
}
