/** What Material's bundle asks for before it starts: values of this site kept in the browser's storage. */
const root = new URL("../../", document.currentScript.src);

window.__md_scope = root;
window.__md_hash = (text) => Array.from(text).reduce((sum, character) => (sum << 5) - sum + character.charCodeAt(0), 0);
window.__md_get = (key, storage = localStorage, scope = root) => {
  try {
    return JSON.parse(storage.getItem(`${scope.pathname}.${key}`));
  } catch {
    return null;
  }
};
window.__md_set = (key, value, storage = localStorage, scope = root) => {
  try {
    storage.setItem(`${scope.pathname}.${key}`, JSON.stringify(value));
  } catch {
    // Storage may be off or full; the page works without it.
  }
};
