import { readFileSync } from "node:fs";
import { Command, InvalidArgumentError } from "commander";
import { errorCodes, MitosError } from "../errors.js";
import { evaluateConll, type ContextOf, type Evaluation } from "../evaluation/evaluateConll.js";
import type { Mistake } from "../evaluation/Mistakes.js";
import { readConll } from "../evaluation/readConll.js";
import { conllevalTable, ratesOf, Score } from "../evaluation/Score.js";
import { labelMap } from "../evaluation/spansOfLabels.js";
import { evaluateArticles } from "./evaluateArticles.js";
import { openAnnotator } from "./openAnnotator.js";
import { addSettings, configFrom } from "./settingOptions.js";

interface EvaluateFlags {
  map: Record<string, string>;
  types: string[];
  language: string;
  context: ContextOf;
  tokenColumn: number;
  labelColumn: number;
  predictedColumn?: number;
  errors: number;
  json?: true;
  stories?: string[];
  related?: string[];
  similarity?: string[];
  baseline?: true;
}

const contexts: readonly string[] = ["document", "sentence", "file"] satisfies ContextOf[];

/** `mitos evaluate`: strict scores of annotation on files that others have labelled. */
export function evaluateCommand(): Command {
  const command = new Command("evaluate")
    .description(
      "Measure name recognition on labelled files (IOB2/CoNLL): the conlleval table, strict spans. Or stories, related articles and similarity on labelled articles (JSON Lines).",
    )
    .argument("[file...]", "CoNLL files: one token and its label a line, a blank line between sentences.")
    .option("--stories <file...>", "BCubed of stories on articles with their gold cluster.")
    .option("--related <file...>", "Precision@1 and MAP of related articles on such files.")
    .option("--similarity <file...>", "Correlation of similarity with people's scores of pairs.")
    .option("--baseline", "With --stories or --related: what TF-IDF alone reaches, too.")
    .option("--map <pairs>", "What label names stand for: PER=PERSON,FAC=PLACE,MISC=-.", pairs, {})
    .option("--types <list>", "Types that count.", list, ["PERSON", "PLACE", "ORGANIZATION"])
    .option("--language <tag>", "Language of the files; auto finds it out.", "auto")
    .option("--context <what>", "What is read together: document, sentence or file.", context, "document")
    .option("--token-column <n>", "Column of the token, from 1; -1 is the last.", column, 1)
    .option("--label-column <n>", "Column of the label.", column, -1)
    .option("--predicted-column <n>", "Score the labels in this column instead of annotating.", column)
    .option("--errors <n>", "List the n most frequent mistakes.", number, 0)
    .option("--json", "Print the figures as JSON.")
    .addHelpText("after", "\nExit code 65: some files could not be read, the others were measured.")
    .action(run);
  return addSettings(command, ["dataDirectory", "knowledge"]);
}

function run(files: string[], flags: EvaluateFlags): void {
  const { stories = [], related = [], similarity = [], errors, json = false, baseline = false } = flags;
  if (stories.length + related.length + similarity.length > 0) {
    if (files.length > 0)
      throw new MitosError(
        "BAD_INPUT",
        `${files[0]}: CoNLL files are measured by themselves.`,
        "Run `mitos evaluate` twice.",
      );
    const tables = openAnnotator(configFrom({ ...flags }));
    evaluateArticles({ stories, related, similarity, errors, json, baseline }, tables, read);
    return;
  }
  if (files.length === 0)
    throw new MitosError(
      "BAD_INPUT",
      "No file to measure on.",
      "Name CoNLL files, or use --stories, --related or --similarity.",
    );
  const tables = flags.predictedColumn === undefined ? openAnnotator(configFrom({ ...flags })) : null;
  const done: { file: string; evaluation: Evaluation }[] = [];
  for (const file of files) {
    try {
      const conll = readConll(read(file), file, {
        token: flags.tokenColumn,
        gold: flags.labelColumn,
        predicted: flags.predictedColumn ?? null,
      });
      const language = flags.language === "auto" ? null : flags.language;
      const options = {
        typeOf: labelMap(flags.map),
        types: new Set(flags.types),
        language,
        context: flags.context,
      };
      const evaluation = evaluateConll(conll, options, tables);
      done.push({ file, evaluation });
      if (!flags.json) printFile(file, evaluation, flags.errors);
    } catch (error) {
      if (!(error instanceof MitosError) || files.length === 1) throw error;
      console.error(`mitos: ${error.message}`);
      if (error.hint !== null) console.error(`  ${error.hint}`);
      process.exitCode = errorCodes.INCOMPLETE.exitCode;
    }
  }
  const all = new Score();
  for (const { evaluation } of done) all.merge(evaluation.score);
  if (flags.json) {
    const rows = done.map(({ file, evaluation }) => ({
      file,
      language: evaluation.language,
      sentences: evaluation.sentences,
      ...figures(evaluation.score),
      mistakes: evaluation.mistakes.list(flags.errors),
    }));
    console.log(JSON.stringify({ files: rows, all: figures(all) }, null, 2));
  } else if (done.length > 1) {
    console.log(`${done.length} files together\n${conllevalTable(all)}`);
  }
}

function read(file: string): string {
  try {
    return readFileSync(file === "-" ? 0 : file, "utf8");
  } catch (error) {
    throw new MitosError("NO_INPUT", `${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function printFile(file: string, { language, sentences, score, mistakes }: Evaluation, limit: number): void {
  console.log(`${file} (${language}, ${sentences} sentences)\n${conllevalTable(score)}`);
  for (const mistake of mistakes.list(limit)) console.log(mistakeLine(mistake));
  console.log("");
}

function mistakeLine({ kind, count, gold, goldType, found, foundType, example }: Mistake): string {
  const side = (words: string | null, type: string | null): string =>
    words === null ? "–" : `${words} (${type})`;
  return `${String(count).padStart(5)} ${kind.padEnd(8)} ${side(gold, goldType)} → ${side(found, foundType)}    ${example.slice(0, 120)}`;
}

function figures(score: Score): Record<string, unknown> {
  const row = (counts: { gold: number; found: number; correct: number }) => ({
    ...counts,
    ...ratesOf(counts),
  });
  return {
    tokens: score.tokens,
    accuracy: score.tokens === 0 ? 0 : (100 * score.rightTokens) / score.tokens,
    overall: row(score.overall()),
    types: Object.fromEntries([...score.types].map(([type, counts]) => [type, row(counts)])),
  };
}

function pairs(value: string, before: Record<string, string>): Record<string, string> {
  const found = value.split(",").map((pair) => pair.split("=").map((side) => side.trim()));
  for (const [name, type, more] of found) {
    if (!name || !type || more !== undefined)
      throw new InvalidArgumentError("Write pairs such as PER=PERSON,MISC=-.");
  }
  return { ...before, ...(Object.fromEntries(found) as Record<string, string>) };
}

function list(value: string): string[] {
  return value.split(",").map((item) => item.trim().toUpperCase());
}

function column(value: string): number {
  const parsed = Number(value);
  if (!Number.isInteger(parsed) || parsed === 0)
    throw new InvalidArgumentError("Write 1, 2, … or -1 for the last.");
  return parsed;
}

function number(value: string): number {
  const parsed = Number(value);
  if (!Number.isInteger(parsed) || parsed < 0) throw new InvalidArgumentError("Write a whole number.");
  return parsed;
}

function context(value: string): ContextOf {
  if (!contexts.includes(value)) throw new InvalidArgumentError(`Write one of ${contexts.join(", ")}.`);
  return value as ContextOf;
}
