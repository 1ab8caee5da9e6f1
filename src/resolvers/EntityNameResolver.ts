import { Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { EntityName } from "../entities/EntityName.js";
import type { Context } from "../schema/Context.js";

/** How often a name was seen. */
@Resolver(() => EntityName)
export class EntityNameResolver {
  @FieldResolver(() => Int, {
    description:
      "Mentions of the entity with exactly this text: length of its `mentions(filter: {surface})`.",
  })
  occurrences(@Root() { entityKey, value }: EntityName, @Ctx() { loaders }: Context): Promise<number> {
    return loaders.occurrences.load({ entityKey, value }, null);
  }
}
