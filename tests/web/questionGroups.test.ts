import { expect, test } from "vitest";
import { parseQuestion } from "../../src/web/playground/parseQuestion.js";
import { questionGroups } from "../../src/web/playground/questionGroups.js";

const ask = (id: string, audiences: string) =>
  parseQuestion(`${id}.graphql`, `# ${id}\n# for: ${audiences}\n{ a }`);

test("shows a question to each of its audiences, in the order of the questions, without empty groups", () => {
  const questions = [ask("one", "analyst, web"), ask("two", "web"), ask("three", "Operator")];
  const groups = questionGroups(questions).map(({ name, questions: own }) => [name, own.map(({ id }) => id)]);
  expect(groups).toEqual([
    ["Web", ["one", "two"]],
    ["Analyst", ["one"]],
    ["Operator", ["three"]],
  ]);
});

test("loses no question: those for nobody known come last", () => {
  const questions = [ask("one", "astronaut"), ask("two", ""), ask("three", "mobile")];
  expect(questionGroups(questions).map(({ name, questions: own }) => [name, own.length])).toEqual([
    ["Mobile", 1],
    ["More", 2],
  ]);
  expect(questionGroups([])).toEqual([]);
});
