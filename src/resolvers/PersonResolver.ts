import { Arg, FieldResolver, Resolver, Root } from "type-graphql";
import { Person } from "../entities/Entity.js";
import { LanguageTag } from "../entities/scalars.js";
import { localized } from "../graph/localizedName.js";

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
}

function partOf(names: string | null, lang: string | null): string | null {
  return names === null ? null : localized(JSON.parse(names) as Record<string, string>, lang ?? "en");
}
