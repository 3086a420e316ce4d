/** A page opened from a stick says of when it is, and warns when that is too long ago. */

/** The words for an edition on a day (both as YYYY-MM-DD), and whether it has expired. */
export function wordsOf(edition, today) {
  const expired = today > edition.expires;
  const made = chinese(edition.made);
  const words = expired
    ? `这份U盘版是${made}做的，${chinese(edition.expires)}已过有效期，条文和期限可能变了：请向县（市、区）纪委监委换新的。`
    : `U盘版，${made}做，${chinese(edition.expires)}前有效。`;
  return { expired, words };
}

function chinese(date) {
  const [year, month, day] = date.split("-").map(Number);
  return `${year}年${month}月${day}日`;
}

function localDay(now) {
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function show(edition) {
  const { expired, words } = wordsOf(edition, localDay(new Date()));
  const notice = document.createElement("p");
  notice.className = expired ? "hb-edition hb-edition--expired" : "hb-edition";
  if (expired) notice.setAttribute("role", "alert");
  notice.textContent = words;
  const page = document.querySelector(".md-content__inner") || document.body;
  page.insertBefore(notice, page.firstChild);
}

/** Ask the file that the packing wrote; only pages opened from a folder do, so a server is asked for nothing. */
export function noteEdition(root) {
  if (location.protocol !== "file:") return;
  const script = document.createElement("script");
  script.src = new URL("assets/edition.js", root).href;
  script.onload = () => window.hbEdition && show(window.hbEdition);
  document.head.appendChild(script);
}
