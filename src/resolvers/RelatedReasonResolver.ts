import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Entity } from "../entities/Entity.js";
import { LanguageTag } from "../entities/scalars.js";
import { localizedName } from "../graph/localizedName.js";
import { RelatedReason } from "../schema/connections.js";
import type { Context } from "../schema/Context.js";

type Words = Record<RelatedReason["kind"], string>;

const english: Words = {
  SHARED_ENTITIES: "Both are about",
  TEXT_SIMILARITY: "Their words are alike",
  LINKED_IN_SOURCE: "One page links to the other",
  SHARED_STORY: "Both tell of the same event",
  NEAR_DUPLICATE: "They say nearly word for word the same",
  FOLLOWS: "It goes on with what the other told",
};
const greek: Words = {
  SHARED_ENTITIES: "Αφορούν και τα δύο",
  TEXT_SIMILARITY: "Το λεξιλόγιό τους μοιάζει",
  LINKED_IN_SOURCE: "Η μία σελίδα παραπέμπει στην άλλη",
  SHARED_STORY: "Αφορούν το ίδιο γεγονός",
  NEAR_DUPLICATE: "Λένε σχεδόν λέξη προς λέξη τα ίδια",
  FOLLOWS: "Συνεχίζει όσα έγραψε το άλλο",
};

/** Why two articles are related, in entities and in words. */
@Resolver(() => RelatedReason)
export class RelatedReasonResolver {
  @FieldResolver(() => [Entity], { description: "What both are about, the rarest first; at most five." })
  async sharedEntities(@Root() reason: RelatedReason, @Ctx() { loaders }: Context): Promise<Entity[]> {
    const entities = await Promise.all(reason.entityKeys.map((key) => loaders.entityByKey.load(key)));
    return entities.filter((entity) => entity !== null);
  }

  @FieldResolver(() => String, {
    description: "One sentence, in Greek (`el`) or English (any other language).",
  })
  async explanation(
    @Root() reason: RelatedReason,
    @Arg("lang", () => LanguageTag, { nullable: true, description: "Language wanted." }) lang: string | null,
    @Ctx() context: Context,
  ): Promise<string> {
    const isGreek = lang?.split("-")[0] === "el";
    const words = (isGreek ? greek : english)[reason.kind];
    const entities = await this.sharedEntities(reason, context);
    if (entities.length === 0) return `${words}.`;
    return `${words}: ${entities.map((entity) => localizedName(entity, isGreek ? "el" : "en")).join(", ")}.`;
  }
}
