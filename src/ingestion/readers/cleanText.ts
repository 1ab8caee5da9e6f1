const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;
// Everything below space except the line and tab characters that the next step makes one space.
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f]/gu;

/**
 * A text as `Page` keeps it: NFC, trimmed, one space between words, without invisible characters. What escapes in
 * JSON and entities in HTML can make of it is mended as well: NUL and half surrogates, which databases refuse.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .normalize("NFC")
    .replace(INVISIBLE, "")
    .replace(CONTROL, "")
    .replace(/[\s\u0085]+/gu, " ")
    .trim();
}

/** Like `cleanText`; null for a text without any visible character. */
export function cleanOrNull(text: string | null | undefined): string | null {
  return cleanText(text ?? "") || null;
}
