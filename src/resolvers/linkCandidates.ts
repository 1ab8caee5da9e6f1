import type { Candidate, LinkReason } from "../annotation/types.js";
import { localizedName } from "../graph/localizedName.js";
import type { LinkCandidate } from "../schema/annotationResults.js";
import type { Context } from "../schema/Context.js";
import { explainLink } from "./explainLink.js";

/** The candidates of a link with their entities; one that the graph does not hold (any more) falls away. */
export async function linkCandidates(
  { loaders }: Context,
  candidates: readonly Candidate[],
  chosen: string | null,
): Promise<LinkCandidate[]> {
  const entities = await Promise.all(candidates.map(({ entity }) => loaders.entityBySlug.load(entity)));
  return candidates.flatMap(({ entity: slug, score, features }, index) => {
    const entity = entities[index];
    return entity == null ? [] : [{ entity, score, features, chosen: slug === chosen }];
  });
}

/** Why a name is linked or not, in words. `entity` is the slug of the linked entity, null when there is none. */
export async function linkExplanation(
  context: Context,
  link: {
    surface: string;
    reason: LinkReason | null;
    entity: string | null;
    candidates: readonly Candidate[];
  },
  language: string | null,
): Promise<string> {
  const entity = link.entity === null ? null : await context.loaders.entityBySlug.load(link.entity);
  const candidates = await linkCandidates(context, link.candidates, link.entity);
  const nameOf = (each: Parameters<typeof localizedName>[0]): string => localizedName(each, language, null);
  return explainLink(
    {
      surface: link.surface,
      reason: link.reason,
      entity: entity && nameOf(entity),
      candidates: candidates.map((each) => ({ ...each, name: nameOf(each.entity) })),
    },
    language,
  );
}
