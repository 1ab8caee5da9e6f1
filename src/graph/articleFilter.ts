import type { Sql } from "../db/Sql.js";
import type { ArticlePart } from "../entities/enums.js";
import { MitosError } from "../errors.js";
import { dateConditions, type DateRange } from "./dateRange.js";
import type { Condition } from "./list.js";
import { readSearchQuery, searchCondition, type SearchQuery } from "./search.js";

/** Where two entities must stand together. */
export type Proximity = "SENTENCE" | "PARAGRAPH" | "ARTICLE";

/** What becomes of articles that have the text of another. */
export type DuplicateMode = "COLLAPSE" | "INCLUDE" | "ORIGINALS_ONLY" | "COPIES_ONLY";

/** Which entities an article must mention; values are global IDs or slugs. */
export interface EntityPredicate {
  all?: readonly string[] | null;
  any?: readonly string[] | null;
  none?: readonly string[] | null;
  /** The `all` entities must stand together here. */
  within?: Proximity | null;
  parts?: readonly ArticlePart[] | null;
  minSalience?: number | null;
}

/** Which articles; all given conditions hold together. */
export interface ArticleFilter {
  /** Words and names as typed, or as they were read. */
  q?: string | SearchQuery | null;
  ids?: readonly string[] | null;
  sources?: readonly string[] | null;
  sections?: readonly string[] | null;
  languages?: readonly string[] | null;
  authors?: readonly string[] | null;
  infoSources?: readonly string[] | null;
  published?: DateRange | null;
  modified?: DateRange | null;
  ingested?: DateRange | null;
  mentions?: EntityPredicate | null;
  about?: EntityPredicate | null;
  isStub?: boolean | null;
  /** IDs or slugs. */
  stories?: readonly string[] | null;
  /** Whether other articles tell of the same event. */
  hasStory?: boolean | null;
  /** What becomes of articles with the text of another. `COLLAPSE`, also if not given, is for lists, which leave them out. */
  duplicates?: DuplicateMode | null;
  and?: readonly ArticleFilter[] | null;
  or?: readonly ArticleFilter[] | null;
  not?: ArticleFilter | null;
}

/** SQL grows with each condition, and both databases bound how deep an expression may be. */
const MAX_CONDITIONS = 100;
const MAX_TOGETHER = 8;

/**
 * Conditions on table alias `a` (article) that the filter means.
 * @param sortDate column with the article's sort date that the list's index knows
 * @throws MitosError BAD_INPUT for a filter that asks for nothing, or for too much
 */
export async function articleConditions(
  sql: Sql,
  filter: ArticleFilter | null | undefined,
  sortDate = "a.sort_date",
): Promise<Condition[]> {
  if (!filter) return [];
  const size = sizeOf(filter);
  if (size > MAX_CONDITIONS) {
    throw new MitosError(
      "BAD_INPUT",
      `The article filter has ${size} conditions; ${MAX_CONDITIONS} are allowed.`,
      "Give fewer filters in and, or and not, and fewer entities in all.",
    );
  }
  return conditionsOf(sql, filter, sortDate);
}

function sizeOf(filter: ArticleFilter): number {
  const inner = [...(filter.and ?? []), ...(filter.or ?? []), ...(filter.not == null ? [] : [filter.not])];
  const entities = (filter.mentions?.all?.length ?? 0) + (filter.about?.all?.length ?? 0);
  return inner.reduce((size, other) => size + sizeOf(other), 1 + entities);
}

async function conditionsOf(sql: Sql, filter: ArticleFilter, sortDate: string): Promise<Condition[]> {
  const conditions: Condition[] = [];
  const oneOf = (text: string, values: readonly string[] | null | undefined): void => {
    if (values == null) return;
    const list = { list: values };
    conditions.push({ text, values: Array.from(text.matchAll(/\?/gu), () => list) });
  };
  if (filter.q != null) conditions.push(searchCondition(sql, await readSearchQuery(sql, filter.q)));
  oneOf(`${sql.anyOf("a.id")} OR ${sql.anyOf("a.slug")}`, filter.ids);
  oneOf(
    `a.source_key IN (SELECT key FROM source WHERE ${sql.anyOf("id")} OR ${sql.anyOf("slug")})`,
    filter.sources,
  );
  oneOf(`a.section_key IN (SELECT key FROM section WHERE ${sql.anyOf("id")})`, filter.sections);
  oneOf(sql.anyOf("a.in_language"), filter.languages);
  oneOf(
    `a.key IN (SELECT aa.article_key FROM article_author aa JOIN author w ON w.key = aa.author_key WHERE ${sql.anyOf("w.id")})`,
    filter.authors,
  );
  oneOf(
    `a.key IN (SELECT c.article_key FROM info_source_credit c JOIN source s ON s.key = c.source_key WHERE ${sql.anyOf("s.id")} OR ${sql.anyOf("s.slug")} OR ${sql.anyOf("s.name")})`,
    filter.infoSources,
  );
  conditions.push(...dateConditions(sortDate, filter.published));
  conditions.push(...dateConditions("coalesce(a.date_modified, a.changed_at, a.sort_date)", filter.modified));
  conditions.push(...dateConditions("a.ingested_at", filter.ingested));
  if (filter.isStub != null) conditions.push({ text: "a.is_stub = ?", values: [filter.isStub] });
  oneOf(
    `a.key IN (SELECT y.article_key FROM story t JOIN story_article y ON y.story_key = coalesce(t.redirect_key, t.key) WHERE ${sql.anyOf("t.id")} OR ${sql.anyOf("t.slug")})`,
    filter.stories,
  );
  if (filter.duplicates === "ORIGINALS_ONLY" || filter.duplicates === "COPIES_ONLY") {
    const isCopy = "EXISTS (SELECT 1 FROM duplicate d WHERE d.article_key = a.key AND d.rank > 0)";
    conditions.push({ text: filter.duplicates === "COPIES_ONLY" ? isCopy : `NOT ${isCopy}`, values: [] });
  }
  if (filter.hasStory != null) {
    const told = `EXISTS (SELECT 1 FROM story_article y JOIN story t ON t.key = y.story_key WHERE y.article_key = a.key AND t.article_count > 1)`;
    conditions.push({ text: filter.hasStory ? told : `NOT ${told}`, values: [] });
  }
  conditions.push(...entityConditions(sql, filter.mentions, "mentions"));
  conditions.push(...entityConditions(sql, filter.about, "about"));
  for (const inner of filter.and ?? []) conditions.push(...(await conditionsOf(sql, inner, sortDate)));
  if (filter.or != null) {
    const branches = await Promise.all(filter.or.map((inner) => conditionsOf(sql, inner, sortDate)));
    conditions.push({
      text: branches.map((branch) => joined(branch)).join(" OR ") || "1 = 0",
      values: branches.flat().flatMap(({ values }) => values),
    });
  }
  if (filter.not != null) {
    const inner = await conditionsOf(sql, filter.not, sortDate);
    // What is unknown of an article, such as its source, does not fit the inner filter.
    conditions.push({
      text: `NOT coalesce((${joined(inner)}), false)`,
      values: inner.flatMap(({ values }) => values),
    });
  }
  return conditions;
}

/** True when a condition looks at the article itself (alias `a`), not only at a row that points to it. */
export function readsArticle(conditions: readonly Condition[]): boolean {
  return conditions.some(({ text }) => /\ba\./u.test(text));
}

function joined(conditions: readonly Condition[]): string {
  return conditions.length === 0 ? "1 = 1" : conditions.map(({ text }) => `(${text})`).join(" AND ");
}

/** Sub-select of the keys of entities named by global ID or slug; takes the same list twice. */
export function entityKeys(sql: Sql): string {
  return `(SELECT key FROM entity WHERE ${sql.anyOf("id")} OR ${sql.anyOf("slug")})`;
}

function entityConditions(
  sql: Sql,
  predicate: EntityPredicate | null | undefined,
  field: "mentions" | "about",
): Condition[] {
  if (!predicate) return [];
  refuseEmpty(predicate, field);
  const extra: Condition[] = [];
  if (field === "about") extra.push({ text: "ae.is_main = ?", values: [true] });
  if (predicate.minSalience != null)
    extra.push({ text: "ae.salience >= ?", values: [predicate.minSalience] });
  if (predicate.parts != null) {
    extra.push({
      text: `EXISTS (SELECT 1 FROM mention pm WHERE pm.article_key = ae.article_key AND pm.entity_key = ae.entity_key AND ${sql.anyOf("pm.part")})`,
      values: [{ list: predicate.parts }],
    });
  }
  const mentioned = (values: readonly string[]): Condition => ({
    text: `a.key IN (SELECT ae.article_key FROM article_entity ae WHERE ae.entity_key IN ${entityKeys(sql)}${extra.map(({ text }) => ` AND ${text}`).join("")})`,
    values: [{ list: values }, { list: values }, ...extra.flatMap((condition) => condition.values)],
  });
  const conditions: Condition[] = [];
  if (predicate.all != null) {
    conditions.push(...predicate.all.map((value) => mentioned([value])));
    if (predicate.all.length > 1 && predicate.within != null && predicate.within !== "ARTICLE") {
      conditions.push(together(sql, predicate.all, predicate.within, predicate.parts ?? null));
    }
  }
  if (predicate.any != null) conditions.push(mentioned(predicate.any));
  if (predicate.none != null) {
    const { text, values } = mentioned(predicate.none);
    conditions.push({ text: `NOT (${text})`, values });
  }
  return conditions;
}

/** What narrows entities down needs entities: alone it would let everything through. */
function refuseEmpty({ all, any, none, parts, minSalience, within }: EntityPredicate, field: string): void {
  const isNarrowed = parts != null || minSalience != null;
  if (isNarrowed && all == null && any == null && none == null) {
    throw new MitosError(
      "BAD_INPUT",
      `filter.${field} names no entity.`,
      "Give all, any or none beside parts and minSalience.",
    );
  }
  if (within != null && within !== "ARTICLE" && (all?.length ?? 0) < 2) {
    throw new MitosError(
      "BAD_INPUT",
      `filter.${field}.within is about the entities of all, and all has fewer than two.`,
      "Put the entities that must stand together into all.",
    );
  }
}

function together(
  sql: Sql,
  all: readonly string[],
  within: "SENTENCE" | "PARAGRAPH",
  parts: readonly ArticlePart[] | null,
): Condition {
  if (all.length > MAX_TOGETHER) {
    throw new MitosError(
      "BAD_INPUT",
      `${all.length} entities were asked to stand together; ${MAX_TOGETHER} are allowed.`,
      "Give fewer in all, or within: ARTICLE.",
    );
  }
  const sameSentence = within === "SENTENCE" ? " AND n.sentence_index = m.sentence_index" : "";
  const inParts = parts === null ? "" : ` AND ${sql.anyOf("m.part")}`;
  const others = all
    .slice(1)
    .map(
      () =>
        ` AND EXISTS (SELECT 1 FROM mention n WHERE n.article_key = m.article_key AND n.ordinal = m.ordinal${sameSentence} AND n.entity_key IN ${entityKeys(sql)})`,
    );
  return {
    text: `EXISTS (SELECT 1 FROM mention m WHERE m.article_key = a.key AND m.entity_key IN ${entityKeys(sql)}${others.join("")}${inParts})`,
    values: [
      ...all.flatMap((value) => [{ list: [value] }, { list: [value] }]),
      ...(parts === null ? [] : [{ list: parts }]),
    ],
  };
}
