/* The search page: asks Pagefind, shows what it finds, and keeps the question in the address.
   All text goes into the page as text; nothing that is found becomes HTML. */

import { pieces, sections, textDirective, whole } from "./excerpts.js";
import { askedFor, beginnings, missing } from "./near.js";

const FILTERS = ["udvalg", "aar", "udfald", "type"];
const FIELDS = ["q", ...FILTERS, "sorter"];
const SORTS = { nyeste: { dato: "desc" }, aeldste: { dato: "asc" } };
const AT_ONCE = 10;
const PAUSE = 350; // milliseconds without a key before it searches by itself
const SHORTEST = 3; // letters before it searches by itself
const LOOKED_AT = 5; // results, to see whether they have the words at all
const NOTHING = { results: [], filters: {} };
const SETTINGS = {
  noWorker: true, // a search takes milliseconds; a worker is another 12 KB
  excerptLength: 32,
  ranking: {
    termSimilarity: 1.4,
    pageLength: 0.5,
    metaWeights: { title: 6, sag: 9, navn: 3, moede: 0.5, udvalg: 0.3, andet: 0.5, dato: 0.1 },
  },
};
// Letters that not every keyboard has, and how people write them without.
const SPELLED_OUT = { aa: "å", ae: "æ", oe: "ø" };

const form = document.querySelector("[data-search]");
const part = (name) => document.querySelector(`[data-search-${name}]`);
const results = part("results");
const count = part("count");
const more = part("more");
const day = new Intl.DateTimeFormat("da", { dateStyle: "long", timeZone: "UTC" });

let engine; // a promise of Pagefind
let asked = 0; // of several questions on their way only the last is answered
let found = []; // the results of the last question
let shown = 0;

function start() {
  engine ??= import(new URL(form.dataset.search, document.baseURI).href).then(async (pagefind) => {
    await pagefind.options(SETTINGS);
    await pagefind.init();
    return pagefind;
  });
  return engine;
}

/* ---- The question: the form and the address ----------------------------------------------------- */

function question() {
  const data = new FormData(form);
  return Object.fromEntries(FIELDS.map((name) => [name, (data.get(name) ?? "").trim()]));
}

function fromAddress() {
  const given = new URLSearchParams(location.search);
  for (const name of FIELDS) {
    const field = form.elements[name];
    const value = given.get(name) ?? "";
    // An address may ask for what is not there, or not any more.
    if (value && field.options && ![...field.options].some((one) => one.value === value)) {
      field.add(new Option(value, value));
    }
    field.value = value;
  }
}

function toAddress(asking, { replace }) {
  const address = new URLSearchParams(Object.entries(asking).filter(([, value]) => value));
  const url = address.size ? `?${address}` : location.pathname;
  if (replace) history.replaceState(null, "", url);
  else if (url !== (location.search || location.pathname)) history.pushState(null, "", url);
}

/* ---- The answer ----------------------------------------------------------------------------------- */

async function search(asking, { show = AT_ONCE } = {}) {
  const turn = ++asked;
  const filters = Object.fromEntries(FILTERS.filter((key) => asking[key]).map((key) => [key, asking[key]]));
  const anything = asking.q || Object.keys(filters).length;
  part("clear").hidden = !Object.keys(filters).length && !asking.sorter;
  if (!anything) return clear();
  form.setAttribute("aria-busy", "true");
  try {
    const pagefind = await start();
    // With nothing asked for but a filter the newest come first.
    const sort = SORTS[asking.sorter] ?? (asking.q ? undefined : SORTS.nyeste);
    const { term, lost, instead } = await inTheArchive(pagefind, await bestSpelling(pagefind, asking.q));
    const answer = lost && !instead ? NOTHING : await pagefind.search(term, { filters, sort });
    const first = await Promise.all(answer.results.slice(0, show).map((one) => one.data()));
    if (turn !== asked) return;
    found = answer.results;
    results.replaceChildren();
    shown = 0;
    append(first);
    tell(asking, lost);
    await counts(pagefind, term, filters, turn);
  } catch (error) {
    console.error(error);
    engine = undefined;
    clear();
    count.textContent = "Søgningen kunne ikke hentes. Prøv igen, eller led under udvalg og år.";
  } finally {
    if (turn === asked) form.removeAttribute("aria-busy");
  }
}

/* "skolegaard" is asked for as "skolegård" too; the spelling that fits better is used. */
async function bestSpelling(pagefind, query) {
  const other = query.replace(/aa|ae|oe/gi, (letters) => SPELLED_OUT[letters.toLowerCase()]);
  if (!query || other === query) return query || null;
  const [asIs, spelled] = await Promise.all([query, other].map((term) => look(pagefind, askedFor(term))));
  if (spelled.lost.length || !spelled.score) return query;
  return asIs.lost.length || spelled.score > asIs.score ? other : query;
}

/* The best results of some words: how good they are, and which words none of them has. */
async function look(pagefind, words) {
  const { results: all } = await pagefind.search(words.join(" "), {});
  const pages = await Promise.all(all.slice(0, LOOKED_AT).map((one) => one.data()));
  return { score: all[0]?.score ?? 0, lost: missing(words, pages) };
}

/* A word that is nowhere in the archive is asked for by its beginning, as long a one as finds something. */
async function inTheArchive(pagefind, term) {
  if (term === null || term.includes('"')) return { term };
  const words = askedFor(term);
  const { lost } = await look(pagefind, words);
  if (!lost.length) return { term };
  const kept = words.filter((word) => !lost.includes(word));
  for (const word of lost) {
    for (const beginning of beginnings(word)) {
      if (!(await look(pagefind, [beginning])).lost.length) {
        kept.push(beginning);
        break;
      }
    }
  }
  return { term: kept.join(" "), lost, instead: kept.length > 0 };
}

/* How many results each value of a filter would give, whatever is chosen in that filter now. What tells it
   is fetched once the results are there. */
async function counts(pagefind, term, filters, turn) {
  const all = await pagefind.filters();
  const numbers = async (chosen) => {
    if (!found.length) return {};
    if (term === null && !Object.keys(chosen).length) return all;
    return (await pagefind.search(term, { filters: chosen })).filters;
  };
  const now = await numbers(filters);
  for (const key of FILTERS) {
    const { [key]: chosen, ...others } = filters;
    const held = (chosen ? await numbers(others) : now)[key] ?? {};
    if (turn !== asked) return;
    for (const option of form.elements[key].options) {
      if (option.value) option.textContent = `${option.value} (${held[option.value] ?? 0})`;
    }
  }
}

function clear() {
  found = [];
  shown = 0;
  results.replaceChildren();
  count.textContent = "";
  more.hidden = true;
  part("help").hidden = true;
  document.title = document.title.replace(/^.* – (?=Søg – )/, "");
}

function tell(asking, lost = []) {
  count.textContent = found.length === 1 ? "1 resultat" : `${found.length} resultater`;
  part("help").hidden = found.length > 0 && !lost.length;
  part("none").hidden = found.length > 0;
  part("near").hidden = !found.length || !lost.length;
  part("near").textContent = `Ingen sider har ${lost.map((word) => `»${word}«`).join(" og ")}. Her er det, der ligner mest.`;
  const title = document.title.replace(/^.* – (?=Søg – )/, "");
  document.title = asking.q ? `${asking.q} – ${title}` : title;
}

/* ---- Building the page ---------------------------------------------------------------------------- */

function make(tag, className, ...content) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

function link(text, href) {
  const made = make("a", "", text);
  made.href = href;
  return made;
}

const marked = (excerpt) => pieces(excerpt).map(({ text, mark }) => (mark ? make("mark", "", text) : text));

function badge(label) {
  const known = [...part("badges").content.children].find((one) => one.textContent === label);
  return known ? known.cloneNode(true) : "";
}

const nameOf = ({ meta }) => meta.title ?? meta.navn ?? meta.moede;

function about(page) {
  const { type = [], udvalg = [], udfald = [] } = page.filters;
  const made = make("p", "result__about", make("span", "result__kind", type[0] ?? ""));
  if (udvalg[0] && type[0] !== "Udvalg") made.append(" · ", udvalg[0]);
  if (page.meta.dato && type[0] !== "Udvalg") {
    const when = make("time", "", day.format(new Date(page.meta.dato)));
    when.dateTime = page.meta.dato;
    made.append(" · ", when);
  }
  if (udfald[0]) made.append(" ", badge(udfald[0]));
  return made;
}

function result(page) {
  const title = make("h3", "result__title", link(whole(nameOf(page)), page.url));
  const held = sections(page);
  const words = held.length
    ? make(
        "ul",
        "result__sections",
        ...held.map((one) => make("li", "", link(one.title, one.url + textDirective(one.excerpt)), ": ", ...marked(one.excerpt))),
      )
    : make("p", "result__words", ...marked(page.excerpt));
  return make("li", "result", title, about(page), words);
}

function append(pages) {
  results.append(...pages.map(result));
  shown += pages.length;
  more.hidden = shown >= found.length;
}

/* ---- What the reader does ------------------------------------------------------------------------- */

let waiting;

function ask({ replace }) {
  clearTimeout(waiting);
  const asking = question();
  toAddress(asking, { replace });
  search(asking);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  ask({ replace: false });
});
form.addEventListener("change", (event) => {
  if (event.target.matches("select")) ask({ replace: false });
});
form.elements.q.addEventListener("focus", () => start().catch(() => {}), { once: true });
form.elements.q.addEventListener("input", () => {
  clearTimeout(waiting);
  const length = form.elements.q.value.trim().length;
  if (length === 0 || length >= SHORTEST) waiting = setTimeout(() => ask({ replace: true }), PAUSE);
});
part("clear").addEventListener("click", () => {
  for (const name of [...FILTERS, "sorter"]) form.elements[name].value = "";
  form.elements.q.focus();
  ask({ replace: false });
});
more.addEventListener("click", async () => {
  const from = shown;
  append(await Promise.all(found.slice(from, from + AT_ONCE).map((one) => one.data())));
  history.replaceState({ shown }, "");
  count.textContent = `Viser ${shown} af ${found.length} resultater`;
  results.children[from]?.querySelector("a").focus();
});
addEventListener("popstate", (event) => {
  fromAddress();
  search(question(), { show: event.state?.shown });
});

part("filters").hidden = false;
fromAddress();
search(question(), { show: history.state?.shown });
