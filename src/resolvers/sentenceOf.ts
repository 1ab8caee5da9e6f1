import type { Paragraph } from "../entities/Paragraph.js";

/** Text of a paragraph and the bounds of one of its sentences in it, UTF-16. */
export function sentenceOf(
  paragraph: Paragraph | null,
  index: number,
): { text: string; start: number; end: number } {
  const text = paragraph?.text ?? "";
  const bounds = JSON.parse(paragraph?.sentences ?? "[]") as number[];
  return { text, start: bounds[index * 2] ?? 0, end: bounds[index * 2 + 1] ?? text.length };
}
