// How well flattened pages with their navigation are read: our sample articles in the layouts of bench/textdumps.
// Usage: npm run bench:textdumps [-- --worst 5] [--layout menuAbove]
import { parseArgs } from "node:util";
import { openSamplePages } from "./textdumps/openSamplePages.mjs";
import { readDump, scoreDump } from "./textdumps/scoreDump.mjs";
import { layouts } from "./textdumps/layouts.mjs";

const { values } = parseArgs({
  options: { worst: { type: "string", default: "0" }, layout: { type: "string" } },
});
const articles = await openSamplePages();
const names = Object.keys(layouts).filter((name) => values.layout === undefined || name === values.layout);
const scores = names.flatMap((layout) =>
  articles.map((article, index) => {
    const others = [1, 2, 3, 4, 5, 6].map((step) =>
      articles.filter(({ language }) => language === article.language).at((index * 7 + step) % 20),
    );
    const dump = layouts[layout](
      article,
      others.filter((each) => each !== undefined),
      index,
    ).join("\n");
    return { layout, article, dump, ...scoreDump(article, readDump(dump)) };
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
for (const row of [...scores]
  .sort((a, b) => a.f1 + Number(a.isTitle) - b.f1 - Number(b.isTitle))
  .slice(0, Number(values.worst))) {
  console.log(
    `\n${row.layout} F1 ${row.f1.toFixed(2)}\n  wanted  ${row.article.headline}\n  read    ${row.page?.headline ?? row.problem}`,
  );
  const body = row.page === null ? [] : [row.page.lead, ...row.page.paragraphs];
  for (const text of body.filter((each) => !row.article.paragraphs.includes(each)))
    console.log(`  +       ${text?.slice(0, 120)}`);
  for (const text of row.article.paragraphs.filter((each) => !body.includes(each)))
    console.log(`  -       ${text.slice(0, 120)}`);
}
