import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { Article } from "../entities/Article.js";
import { Entity } from "../entities/Entity.js";
import type { ArticlePart } from "../entities/enums.js";
import { revisionId } from "../entities/globalId.js";
import { MitosError } from "../errors.js";
import { readCursor, writeCursor } from "../graph/cursor.js";
import { revisionDiff } from "../graph/revisionDiff.js";
import { ForwardPaging, plainEdge, readPaging, toConnection } from "../schema/connection.js";
import type { Context } from "../schema/Context.js";
import {
  ArticleRevisionConnection,
  ArticleRevisionNode,
  Correction,
  RevisionDiff,
  RevisionMention,
  RevisionParagraph,
} from "../schema/revisions.js";

/** The versions of an article. */
@Resolver(() => Article)
export class ArticleRevisionsResolver {
  @FieldResolver(() => ArticleRevisionConnection, {
    description:
      "Its versions, the newest first: a page that was seen again with other content. One that came in another format is no version.",
  })
  async revisions(
    @Root() article: Article,
    @Args(() => ForwardPaging) paging: ForwardPaging,
    @Ctx() context: Context,
  ): Promise<ArticleRevisionConnection> {
    const { first, after } = readPaging(paging, context.config);
    const all = (await versionsOf(context, article)).reverse();
    // The cursor is the number of the last one seen.
    const seen = after === null ? Infinity : Number(readCursor(CURSOR, ["integer"], after)[0]);
    const rest = all.filter(({ number }) => number < seen);
    const items = rest
      .slice(0, first ?? 0)
      .map((row) => ({ row, cursor: writeCursor(CURSOR, [row.number]) }));
    const page = { items, hasNextPage: rest.length > items.length, hasPreviousPage: after !== null };
    return toConnection(page, () => Promise.resolve(all.length), plainEdge);
  }

  @FieldResolver(() => [Correction], {
    description: "Corrections as the page marks them: in its data, or in paragraphs that say so.",
  })
  corrections(@Root() { corrections }: Article): Correction[] {
    return (JSON.parse(corrections) as { text: string; time: number | null }[]).map(({ text, time }) => ({
      text,
      datePublished: time,
    }));
  }
}

/** A version and what changed in it. */
@Resolver(() => ArticleRevisionNode)
export class ArticleRevisionResolver {
  @FieldResolver(() => RevisionDiff, {
    description:
      "What changed since an older version: since the one before, if no number is given. Nothing for the oldest.",
  })
  async diff(
    @Root() revision: ArticleRevisionNode,
    @Arg("from", () => Int, { nullable: true, description: "Number of the older version." })
    from: number | null,
    @Ctx() context: Context,
  ): Promise<RevisionDiff> {
    const wanted = from ?? Math.max(1, revision.number - 1);
    if (wanted < 1 || wanted > revision.number)
      throw new MitosError(
        "BAD_INPUT",
        `from is ${wanted}.`,
        `Give 1 to ${revision.number}, the number of this version.`,
      );
    const article = await context.loaders.articleByKey.load(revision.articleKey);
    const older = article && (await versionsOf(context, article))[wanted - 1];
    const [before, after] = await Promise.all([
      contentOf(context, older ?? revision),
      contentOf(context, revision),
    ]);
    const entities = (content: Content): Set<string> =>
      new Set(content.mentions.flatMap(({ entityId }) => entityId ?? []));
    const [had, has] = [entities(before), entities(after)];
    return {
      headlineChanged: older !== undefined && older?.headline !== revision.headline,
      hunks: revisionDiff(before.texts, after.texts),
      addedIds: [...has].filter((id) => !had.has(id)),
      removedIds: [...had].filter((id) => !has.has(id)),
    };
  }

  @FieldResolver(() => [RevisionParagraph], {
    description: "Its texts in order: headline, lead, paragraphs and captions.",
  })
  async paragraphs(
    @Root() revision: ArticleRevisionNode,
    @Ctx() context: Context,
  ): Promise<RevisionParagraph[]> {
    return (await contentOf(context, revision)).texts;
  }

  @FieldResolver(() => [RevisionMention], {
    description: "Occurrences of names in its texts; their offsets hold for this version.",
  })
  async mentions(@Root() revision: ArticleRevisionNode, @Ctx() context: Context): Promise<RevisionMention[]> {
    return (await contentOf(context, revision)).mentions;
  }

  @FieldResolver(() => Article, { description: "The article, as it is now." })
  article(@Root() { articleKey }: ArticleRevisionNode, @Ctx() { loaders }: Context): Promise<Article | null> {
    return loaders.articleByKey.load(articleKey);
  }
}

/** Who came and who went between two versions. */
@Resolver(() => RevisionDiff)
export class RevisionDiffResolver {
  @FieldResolver(() => [Entity], { description: "Entities that only the newer version names." })
  entitiesAdded(@Root() { addedIds }: RevisionDiff, @Ctx() context: Context): Promise<Entity[]> {
    return entitiesOf(context, addedIds);
  }

  @FieldResolver(() => [Entity], {
    description: "Entities that only the older version names, and that the graph still knows.",
  })
  entitiesRemoved(@Root() { removedIds }: RevisionDiff, @Ctx() context: Context): Promise<Entity[]> {
    return entitiesOf(context, removedIds);
  }
}

/** The entity behind an occurrence. */
@Resolver(() => RevisionMention)
export class RevisionMentionResolver {
  @FieldResolver(() => Entity, { nullable: true, description: "Whom or what it means, if that is known." })
  async entity(@Root() { entityId }: RevisionMention, @Ctx() { loaders }: Context): Promise<Entity | null> {
    return entityId === null ? null : loaders.entityById.load(entityId);
  }
}

const CURSOR = "revisions";

interface Content {
  texts: RevisionParagraph[];
  mentions: RevisionMention[];
}

/** All versions of an article, the oldest first; none of a stub. */
async function versionsOf({ loaders }: Context, article: Article): Promise<ArticleRevisionNode[]> {
  if (article.isStub) return [];
  const { key, id, contentHash, ingestedAt, dateModified, headline } = article;
  const older = (await loaders.versionsByArticle.load(key)).map(({ modifiedAt, ...version }) => ({
    ...version,
    dateModified: modifiedAt,
    isCurrent: false,
  }));
  const current = {
    articleKey: key,
    contentHash,
    observedAt: ingestedAt,
    dateModified,
    headline,
    isCurrent: true,
  };
  return [...older, current].map((version, index) => ({
    ...version,
    number: index + 1,
    id: revisionId(id, version.contentHash),
  }));
}

/** A version by its article's ID and the start of its hash. */
export async function revisionOf(
  context: Context,
  articleId: string,
  hash: string,
): Promise<ArticleRevisionNode | null> {
  const article = await context.loaders.articleById.load(articleId);
  const versions = article === null ? [] : await versionsOf(context, article);
  return versions.find(({ contentHash }) => contentHash.startsWith(hash)) ?? null;
}

async function contentOf(
  { loaders }: Context,
  { articleKey, contentHash, isCurrent }: ArticleRevisionNode,
): Promise<Content> {
  if (isCurrent) {
    const [texts, mentions] = await Promise.all([
      loaders.textsByArticle.load(articleKey),
      loaders.currentMentions.load(articleKey),
    ]);
    return content(
      texts.map(({ part, text }) => ({ part, text })),
      mentions.map(({ ordinal, start, end, entity }) => [ordinal, start, end, entity]),
    );
  }
  const stored = await loaders.versionContent.load(`${articleKey} ${contentHash}`);
  const texts = JSON.parse(stored?.texts ?? "[]") as [ArticlePart, string][];
  return content(
    texts.map(([part, text]) => ({ part, text })),
    JSON.parse(stored?.mentions ?? "[]") as StoredMention[],
  );
}

type StoredMention = [ordinal: number, start: number, end: number, entity: string | null];

function content(texts: RevisionParagraph[], mentions: readonly StoredMention[]): Content {
  return {
    texts,
    mentions: mentions.map(([paragraph, start, end, entityId]) => ({
      paragraph,
      start,
      end,
      entityId,
      surface: texts[paragraph]?.text.slice(start, end) ?? "",
    })),
  };
}

async function entitiesOf({ loaders }: Context, ids: readonly string[]): Promise<Entity[]> {
  const entities = await Promise.all(ids.map((id) => loaders.entityById.load(id)));
  return entities.filter((entity) => entity !== null);
}
