/** A list in an answer, as a table. */
export interface ResultTable {
  /** Where the list is in the answer, such as `person.articles`. */
  name: string;
  columns: string[];
  rows: Cell[][];
}

/** What a cell holds; null where the answer has nothing. */
export type Cell = string | number | boolean | null;

type Json = Cell | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

/** Fields by which people know a thing, the best first, for a nested thing that has to fit into a cell. */
const LABELS = [
  "headline",
  "name",
  "title",
  "label",
  "text",
  "fragment",
  "html",
  "surface",
  "value",
  "slug",
  "url",
];

/** Finds the outermost connections (`edges` or `nodes`) and lists of objects in an answer's data. */
export function resultTables(data: unknown): ResultTable[] {
  return lists(data as Json, []).map(({ path, items }) => toTable(path.join(".") || "data", items));
}

function lists(value: Json, path: string[]): { path: string[]; items: JsonObject[] }[] {
  const items = listOf(value);
  if (items !== null) return items.length > 0 ? [{ path, items }] : [];
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, child]) => lists(child, [...path, key]));
}

/** The things of a connection or of a list of objects; null for anything else. */
function listOf(value: Json): JsonObject[] | null {
  if (Array.isArray(value)) return value.length > 0 && value.every(isObject) ? value : null;
  if (!isObject(value)) return null;
  const { edges, nodes } = value;
  if (Array.isArray(nodes)) return nodes.filter(isObject);
  if (Array.isArray(edges)) return edges.filter(isObject).map(fromEdge);
  return null;
}

/** A node with what its edge says, which is more than the cursor where it is worth a column. */
function fromEdge({ cursor: _cursor, node, ...rest }: JsonObject): JsonObject {
  if (!isObject(node)) return rest;
  const own = Object.entries(rest).map(([key, value]) => [key in node ? `edge.${key}` : key, value]);
  return { ...node, ...(Object.fromEntries(own) as JsonObject) };
}

function toTable(name: string, items: JsonObject[]): ResultTable {
  const records = items.map((item) => new Map(flatten(item, "")));
  const columns = [...new Set(records.flatMap((record) => [...record.keys()]))];
  // Nested things are null in one row and have columns in another.
  const shown = columns.filter(
    (column) =>
      !columns.some((other) => other.startsWith(`${column}.`)) ||
      records.some((record) => (record.get(column) ?? null) !== null),
  );
  return {
    name,
    columns: shown,
    rows: records.map((record) => shown.map((column) => record.get(column) ?? null)),
  };
}

function flatten(item: JsonObject, prefix: string): [string, Cell][] {
  return Object.entries(item).flatMap(([key, value]): [string, Cell][] => {
    const column = prefix + key;
    if (isObject(value) && listOf(value) === null) return flatten(value, `${column}.`);
    return [[column, toCell(value)]];
  });
}

function toCell(value: Json): Cell {
  if (value === null || typeof value !== "object") return value;
  const items = listOf(value);
  if (items !== null) return items.map(labelOf).join("; ");
  return Array.isArray(value) ? value.map((each) => String(toCell(each) ?? "")).join(", ") : labelOf(value);
}

/** One line for a thing: what it is called, else all it says. */
function labelOf(item: JsonObject): string {
  const cells = flatten(item, "").map(([, cell]) => cell);
  return nameOf(item) ?? cells.filter((cell) => cell !== null).join(" ");
}

/** Its own name, else that of the first thing in it that has one. */
function nameOf(item: JsonObject): string | null {
  const own = LABELS.map((label) => item[label]).find((value) => typeof value === "string" && value !== "");
  if (typeof own === "string") return own;
  const things = Object.values(item).filter((value) => isObject(value) && listOf(value) === null);
  return things.map((thing) => nameOf(thing as JsonObject)).find((name) => name !== null) ?? null;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
