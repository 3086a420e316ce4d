/** Queries in pinyin, and words written with other hanzi of the same sound. */
const SHORTEST_INITIALS = 2;
const SHORTEST_TYPED = 3;
const LONGEST_WORD = 10;
/** In longer texts only one hanzi of a word may be wrong: they hold pairs that are nowhere, because two words meet there. */
const LONGEST_SHORT = 8;
const MOST_WORDS = 3;

export class Sounds {
  constructor({ syllables, words, special }) {
    this.syllable = new Map();
    for (const syllable of Object.keys(syllables)) for (const hanzi of syllables[syllable]) this.syllable.set(hanzi, syllable);
    this.words = words ? words.split(" ") : [];
    this.readings = this.words.map((word) => (special[word] ? special[word].split(" ") : this.read(word)));
    this.letters = this.readings.map((reading) => reading.join(""));
    this.initials = this.readings.map((reading) => reading.map((syllable) => syllable[0]).join(""));
    this.byLetters = grouped(this.words, this.letters);
    this.byFolded = grouped(this.words, this.readings.map((reading) => reading.map(folded).join(" ")));
    this.known = new Set(this.words);
  }

  read(word) {
    return Array.from(word, (hanzi) => this.syllable.get(hanzi) || hanzi);
  }

  isWord(letters) {
    return this.byLetters.has(letters.replace(/['-]/g, ""));
  }

  /** The words that letters may mean, the likeliest first: each answer is one or several words that follow each other. */
  spelled(letters) {
    const exact = this.byLetters.get(letters);
    if (exact) return exact.slice(0, MOST_WORDS).map((word) => [word]);
    const row = this.row(letters);
    if (row) return [row];
    const typed = this.beginning(this.letters, letters);
    if (typed.length > 0) return typed;
    if (letters.length < SHORTEST_INITIALS) return [];
    const same = this.words.filter((_, index) => this.initials[index] === letters).slice(0, MOST_WORDS);
    if (same.length > 0) return same.map((word) => [word]);
    const loose = this.words.filter((_, index) => folded(this.letters[index]) === folded(letters)).slice(0, MOST_WORDS);
    if (loose.length > 0) return loose.map((word) => [word]);
    const begun = this.beginning(this.initials, letters);
    return begun.length > 0 ? begun : this.inside(letters);
  }

  /** The parts of longer words whose initials are these: gwgy for 过问干预 in 回避和过问干预登记. */
  inside(letters) {
    if (letters.length < SHORTEST_TYPED) return [];
    const found = new Set();
    this.initials.forEach((initials, index) => {
      const at = initials.indexOf(letters);
      if (at > 0) found.add(this.words[index].slice(at, at + letters.length));
    });
    return Array.from(found).slice(0, MOST_WORDS).map((word) => [word]);
  }

  beginning(spellings, letters) {
    const found = this.words.filter((_, index) => spellings[index].startsWith(letters));
    return found.sort((one, other) => one.length - other.length).slice(0, MOST_WORDS).map((word) => [word]);
  }

  /** Several words in a row that are spelled like this, the longest first; the last may be half typed. */
  row(letters) {
    for (let end = letters.length - 1; end > 2; end--) {
      const first = this.byLetters.get(letters.slice(0, end));
      if (!first) continue;
      const rest = letters.slice(end);
      const isTyping = rest.length >= SHORTEST_TYPED && !this.byLetters.has(rest);
      const begun = isTyping ? this.beginning(this.letters, rest)[0] || [] : this.byLetters.get(rest) || [];
      const more = begun.length > 0 ? [begun[0]] : this.row(rest);
      if (more) return [first[0], ...more];
    }
    return null;
  }

  /**
   * A text in which words that are nowhere are replaced by words that sound alike.
   *
   * @param isUnknown tells of a place in the text whether the two hanzi there stand nowhere together.
   * @returns the words that were put in, with the text; null where nothing helps.
   */
  repaired(text, isUnknown) {
    const found = [];
    let mended = "";
    for (let at = 0; at < text.length; ) {
      const word = this.alike(text, at, isUnknown);
      if (word) found.push(word);
      mended += word || text[at];
      at += word ? word.length : 1;
    }
    return found.length > 0 ? { text: mended, words: found } : null;
  }

  /** The longest word that may be meant from a place on, if something there is unknown. */
  alike(text, at, isUnknown) {
    const isShort = text.length <= LONGEST_SHORT;
    for (let length = Math.min(LONGEST_WORD, text.length - at); length > 1; length--) {
      const written = text.slice(at, at + length);
      let hasUnknown = false;
      for (let place = at; place < at + length - 1; place++) hasUnknown = hasUnknown || isUnknown(place);
      if (!hasUnknown || this.known.has(written)) continue;
      const reading = this.read(written);
      const same = closest(this.byFolded.get(reading.map(folded).join(" ")) || [], written);
      if (same && (isShort || (length > 2 && differences(same, written) === 1))) return same;
      const near = isShort && length > 3 ? this.words.find((word) => isSlip(word, written)) : undefined;
      if (near) return near;
    }
    return null;
  }
}

function grouped(words, keys) {
  const found = new Map();
  keys.forEach((key, index) => {
    if (!found.has(key)) found.set(key, []);
    found.get(key).push(words[index]);
  });
  return found;
}

/** Sounds that many speakers do not tell apart are one. */
function folded(syllable) {
  return syllable.replace(/([zcs])h/g, "$1").replace(/ng/g, "n").replace(/^l/, "n");
}

function differences(one, other) {
  if (one.length !== other.length) return Infinity;
  let count = 0;
  for (let at = 0; at < one.length; at++) count += one[at] !== other[at];
  return count;
}

/** One hanzi inside differs; at an edge it is the neighbour of the word rather than a slip. */
function isSlip(word, written) {
  return word[0] === written[0] && word[word.length - 1] === written[written.length - 1] && differences(word, written) === 1;
}

function closest(words, written) {
  return words.slice(1).reduce((best, word) => (differences(word, written) < differences(best, written) ? word : best), words[0]);
}
