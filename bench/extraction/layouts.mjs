// Ways in which sites built their pages, from the tables of the first years to structured data. Each takes an article and others of
// the outlet, and gives HTML.
import { MENU, WORDS, dateLine } from "../textdumps/words.mjs";

const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** @type {Record<string, (article: import("../textdumps/layouts.mjs").Article, others: import("../textdumps/layouts.mjs").Article[], kind: number) => string>} */
export const layouts = {
  /** Tables in tables, fonts, breaks; the headline is a bold cell. */
  tables({ headline, paragraphs, date, section, language, site }, others, kind) {
    const words = WORDS[language];
    return `<html><head><title>${site} - ${escape(headline)}</title></head><body bgcolor="#ffffff">
<table width="100%"><tr><td><img src="logo.gif" alt="${site}"></td><td align="right"><font size="1">${words.login}</font></td></tr></table>
<table width="760"><tr><td width="150" valign="top">${MENU[language].map((name) => `<a href="/c.asp?id=${name.length}"><font size="2">${name}</font></a><br>`).join("\n")}
<b>${words.latest}</b><br>${others
      .slice(0, 4)
      .map(
        (each, index) =>
          `<a href="/a.asp?id=${index}"><font size="1">${escape(each.headline)}</font></a><br><br>`,
      )
      .join("\n")}</td>
<td valign="top"><table><tr><td><font color="red" size="2">${section}</font></td></tr>
<tr><td><font size="4"><b>${escape(headline)}</b></font></td></tr>
<tr><td><font size="1">${dateLine(date, language, kind)}</font></td></tr>
<tr><td><font face="Arial" size="2">${paragraphs.map(escape).join("<br><br>\n")}</font></td></tr>
<tr><td><a href="javascript:print()">${words.print}</a> | <a href="/send.asp">${words.send}</a></td></tr></table></td>
<td width="150"><font size="2"><b>${words.popular}</b></font>${others
      .slice(2, 5)
      .map((each) => `<p><a href="/x.asp"><font size="1">${escape(each.headline)}</font></a></p>`)
      .join("")}</td></tr></table>
<center><font size="1">© 2004 ${site}. ${words.legal}</font></center></body></html>`;
  },
  /** One cell, single breaks inside, the title names site and section first. */
  breaks({ headline, paragraphs, date, section, language, site }, others, kind) {
    const words = WORDS[language];
    return `<html><head><title>${site.toLowerCase().replaceAll(" ", "")}.gr - ${section.toUpperCase()} - ${escape(headline)}</title></head><body>
<div id="top"><a href="/"><img src="l.gif" border="0"></a> ${MENU[language].map((name) => `<a href="/${name}">${name}</a>`).join(" | ")}</div>
<div id="main"><span class="date">${dateLine(date, language, kind)}</span><br><span class="title">${escape(headline)}</span><br><br>
${paragraphs.map(escape).join("\n<br>\n")}
<br><br><span class="small">${words.tags}: ${MENU[language].slice(1, 4).join(", ")}</span>
<hr><b>${words.related}</b><ul>${others
      .slice(0, 5)
      .map((each) => `<li><a href="/y">${escape(each.headline)}</a></li>`)
      .join("")}</ul></div>
<div id="foot">${words.footer.map((name) => `<a href="/f">${name}</a>`).join(" | ")} <br>${words.legal}</div></body></html>`;
  },
  /** The site's name is the first heading; teasers with leads beside and below. */
  logoHeading({ headline, paragraphs, date, language, site }, others, kind) {
    const words = WORDS[language];
    return `<html><head><title>${escape(headline)} : ${site}</title><meta name="description" content="${site}, ${words.latest}"></head><body>
<h1><a href="/">${site}</a></h1><ul>${MENU[language].map((name) => `<li><a href="/${name}">${name}</a></li>`).join("")}</ul>
<div class="article"><h2>${escape(headline)}</h2><div class="meta">${dateLine(date, language, kind)}</div>
<div class="text">${paragraphs.map((text) => `<p>${escape(text)}</p>`).join("\n")}</div></div>
<div class="more"><h3>${words.also}</h3>${others
      .slice(0, 4)
      .map(
        (each) =>
          `<div><h4><a href="/z">${escape(each.headline)}</a></h4><p>${escape(each.paragraphs[0])}</p></div>`,
      )
      .join("")}</div>
<div class="comments"><h3>${words.comments}</h3>${words.remarks.map((text) => `<div class="comment"><b>Nikos</b><p>${text}</p></div>`).join("")}</div>
<p>${words.legal}</p></body></html>`;
  },
  /** A few words of body among many links. */
  brief({ headline, paragraphs, date, language, site }, others, kind) {
    const words = WORDS[language];
    return `<html><head><title>${site} | ${escape(headline)}</title></head><body><table><tr><td>
${MENU[language].map((name) => `<a href="/${name}">${name}</a><br>`).join("")}</td><td><p class="hl">${escape(headline)}</p><p>${dateLine(date, language, kind)}</p>
<p>${escape(paragraphs[0])}</p></td><td>${others.map((each) => `<p><a href="/q">${escape(each.headline)}</a><br>${escape(each.paragraphs[0].slice(0, 90))}...</p>`).join("")}</td></tr></table>
<p>${words.footer.join(" | ")}</p></body></html>`;
  },
  /** Structured data, social metadata, newsletter and related boxes in the text. */
  modern({ headline, paragraphs, date, language, site }, others, kind) {
    const words = WORDS[language];
    const data = {
      "@context": "https://schema.org",
      "@type": "NewsArticle",
      headline,
      datePublished: `${date}T08:45:00+02:00`,
      author: { "@type": "Person", name: "Ann Roe" },
      keywords: MENU[language].slice(1, 4),
    };
    const middle = Math.ceil(paragraphs.length / 2);
    return `<!doctype html><html lang="${language}"><head><title>${escape(headline)} | ${site}</title><meta property="og:title" content="${escape(headline)}"><meta property="og:site_name" content="${site}">
<script type="application/ld+json">${JSON.stringify(data)}</script></head><body><header><nav>${MENU[language].map((name) => `<a href="/${name}">${name}</a>`).join("")}</nav></header>
<main><article><h1>${escape(headline)}</h1><time datetime="${date}T08:45:00+02:00">${dateLine(date, language, kind)}</time>
${paragraphs
  .slice(0, middle)
  .map((text) => `<p>${escape(text)}</p>`)
  .join("\n")}
<aside class="newsletter"><p>${words.cookies}</p></aside><div class="related-inline"><p>${words.also}: <a href="/r">${escape(others[0].headline)}</a></p></div>
${paragraphs
  .slice(middle)
  .map((text) => `<p>${escape(text)}</p>`)
  .join("\n")}</article>
<section class="most-read"><h2>${words.popular}</h2>${others.map((each) => `<a href="/m"><h3>${escape(each.headline)}</h3><p>${escape(each.paragraphs[0])}</p></a>`).join("")}</section></main>
<footer>${words.legal}</footer></body></html>`;
  },
  /** Divisions without classes, the text in one of them with double breaks, the section before the headline. */
  divisions({ headline, paragraphs, date, section, language, site }, others, kind) {
    const words = WORDS[language];
    return `<html><head><title>${section}: ${escape(headline)} - ${site}</title></head><body><div><div><a href="/">${site}</a></div><div>${MENU[language].map((name) => `<span><a href="/${name}">${name}</a></span>`).join(" ")}</div>
<div><div>${section}</div><div><strong>${escape(headline)}</strong></div><div><em>${dateLine(date, language, kind)}</em></div>
<div><img src="p.jpg" alt=""><br>${paragraphs.map(escape).join("<br /><br />")}<br /><br /></div><div>${words.share}</div></div>
<div>${others.map((each) => `<div><a href="/v">${escape(each.headline)}</a></div>`).join("")}</div></div><div>${words.legal}</div></body></html>`;
  },
  /** Hardly any end tag; paragraphs begin with blanks; a list of the day in front. */
  unclosed({ headline, paragraphs, date, section, language, site }, others, kind) {
    const words = WORDS[language];
    return `<html><head><title>${site}</title><body><table><tr><td colspan=3><b>${site}</b> ${dateLine("2019-01-02", language, 2)}<tr><td><ul>${MENU[language].map((name) => `<li><a href=/${name}>${name}</a>`).join("")}</ul>
<td><p><font color=blue>${section}</font><p><font size=5>${escape(headline)}</font><p><i>${dateLine(date, language, kind)}</i>${paragraphs.map((text) => `<p>&nbsp;&nbsp; ${escape(text)}`).join("\n")}<p><a href=/back>${words.print}</a>
<td><font size=2>${others.map((each) => `<p><a href=/w>${escape(each.headline)}</a>`).join("")}</font></table><hr><small>Copyright ${site}`;
  },
  /** A bold lead, a picture's caption, and the text in several rows. */
  rows({ headline, paragraphs, date, language, site }, others, kind) {
    const words = WORDS[language];
    const [lead, ...rest] = paragraphs;
    return `<html><head><title>${site} :: ${escape(headline)}</title></head><body><table><tr>${MENU[language].map((name) => `<td><a href="/${name}">${name}</a></td>`).join("")}</tr></table>
<table><tr><td class="titlos">${escape(headline)}</td></tr><tr><td>${dateLine(date, language, kind)}</td></tr><tr><td><b>${escape(lead)}</b></td></tr>
${rest.map((text) => `<tr><td>${escape(text)}</td></tr>`).join("\n")}
<tr><td>${words.share}</td></tr></table><table>${others
      .slice(0, 5)
      .map((each) => `<tr><td><a href="/t">${escape(each.headline)}</a></td></tr>`)
      .join("")}</table>
<p>${words.footer.map((name) => `<a href="/f">${name}</a>`).join(" - ")}</p></body></html>`;
  },
  /** The headline is in no element of its own but in the title, which has the site's name last. */
  titleOnly({ headline, paragraphs, date, language, site }, others, kind) {
    const words = WORDS[language];
    return `<html><head><title>${escape(headline)} - ${site}</title></head><body><div class="menu">${MENU[language].map((name) => `<a href="/${name}">${name}</a>`).join(" ")}</div>
<div class="story"><img src="title-123.gif" alt=""><br>${dateLine(date, language, kind)}<br>${paragraphs.map((text) => `<p>${escape(text)}</p>`).join("")}</div>
<div class="side">${words.popular}<ol>${others.map((each) => `<li><a href="/n">${escape(each.headline)}</a></li>`).join("")}</ol></div><div>© ${site}</div></body></html>`;
  },
};
