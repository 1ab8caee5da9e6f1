import { readFileSync } from "node:fs";

/** Sentences without names, so that an article has as many names as a real one of its length. */
const FILLER = [
  "Οι συζητήσεις συνεχίστηκαν ως αργά το βράδυ και αναμένεται να ολοκληρωθούν μέσα στην εβδομάδα, όπως έλεγαν όσοι τις παρακολούθησαν.",
  "Κανείς δεν ήθελε να προεξοφλήσει το αποτέλεσμα, αλλά όλοι παραδέχονταν ότι το κλίμα είναι καλύτερο από ό,τι τον περασμένο μήνα.",
  "Το κόστος των έργων ανεβαίνει, ενώ οι προθεσμίες πλησιάζουν και οι υπηρεσίες ζητούν περισσότερο χρόνο για τους ελέγχους.",
];

/**
 * Articles of about 4 kB as JSON Lines: each of the text of a gold article with a paragraph of another one, and filler; every one
 * differs.
 * @param {string[]} goldTexts paths of gold articles
 * @param {(file: string) => import("../annotation/readGold.mjs").GoldArticle} readGold
 * @param {number} count
 * @param {number} bytes of one article, UTF-8
 */
export function newsLines(goldTexts, readGold, count, bytes = 4_000) {
  const gold = goldTexts.map(readGold).filter(({ language }) => language === "el");
  let state = 42;
  const random = (limit) => (state = (state * 48_271) % 2_147_483_647) % limit;
  const lines = [];
  for (let index = 0; index < count; index++) {
    const article = gold[random(gold.length)];
    const other = gold[random(gold.length)];
    const paragraphs = article.parts.slice(1).map(({ text }) => text);
    paragraphs.splice(random(paragraphs.length), 1, other.parts[1 + random(other.parts.length - 1)].text);
    for (let size = paragraphs.reduce((sum, text) => sum + Buffer.byteLength(text), 0); size < bytes;) {
      const text = FILLER[random(FILLER.length)];
      paragraphs.push(text);
      size += Buffer.byteLength(text);
    }
    lines.push(
      JSON.stringify({
        title: `${article.parts[0].text} (${index})`,
        url: `https://bench.example/${index}`,
        date: new Date(1.6e12 + index * 3.6e6).toISOString(),
        text: paragraphs.join("\n\n"),
      }),
    );
  }
  return `${lines.join("\n")}\n`;
}

/** Largest resident memory of this process so far, in MB. */
export function peakMegabytes() {
  const status = readFileSync("/proc/self/status", "utf8");
  return Math.round(Number(/VmHWM:\s+(\d+)/u.exec(status)?.[1] ?? 0) / 1_000);
}
