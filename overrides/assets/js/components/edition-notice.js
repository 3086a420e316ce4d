/** A page opened from a stick says of when it is, and warns when that is too long ago. */

/**
 * The words for an edition on a day (both as YYYY-MM-DD), and whether they are a warning: it has expired, or the computer
 * lives before it was made, as one does whose battery is empty, and then counts every time limit wrong.
 */
export function wordsOf(edition, today) {
  const made = chinese(edition.made);
  const expires = chinese(edition.expires);
  if (today < edition.made) {
    const words = `这台电脑的日期是${chinese(today)}，比这份U盘版（${made}做）还早：请先把电脑的日期改对，不然时限会算错，过没过有效期也看不出来。`;
    return { warned: true, words };
  }
  if (today > edition.expires) {
    const words = `这份U盘版是${made}做的，${expires}已过有效期，条文和期限可能变了：请向县（市、区）纪委监委换新的。`;
    return { warned: true, words };
  }
  return { warned: false, words: `U盘版，${made}做，${expires}前有效。` };
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
  const { warned, words } = wordsOf(edition, localDay(new Date()));
  const notice = document.createElement("p");
  notice.className = warned ? "hb-edition hb-edition--warning" : "hb-edition";
  if (warned) notice.setAttribute("role", "alert");
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
