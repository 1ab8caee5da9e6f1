import { Field, Float, ObjectType } from "type-graphql";
import { SourceFormat } from "../entities/enums.js";

/** Where the value of a field came from. */
@ObjectType({ description: "Where the value of one field of an article came from." })
export class FieldProvenance {
  @Field(() => String, { description: "Name of the field, such as `headline` or `datePublished`." })
  field!: string;

  @Field(() => String, {
    description: "Layer of the document that gave it, such as `json-ld`, `og`, `visible`, `rss` or `column`.",
  })
  from!: string;

  @Field(() => Float, { description: "How far that layer is trusted, 0 to 1." })
  confidence!: number;
}

/** How an article was read from its document. */
@ObjectType({ description: "How an article was read from its document." })
export class ExtractionRecord {
  @Field(() => SourceFormat, { description: "Format of the document." })
  format!: SourceFormat;

  @Field(() => String, { description: "Hash of what was understood: the same hash, nothing new." })
  contentHash!: string;

  @Field(() => [FieldProvenance], { description: "Where each field came from." })
  fields!: FieldProvenance[];

  @Field(() => Boolean, { description: "The document is kept, so that the article can be rebuilt from it." })
  rawAvailable!: boolean;
}
