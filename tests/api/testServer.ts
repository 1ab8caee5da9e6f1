import type { GraphQLFormattedError } from "graphql";
import { readConfig, type Config } from "../../src/config.js";
import type { Database } from "../../src/db/openDatabase.js";
import type { IngestQueue } from "../../src/ingestion/IngestQueue.js";
import { createServer } from "../../src/server/createServer.js";
import { testTextAnnotator } from "../fixtures/testDatabase.js";

/** What the API answers. Its data is JSON of any shape: what a test reads from it, it also checks. */
export interface Answer {
  status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  data: any;
  errors: GraphQLFormattedError[];
  extensions: Record<string, unknown>;
}

/** The real server on a free port, over a database that stays open. */
export interface TestServer {
  url: string;
  /** Answers whatever comes, errors too. */
  ask(query: string, variables?: Record<string, unknown>): Promise<Answer>;
  /** Data of a query that must answer without errors. */
  query(query: string, variables?: Record<string, unknown>): Promise<Answer["data"]>;
  /** The one error of a query that must be refused. */
  refusal(query: string, variables?: Record<string, unknown>): Promise<GraphQLFormattedError>;
  /** Texts of the SQL statements that answer a query. */
  statements(query: string, variables?: Record<string, unknown>): Promise<string[]>;
  close(): Promise<void>;
}

/** Starts the real server over a database; `settings` stand in for the defaults. */
export async function startTestServer(
  database: Pick<Database, "sql" | "description" | "observe">,
  settings: Partial<Config> = {},
  ingestQueue: IngestQueue | null = null,
): Promise<TestServer> {
  const config = { ...readConfig({}), ...settings, port: 0 };
  const server = await createServer(database, config, testTextAnnotator, ingestQueue);
  const ask = async (query: string, variables: Record<string, unknown> = {}): Promise<Answer> => {
    const response = await fetch(`${server.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query, variables }),
    });
    const { data = null, errors = [], extensions = {} } = (await response.json()) as Partial<Answer>;
    return { status: response.status, data, errors, extensions };
  };
  const query: TestServer["query"] = async (...args) => {
    const { data, errors } = await ask(...args);
    if (errors.length > 0) throw new Error(`${args[0]}: ${JSON.stringify(errors)}`);
    return data;
  };
  return {
    url: server.url,
    ask,
    query,
    async refusal(...args) {
      const { errors } = await ask(...args);
      const [error] = errors;
      if (error === undefined || errors.length > 1) throw new Error(`${errors.length} errors: ${args[0]}`);
      return error;
    },
    async statements(...args) {
      const texts: string[] = [];
      const end = database.observe((text) => texts.push(text));
      try {
        await query(...args);
      } finally {
        end();
      }
      return texts;
    },
    close: () => server.close(),
  };
}
