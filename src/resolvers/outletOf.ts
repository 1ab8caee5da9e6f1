import { checkSource, type SourceContext } from "../ingestion/SourceContext.js";
import type { Context } from "../schema/Context.js";
import type { UserError } from "../schema/UserError.js";

/** The outlet that an input names by ID, slug or name; or what is wrong with it. */
export async function outletOf(
  { source: named, timeZone }: { source?: string | null; timeZone: string },
  { loaders }: Context,
): Promise<{ context: SourceContext | null } | UserError> {
  if (named == null) return { context: null };
  const known = (await loaders.sourceById.load(named)) ?? (await loaders.sourceBySlug.load(named));
  const { name, url, kind, language } = known ?? {
    name: named,
    url: null,
    kind: "PUBLISHER" as const,
    language: null,
  };
  try {
    return {
      context: checkSource({ name, url, kind, language, timeZone }, (reason) => new Error(reason)),
    };
  } catch (error) {
    const { message } = error as Error;
    return {
      code: "BAD_INPUT",
      message: `The outlet cannot be: ${message}.`,
      path: ["input", /zone/iu.test(message) ? "timeZone" : "source"],
      hint: "Give the ID, slug or name of an outlet, and an IANA time zone such as Europe/Athens.",
    };
  }
}
