import type { KnowledgeEntity } from "../KnowledgeBase.js";
import type { ScannedPart, Spot } from "../spots.js";

/** Where a name begins. */
export interface NamePlace {
  part: number;
  first: number;
}

/** What the texts of one scope tell of the names in them; it grows while they are decided. */
export interface LinkContext {
  parts: ReadonlyMap<number, ScannedPart>;
  /** For every spot its neighbours in the same part. */
  neighbours: ReadonlyMap<Spot, { before: Spot | undefined; after: Spot | undefined }>;
  /** Where entities are named in full. */
  named: Map<KnowledgeEntity, NamePlace[]>;
  countries: Map<string, number>;
  /** Sum of `countries`. */
  countryTotal: number;
  /** Organizations and countries in which someone named here holds or held an office. */
  offices: Set<string>;
  /** The texts are about sport. */
  isSport: boolean;
  /** Family names of people outside the knowledge base, folded, with the first place. */
  strangers: Map<string, NamePlace>;
}
