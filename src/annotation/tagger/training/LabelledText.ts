import { scan } from "../../text/scan.js";
import type { ScannedText } from "../Describer.js";
import { beginLabel } from "../labels.js";
import type { TypedSpan } from "../SpanScores.js";
import type { Segment } from "./readTaggedText.js";

/** A training text, scanned, with the label of every token. */
export interface LabelledText extends ScannedText {
  labels: Uint8Array;
  spans: TypedSpan[];
}

/** Joins the segments of a line and labels its tokens. Names whose ends are inside a token count as far as they go. */
export function labelledText(segments: readonly Segment[]): LabelledText {
  const text = segments.map((segment) => segment.text).join("");
  const scanned = scan(text);
  const labels = new Uint8Array(scanned.tokens.length);
  const spans: TypedSpan[] = [];
  let at = 0;
  let start = 0;
  for (const segment of segments) {
    const end = start + segment.text.length;
    if (segment.type !== null) {
      while (at < labels.length && (scanned.tokens[at]?.start ?? 0) < start) at++;
      const first = at;
      while (at < labels.length && (scanned.tokens[at]?.start ?? 0) < end) at++;
      if (at > first) {
        const begin = beginLabel(segment.type);
        labels.fill(begin + 1, first, at);
        labels[first] = begin;
        spans.push({ first, last: at - 1, type: segment.type });
      }
    }
    start = end;
  }
  return { ...scanned, text, labels, spans };
}
