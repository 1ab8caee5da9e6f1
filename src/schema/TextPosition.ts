import { Field, Int, ObjectType } from "type-graphql";
import { OffsetUnit } from "./enums.js";

/** W3C TextPositionSelector, NIF beginIndex and endIndex. */
@ObjectType({
  simpleResolvers: true,
  description: "W3C TextPositionSelector, NIF beginIndex and endIndex. End is exclusive.",
})
export class TextPosition {
  @Field(() => Int, { description: "First unit of the text." })
  start!: number;

  @Field(() => Int, { description: "First unit after the text." })
  end!: number;

  @Field(() => OffsetUnit, { description: "What is counted." })
  unit!: keyof typeof OffsetUnit;
}

/** W3C TextQuoteSelector. */
@ObjectType({ simpleResolvers: true, description: "W3C TextQuoteSelector." })
export class TextQuote {
  @Field(() => String, { description: "The quoted text." })
  exact!: string;

  @Field(() => String, { description: "Text just before it." })
  prefix!: string;

  @Field(() => String, { description: "Text just after it." })
  suffix!: string;
}

/** A UTF-16 range of a text, counted in another unit. */
export function positionIn(
  text: string,
  start: number,
  end: number,
  unit: keyof typeof OffsetUnit,
): TextPosition {
  const count = (part: string): number => {
    if (unit === "UTF16") return part.length;
    return unit === "UTF8" ? Buffer.byteLength(part) : [...part].length;
  };
  const from = count(text.slice(0, start));
  return { start: from, end: from + count(text.slice(start, end)), unit };
}
