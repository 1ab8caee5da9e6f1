import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { parsePartId, parseRevisionId } from "../entities/globalId.js";
import { Node } from "../entities/Node.js";
import { MitosError } from "../errors.js";
import { placeKey } from "../loaders/createLoaders.js";
import type { Context } from "../schema/Context.js";
import { revisionOf } from "./revisionResolvers.js";
import { jobKeyOf, toIngestJob, toMention, toParagraph, toQuotation } from "./toNodes.js";

/** Anything with a global ID. */
@Resolver()
export class NodeResolver {
  @Query(() => Node, { nullable: true, description: "Any object by its global ID; null when there is none." })
  node(
    @Arg("id", () => ID, { description: "Global ID." }) id: string,
    @Ctx() context: Context,
  ): Promise<Node | null> {
    return loadNode(id, context);
  }

  @Query(() => [Node], {
    nullable: "items",
    description: "Objects by global ID, in the order asked for; null where there is none.",
  })
  nodes(
    @Arg("ids", () => [ID], { description: "Global IDs." }) ids: string[],
    @Ctx() context: Context,
  ): Promise<(Node | null)[]> {
    const { maxPageSize } = context.config;
    if (ids.length > maxPageSize) {
      throw new MitosError(
        "BAD_INPUT",
        `${ids.length} IDs were asked for.`,
        `Ask for at most ${maxPageSize} at once.`,
      );
    }
    return Promise.all(ids.map((id) => loadNode(id, context)));
  }
}

async function loadNode(id: string, context: Context): Promise<Node | null> {
  const { loaders, ingest } = context;
  switch (id.charAt(0)) {
    case "J": {
      const key = jobKeyOf(id);
      if (key === null) return null;
      if (ingest.refusal !== null) throw ingest.refusal;
      const job = await loaders.ingestJobByKey.load(key);
      return job && toIngestJob(job);
    }
    case "A":
      return loaders.articleById.load(id);
    case "P":
    case "O":
    case "L":
    case "T":
      return loaders.entityById.load(id);
    case "S":
      return loaders.sourceById.load(id);
    case "C":
      return loaders.sectionById.load(id);
    case "W":
      return loaders.authorById.load(id);
    case "V": {
      const place = parseRevisionId(id);
      return place && revisionOf(context, place.articleId, place.hash);
    }
    case "D":
      return loaders.groupById.load(id);
    case "Y":
      return loaders.storyById.load(id);
    case "R":
      return loaders.roleById.load(id);
  }
  const part = parsePartId(id);
  const article = part === null ? null : await loaders.articleById.load(part.articleId);
  if (part === null || article === null) return null;
  const place = placeKey(article.key, part.ordinal);
  if (part.start === null) {
    const paragraph = await loaders.paragraphByPlace.load(place);
    return paragraph && toParagraph(paragraph);
  }
  if (id.startsWith("Q")) {
    const quotation = await loaders.quotationByPlace.load(`${place}.${part.start}`);
    return quotation && toQuotation(quotation);
  }
  const mention = (await loaders.mentionsByPlace.load(place)).find((row) => row.startOffset === part.start);
  return mention ? toMention(mention) : null;
}
