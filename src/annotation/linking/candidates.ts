import type { Entry } from "../gazetteer/Gazetteer.js";
import type { Candidate, LinkReason } from "../types.js";
import { round } from "./round.js";
import type { ScoredMeaning } from "./scoreMeaning.js";

const MAX_CANDIDATES = 5;

/** The best meanings, best first. */
export function toCandidates(scored: readonly ScoredMeaning[]): Candidate[] {
  return [...scored]
    .sort((a, b) => b.score - a.score)
    .slice(0, MAX_CANDIDATES)
    .map((item) => ({ entity: item.entry.entity.id, score: round(item.score), features: item.features }));
}

/** The candidates with the one that the article itself decided for, no other scored above it. */
export function chosenFirst(
  scored: readonly ScoredMeaning[],
  chosen: Entry,
  confidence: number,
  reason: LinkReason,
): Candidate[] {
  const own = scored.find(({ entry }) => entry.entity === chosen.entity)?.features ?? [];
  const features =
    reason === "NAMED_IN_FULL" ? [{ name: "named in full", value: 1, weight: confidence }] : own;
  const others = toCandidates(scored.filter(({ entry }) => entry.entity !== chosen.entity));
  return [
    { entity: chosen.entity.id, score: confidence, features },
    ...others.slice(0, MAX_CANDIDATES - 1).map((item) => ({
      ...item,
      score: Math.min(item.score, round(confidence * 0.9)),
    })),
  ];
}
