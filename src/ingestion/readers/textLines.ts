import { cleanText } from "./cleanText.js";

/** A line of a text dump that has text. */
export interface TextLine {
  text: string;
  /** Line number in the file, from 1. */
  number: number;
  /** True when a blank line or the start of the file is above it. */
  afterBlank: boolean;
}

/** The lines of a text dump that have text. */
export function textLines(text: string): TextLine[] {
  const lines: TextLine[] = [];
  let afterBlank = true;
  for (const [index, raw] of text.split(/\r\n?|\n|\u2028|\u2029/u).entries()) {
    const line = cleanText(raw);
    if (line !== "") lines.push({ text: line, number: index + 1, afterBlank });
    afterBlank = line === "";
  }
  return lines;
}
