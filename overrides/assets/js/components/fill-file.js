/** Files in and out of the page, without a server: pages opened from a folder may not fetch. */

/** Hand a file to the browser's downloads. */
export function saveFile(name, content, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name.replace(/[\\/:*?"<>|\u0000-\u001f]/g, "");
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

/** The bytes of a file that a person chose. */
export function readFile(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(new Uint8Array(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsArrayBuffer(file);
  });
}

/** The blank document of a template, from the script that the build wrote beside it. */
export function loadBlank({ blank, code, fingerprint }) {
  const store = (window.hbBlanks = window.hbBlanks || {});
  const found = () => {
    if (store[code] && store[code].fingerprint === fingerprint) return bytesOf(store[code].content);
    throw new Error("文书更新了，请先保存到文件，刷新网页后再读入");
  };
  if (store[code]) return Promise.resolve().then(found);
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = blank;
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      reject(new Error("空白文书没有读出来，请检查网络后再点一次"));
    };
    document.head.appendChild(script);
  }).then(found);
}

const bytesOf = (base64) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
