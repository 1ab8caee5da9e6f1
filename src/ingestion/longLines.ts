/** A line of a stream; `text` is null when the line is longer than the limit and was passed over. */
export interface Line {
  number: number;
  text: string | null;
}

/**
 * The lines of a UTF-8 stream, without their ends. Holds one line at a time, and of a line beyond the limit nothing.
 * @param limit in UTF-16 code units
 */
export async function* longLines(
  stream: AsyncIterable<Buffer | string>,
  limit: number,
): AsyncGenerator<Line> {
  const decoder = new TextDecoder();
  let pieces: string[] = [];
  let length = 0;
  let number = 0;
  const add = (piece: string): void => {
    length += piece.length;
    if (length <= limit) pieces.push(piece);
    else pieces = [];
  };
  const take = (): Line => {
    const text = length > limit ? null : pieces.join("").replace(/\r$/u, "");
    pieces = [];
    length = 0;
    return { number: ++number, text };
  };
  for await (const chunk of stream) {
    const text = typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true });
    let from = 0;
    for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", from)) {
      add(text.slice(from, end));
      from = end + 1;
      yield take();
    }
    add(text.slice(from));
  }
  add(decoder.decode());
  if (length > 0) yield take();
}
