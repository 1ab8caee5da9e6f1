// Ways in which tools flatten a page to text, with its navigation kept. Each takes an article and others of the outlet, and
// gives the lines of a dump.

import { MENU, STRANGE, WORDS, dateLine } from "./words.mjs";

/** @typedef {{ headline: string, paragraphs: string[], date: string, section: string, language: "el" | "en" | "ru", site: string }} Article */

/** @type {Record<string, (article: Article, others: Article[], kind: number) => string[]>} */
export const layouts = {
  menuAbove({ headline, paragraphs, date, section, language, site }, others, kind) {
    const words = WORDS[language];
    return [
      site,
      ...MENU[language],
      words.login,
      words.search,
      words.latest,
      ...others.slice(0, 3).map((each, index) => `15:${10 + index} ${each.headline}`),
      `${MENU[language][0]} > ${section}`,
      headline,
      dateLine(date, language, kind),
      words.share,
      ...paragraphs,
      words.related,
      ...others.slice(3, 6).map((each) => each.headline),
      words.comments,
      ...words.footer,
      `© 2019 ${site}`,
    ];
  },
  titleFirst({ headline, paragraphs, date, language, site }, others, kind) {
    const words = WORDS[language];
    return [
      `${headline} - ${site}`,
      ...MENU[language],
      words.search,
      headline,
      dateLine(date, language, kind),
      ...paragraphs,
      `${words.tags}: ${MENU[language].slice(2, 5).join(", ")}`,
      words.popular,
      ...others.slice(0, 5).map((each, index) => `${index + 1}. ${each.headline}`),
      words.cookies,
      words.legal,
    ];
  },
  siteFirstTitle({ headline, paragraphs, date, section, language, site }, others, kind) {
    const words = WORDS[language];
    return [
      `${site} | ${section} | ${headline}`,
      "",
      MENU[language].join(" | "),
      "",
      section.toUpperCase(),
      "",
      headline,
      "",
      dateLine(date, language, kind),
      "",
      ...paragraphs.flatMap((text) => [text, ""]),
      words.print,
      words.send,
      "",
      words.also,
      "",
      ...others.slice(0, 4).flatMap((each) => [each.headline, ""]),
      ...words.footer,
    ];
  },
  links({ headline, paragraphs, date, language, site }, others, kind) {
    const words = WORDS[language];
    return [
      `[${site}](/)`,
      "",
      ...MENU[language].map((name, index) => `* [${name}](/c/${index})`),
      "",
      `# ${headline}`,
      "",
      dateLine(date, language, kind),
      "",
      `![${headline}](/i/1.jpg)`,
      "",
      ...paragraphs.flatMap((text, index) => [
        index === 1 ? text.replace(/\S{6,}/u, (word) => `[${word}](/tag/x)`) : text,
        "",
      ]),
      `## ${words.related}`,
      "",
      ...others.slice(0, 4).map((each, index) => `* [${each.headline}](/a/${index})`),
      "",
      ...words.footer.map((name) => `* [${name}](/f)`),
    ];
  },
  numbered({ headline, paragraphs, date, language, site }, others, kind) {
    const words = WORDS[language];
    const wrapped = (text) =>
      text
        .replace(/(.{1,72})(?:\s+|$)/gu, "$1\n")
        .trim()
        .split("\n")
        .map((line) => `   ${line}`);
    return [
      `   [1]${site}`,
      "",
      ...MENU[language].map((name, index) => `     * [${index + 2}]${name}`),
      "",
      ...wrapped(headline),
      "",
      `   ${dateLine(date, language, kind)}`,
      "",
      ...paragraphs.flatMap((text) => [...wrapped(text), ""]),
      `   ${words.related}`,
      "",
      ...others.slice(0, 4).flatMap((each, index) => [...wrapped(`[${index + 20}]${each.headline}`), ""]),
      "References",
      "",
      ...MENU[language].map((_name, index) => `   ${index + 1}. http://${site.toLowerCase()}/c/${index}`),
    ];
  },
  sidebar({ headline, paragraphs, date, section, language, site }, others, kind) {
    const words = WORDS[language];
    return [
      ...MENU[language],
      headline,
      section,
      dateLine(date, language, kind),
      words.popular,
      ...others.slice(0, 4).map((each) => each.headline),
      ...paragraphs,
      words.share,
      words.comments,
      "Νίκος Κ. 14:20",
      words.remarks[0],
      "Maria 15:02",
      words.remarks[1],
      words.write,
      ...words.footer,
      site,
    ];
  },
  teasersBelow({ headline, paragraphs, date, language, site }, others, kind) {
    const words = WORDS[language];
    return [
      site,
      ...MENU[language].slice(0, 8),
      dateLine(date, language, kind),
      headline,
      ...paragraphs,
      words.share,
      words.also,
      ...others
        .slice(0, 3)
        .flatMap((each) => [each.headline, dateLine(each.date, language, kind), each.paragraphs[0]]),
      words.legal,
      ...words.footer,
    ];
  },
  kicker({ headline, paragraphs, date, section, language, site }, others, kind) {
    const words = WORDS[language];
    return [
      ...MENU[language],
      words.search,
      section.toUpperCase(),
      headline.split(" ").slice(0, 2).join(" ").toUpperCase(),
      headline,
      `${words.share} ${words.print}`,
      dateLine(date, language, kind),
      ...paragraphs,
      words.tags,
      ...MENU[language].slice(1, 4),
      words.latest,
      ...others.slice(0, 6).map((each) => each.headline),
      ...words.footer,
      `© ${site}`,
    ];
  },
  /** An old page of a small paper: columns of its own, and a list of the day's headlines in front. */
  strangeMenu({ headline, paragraphs, date, language, site }, others, kind) {
    return [
      site,
      ...STRANGE[language],
      ...others.slice(0, 4).map((each) => each.headline),
      headline,
      dateLine(date, language, kind),
      ...paragraphs,
      ...STRANGE[language].slice(0, 4),
      ...others.slice(4, 6).map((each) => each.headline),
      `Copyright ${site}`,
    ];
  },
  /** Nothing but the headline between the menu and the body. */
  bare({ headline, paragraphs, language, site }, others) {
    return [
      ...STRANGE[language],
      headline,
      ...paragraphs,
      site,
      ...others.slice(0, 3).map((each) => each.headline),
    ];
  },
  menuBelow({ headline, paragraphs, date, language, site }, others, kind) {
    const words = WORDS[language];
    return [
      `${site} : ${headline}`,
      dateLine(date, language, kind),
      ...paragraphs,
      words.share,
      ...MENU[language],
      ...others.slice(0, 3).map((each) => each.headline),
      words.legal,
      ...words.footer,
    ];
  },
  inline({ headline, paragraphs, date, section, language, site }, others, kind) {
    const words = WORDS[language];
    const middle = Math.ceil(paragraphs.length / 2);
    return [
      site,
      MENU[language].join(" "),
      `${section} | ${dateLine(date, language, kind)}`,
      headline,
      ...paragraphs.slice(0, middle),
      words.also,
      others[0].headline,
      others[1].headline,
      ...paragraphs.slice(middle),
      words.popular,
      ...others.slice(2, 6).map((each) => each.headline),
      words.cookies,
      ...words.footer,
    ];
  },
};
