import type { Sql } from "../db/Sql.js";

/** Rows that should not be: what they break, how many, and some of them in words. */
export interface GraphFault {
  check: string;
  count: number;
  examples: string[];
}

const EXAMPLES = 5;

/** Table, column and the table whose key it holds. */
const LINKS: readonly (readonly string[])[] = `
mention article_key article
mention entity_key entity
paragraph article_key article
article_entity article_key article
article_entity entity_key entity
co_mention article_key article
co_mention a_key entity
co_mention_total a_key entity
quotation article_key article
quotation speaker_key entity
role holder_key entity
role_mention role_key role
role_mention article_key article
related_article article_key article
related_article related_key article
related_link article_key article
related_link target_key article
article_vector article_key article
article_min_hash article_key article
article_revision article_key article
revision_entity article_key article
revision_entity entity_key entity
story_pending article_key article
story_article article_key article
story_article story_key story
story_entity story_key story
duplicate article_key article
duplicate group_key duplicate_group
duplicate_pair a_key article
duplicate_pair b_key article
story_entity entity_key entity
story_entity entered_with article
article source_key source
image article_key article
`
  .trim()
  .split("\n")
  .map((line) => line.split(" "));

function noRowBehind([table = "", column = "", target = ""]: readonly string[]): readonly [string, string] {
  return [
    `${table}.${column} leads to a row of ${target}`,
    `SELECT '${column} ' || x.${column} AS what FROM ${table} x WHERE x.${column} IS NOT NULL AND x.${column} <> 0 AND NOT EXISTS (SELECT 1 FROM ${target} t WHERE t.key = x.${column})`,
  ];
}

/** Queries for rows that break a rule; each gives one column `what`. */
const RULES: readonly (readonly [check: string, query: string])[] = [
  ...LINKS.map(noRowBehind),
  [
    "an entity's mentions are as many as it says",
    `SELECT e.slug || ': ' || e.mention_count AS what FROM entity e LEFT JOIN (SELECT entity_key, count(*) AS n FROM mention GROUP BY entity_key) m ON m.entity_key = e.key WHERE e.mention_count <> coalesce(m.n, 0)`,
  ],
  [
    "an entity's articles are as many as it says",
    `SELECT e.slug || ': ' || e.article_count AS what FROM entity e LEFT JOIN (SELECT entity_key, count(*) AS n FROM article_entity GROUP BY entity_key) m ON m.entity_key = e.key WHERE e.article_count <> coalesce(m.n, 0)`,
  ],
  [
    "an article's mentions of an entity are as many as it says",
    `SELECT x.article_key || ' ' || x.entity_key AS what FROM article_entity x LEFT JOIN (SELECT article_key, entity_key, count(*) AS n FROM mention GROUP BY article_key, entity_key) m ON m.article_key = x.article_key AND m.entity_key = x.entity_key WHERE x.mention_count <> coalesce(m.n, 0)`,
  ],
  [
    "a pair's totals are those of its articles",
    `SELECT t.a_key || ' ' || t.b_key AS what FROM co_mention_total t LEFT JOIN (SELECT a_key, b_key, count(*) AS n, sum(sentences) AS s, sum(paragraphs) AS p FROM co_mention GROUP BY a_key, b_key) c ON c.a_key = t.a_key AND c.b_key = t.b_key WHERE t.paragraph_articles <> coalesce(c.n, 0) OR t.sentences <> coalesce(c.s, 0) OR t.paragraphs <> coalesce(c.p, 0)`,
  ],
  [
    "a pair is counted from both sides",
    `SELECT a.a_key || ' ' || a.b_key AS what FROM co_mention_total a LEFT JOIN co_mention_total b ON b.a_key = a.b_key AND b.b_key = a.a_key WHERE b.paragraph_articles IS NULL OR b.paragraph_articles <> a.paragraph_articles`,
  ],
  [
    "a story's articles are as many as it says",
    `SELECT s.slug || ': ' || s.article_count AS what FROM story s LEFT JOIN (SELECT story_key, count(*) AS n FROM story_article GROUP BY story_key) m ON m.story_key = s.key WHERE s.article_count <> coalesce(m.n, 0) OR (s.redirect_key IS NOT NULL AND m.n IS NOT NULL) OR (s.redirect_key IS NULL AND m.n IS NULL)`,
  ],
  [
    "articles with one text are two or more, the first of them the original",
    `SELECT g.id AS what FROM duplicate_group g LEFT JOIN duplicate d ON d.group_key = g.key GROUP BY g.key, g.id, g.original_key, g.redirect_key HAVING (g.redirect_key IS NULL AND (count(d.article_key) < 2 OR coalesce(min(CASE WHEN d.rank = 0 THEN d.article_key END), 0) <> g.original_key)) OR (g.redirect_key IS NOT NULL AND count(d.article_key) > 0)`,
  ],
  [
    "a role's articles are as many as it says",
    `SELECT r.id || ': ' || r.article_count AS what FROM role r LEFT JOIN (SELECT role_key, count(DISTINCT article_key) AS n FROM role_mention GROUP BY role_key) m ON m.role_key = r.key WHERE r.article_count <> coalesce(m.n, 0)`,
  ],
];

/** Rows that break the rules of the graph; none in a sound one. Reads whole tables. `onProgress` gets each rule before it. */
export async function checkGraph(
  sql: Sql,
  onProgress: (check: string) => void = () => undefined,
): Promise<GraphFault[]> {
  const faults: GraphFault[] = [];
  for (const [check, query] of RULES) {
    onProgress(check);
    const rows = await sql.all<{ what: string }>(`${query} LIMIT ${EXAMPLES}`);
    if (rows.length === 0) continue;
    const total = await sql.first<{ count: number }>(`SELECT count(*) AS count FROM (${query}) q`);
    faults.push({ check, count: total?.count ?? rows.length, examples: rows.map(({ what }) => what) });
  }
  onProgress("offsets hold the words that they say");
  const words = await wrongWords(sql);
  if (words.length > 0) {
    faults.push({
      check: "offsets hold the words that they say",
      count: words.length,
      examples: words.slice(0, EXAMPLES),
    });
  }
  return faults;
}

const PAGE = 2_000;

/** Mentions and quotations whose offsets do not cut their words out of their paragraph: offsets are UTF-16, which SQL does not count. */
async function wrongWords(sql: Sql): Promise<string[]> {
  const wrong: string[] = [];
  for (const [table, column] of [
    ["mention", "surface"],
    ["quotation", "text"],
  ] as const) {
    for (let last = 0; ;) {
      const rows = await sql.all<{
        key: number;
        start: number;
        end: number;
        words: string;
        text: string | null;
      }>(
        `SELECT m.key, m.start_offset AS start, m.end_offset AS "end", m.${column} AS words, p.text FROM ${table} m ` +
          `LEFT JOIN paragraph p ON p.article_key = m.article_key AND p.ordinal = m.ordinal WHERE m.key > ? ORDER BY m.key LIMIT ${PAGE}`,
        [last],
      );
      for (const { key, start, end, words, text } of rows) {
        if (text?.slice(start, end) !== words) wrong.push(`${table} ${key}: ${words}`);
      }
      const final = rows.at(-1);
      if (final === undefined || rows.length < PAGE) break;
      last = final.key;
    }
  }
  return wrong;
}
