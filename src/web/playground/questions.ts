import { parseQuestion, type Question } from "./parseQuestion.js";

const files = import.meta.glob<string>("../../../examples/operations/*.graphql", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** All questions, in the order of their file names. */
export const questions: Question[] = Object.entries(files)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([path, text]) => parseQuestion(path, text));

/** What a new visitor finds in the editor: the file named 01-…, else any, else the smallest of all questions. */
export const firstQuestion: Pick<Question, "query" | "variables"> = questions.find(({ id }) =>
  /^0*1\b/u.test(id),
) ??
  questions[0] ?? { query: "# Which type answers a query?\n{\n  __typename\n}\n", variables: "" };
