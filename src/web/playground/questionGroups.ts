import type { Question } from "./parseQuestion.js";

/** Questions for one kind of user. */
export interface QuestionGroup {
  name: string;
  questions: Question[];
}

const GROUPS: { name: string; keys: string[] }[] = [
  { name: "Mobile", keys: ["mobile", "mobile app", "app"] },
  { name: "Web", keys: ["web", "web frontend", "frontend"] },
  { name: "Analyst", keys: ["analyst", "analysis"] },
  { name: "Operator", keys: ["operator", "operations", "ops"] },
];

/** Groups questions by kind of user; a question for several is in each group, one for nobody known comes last. */
export function questionGroups(questions: Question[]): QuestionGroup[] {
  const known = new Set(GROUPS.flatMap(({ keys }) => keys));
  const groups = GROUPS.map(({ name, keys }) => ({
    name,
    questions: questions.filter(({ audiences }) => audiences.some((audience) => keys.includes(audience))),
  }));
  const others = questions.filter(({ audiences }) => !audiences.some((audience) => known.has(audience)));
  return [...groups, { name: "More", questions: others }].filter((group) => group.questions.length > 0);
}
