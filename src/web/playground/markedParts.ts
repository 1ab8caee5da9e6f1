/**
 * Splits `Highlight.html` into plain texts: those at odd places were marked. A text without marks is one part, as it is.
 */
export function markedParts(text: string): string[] {
  const parts = text.split(/<mark>(.*?)<\/mark>/su);
  if (parts.length === 1) return parts;
  return parts.map((part) =>
    part.replace(/&#(\d{1,6});/gu, (_, code: string) => String.fromCodePoint(Number(code))),
  );
}
