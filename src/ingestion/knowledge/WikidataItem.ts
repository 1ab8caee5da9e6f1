/** One item of a Wikidata JSON dump, as far as we read it (https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html). */
export interface WikidataItem {
  id: string;
  labels?: Record<string, { value: string }>;
  aliases?: Record<string, { value: string }[]>;
  claims?: Record<string, WikidataClaim[]>;
  sitelinks?: Record<string, unknown>;
}

/** A statement about an item. */
export interface WikidataClaim {
  mainsnak?: WikidataSnak;
  rank?: "preferred" | "normal" | "deprecated";
  qualifiers?: Record<string, WikidataSnak[]>;
}

interface WikidataSnak {
  datavalue?: { value?: unknown };
}

/** Values of a property, without deprecated ones; preferred ones alone where there are any. */
export function valuesOf(item: WikidataItem, property: string): unknown[] {
  const claims = claimsOf(item, property);
  return claims.flatMap(({ mainsnak }) => {
    const value = mainsnak?.datavalue?.value;
    return value === undefined ? [] : [value];
  });
}

/** Statements of a property, without deprecated ones; preferred ones alone where there are any. */
export function claimsOf(item: WikidataItem, property: string): WikidataClaim[] {
  const list = item.claims?.[property];
  if (!Array.isArray(list)) return [];
  const kept = list.filter(({ rank }) => rank !== "deprecated");
  const preferred = kept.filter(({ rank }) => rank === "preferred");
  return preferred.length > 0 ? preferred : kept;
}

/** Ids of the items that a property names. */
export function itemsOf(item: WikidataItem, property: string): string[] {
  return valuesOf(item, property).flatMap((value) => idOf(value) ?? []);
}

/** Id of an item value; null for another value. */
export function idOf(value: unknown): string | null {
  const id = typeof value === "object" && value !== null ? (value as { id?: unknown }).id : undefined;
  return typeof id === "string" ? id : null;
}

/** Year of a time value (`+2019-07-08T00:00:00Z`); null when there is none. */
export function yearOf(snaks: readonly { datavalue?: { value?: unknown } }[] | undefined): number | null {
  const value = snaks?.[0]?.datavalue?.value;
  const time = typeof value === "object" && value !== null ? (value as { time?: unknown }).time : undefined;
  const year = typeof time === "string" ? /^([+-]\d+)-/u.exec(time)?.[1] : undefined;
  return year === undefined ? null : Number(year);
}
