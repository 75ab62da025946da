/* Whether what was found has the words asked for. Where a word is nowhere, Pagefind takes the longest
   beginning of it that is a word: good for "cykelstier", a surprise for "xyz". */

const LEAST_COMMON = 4; // letters that a word like the one asked for begins with
const LONGEST_ENDING = 4; // letters that two forms of a word may differ in: "skole", "skolernes"

const bare = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** The words of a question, without signs. */
export function askedFor(term) {
  return term.split(/\s+/).map((word) => word.replace(/[^\p{L}\p{N}]/gu, "")).filter(Boolean);
}

/** Which words asked for stand on none of these pages; ``none`` where not even a likeness was found. */
export function near(words, pages) {
  if (!pages.length) return { none: true, missing: words };
  const there = [...new Set(pages.flatMap(matched))];
  const missing = words.filter((word) => !there.some((one) => alike(bare(word), one)));
  const none = missing.length === words.length && missing.every((word) => !there.some((one) => common(bare(word), one) >= LEAST_COMMON));
  return { none, missing };
}

/* The words of a page that may have been matched, each whole and from each of its parts on. */
function matched(page) {
  const marks = [page, ...page.sub_results].flatMap((one) => one.excerpt.match(/<mark>.*?<\/mark>/gs) ?? []);
  const { title = "", udvalg = "", sag = "", andet = "", dato = "" } = page.meta;
  const texts = [...marks.map((mark) => mark.slice("<mark>".length, -"</mark>".length)), ...[title, udvalg, sag, andet, dato].flatMap((text) => text.split(/\s+/))];
  return texts.flatMap((text) => {
    const whole = bare(text.replace(/[^\p{L}\p{N}]/gu, ""));
    return [whole, ...text.split(/[^\p{L}\p{N}]+/u).map(bare)].filter(Boolean);
  });
}

function common(a, b) {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/* Whether a word may be a form, or the beginning, of another. */
function alike(word, other) {
  const least = Math.max(Math.min(word.length, 3), word.length - LONGEST_ENDING);
  const shared = common(word, other);
  return shared === word.length || (shared >= least && other.length - shared <= LONGEST_ENDING);
}
