/* Excerpts of what was found, from Pagefind's form of them: text with < and > escaped, and <mark> around
   the words that were asked for. */

const MOST_SECTIONS = 3;
const MOST_MARKS = 3;
const PUNCTUATION = /^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu;

/** A text as it was written: the index marks where compounds come apart. */
export const whole = (text) => text.replaceAll("~", "");

const plain = (text) => whole(text).replaceAll("&lt;", "<").replaceAll("&gt;", ">");

/** An excerpt as pieces of text, each marked or not. */
export function pieces(excerpt) {
  return excerpt
    .split(/(<mark>.*?<\/mark>)/s)
    .filter(Boolean)
    .map((piece) =>
      piece.startsWith("<mark>")
        ? { text: plain(piece.slice("<mark>".length, -"</mark>".length)), mark: true }
        : { text: plain(piece), mark: false },
    );
}

/** The sections of a page that hold what was asked for: the best few, in the order of the page. */
export function sections(page) {
  const weight = (one) => one.weighted_locations.reduce((sum, word) => sum + word.balanced_score, 0);
  const held = page.sub_results.filter((one) => one.anchor);
  const best = new Set([...held].sort((a, b) => weight(b) - weight(a)).slice(0, MOST_SECTIONS));
  return held.filter((one) => best.has(one)).map((one) => {
    const title = plain(one.title);
    return { title, url: one.url, excerpt: without(title, one.excerpt) };
  });
}

/* A section's text begins with its heading, which stands before the excerpt already. */
function without(title, excerpt) {
  const words = excerpt.split(" ");
  const length = title.split(" ").length;
  const beginning = plain(words.slice(0, length).join(" ").replace(/<\/?mark>/g, ""));
  return words.length > length && beginning.replace(/\.$/, "") === title.replace(/\.$/, "")
    ? words.slice(length).join(" ")
    : excerpt;
}

/** What makes a browser mark the words on the page itself, behind a link's anchor.

    A browser that does not know it, or does not find the words, goes to the anchor. The word before tells
    the place from others where the word stands. */
export function textDirective(excerpt) {
  const words = excerpt.split(" ");
  const directives = [];
  words.forEach((word, place) => {
    if (!word.startsWith("<mark>") || directives.length >= MOST_MARKS) return;
    const text = plain(word.replace(/<\/?mark>/g, "")).replace(PUNCTUATION, "");
    const before = place ? plain(words[place - 1].replace(/<\/?mark>/g, "")) : "";
    if (text) directives.push(`text=${before && !/[.:]$/.test(before) ? `${encoded(before)}-,` : ""}${encoded(text)}`);
  });
  return directives.length ? `:~:${directives.join("&")}` : "";
}

const encoded = (text) => encodeURIComponent(text).replaceAll("-", "%2D");
