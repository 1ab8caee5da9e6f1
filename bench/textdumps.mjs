// How well flattened pages with their navigation are read: our sample articles in the layouts of bench/textdumps.
// Usage: npm run bench:textdumps [-- --worst 5] [--layout menuAbove]
import { parseArgs } from "node:util";
import { layouts } from "./textdumps/layouts.mjs";
import { measureLayouts } from "./textdumps/measureLayouts.mjs";

const { values } = parseArgs({
  options: { worst: { type: "string", default: "0" }, layout: { type: "string" } },
});
const joined = Object.fromEntries(
  Object.entries(layouts).map(([name, layout]) => [name, (...given) => layout(...given).join("\n")]),
);
await measureLayouts(joined, (article) => article, values, "dump.txt");
