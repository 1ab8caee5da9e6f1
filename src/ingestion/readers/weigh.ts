import type { FieldProvenance } from "../Page.js";

/** A layer of a page that can say what a field is, the most trusted first. */
export type Layer =
  | "json-ld"
  | "og"
  | "visible"
  | "standfirst"
  | "title"
  | "readability"
  | "lines"
  | "first-paragraph"
  | "address"
  | "modified";

const CONFIDENCE: Readonly<Record<Layer, number>> = {
  "json-ld": 0.95,
  og: 0.85,
  visible: 0.8,
  standfirst: 0.85,
  readability: 0.85,
  lines: 0.75,
  "first-paragraph": 0.7,
  title: 0.6,
  address: 0.6,
  modified: 0.5,
};

/** The value of the first layer that has one; notes in `fields` where it came from. An empty list is no value. */
export function weigh<Value>(
  fields: FieldProvenance[],
  field: string,
  candidates: readonly (readonly [Layer, Value | null])[],
): Value | null {
  for (const [from, value] of candidates) {
    if (value === null || (Array.isArray(value) && value.length === 0)) continue;
    fields.push({ field, from, confidence: CONFIDENCE[from] });
    return value;
  }
  return null;
}
