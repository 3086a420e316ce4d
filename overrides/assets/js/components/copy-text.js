/** Copy a text; from a folder, where the clipboard is closed to pages, in the old way. */
export function copyText(text) {
  if (navigator.clipboard && isSecureContext) return navigator.clipboard.writeText(text).then(() => true, () => oldCopy(text));
  return Promise.resolve(oldCopy(text));
}

function oldCopy(text) {
  const before = document.activeElement;
  const area = document.body.appendChild(document.createElement("textarea"));
  area.className = "hb-copy";
  area.value = text;
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  if (before) before.focus();
  return done;
}
