import { Arg, Ctx, Query, Resolver } from "type-graphql";
import type { AnnotatedMention } from "../annotation/types.js";
import { EntityKind } from "../entities/enums.js";
import { LanguageTag } from "../entities/scalars.js";
import { MitosError } from "../errors.js";
import { clearWinner } from "../graph/names.js";
import { AnnotationResult, Reconciliation } from "../schema/annotationResults.js";
import type { Context } from "../schema/Context.js";
import { linkCandidates, linkExplanation } from "./linkCandidates.js";

const MAX_TEXT = 100_000;
const MAX_CONTEXT = 10_000;
const MAX_CANDIDATES = 5;
const QUOTE_CONTEXT = 32;
/** Articles that a candidate shares with the context, on a scale of twos, until more say nothing more. */
const MANY_SHARED = 5;
const CONTEXT_WEIGHT = 0.25;

/** Texts and names from outside the archive. */
@Resolver()
export class AnnotationResolver {
  @Query(() => AnnotationResult, {
    description: `Names and speech in a text of at most ${MAX_TEXT} UTF-16 units, found as in an article. Nothing is kept.`,
  })
  async annotate(
    @Arg("text", () => String, { description: "The text; its lines are paragraphs." }) text: string,
    @Arg("language", () => LanguageTag, {
      nullable: true,
      description: "Its language; found out if not given.",
    })
    language: string | null,
    @Ctx() context: Context,
  ): Promise<AnnotationResult> {
    refuseLong("text", text, MAX_TEXT);
    const found = context.annotateText(text, language ?? null);
    const slugs = [...new Set(found.mentions.flatMap(({ entity }) => entity ?? []))];
    const entities = await Promise.all(slugs.map((slug) => context.loaders.entityBySlug.load(slug)));
    const bySlug = new Map(slugs.map((slug, index) => [slug, entities[index] ?? null]));
    const entityOf = (mention: AnnotatedMention | undefined) => bySlug.get(mention?.entity ?? "") ?? null;
    return {
      language: found.language,
      entities: entities.filter((entity) => entity !== null),
      mentions: found.mentions.map((mention) => ({
        quote: {
          exact: mention.surface,
          prefix: text.slice(Math.max(0, mention.start - QUOTE_CONTEXT), mention.start).toWellFormed(),
          suffix: text.slice(mention.end, mention.end + QUOTE_CONTEXT).toWellFormed(),
        },
        position: { start: mention.start, end: mention.end, unit: "UTF16" },
        mentionKind: mention.kind,
        kind: mention.type,
        entity: entityOf(mention),
        confidence: mention.nerConfidence * (mention.linkConfidence ?? 1),
        candidates: () => linkCandidates(context, mention.candidates, mention.entity),
        explanation: () => linkExplanation(context, mention, "en"),
      })),
      quotations: found.quotations.map(({ start, end, speaker }) => ({
        text: text.slice(start, end),
        position: { start, end, unit: "UTF16" },
        speaker: speaker === null ? null : entityOf(found.mentions[speaker]),
        speakerText: speaker === null ? null : (found.mentions[speaker]?.surface ?? null),
      })),
    };
  }

  @Query(() => [Reconciliation], {
    description:
      "What each name of a list means, in any script and case ending, for matching lists with the graph.",
  })
  async reconcile(
    @Arg("names", () => [String], { description: "The names." }) names: string[],
    @Arg("kinds", () => [EntityKind], { nullable: true, description: "Only these kinds of thing." })
    kinds: EntityKind[] | null,
    @Arg("context", () => String, {
      nullable: true,
      description: "A text that the names belong to: what is often mentioned with its entities fits better.",
    })
    text: string | null,
    @Ctx() context: Context,
  ): Promise<Reconciliation[]> {
    const { loaders, config } = context;
    if (names.length > config.maxPageSize) {
      throw new MitosError(
        "BAD_INPUT",
        `${names.length} names were asked for.`,
        `Ask for at most ${config.maxPageSize} at once.`,
      );
    }
    refuseLong("context", text ?? "", MAX_CONTEXT);
    const matches = await Promise.all(names.map((name) => loaders.entitiesByName.load(name, kinds ?? null)));
    const shared = await sharedWithContext(
      context,
      matches.flat().map(({ entity }) => entity.key),
      text ?? "",
    );
    return names.map((query, index) => {
      const scored = (matches[index] ?? [])
        .map((match) => {
          const value = Math.min(1, Math.log2(1 + (shared.get(match.entity.key) ?? 0)) / MANY_SHARED);
          return { ...match, value, score: Math.min(1, match.score + CONTEXT_WEIGHT * value) };
        })
        .sort((a, b) => b.score - a.score || a.entity.key - b.entity.key);
      const winner = clearWinner(scored);
      return {
        query,
        ambiguous: scored.length > 1 && winner === null,
        candidates: scored.slice(0, MAX_CANDIDATES).map(({ entity, score, value }) => ({
          entity,
          score,
          features: [
            { name: "name", value: score - CONTEXT_WEIGHT * value, weight: 1 },
            { name: "context", value, weight: CONTEXT_WEIGHT },
          ],
          chosen: entity === winner?.entity,
        })),
      };
    });
  }
}

/** Articles that entities share with those of a text. */
async function sharedWithContext(
  { loaders, annotateText }: Context,
  keys: readonly number[],
  text: string,
): Promise<Map<number, number>> {
  if (text === "" || keys.length === 0) return new Map();
  const slugs = [...new Set(annotateText(text, null).mentions.flatMap(({ entity }) => entity ?? []))];
  const entities = await Promise.all(slugs.map((slug) => loaders.entityBySlug.load(slug)));
  const others = entities.flatMap((entity) => (entity === null ? [] : [entity.key]));
  const wanted = [...new Set(keys)];
  const counts = await loaders.sharedArticles(wanted, others);
  return new Map(wanted.map((key, index) => [key, counts[index] ?? 0]));
}

function refuseLong(argument: string, text: string, most: number): void {
  if (text.length <= most) return;
  throw new MitosError(
    "BAD_INPUT",
    `${argument} has ${text.length} UTF-16 units; ${most} are allowed.`,
    "Send it in pieces, or take it in as an article.",
  );
}
