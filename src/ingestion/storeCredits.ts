import { insertRows } from "../db/rows.js";
import type { Sql } from "../db/Sql.js";
import { ArticleAuthor } from "../entities/ArticleAuthor.js";
import { Author } from "../entities/Author.js";
import type { SourceKind } from "../entities/enums.js";
import { globalId } from "../entities/globalId.js";
import { Image } from "../entities/Image.js";
import { InfoSourceCredit } from "../entities/InfoSourceCredit.js";
import { Section } from "../entities/Section.js";
import { Source } from "../entities/Source.js";
import { nameKey, slugify, uniqueSlug } from "./identity.js";
import type { PageAuthor, PageImage, PageInfoSource } from "./Page.js";
import type { PageSource } from "./SourceContext.js";

interface KnownSource {
  key: number;
  name: string;
  kind: SourceKind;
  url: string | null;
  language: string | null;
}

/**
 * Key of the source of a page, made or completed when needed. A source is known by its folded name; what its folder
 * says of it counts more than what a page says, and that more than a credit of its name.
 */
export async function storeSource(sql: Sql, source: PageSource): Promise<number> {
  const known = await findSource(sql, source.name);
  if (known === null) return insertSource(sql, { ...source, kind: source.kind ?? "PUBLISHER" });
  const isOnlyCredited = known.kind === "AGENCY" && known.url === null && known.language === null;
  const { key, ...old } = known;
  const wanted =
    source.kind !== null || isOnlyCredited
      ? {
          name: source.name,
          kind: source.kind ?? "PUBLISHER",
          url: source.url ?? old.url,
          language: source.language ?? old.language,
        }
      : { ...old, url: old.url ?? source.url };
  if (JSON.stringify(wanted) !== JSON.stringify(old)) {
    await sql.all("UPDATE source SET name = ?, kind = ?, url = ?, language = ? WHERE key = ?", [
      wanted.name,
      wanted.kind,
      wanted.url,
      wanted.language,
      key,
    ]);
  }
  return key;
}

function findSource(sql: Sql, name: string): Promise<KnownSource | null> {
  return sql.first<KnownSource>("SELECT key, name, kind, url, language FROM source WHERE identity = ?", [
    nameKey(name),
  ]);
}

async function insertSource(
  sql: Sql,
  { name, kind, url, language }: Omit<KnownSource, "key">,
): Promise<number> {
  const identity = nameKey(name);
  const id = globalId("S", identity);
  const readable = slugify(name);
  const taken = await sql.first("SELECT 1 AS taken FROM source WHERE slug = ?", [readable]);
  const slug = taken ? uniqueSlug(readable, id) : readable;
  return inserted(
    await insertRows<{ key: number }>(
      sql,
      Source,
      [{ id, identity, slug, name, kind, url, language }],
      "",
      "key",
    ),
  );
}

/** Key of a section of a source, made when needed. */
export async function storeSection(sql: Sql, name: string, sourceKey: number | null): Promise<number> {
  const identity = nameKey(name);
  const owner = sourceKey ?? 0;
  const known = await sql.first<{ key: number }>(
    "SELECT key FROM section WHERE source_key = ? AND identity = ?",
    [owner, identity],
  );
  if (known) return known.key;
  const sourceId = await sql.first<{ id: string }>("SELECT id FROM source WHERE key = ?", [owner]);
  const id = globalId("C", `${sourceId?.id ?? ""}|${identity}`);
  return inserted(
    await insertRows<{ key: number }>(sql, Section, [{ id, name, identity, sourceKey: owner }], "", "key"),
  );
}

/** Stores the authors of an article in place of those that it had; a new one has none. */
export async function storeAuthors(
  sql: Sql,
  articleKey: number,
  authors: readonly PageAuthor[],
  isNew = false,
): Promise<void> {
  if (!isNew) await sql.all("DELETE FROM article_author WHERE article_key = ?", [articleKey]);
  const rows: ArticleAuthor[] = [];
  for (const [position, author] of authors.entries()) {
    const identity = nameKey(author.name);
    const known =
      (await sql.first<{ key: number }>("SELECT key FROM author WHERE identity = ?", [identity]))?.key ??
      inserted(
        await insertRows<{ key: number }>(
          sql,
          Author,
          [{ id: globalId("W", identity), name: author.name, identity, kind: author.kind }],
          "",
          "key",
        ),
      );
    rows.push({ articleKey, position, authorKey: known });
  }
  await insertRows(sql, ArticleAuthor, rows);
}

/** Stores the agencies that an article credits in place of those that it had; a new one has none. */
export async function storeCredits(
  sql: Sql,
  articleKey: number,
  credits: readonly PageInfoSource[],
  isNew = false,
): Promise<void> {
  if (!isNew) await sql.all("DELETE FROM info_source_credit WHERE article_key = ?", [articleKey]);
  const rows: InfoSourceCredit[] = [];
  for (const [position, { name, role, evidence }] of credits.entries()) {
    const credited = { name, kind: "AGENCY" as const, url: null, language: null };
    const sourceKey = (await findSource(sql, name))?.key ?? (await insertSource(sql, credited));
    rows.push({ articleKey, position, sourceKey, role, evidence });
  }
  await insertRows(sql, InfoSourceCredit, rows);
}

/** Stores the pictures of an article in place of those that it had; a new one has none. */
export async function storeImages(
  sql: Sql,
  articleKey: number,
  images: readonly PageImage[],
  isNew = false,
): Promise<void> {
  if (!isNew) await sql.all("DELETE FROM image WHERE article_key = ?", [articleKey]);
  await insertRows(
    sql,
    Image,
    images.map((image, position) => ({
      articleKey,
      position,
      url: image.url,
      caption: image.caption,
      creditText: image.creditText,
      altText: image.altText,
      width: image.width,
      height: image.height,
    })),
  );
}

function inserted(rows: { key: number }[]): number {
  const [row] = rows;
  if (!row) throw new Error("The row was not inserted");
  return row.key;
}
