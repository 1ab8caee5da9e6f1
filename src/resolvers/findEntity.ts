import type { Entity } from "../entities/Entity.js";
import type { EntityKind } from "../entities/enums.js";
import { MitosError } from "../errors.js";
import { localizedName } from "../graph/localizedName.js";
import { clearWinner } from "../graph/names.js";
import type { Context } from "../schema/Context.js";

/** How a caller names one entity; exactly one is given. */
export interface EntityReference {
  id?: string | null;
  slug?: string | null;
  name?: string | null;
}

/**
 * One entity by ID, slug or any of its names; null when there is none of this kind.
 * @throws MitosError BAD_INPUT unless exactly one reference is given, AMBIGUOUS_NAME with the candidates when a name
 *   fits several entities about equally well
 */
export async function findEntity(
  { loaders }: Context,
  kind: EntityKind | null,
  { id, slug, name }: EntityReference,
): Promise<Entity | null> {
  if ([id, slug, name].filter((value) => value != null).length !== 1) {
    throw new MitosError("BAD_INPUT", "Give exactly one of id, slug and name.");
  }
  if (name != null) return findByName(loaders, kind, name);
  const entity = await (id != null ? loaders.entityById.load(id) : loaders.entityBySlug.load(slug ?? ""));
  return entity !== null && (kind === null || entity.kind === kind) ? entity : null;
}

async function findByName(
  loaders: Context["loaders"],
  kind: EntityKind | null,
  name: string,
): Promise<Entity | null> {
  const matches = await loaders.entitiesByName.load(name, kind === null ? null : [kind]);
  const winner = clearWinner(matches);
  if (winner !== null || matches.length === 0) return winner?.entity ?? null;
  throw new MitosError(
    "AMBIGUOUS_NAME",
    `"${name}" fits ${matches.length} entities.`,
    "Ask for one of the candidates by its id.",
    {
      candidates: matches.slice(0, 10).map(({ entity, score }) => ({
        id: entity.id,
        slug: entity.slug,
        kind: entity.kind,
        name: localizedName(entity, null),
        score,
      })),
    },
  );
}

/**
 * One entity by ID or slug.
 * @throws MitosError BAD_INPUT when there is none
 */
export async function entityByReference({ loaders }: Context, reference: string): Promise<Entity> {
  const entity = (await loaders.entityById.load(reference)) ?? (await loaders.entityBySlug.load(reference));
  if (entity === null) {
    throw new MitosError(
      "BAD_INPUT",
      `There is no entity "${reference}".`,
      "Give an entity's id or slug; suggest and search find them.",
    );
  }
  return entity;
}
