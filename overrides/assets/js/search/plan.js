/**
 * What a query asks the index for.
 *
 * A plan has slots (the tokens that were typed), alternatives (other words for some of the slots, with a weight below
 * 1), hints (words that the answer is likely to hold), its pieces, what they say together, and the whole as it was typed.
 */
import { HAN, normalise, placed, tokens } from "./normalise.js";
import { Sounds } from "./sounds.js";
import { WEIGHTS } from "./weights.js";
import { answerWords, withoutQuestion } from "./words.js";

const PIECE = new RegExp(`[a-z](?:[a-z'-]*[a-z])?(?![a-z0-9-])|[a-z0-9-]+[${HAN}0-9]*|[${HAN}0-9]+`, "g");
const HANZI = new RegExp(`[${HAN}]`);
const LETTERS = /^[a-z'-]+$/;
const MOST_SLOTS = 30;
/** So many hanzi without a blank are a sentence rather than a word. */
const LEAST_HANZI = 7;

export async function planOf(query, store) {
  const plain = normalise(query);
  const pieces = (withoutQuestion(plain).match(PIECE) || []).map((text) => ({ text, others: [], missing: new Set() }));
  const notices = [];
  for (const row of rowsOfLetters(pieces)) await join(row, pieces, store);
  for (const piece of pieces) await mend(piece, store, notices);
  const plan = { slots: [], alternatives: [], hints: answerWords(plain).reduce((all, words) => all.concat(tokens(words)), []) };
  plan.isSentence = !/\s/.test(plain.trim()) && Array.from(plain).filter((one) => HANZI.test(one)).length >= LEAST_HANZI;
  for (const piece of pieces) {
    if (plan.slots.length < MOST_SLOTS) addPiece(plan, piece, store.core);
  }
  plan.pieces = pieces;
  plan.said = pieces.map(({ text }) => text).join("");
  plan.whole = plain.replace(/[\s\p{P}]/gu, "");
  plan.notice = notices.join("”“");
  return plan;
}

/** Pieces in letters that stand behind each other: liu zhi. */
function rowsOfLetters(pieces) {
  const rows = [];
  pieces.forEach((piece, index) => {
    if (!LETTERS.test(piece.text)) return;
    const last = rows[rows.length - 1];
    if (last && last[last.length - 1] === pieces[index - 1]) last.push(piece);
    else rows.push([piece]);
  });
  return rows.filter((row) => row.length > 1);
}

/** Make one piece of syllables that were typed apart, when together they are a word. */
async function join(row, pieces, store) {
  const letters = row.map(({ text }) => text).join("");
  if ((await soundsOf(store)).isWord(letters)) pieces.splice(pieces.indexOf(row[0]), row.length, { text: letters, others: [], missing: new Set() });
}

/** Put the words that were meant into a piece that is in pinyin, or that holds what stands nowhere. */
async function mend(piece, store, notices) {
  const found = placed(piece.text);
  const known = await store.lookUp(found.map(([token]) => token));
  if (LETTERS.test(piece.text)) {
    if (known.has(piece.text)) return;
    const meant = (await soundsOf(store)).spelled(piece.text.replace(/['-]/g, ""));
    if (meant.length === 0) return;
    const [[...words], ...others] = meant;
    piece.text = words.join("");
    piece.others = others.map((row) => row.join(""));
    notices.push(words.join(""));
    return;
  }
  piece.missing = new Set(found.map(([token]) => token).filter((token) => !known.has(token)));
  const unknown = new Set(found.filter(([token]) => !known.has(token) && token > "z").map(([, at]) => at));
  for (const [from, to] of othersIn(piece.text, store.core.everyday)) for (let at = from; at < to - 1; at++) unknown.delete(at);
  for (const at of Array.from(unknown)) if (isJoint(at, unknown, piece.text)) unknown.delete(at);
  if (unknown.size === 0) return;
  const repaired = (await soundsOf(store)).repaired(piece.text, (at) => unknown.has(at));
  if (!repaired) return;
  piece.text = repaired.text;
  piece.missing.clear();
  notices.push(...repaired.words);
}

/** Where two words meet that are known by themselves, a pair that is nowhere is no mistake. */
function isJoint(at, unknown, text) {
  return at > 0 && at + 2 < text.length && !unknown.has(at - 1) && !unknown.has(at + 1);
}

function soundsOf(store) {
  if (!store.sounds) {
    store.sounds = store.part("sounds").then((sounds) => new Sounds(sounds));
    store.sounds.catch(() => (store.sounds = null));
  }
  return store.sounds;
}

function addPiece(plan, piece, core) {
  const first = plan.slots.length;
  const found = placed(piece.text);
  for (const [token, at] of found) plan.slots.push({ token, at, piece });
  const add = (from, to, words, weight) => {
    const covered = found.map(([token, at], index) => [index, at >= from && at + token.length <= to]);
    const inside = covered.filter(([, isInside]) => isInside).map(([index]) => first + index);
    if (inside.length > 0) plan.alternatives.push({ first: inside[0], last: inside[inside.length - 1], tokens: tokens(words), text: words, weight });
  };
  for (const other of piece.others) add(0, piece.text.length, other, WEIGHTS.otherSound);
  const replace = (groups, weightOf) => {
    for (const [from, to, names] of othersIn(piece.text, groups)) {
      const typed = piece.text.slice(from, to);
      for (const name of names) if (name !== typed) add(from, to, name, weightOf(typed));
    }
  };
  replace(core.synonyms.map((names) => [names, names]), () => WEIGHTS.synonym);
  // Who types nothing but a word that the handbook has is likely to mean it.
  const isMeant = (word) => !plan.isSentence && !tokens(word).some((token) => piece.missing.has(token));
  replace(core.everyday, (word) => (isMeant(word) ? WEIGHTS.everydayWord : WEIGHTS.everyday));
}

/** The words of a text that have others, the longest at each place. */
function othersIn(text, groups) {
  const found = [];
  for (let at = 0; at < text.length; ) {
    let best = null;
    for (const [asked, meant] of groups) {
      for (const word of asked) {
        if (word.length > (best ? best[1] - at : 1) && text.startsWith(word, at)) best = [at, at + word.length, meant];
      }
    }
    if (best) found.push(best);
    at = best ? best[1] : at + 1;
  }
  return found;
}

/** Every token whose entry the ranking of a plan needs. */
export function tokensOf(plan) {
  const found = new Set(plan.hints);
  for (const slot of plan.slots) found.add(slot.token);
  for (const alternative of plan.alternatives) for (const token of alternative.tokens) found.add(token);
  return Array.from(found);
}
