import { GraphQLDateTime } from "graphql-scalars";
import { Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { EntityName } from "../entities/EntityName.js";
import { Evidence } from "../schema/connections.js";
import type { Context } from "../schema/Context.js";

/** How often a name was seen. */
@Resolver(() => EntityName)
export class EntityNameResolver {
  @FieldResolver(() => Int, {
    description:
      "Mentions of the entity with exactly this text: length of its `mentions(filter: {surface})`.",
  })
  async occurrences(@Root() { entityKey, value }: EntityName, @Ctx() { loaders }: Context): Promise<number> {
    return (await loaders.occurrences.load({ entityKey, value }, null)).count;
  }

  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description: "Publication time of the oldest dated article with a mention of exactly this text.",
  })
  async firstSeen(
    @Root() { entityKey, value }: EntityName,
    @Ctx() { loaders }: Context,
  ): Promise<number | null> {
    return (await loaders.occurrences.load({ entityKey, value }, null)).firstSeen;
  }

  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description: "Publication time of the newest dated article with a mention of exactly this text.",
  })
  async lastSeen(
    @Root() { entityKey, value }: EntityName,
    @Ctx() { loaders }: Context,
  ): Promise<number | null> {
    return (await loaders.occurrences.load({ entityKey, value }, null)).lastSeen;
  }

  @FieldResolver(() => Evidence, {
    nullable: true,
    description: "The newest sentence with exactly this text.",
  })
  async example(
    @Root() { entityKey, value }: EntityName,
    @Ctx() { loaders }: Context,
  ): Promise<Evidence | null> {
    const place = await loaders.surfaceExamples.load({ entityKey, value }, null);
    return place && { ...place, entityKeys: [entityKey], within: "SENTENCE" };
  }
}
