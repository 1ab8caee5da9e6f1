/** How well lists of answers are ranked. */
export interface RetrievalScore {
  /** Queries that have a right answer at all; others do not count. */
  queries: number;
  /** Share of the queries whose first answer is right. */
  precisionAtOne: number;
  /** Mean average precision. */
  meanAveragePrecision: number;
}

/** One query: whether each answer is right, best answer first, and how many right answers there are. */
export interface RankedAnswers {
  right: readonly boolean[];
  relevant: number;
}

/**
 * Average precision (Manning, Raghavan and Schütze 2008, "Introduction to Information Retrieval", 8.4): the mean over all right
 * answers of the precision at the rank where each stands; one that is missing from the list counts 0.
 */
export function averagePrecision({ right, relevant }: RankedAnswers): number {
  let found = 0;
  let sum = 0;
  for (const [index, isRight] of right.entries()) {
    if (!isRight) continue;
    found++;
    sum += found / (index + 1);
  }
  return relevant === 0 ? 0 : sum / relevant;
}

/** Precision at the first rank and mean average precision over the queries that have a right answer. */
export function retrievalScore(lists: readonly RankedAnswers[]): RetrievalScore {
  const counted = lists.filter(({ relevant }) => relevant > 0);
  const mean = (value: (list: RankedAnswers) => number): number =>
    counted.length === 0 ? 0 : counted.reduce((sum, list) => sum + value(list), 0) / counted.length;
  return {
    queries: counted.length,
    precisionAtOne: mean(({ right }) => (right[0] === true ? 1 : 0)),
    meanAveragePrecision: mean(averagePrecision),
  };
}

/** Scores of several sets as of one: the means over all their queries. */
export function retrievalTogether(scores: readonly RetrievalScore[]): RetrievalScore {
  const queries = scores.reduce((sum, score) => sum + score.queries, 0);
  const mean = (value: (score: RetrievalScore) => number): number =>
    queries === 0 ? 0 : scores.reduce((sum, score) => sum + value(score) * score.queries, 0) / queries;
  return {
    queries,
    precisionAtOne: mean(({ precisionAtOne }) => precisionAtOne),
    meanAveragePrecision: mean(({ meanAveragePrecision }) => meanAveragePrecision),
  };
}
