/** Keep codes such as SC-W01, T-04 and XF-04 第2步 on one line where space is scarce; browsers break at the hyphen. */
const CODE = /(?:[A-Z]{2}-W?|T-)\d{2}(?: 第\d+步)?/;
const PLACES = ["h1", "td", "a:not([class])", ".hb-limits li"].map((place) => `article ${place}`).join();

export function keepCodesWhole(root) {
  for (const place of root.querySelectorAll(PLACES)) {
    for (const text of Array.from(place.childNodes)) {
      if (text.nodeType === Node.TEXT_NODE) wrap(text);
    }
  }
}

function wrap(text) {
  const found = CODE.exec(text.data);
  if (!found) return;
  const code = document.createElement("span");
  code.className = "hb-code";
  const rest = text.splitText(found.index);
  const behind = rest.splitText(found[0].length);
  rest.replaceWith(code);
  code.appendChild(rest);
  wrap(behind);
}
