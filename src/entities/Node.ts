import { Field, ID, InterfaceType } from "type-graphql";

/** An object with a global ID (Relay). The first letter of the ID says which type it is. */
@InterfaceType("Node", {
  description: "An object with a global ID (Relay).",
  resolveType: (value: { id: string }) => typeOfId(value.id),
})
export abstract class Node {
  @Field(() => ID, {
    description:
      "Opaque global ID, stable for ever. The ID of a merged object still resolves, to its survivor.",
  })
  id!: string;
}

/** GraphQL type names by the first letter of a global ID. */
export const typeByPrefix = {
  A: "Article",
  P: "Person",
  O: "Organization",
  L: "Place",
  T: "Topic",
  S: "Source",
  C: "Section",
  W: "Author",
  G: "Paragraph",
  M: "Mention",
  Q: "Quotation",
  R: "Role",
  J: "IngestJob",
  Y: "Story",
  D: "DuplicateGroup",
  V: "ArticleRevision",
} as const;

/** First letter of a global ID. */
export type NodePrefix = keyof typeof typeByPrefix;

function typeOfId(id: string): string {
  return typeByPrefix[id.charAt(0) as NodePrefix];
}
