/** Open the tab whose own address (`#__tabbed_1_2`) the reader followed. */
export function openLinkedTab(hash) {
  const input = hash && document.getElementById(decodeURIComponent(hash.slice(1)));
  if (input && input.name && input.name.startsWith("__tabbed_")) input.checked = true;
}
