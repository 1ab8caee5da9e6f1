import type { Entry, EntryRole, Gazetteer } from "../gazetteer/Gazetteer.js";
import type { Token } from "../text/scan.js";
import { WordFlag } from "./wordFacts.js";

/** Where in the longest match a token stands: three bits of a mark. */
const BEGIN = 1;
const INSIDE = 2;
const END = 3;
const WHOLE = 4;

const ROLE_BIT: Readonly<Record<EntryRole, number>> = {
  FULL: 1,
  ALIAS: 1,
  INITIAL: 1,
  SPELLING: 1,
  FAMILY: 2,
  GIVEN: 4,
  ACRONYM: 8,
  DEMONYM_PERSON: 16,
  DEMONYM_ADJECTIVE: 16,
};

/** Bits of the kinds in a mark, before they are shifted. */
export const MarkKind = { PERSON: 1, PLACE: 2, ORGANIZATION: 4, OTHER: 8 } as const;

/**
 * For every token what the longest form of the gazetteer over it names: three bits for the place in the form, four
 * for the kinds of the entities, five for the roles. 0 where there is none.
 */
export function gazetteerMarks(
  text: string,
  tokens: readonly Token[],
  flags: Int32Array,
  gazetteer: Gazetteer,
): Uint16Array {
  const marks = new Uint16Array(tokens.length);
  const accepts = (entry: Entry, first: number, last: number): boolean => {
    for (let at = first; at <= last; at++) {
      const isHead = at === first && last > first && ((flags[at] ?? 0) & WordFlag.ORGANIZATION_HEAD) !== 0;
      if (entry.capitals[at - first] === true && tokens[at]?.isCapital === false && !isHead) return false;
    }
    return true;
  };
  let at = 0;
  while (at < tokens.length) {
    const isStart = tokens[at]?.isCapital === true || ((flags[at] ?? 0) & WordFlag.ORGANIZATION_HEAD) !== 0;
    const match = isStart ? gazetteer.longest(tokens, at, text, accepts) : null;
    if (!match) {
      at++;
      continue;
    }
    let kinds = 0;
    let roles = 0;
    for (const { entity, role } of match.entries) {
      roles |= ROLE_BIT[role];
      kinds |= role.startsWith("DEMONYM") ? MarkKind.OTHER : kindBit(entity.kind);
    }
    const code = (kinds << 3) | (roles << 7);
    if (match.first === match.last) marks[at] = code | WHOLE;
    else {
      for (let inner = match.first; inner <= match.last; inner++) {
        marks[inner] = code | (inner === match.first ? BEGIN : inner === match.last ? END : INSIDE);
      }
    }
    at = match.last + 1;
  }
  return marks;
}

/** The kinds in a mark, as bits of `MarkKind`. */
export function kindsOfMark(mark: number): number {
  return (mark >> 3) & 15;
}

function kindBit(kind: string): number {
  if (kind === "PERSON") return MarkKind.PERSON;
  if (kind === "PLACE") return MarkKind.PLACE;
  return kind === "ORGANIZATION" ? MarkKind.ORGANIZATION : MarkKind.OTHER;
}
