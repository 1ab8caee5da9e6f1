// How well saved pages are read: our sample articles in the layouts of bench/extraction.
// Usage: npm run bench:extraction [-- --worst 5] [--layout tables]
import { parseArgs } from "node:util";
import { layouts } from "./extraction/layouts.mjs";
import { measureLayouts } from "./textdumps/measureLayouts.mjs";

const { values } = parseArgs({
  options: { worst: { type: "string", default: "0" }, layout: { type: "string" } },
});
await measureLayouts(
  layouts,
  (article, layout) =>
    layout === "brief" ? { ...article, paragraphs: article.paragraphs.slice(0, 1) } : article,
  values,
  "page.html",
);
