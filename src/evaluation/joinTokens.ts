/** A sentence as running text; `starts[i]` is the UTF-16 offset of token i. */
export interface JoinedTokens {
  text: string;
  starts: number[];
}

const NO_BLANK_BEFORE = /^(?:[,.;:!?…%)\]}»”›·;]+|['’](?:s|S|re|ve|ll|d|m|t)|n['’]t)$/u;
const NO_BLANK_AFTER = /^[([{«“‹‘„$€£#]$/u;

/** Joins the tokens of a sentence with the blanks that print has: none before a comma, none inside quote marks. */
export function joinTokens(tokens: readonly string[]): JoinedTokens {
  const starts: number[] = [];
  let text = "";
  let isQuoteOpen = false;
  let isGlued = true;
  for (const token of tokens) {
    const isQuote = token === '"';
    const isClosing = isQuote && isQuoteOpen;
    if (!isGlued && !isClosing && !NO_BLANK_BEFORE.test(token)) text += " ";
    starts.push(text.length);
    text += token;
    if (isQuote) isQuoteOpen = !isQuoteOpen;
    isGlued = NO_BLANK_AFTER.test(token) || (isQuote && isQuoteOpen);
  }
  return { text, starts };
}
