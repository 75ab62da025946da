/* Whether what was found has the words asked for. Where a word is nowhere, Pagefind takes the longest
   beginning of it that is a word: a surprise for whoever mistyped, who gets every page with "c.". */

const LEAST_COMMON = 4; // letters that a word like the one asked for begins with
// What forms of one word differ in.
const ENDINGS = new Set(
  "|e|s|r|n|t|d|en|et|er|es|ne|re|te|de|ts|ns|rs|ens|ets|ers|ene|ere|ede|est|rne|erne|nes|enes|rnes|ernes|este".split("|"),
);

const bare = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** The words of a question, without signs. */
export function askedFor(term) {
  return term.split(/\s+/).map((word) => word.replace(/[^\p{L}\p{N}]/gu, "")).filter(Boolean);
}

/** Which words asked for stand on none of these pages, in any form. */
export function missing(words, pages) {
  const there = [...new Set(pages.flatMap(matched))];
  return words.filter((word) => !there.some((one) => alike(bare(word), one)));
}

/** The beginnings of a word to ask for in its place, longest first. */
export function beginnings(word) {
  const lengths = Array.from({ length: Math.max(0, word.length - LEAST_COMMON) }, (_, cut) => word.length - 1 - cut);
  return lengths.map((length) => word.slice(0, length));
}

/* The words of a page that may have been matched, each whole and each of its parts. */
function matched(page) {
  const marks = [page, ...page.sub_results].flatMap((one) => one.excerpt.match(/<mark>.*?<\/mark>/gs) ?? []);
  const texts = [
    ...marks.map((mark) => mark.slice("<mark>".length, -"</mark>".length)),
    ...Object.values(page.meta).flatMap((text) => text.split(/\s+/)),
  ];
  return texts.flatMap((text) => {
    const parts = text.split(/[^\p{L}\p{N}]+/u).map(bare);
    return [parts.join(""), ...parts].filter(Boolean);
  });
}

/* Whether a word is a form, or the beginning, of another. */
function alike(word, other) {
  if (other.startsWith(word)) return true;
  let shared = 0;
  while (shared < word.length && word[shared] === other[shared]) shared++;
  return shared >= Math.min(3, word.length) && ENDINGS.has(word.slice(shared)) && ENDINGS.has(other.slice(shared));
}
