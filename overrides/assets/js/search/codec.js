/** Small numbers as characters, as scripts/handbook/exporters/search/codec.py writes them. */
const LIMIT = 50000;
const NUMBERS = new Uint16Array(0x10000);

let next = 0;
for (let code = 0x20; code < 0xfdd0; code++) {
  const isLeftOut = [0x22, 0x5c, 0x7c, 0xad, 0x2028, 0x2029].includes(code) || (code >= 0x7f && code < 0xa0);
  if (!isLeftOut && (code < 0xd800 || code >= 0xe000)) NUMBERS[code] = next++;
}

/** The numbers of a text, one behind the other. */
export function numbers(text) {
  const found = [];
  for (let at = 0; at < text.length; at++) {
    const number = NUMBERS[text.charCodeAt(at)];
    found.push(number < LIMIT ? number : (number - LIMIT) * LIMIT + NUMBERS[text.charCodeAt(++at)]);
  }
  return found;
}

/** The ascending numbers whose distances a text holds. */
export function ascending(text) {
  let last = -1;
  return numbers(text).map((gap) => (last += gap + 1));
}
