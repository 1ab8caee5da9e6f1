import { fold } from "../../annotation/text/fold.js";
import { romanize } from "../../annotation/text/romanize.js";
import { cleanOrNull } from "./cleanText.js";
import { textOf, type HtmlDocument } from "./html.js";

const META_NAMES =
  'meta[property="og:site_name"], meta[name="application-name"], meta[name="apple-mobile-web-app-title"], meta[name="publisher"], meta[name="twitter:site"]';
const FEED = 'link[rel~="alternate"][type*="rss"], link[rel~="alternate"][type*="atom"]';
const FEED_WORDS =
  /\b(?:rss(?: 2\.0)?|atom(?: 1\.0)?|feeds?|xml|news|ειδήσεις|new(?:est)? articles)\b|[»«>]|\s[-–|:].*$/giu;
const HOME = /^(?:https?:\/\/[^/]+)?\/?(?:index\.\w+|default\.\w+|home\/?|el\/?|en\/?)?(?:[?#].*)?$/iu;
const DOMAIN =
  /^(?:https?:\/\/)?(?:www\.)?[\p{L}\d-]{2,}(?:\.[\p{L}\d-]{2,})*\.(?:gr|cy|com|net|org|eu|info|tv|co|ru|de|uk|news|online|media|pl|cn|ελ|рф)(?:\.\w{2})?\/?$/iu;
const SEPARATOR = /\s+(?:[|–—•·»«›>~-]|::|\/\/)\s+|\s*\|\s*|\s+»\s*|\s+::?\s+|::/gu;
/** Page words that stand between a site's name and a headline. */
const PLAIN_SECTIONS =
  /^(?:home|news|newsroom|αρχικη|αρχικη σελιδα|ειδησεισ|νεα|επικαιροτητα|ελλαδα|κοσμοσ|διεθνη|πολιτικη|πολιτικα|οικονομια|κοινωνια|αθλητικα|αθλητισμοσ|σπορ|πολιτισμοσ|υγεια|παιδεια|τεχνολογια|γνωμη|γνωμεσ|αποψεισ|αρθρα|αρθρο|υποσμοσ|world|politics|business|economy|sports?|culture|technology|opinion|article|articles|новости|главная|политика|экономика|общество|спорт|культура|мир)$/u;
const SHORTEST_KEY = 3;
/** A site's name may have so many letters more than its host: «Το Βήμα Online». */
const LONGER_BY = 8;

/** What a page calls its own site: meta elements, feeds, logo, copyright line, and the host of its addresses. */
export function siteNamesOf(document: HtmlDocument, address: string | null): string[] {
  const names: (string | null)[] = [];
  for (const meta of document.querySelectorAll(META_NAMES))
    names.push(cleanOrNull(meta.getAttribute("content"))?.replace(/^@/u, "") ?? null);
  for (const link of document.querySelectorAll(FEED))
    names.push(cleanOrNull(link.getAttribute("title")?.replace(FEED_WORDS, " ")));
  for (const link of document.querySelectorAll("a[href]")) {
    if (!HOME.test(link.getAttribute("href") ?? "x")) continue;
    names.push(
      cleanOrNull(link.querySelector("img[alt]")?.getAttribute("alt")),
      cleanOrNull(link.getAttribute("title")),
    );
    if (link.closest("header, h1, [class*=logo], [id*=logo]") !== null) names.push(cleanOrNull(textOf(link)));
  }
  const host =
    address !== null && URL.canParse(address) ? new URL(address).hostname.replace(/^www\./u, "") : null;
  if (host !== null) names.push(host, host.replace(/\.[^.]+(?:\.\w{2})?$/u, ""));
  return [
    ...new Set(
      names.filter(
        (name): name is string => name !== null && name.length <= 60 && keyOf(name).length >= SHORTEST_KEY,
      ),
    ),
  ];
}

/** Letters of a name in Latin script, without blanks: «ΤΟ ΒΗΜΑ» and `tovima` are one. */
function keyOf(name: string): string {
  return romanize(fold(name).replace(/^(?:https?:\/\/)?(?:www\.)?/u, ""))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** Is a piece of a title, or a heading, a name of the site? */
export function isSiteName(text: string, names: readonly string[]): boolean {
  if (DOMAIN.test(text.trim())) return true;
  const key = keyOf(text);
  if (key.length < SHORTEST_KEY) return false;
  return names.some((name) => {
    const own = keyOf(name);
    return (
      own === key ||
      (own.length > SHORTEST_KEY && key.startsWith(own) && key.length - own.length <= LONGER_BY) ||
      (key.length > SHORTEST_KEY && own.startsWith(key) && own.length - key.length <= LONGER_BY)
    );
  });
}

interface Piece {
  text: string;
  start: number;
  end: number;
}

/**
 * A title without the site's names before and behind the headline, and without the section beside them: «NAME - …»,
 * «NAME : …», «name.gr - SECTION - …», "… | Section | NAME". Headlines with a dash or colon of their own stay whole.
 */
export function headlineOfTitle(title: string, names: readonly string[]): string {
  const colon = /^([^:]{2,40}):\s+(\S.*)$/u.exec(title);
  const whole =
    colon?.[1] !== undefined && colon[2] !== undefined && isSiteName(colon[1], names) ? colon[2] : title;
  const pieces = piecesOf(whole);
  let first = 0;
  let last = pieces.length - 1;
  let isCut = whole !== title;
  const isSite = (index: number): boolean => isSiteName(pieces[index]?.text ?? "", names);
  const isSection = (index: number): boolean => PLAIN_SECTIONS.test(fold(pieces[index]?.text ?? "").trim());
  while (first < last && isSite(first)) {
    first++;
    isCut = true;
  }
  while (first < last && isSite(last)) {
    last--;
    isCut = true;
  }
  while (isCut && first < last && isSection(first)) first++;
  while (isCut && first < last && isSection(last)) last--;
  return whole.slice(pieces[first]?.start ?? 0, pieces[last]?.end ?? whole.length).trim();
}

function piecesOf(title: string): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  for (const match of title.matchAll(SEPARATOR)) {
    pieces.push({ text: title.slice(start, match.index), start, end: match.index });
    start = match.index + match[0].length;
  }
  pieces.push({ text: title.slice(start), start, end: title.length });
  return pieces.filter(({ text }) => text.trim() !== "");
}
