import type { EntityKind } from "../../annotation/types.js";

/** What a class of Wikidata makes of its instances. */
export interface WikidataKind {
  kind: EntityKind;
  /** `placeType` of places, `subkind` of organizations. */
  type: string | null;
}

const TABLE = `
PERSON -: Q5
PLACE country: Q6256 Q3624078
PLACE city: Q515 Q1549591 Q5119 Q1093829 Q3957 Q532 Q486972 Q7930989 Q15284
PLACE region: Q35657 Q10864048 Q82794
PLACE island: Q23442
PLACE water: Q4022 Q165
PLACE mountain: Q8502
PLACE continent: Q5107
ORGANIZATION other: Q43229 Q178790 Q31855 Q1530022
ORGANIZATION company: Q4830453 Q783794 Q6881511 Q891723 Q2085381
ORGANIZATION bank: Q22687
ORGANIZATION party: Q7278
ORGANIZATION club: Q476028 Q12973014 Q847017
ORGANIZATION government: Q327333 Q192350
ORGANIZATION international: Q484652 Q245065
ORGANIZATION ngo: Q163740 Q79913
ORGANIZATION university: Q3918
ORGANIZATION media: Q11032 Q1110794 Q1616075
ORGANIZATION agency: Q192283
ORGANIZATION court: Q41487 Q190752
EVENT -: Q1656682 Q198 Q178561 Q40231 Q132241 Q18608583 Q8065 Q7944 Q3839081
`;

/** Kinds by class, for the classes that news names. Subclasses are not followed: a dump is read once, in its order. */
export const wikidataKinds: ReadonlyMap<string, WikidataKind> = new Map(
  TABLE.trim()
    .split("\n")
    .flatMap((row) => {
      const [head = "", classes = ""] = row.split(": ");
      const [kind, type = "-"] = head.split(" ");
      return classes
        .split(" ")
        .map((id): [string, WikidataKind] => [
          id,
          { kind: kind as EntityKind, type: type === "-" ? null : type },
        ]);
    }),
);
