import type { EntityKind } from "./types.js";

/** An office of a person: Greek, English and Russian title, where, and years. */
export interface KnowledgeRole {
  el: string;
  en: string;
  ru?: string;
  /** ISO 3166 alpha-2 code of a country or the id of an organization. */
  of: string | null;
  from: number | null;
  to: number | null;
}

/** One line of `knowledge/*.jsonl`, after the place tables were joined. Names are nominatives, keyed by BCP 47 language. */
export interface KnowledgeEntity {
  id: string;
  kind: EntityKind;
  names: Record<string, string>;
  aliases: Record<string, string[]>;
  acronyms: Record<string, string[]>;
  gender: "m" | "f" | "n" | null;
  plural: boolean;
  given: Record<string, string>;
  family: Record<string, string>;
  /** ISO 3166 alpha-2 code. */
  country: string | null;
  /** Id of the place that contains this place. */
  within: string | null;
  placeType: string | null;
  subkind: string | null;
  latitude: number | null;
  longitude: number | null;
  /** Wikidata item, only where sure. */
  qid: string | null;
  roles: KnowledgeRole[];
  /** 0..1: how strongly the name alone means this entity in news. */
  prior: number;
  /** Places only. */
  demonyms: Record<string, Demonyms>;
}

/** Words for the people of a place and its adjective, nominative masculine and feminine singular. */
export interface Demonyms {
  person: string[];
  adjective: string[];
}

/** All tables of a knowledge folder, joined. */
export interface KnowledgeBase {
  /** SHA-256 over all tables: changes when any name changes. */
  version: string;
  entities: KnowledgeEntity[];
}
