/** A name in a sentence: its first and last token (inclusive) and its type. */
export interface LabelledSpan {
  first: number;
  last: number;
  type: string;
}

/** Type of each label name in common sets. Names that are not here are ignored unless they are mapped. */
const COMMON_TYPES: Readonly<Record<string, string>> = {
  PER: "PERSON",
  PERS: "PERSON",
  PERSON: "PERSON",
  PS: "PERSON",
  LOC: "PLACE",
  LOCATION: "PLACE",
  GPE: "PLACE",
  GPELOC: "PLACE",
  LOCORG: "PLACE",
  PLACE: "PLACE",
  LC: "PLACE",
  ORG: "ORGANIZATION",
  ORGANIZATION: "ORGANIZATION",
  ORGANISATION: "ORGANIZATION",
  OG: "ORGANIZATION",
  EVENT: "EVENT",
  EVT: "EVENT",
  WORK: "WORK",
};

/** Type that a label name stands for; null where it is ignored. Names compare without case. */
export type LabelMap = (name: string) => string | null;

/**
 * A label map from `NAME=TYPE` pairs (`PER=PERSON`, `FAC=PLACE`; `NAME=-` ignores a name) over the names of common sets.
 */
export function labelMap(pairs: Readonly<Record<string, string>>): LabelMap {
  const given = new Map(Object.entries(pairs).map(([name, type]) => [name.toUpperCase(), type]));
  return (name) => {
    const type = given.get(name.toUpperCase()) ?? COMMON_TYPES[name.toUpperCase().replace(/[-_ ]/gu, "")];
    return type === undefined || type === "-" ? null : type;
  };
}

/**
 * The names that a row of labels marks, with the reading of the conlleval program: a name begins at B, S and U, at any
 * other mark after O or after a mark of another type, and behind E, L, S and U. So IOB1, IOB2, BIOES and BILOU read alike.
 */
export function spansOfLabels(labels: readonly string[], typeOf: LabelMap): LabelledSpan[] {
  const spans: LabelledSpan[] = [];
  let open: { first: number; name: string } | null = null;
  let isEnded = false;
  const close = (last: number): void => {
    const type = open && typeOf(open.name);
    if (open && type !== null) spans.push({ first: open.first, last, type });
    open = null;
  };
  for (const [index, label] of labels.entries()) {
    const mark = label[0] ?? "O";
    const name = label.slice(2);
    if (mark === "O") {
      close(index - 1);
      continue;
    }
    if (
      open === null ||
      isEnded ||
      mark === "B" ||
      mark === "S" ||
      mark === "U" ||
      (open as { name: string }).name !== name
    ) {
      close(index - 1);
      open = { first: index, name };
    }
    isEnded = mark === "E" || mark === "L" || mark === "S" || mark === "U";
  }
  close(labels.length - 1);
  return spans;
}
