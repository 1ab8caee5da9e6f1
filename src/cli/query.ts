import { readFileSync } from "node:fs";
import { Command } from "commander";
import { openDatabase } from "../db/openDatabase.js";
import { errorCodes, MitosError, type ErrorCode } from "../errors.js";
import { createApollo } from "../server/createApollo.js";
import { contextFactory } from "../server/createServer.js";
import { lazyTextAnnotator } from "./openAnnotator.js";
import { addSettings, configFrom, databaseSettings } from "./settingOptions.js";

interface QueryOptions {
  variables?: string;
  operation?: string;
}

/** `mitos query`: answers one operation in this process, without a server. */
export function queryCommand(): Command {
  const command = new Command("query")
    .description("Answer one GraphQL operation in this process and print the answer as JSON.")
    .argument("<graphql>", "The operation; - reads it from standard input.")
    .option("--variables <json>", "Its variables, a JSON object.")
    .option("--operation <name>", "Which operation to run, where the document holds several.")
    .action(answer);
  return addSettings(command, [...databaseSettings, "knowledge"]);
}

async function answer(graphql: string, options: QueryOptions): Promise<void> {
  const config = configFrom({ ...options });
  const variables = readVariables(options.variables);
  const query = graphql === "-" ? readFileSync(0, "utf8") : graphql;
  const database = await openDatabase(config);
  try {
    const apollo = createApollo(config);
    const { body } = await apollo.executeOperation(
      { query, variables, ...(options.operation !== undefined && { operationName: options.operation }) },
      { contextValue: await contextFactory(database, config, lazyTextAnnotator(config))() },
    );
    await apollo.stop();
    if (body.kind !== "single") throw new MitosError("INTERNAL", "The answer came in parts.");
    console.log(JSON.stringify(body.singleResult, null, 2));
    const [error] = body.singleResult.errors ?? [];
    if (error) process.exitCode = exitCodeFor(error.extensions?.code);
  } finally {
    await database.close();
  }
}

/** A code that is not of ours is GraphQL's own, about the document: bad input. */
function exitCodeFor(code: unknown): number {
  const known = typeof code === "string" && code in errorCodes;
  return errorCodes[known ? (code as ErrorCode) : "BAD_INPUT"].exitCode;
}

function readVariables(text: string | undefined): Record<string, unknown> {
  if (text === undefined) return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    // The message below says it.
  }
  throw new MitosError(
    "BAD_INPUT",
    "--variables is no JSON object.",
    `Write for example --variables '{"first": 5}'.`,
  );
}
