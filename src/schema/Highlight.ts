import { Field, Int, ObjectType } from "type-graphql";
import { Entity } from "../entities/Entity.js";
import { ArticlePart } from "../entities/enums.js";

/** One matched range of a passage. */
@ObjectType({
  simpleResolvers: true,
  description: "One matched range of a passage; UTF-16 offsets in `fragment`.",
})
class HighlightRange {
  @Field(() => Int, { description: "First UTF-16 unit of the range." })
  start!: number;

  @Field(() => Int, { description: "First UTF-16 unit after the range." })
  end!: number;

  @Field(() => String, { description: "The matched text." })
  text!: string;

  @Field(() => Entity, { nullable: true, description: "The entity that it names; null for a word." })
  entity!: (() => Promise<Entity | null>) | null;
}

/** A passage with the matched ranges. */
@ObjectType({ simpleResolvers: true, description: "A passage with the matched ranges." })
export class Highlight {
  @Field(() => ArticlePart, { description: "Part of the article that it is from." })
  part!: ArticlePart;

  @Field(() => String, { description: "The passage as plain text." })
  fragment!: string;

  @Field(() => [HighlightRange], { description: "What matched, in text order." })
  ranges!: HighlightRange[];

  @Field(() => String, { description: "The fragment as HTML, ranges in `<mark>`, everything else escaped." })
  html!: () => string;
}

/** A range of the text to mark, UTF-16, with the entity that it names. */
export interface Mark {
  start: number;
  end: number;
  entity: (() => Promise<Entity | null>) | null;
}

const MAX_FRAGMENT = 600;

/** Cuts `start`–`end` out of a text as a passage and marks the ranges that lie in it. Offsets are UTF-16. */
export function highlight(
  part: ArticlePart,
  text: string,
  start: number,
  end: number,
  marks: readonly Mark[],
): Highlight {
  const inside = marks
    .filter((mark) => mark.start >= start && mark.end <= end)
    .sort((a, b) => a.start - b.start);
  // A "sentence" without an end (tables, lists) must not become a page: keep what is around the first mark.
  const first = Math.max(start, Math.min((inside[0]?.start ?? start) - MAX_FRAGMENT / 2, end - MAX_FRAGMENT));
  const from = end - start > MAX_FRAGMENT ? boundary(text, first) : start;
  const to = end - start > MAX_FRAGMENT ? boundary(text, from + MAX_FRAGMENT) : end;
  const fragment = text.slice(from, to);
  const ranges = inside
    .filter((mark) => mark.start >= from && mark.end <= to)
    .map((mark) => ({
      start: mark.start - from,
      end: mark.end - from,
      text: text.slice(mark.start, mark.end),
      entity: mark.entity,
    }));
  return { part, fragment, ranges, html: () => marked(fragment, ranges) };
}

/** The offset, moved off the middle of a surrogate pair. */
function boundary(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff ? offset - 1 : offset;
}

function marked(fragment: string, ranges: readonly HighlightRange[]): string {
  let html = "";
  let next = 0;
  for (const { start, end } of ranges) {
    if (start < next) continue;
    html += `${escape(fragment.slice(next, start))}<mark>${escape(fragment.slice(start, end))}</mark>`;
    next = end;
  }
  return html + escape(fragment.slice(next));
}

function escape(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => `&#${character.charCodeAt(0)};`);
}
