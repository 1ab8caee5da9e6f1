import { GraphQLDate } from "graphql-scalars";
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Person } from "../entities/Entity.js";
import { LanguageTag } from "../entities/scalars.js";
import { localized } from "../graph/localizedName.js";
import { ForwardPaging } from "../schema/connection.js";
import { RoleConnection } from "../schema/connections.js";
import type { Context } from "../schema/Context.js";
import { roleConnection } from "./lists.js";

/** What `asOf` of a list of roles means. */
export const AS_OF = "Only roles that articles name both on or before and on or after this day (UTC).";

/** What only people have. */
@Resolver(() => Person)
export class PersonResolver {
  @FieldResolver(() => String, { nullable: true, description: "Given name in a language; default English." })
  givenName(
    @Root() { givenNames }: Person,
    @Arg("lang", () => LanguageTag, { nullable: true, description: "Language wanted." }) lang: string | null,
  ): string | null {
    return partOf(givenNames, lang);
  }

  @FieldResolver(() => String, { nullable: true, description: "Family name in a language; default English." })
  familyName(
    @Root() { familyNames }: Person,
    @Arg("lang", () => LanguageTag, { nullable: true, description: "Language wanted." }) lang: string | null,
  ): string | null {
    return partOf(familyNames, lang);
  }

  @FieldResolver(() => RoleConnection, {
    description: "Offices and occupations that articles give the person, the one seen last first.",
  })
  roles(
    @Root() { key }: Person,
    @Arg("asOf", () => GraphQLDate, { nullable: true, description: AS_OF }) asOf: Date | null,
    @Args(() => ForwardPaging) paging: ForwardPaging,
    @Ctx() context: Context,
  ): Promise<RoleConnection> {
    return roleConnection(context, "HOLDER", key, asOf, paging);
  }
}

function partOf(names: string | null, lang: string | null): string | null {
  return names === null ? null : localized(JSON.parse(names) as Record<string, string>, lang ?? "en");
}
