import { describe, expect, test } from "vitest";
import { readPage } from "./readPage.js";

const HEADLINE = "Νέα γραμμή πλοίων ανάμεσα στον Πειραιά και τη Σμύρνη";
const BODY = [
  "Η πρώτη τακτική γραμμή πλοίων ανάμεσα στον Πειραιά και τη Σμύρνη αρχίζει τον Ιούνιο, ανακοίνωσε το υπουργείο Ναυτιλίας.",
  "Το ταξίδι θα διαρκεί δέκα ώρες και θα γίνεται δύο φορές την εβδομάδα, είπε ο υφυπουργός στη διάρκεια εκδήλωσης στο λιμάνι.",
  "Οι δήμοι των νησιών ζητούν να πιάνουν τα πλοία και στη Χίο, όπου πέρυσι έφτασαν λιγότεροι επισκέπτες από ποτέ.",
];
const MENU = [
  "Αρχική",
  "Ελλάδα",
  "Πολιτική",
  "Οικονομία",
  "Κόσμος",
  "Αθλητικά",
  "Σύνδεση | Εγγραφή",
  "Αναζήτηση",
];
const STRANGE_MENU = ["Ρεπορτάζ", "Στήλες", "Αρχείο φύλλων", "Σκίτσο", "Επιστολές", "Αγγελίες", "Ένθετα"];
const OTHERS = [
  "Βροχές και καταιγίδες από αύριο το βράδυ",
  "Πρόστιμα σε τρεις εταιρείες τροφίμων",
  "Ο Άρης κέρδισε στην Πάτρα με ανατροπή",
];
const FOOTER = ["Όροι χρήσης", "Επικοινωνία", "Ταυτότητα", "© 2019 Ο Κήρυκας"];
const DATE = "Δημοσίευση: 12 Μαρτίου 2019, 10:45";

function expectArticle(lines: readonly string[], headline = HEADLINE): ReturnType<typeof readPage> {
  const page = readPage(lines.join("\n"));
  expect(page.headline).toBe(headline);
  expect([page.lead, ...page.paragraphs]).toEqual(BODY);
  return page;
}

describe("a page that was flattened whole", () => {
  test.for<[name: string, lines: string[]]>([
    [
      "menu above, lists below",
      [
        ...MENU,
        "Ροή ειδήσεων",
        ...OTHERS.map((text) => `15:20 ${text}`),
        HEADLINE,
        DATE,
        "Facebook Twitter",
        ...BODY,
        "Σχετικά άρθρα",
        ...OTHERS,
        ...FOOTER,
      ],
    ],
    [
      "its title first",
      [`${HEADLINE} - Ο Κήρυκας`, ...MENU, HEADLINE, DATE, ...BODY, "Τα πιο δημοφιλή", ...OTHERS, ...FOOTER],
    ],
    [
      "a menu of names that nobody knows",
      [...STRANGE_MENU, HEADLINE, DATE, ...BODY, ...STRANGE_MENU, ...FOOTER],
    ],
    ["a menu in one row", [MENU.join(" | "), HEADLINE, DATE, ...BODY, FOOTER.join(" | ")]],
    [
      "a list between headline and body",
      [...MENU, HEADLINE, DATE, "Τα πιο δημοφιλή", ...OTHERS, ...BODY, ...FOOTER],
    ],
    [
      "teasers with leads of their own below",
      [
        ...MENU,
        HEADLINE,
        DATE,
        ...BODY,
        "Διαβάστε επίσης",
        ...OTHERS.flatMap((text) => [
          text,
          "13/03/2019 09:00",
          `${text}, όπως ανακοίνωσε χθες το απόγευμα η αρμόδια υπηρεσία στην Αθήνα.`,
        ]),
        ...FOOTER,
      ],
    ],
    [
      "comments below",
      [
        ...MENU,
        HEADLINE,
        DATE,
        ...BODY,
        "Σχόλια (2)",
        "Νίκος 14:20",
        "Επιτέλους θα μπορέσω να δω τους συγγενείς μου χωρίς να κάνω τον γύρο όλου του Αιγαίου με το λεωφορείο.",
        "Μαρία 15:02",
        "Διαφωνώ με τον προηγούμενο, γιατί τα ναύλα θα είναι ακριβότερα από το αεροπλάνο και το ξέρουμε όλοι.",
        ...FOOTER,
      ],
    ],
    [
      "cookies and rights below",
      [
        ...MENU,
        HEADLINE,
        DATE,
        ...BODY,
        "Χρησιμοποιούμε cookies για να σας προσφέρουμε καλύτερη εμπειρία στην πλοήγηση. Με τη χρήση τα αποδέχεστε.",
        "Απαγορεύεται η αναδημοσίευση του περιεχομένου χωρίς προηγούμενη γραπτή άδεια του εκδότη της εφημερίδας.",
        ...FOOTER,
      ],
    ],
  ])("%s", ([, lines]) => {
    const page = expectArticle(lines);
    expect(page.datePublished?.time).toBe(Date.UTC(2019, 2, 12, 8, 45));
  });

  test("breadcrumbs and a day beside the section are read", () => {
    expect(expectArticle([...MENU, "Αρχική > Οικονομία", HEADLINE, DATE, ...BODY, ...FOOTER]).section).toBe(
      "Οικονομία",
    );
    const page = expectArticle([...MENU, "Οικονομία | 12/03/2019 10:45", HEADLINE, ...BODY, ...FOOTER]);
    expect(page).toMatchObject({
      section: "Οικονομία",
      datePublished: { time: Date.UTC(2019, 2, 12, 8, 45) },
    });
  });

  test("the site's name leaves a title that is the only headline", () => {
    expectArticle([`Ο Κήρυκας: ${HEADLINE}`, DATE, ...BODY, ...MENU, ...FOOTER]);
    const quoted = "Πλοία για τη Σμύρνη: «Τα περιμέναμε χρόνια»";
    expectArticle([`${quoted} | Ο Κήρυκας`, ...MENU, DATE, ...BODY, ...FOOTER], quoted);
  });
});

describe("marks of tools", () => {
  test("links, headings and pictures of Markdown", () => {
    expectArticle([
      "[Ο Κήρυκας](/)",
      ...MENU.slice(0, 6).map((name) => `* [${name}](/menu)`),
      "",
      `# ${HEADLINE}`,
      "",
      DATE,
      "",
      "![Πλοίο στο λιμάνι](/i/ship_(1).jpg)",
      "",
      ...BODY.flatMap((text) => [text.replace("Πειραιά", "[Πειραιά](/tags/peiraias)"), ""]),
      ...OTHERS.map((text) => `* [${text}](/other)`),
    ]);
  });

  test("numbered links and broken lines of text browsers", () => {
    const broken = (text: string): string[] =>
      text
        .replace(/(.{1,70})(?:\s+|$)/gu, "   $1\n")
        .trimEnd()
        .split("\n");
    expectArticle([
      "   [1]Ο Κήρυκας",
      "",
      ...MENU.slice(0, 6).map((name, index) => `     * [${index + 2}]${name}`),
      "",
      ...broken(HEADLINE),
      "",
      `   ${DATE}`,
      "",
      ...BODY.flatMap((text) => [...broken(text), ""]),
      ...OTHERS.flatMap((text, index) => [`   [${index + 9}]${text}`, ""]),
      "References",
      "",
      ...MENU.map((_name, index) => `   ${index + 1}. https://kirykas.example/${index}`),
    ]);
  });
});

test("a page without menus is read as it stands", () => {
  expectArticle([HEADLINE, "", ...BODY.flatMap((text) => [text, ""])]);
});

describe("a page whose elements say nothing", () => {
  const cell = (inner: string): string => `<td valign="top">${inner}</td>`;
  const menu = MENU.map((name) => `<a href="/c.asp?${name}"><font size="2">${name}</font></a><br>`).join(
    "\n",
  );
  const lists = `<font size="1">${OTHERS.map((text) => `<a href="/a.asp">${text}</a><br>${text}, όπως ανακοίνωσε χθες το απόγευμα η αρμόδια υπηρεσία στην...<br>`).join("")}</font>`;
  const page = (title: string, head: string): string =>
    `<html><head><title>${title}</title></head><body><table><tr>${cell(menu)}${cell(`${head}<br><font size="1">${DATE}</font><br><br>${BODY.join("<br><br>")}<br><br><a href="javascript:print()">Εκτύπωση</a>`)}${cell(lists)}</tr></table><font size="1">© 2019 Ο Κήρυκας</font></body></html>`;

  test.for<[name: string, title: string, head: string]>([
    [
      "the site's name before the headline",
      `Ο Κήρυκας - ${HEADLINE}`,
      `<font size="4"><b>${HEADLINE}</b></font>`,
    ],
    [
      "address and section before it",
      `kirykas.gr - ΟΙΚΟΝΟΜΙΑ - ${HEADLINE}`,
      `<span class="titlos">${HEADLINE}</span>`,
    ],
    ["the site's name alone", "Ο Κήρυκας", `<b>${HEADLINE}</b>`],
    ["the headline alone", HEADLINE, ""],
    ["the site's name behind it", `${HEADLINE} : Ο Κήρυκας`, `<strong>${HEADLINE}</strong>`],
  ])("in tables, its title: %s", ([, title, head]) => {
    const { headline, lead, paragraphs, datePublished } = readPage(page(title, head), "page.html");
    expect(headline).toBe(HEADLINE);
    expect([lead, ...paragraphs]).toEqual(BODY);
    expect(datePublished?.time).toBe(Date.UTC(2019, 2, 12, 8, 45));
  });

  test("of Chinese, which has no blanks between words", () => {
    const headline = "比雷埃夫斯与伊兹密尔之间将开通新航线";
    const body = [
      "希腊海运部宣布，比雷埃夫斯与伊兹密尔之间的第一条定期航线将于六月开通。",
      "副部长在港口举行的仪式上表示，航程为十小时，每周两班。",
      "岛上的市政府要求船只也在希俄斯停靠，去年到访那里的游客比以往任何时候都少。",
    ];
    const names = ["首页", "新闻", "政治", "经济", "体育", "文化", "健康", "天气"];
    const links = (texts: string[]): string => texts.map((text) => `<a href="/x">${text}</a><br>`).join("");
    const {
      headline: read,
      lead,
      paragraphs,
    } = readPage(
      `<html><head><title>${headline}_港口日报</title></head><body><table><tr>${cell(links(names))}${cell(`<b>${headline}</b><br>2019-03-12 10:45<br>${body.join("<br><br>")}`)}${cell(links(["雅典明天有雨", "三家食品公司被罚款", "帕特雷队客场逆转获胜"]))}</tr></table></body></html>`,
      "page.html",
    );
    expect([read, lead, ...paragraphs]).toEqual([headline, ...body]);
  });
});
