import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseQuestion, type Question } from "../../src/web/playground/parseQuestion.js";

/** Questions of the gallery. */
export const operationsFolder = path.resolve(import.meta.dirname, "../../examples/operations");

/** Every question of the gallery, in its order. */
export function readQuestions(): Question[] {
  return readdirSync(operationsFolder)
    .filter((name) => name.endsWith(".graphql"))
    .sort()
    .map((name) => parseQuestion(name, readFileSync(path.join(operationsFolder, name), "utf8")));
}

/** Variables of a question, as its editor would send them. */
export function variablesOf({ variables }: Question): Record<string, unknown> {
  return variables === "" ? {} : (JSON.parse(variables) as Record<string, unknown>);
}
