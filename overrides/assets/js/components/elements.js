/** Append an element with a class and words. */
export function add(parent, tag, name = "", words = "") {
  const made = parent.appendChild(document.createElement(tag));
  if (name) made.className = name;
  if (words) made.textContent = words;
  return made;
}
