/**
 * Material's search box on our worker; Material's own scripts stay as they are. This runs before them, because they read
 * their settings once.
 */
const settings = document.getElementById("__config");
const input = document.querySelector("[data-md-component=search-query]");
const worker = new URL("search-worker.js", document.currentScript.src).href;

settings.textContent = JSON.stringify({ ...JSON.parse(settings.textContent), search: worker });

if (input) {
  // Material looks at the words when a key goes up; no key does when they are pasted, spoken, or picked with the mouse.
  for (const name of ["input", "compositionend"]) {
    input.addEventListener(name, () => input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true })));
  }
  addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k") {
      event.preventDefault();
      input.focus();
      input.select();
    }
  });
  const more = document.querySelector(".hb-search-more");
  if (more) more.addEventListener("click", () => (more.hash = input.value ? `q=${encodeURIComponent(input.value)}` : ""));
}
