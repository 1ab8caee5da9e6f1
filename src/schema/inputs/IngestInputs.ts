import { GraphQLDateTime } from "graphql-scalars";
import { Field, InputType } from "type-graphql";
import { SourceFormat } from "../../entities/enums.js";
import { Url } from "../../entities/scalars.js";

/** A document to take in. */
@InputType({ description: "A document to take in, and what is known of it from outside." })
export class IngestDocumentInput {
  @Field(() => String, {
    description: "The document as text: a page, a feed, JSON, a dump or another format.",
  })
  content!: string;

  @Field(() => SourceFormat, {
    nullable: true,
    description: "What it must be; if not given, it is found by the content.",
  })
  format?: SourceFormat | null;

  @Field(() => Url, { nullable: true, description: "Where it was published, if it does not say so itself." })
  url?: string | null;

  @Field(() => String, { nullable: true, description: "ID, slug or name of its outlet." })
  source?: string | null;

  @Field(() => String, {
    defaultValue: "UTC",
    description: "Time zone (IANA) of dates that print none, for a document with `source`.",
  })
  timeZone!: string;

  @Field(() => GraphQLDateTime, { nullable: true, description: "Publication time, if it prints none." })
  publishedAt?: Date | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Say what would become of it, and change nothing.",
  })
  dryRun!: boolean;

  @Field(() => String, {
    nullable: true,
    description: "The same key with the same input has the same answer, and is done once.",
  })
  idempotencyKey?: string | null;
}

/** A column of a table or a key of JSON, by the field that it holds. */
@InputType({ description: "Which column of a table, or key of JSON, holds a field." })
export class ColumnInput {
  @Field(() => String, { description: "Field of an article, such as `headline`." })
  field!: string;

  @Field(() => String, { description: "Name of the column." })
  column!: string;
}

/** What a job takes in. */
@InputType({ description: "What a job takes in: either a path or an address." })
export class StartIngestInput {
  @Field(() => String, {
    nullable: true,
    description: "File, folder, archive or glob in one of the server's ingest folders.",
  })
  path?: string | null;

  @Field(() => Url, { nullable: true, description: "Feed, sitemap or page of the web." })
  feedUrl?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: "Globs of which files below the folder must match one, such as `*.html`.",
  })
  include?: string[] | null;

  @Field(() => [String], { nullable: true, description: "Globs of files to leave out." })
  exclude?: string[] | null;

  @Field(() => Boolean, { defaultValue: true, description: "Look into folders in folders." })
  recursive!: boolean;

  @Field(() => String, {
    nullable: true,
    description: "ID, slug or name of the outlet of files that have no `source.json`.",
  })
  source?: string | null;

  @Field(() => String, {
    defaultValue: "UTC",
    description: "Time zone (IANA) of dates that print none, for files of `source`.",
  })
  timeZone!: string;

  @Field(() => [ColumnInput], {
    nullable: true,
    description: "Columns that are not named after the field that they hold.",
  })
  mapping?: ColumnInput[] | null;

  @Field(() => String, {
    nullable: true,
    description: "The same key with the same input has the same answer, and is done once.",
  })
  idempotencyKey?: string | null;
}
