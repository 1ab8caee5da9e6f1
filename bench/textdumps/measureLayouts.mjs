import { openSamplePages } from "./openSamplePages.mjs";
import { readDump, scoreDump } from "./scoreDump.mjs";

/**
 * Puts the sample articles into layouts, reads the pages and prints how well: body F1, exact titles, days; and the worst pages.
 * @param {Record<string, (article: object, others: object[], kind: number) => string>} layouts
 * @param {(article: object, layout: string) => object} shownBy what a layout shows of an article
 * @param {{ worst: string, layout?: string }} options
 * @param {string} file name that the pages have
 */
export async function measureLayouts(layouts, shownBy, options, file) {
  const articles = await openSamplePages();
  const names = Object.keys(layouts).filter(
    (name) => options.layout === undefined || name === options.layout,
  );
  const scores = names.flatMap((layout) =>
    articles.map((article, index) => {
      const same = articles.filter(({ language }) => language === article.language);
      const others = [1, 2, 3, 4, 5, 6]
        .map((step) => same[(index * 7 + step) % same.length])
        .filter((each) => each !== article);
      const shown = shownBy(article, layout);
      return {
        layout,
        article: shown,
        ...scoreDump(shown, readDump(layouts[layout](shown, others, index), file)),
      };
    }),
  );
  const mean = (rows, of) => (rows.reduce((sum, row) => sum + Number(of(row)), 0) / rows.length).toFixed(3);
  console.log("layout          pages  body F1  title  day");
  for (const layout of [...names, null]) {
    const rows = scores.filter((row) => layout === null || row.layout === layout);
    console.log(
      `${(layout ?? "all").padEnd(15)} ${String(rows.length).padStart(5)}  ${mean(rows, (row) => row.f1)}    ${mean(rows, (row) => row.isTitle)}  ${mean(rows, (row) => row.isDay)}`,
    );
  }
  const worst = [...scores].sort((a, b) => a.f1 + Number(a.isTitle) - b.f1 - Number(b.isTitle));
  for (const row of worst.slice(0, Number(options.worst))) tell(row);
}

function tell({ layout, f1, article, page, problem }) {
  console.log(
    `\n${layout} F1 ${f1.toFixed(2)}\n  wanted  ${article.headline}\n  read    ${page?.headline ?? problem}`,
  );
  const body = page === null ? [] : [page.lead, ...page.paragraphs];
  for (const text of body.filter((each) => !article.paragraphs.includes(each)))
    console.log(`  +       ${text?.slice(0, 120)}`);
  for (const text of article.paragraphs.filter((each) => !body.includes(each)))
    console.log(`  -       ${text.slice(0, 120)}`);
}
