import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ApolloServer } from "@apollo/server";
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from "@as-integrations/fastify";
import compress from "@fastify/compress";
import helmet from "@fastify/helmet";
import fastifyStatic from "@fastify/static";
import fastify, { type FastifyError, type FastifyInstance } from "fastify";
import { printSchema } from "graphql";
import type { TextAnnotator } from "../annotation/annotateText.js";
import type { Config } from "../config.js";
import type { Database } from "../db/openDatabase.js";
import { MitosError } from "../errors.js";
import { createLoaders } from "../loaders/createLoaders.js";
import { buildSchema } from "../schema/buildSchema.js";
import type { Context } from "../schema/Context.js";
import type { IngestQueue } from "../ingestion/IngestQueue.js";
import { createApollo } from "./createApollo.js";
import { ingestRefusal } from "./ingestRefusal.js";

/** A running server. */
export interface Server {
  /** Such as `http://localhost:4000`, without a slash at the end. */
  url: string;
  /** Finishes the requests under way, then stops. */
  close(): Promise<void>;
}

/** The built playground, beside `dist/server`. */
const WEB = fileURLToPath(new URL("../../dist/web", import.meta.url));

/**
 * Serves the graph over HTTP: API at /graphql, playground at /, SDL at /schema.graphql, /health for probes.
 * @throws MitosError UNAVAILABLE when the port is taken
 */
export async function createServer(
  database: Pick<Database, "sql" | "description">,
  config: Config,
  annotateText: TextAnnotator,
  ingestQueue: IngestQueue | null = null,
): Promise<Server> {
  const app = fastify({
    bodyLimit: config.maxBodyBytes,
    requestTimeout: 30_000,
    keepAliveTimeout: 10_000,
    forceCloseConnections: "idle",
  });
  app.server.headersTimeout = 15_000;
  const apollo = createApollo(config, [fastifyApolloDrainPlugin(app)]);
  await apollo.start();
  await protect(app);
  serveGraph(app, apollo, config, contextFactory(database, config, annotateText, ingestQueue));
  app.get("/schema.graphql", (_, reply) =>
    reply.type("text/plain; charset=utf-8").send(printSchema(buildSchema())),
  );
  app.get("/health", (_, reply) =>
    database.sql.all("SELECT 1").then(
      () => reply.send({ status: "ok" }),
      () => reply.code(503).send({ status: "database unavailable" }),
    ),
  );
  await servePlayground(app);
  try {
    await app.listen({ host: config.host, port: config.port });
  } catch (error) {
    await app.close();
    throw new MitosError(
      "UNAVAILABLE",
      `Port ${config.port} cannot be used: ${(error as Error).message}`,
      "Choose another with PORT or --port; 0 picks a free one.",
    );
  }
  const [address] = app.addresses();
  const port = typeof address === "object" ? address.port : config.port;
  const isLocal = ["127.0.0.1", "::1", "0.0.0.0", "::"].includes(config.host);
  return {
    url: `http://${isLocal ? "localhost" : config.host}:${port}`,
    close: async () => {
      await app.close();
      await apollo.stop();
    },
  };
}

/** Makes the context of each request: its own loaders over the shared database, and why it may not ingest. */
export function contextFactory(
  database: Pick<Database, "sql" | "description">,
  config: Config,
  annotateText: TextAnnotator,
  ingestQueue: IngestQueue | null = null,
): (refusal?: MitosError | null) => Promise<Context> {
  const startedAt = Date.now();
  return async (refusal = null) => ({
    database,
    config,
    startedAt,
    annotateText,
    loaders: createLoaders(database.sql),
    ingest: { refusal, queue: ingestQueue },
  });
}

async function protect(app: FastifyInstance): Promise<void> {
  const policy = `${WEB}/contentSecurityPolicy.json`;
  const directives = existsSync(policy)
    ? (JSON.parse(readFileSync(policy, "utf8")) as Record<string, string[]>)
    : { "default-src": ["'none'"] };
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives },
    // On loopback there is no TLS, and a browser would remember it for every program on this host.
    hsts: false,
  });
  await app.register(compress, { threshold: 1024, encodings: ["br", "gzip"] });
  app.setErrorHandler<FastifyError>((error, _request, reply) => {
    const status = error.statusCode ?? 500;
    const isCaller = status < 500;
    if (!isCaller) console.error(error.stack ?? error.message);
    const message = isCaller ? error.message : "Something went wrong on our side.";
    const code = isCaller ? "BAD_INPUT" : "INTERNAL";
    return reply.code(status).send({ errors: [{ message, extensions: { code } }] });
  });
  app.setNotFoundHandler((request, reply) =>
    reply.code(404).send({
      errors: [
        { message: `There is nothing at ${request.url.slice(0, 200)}.`, extensions: { code: "BAD_INPUT" } },
      ],
    }),
  );
}

function serveGraph(
  app: FastifyInstance,
  apollo: ApolloServer<Context>,
  config: Config,
  context: ReturnType<typeof contextFactory>,
): void {
  const handler = fastifyApolloHandler(apollo, {
    context: ({ headers }) => context(ingestRefusal(config, headers)),
  });
  app.route({ url: "/graphql", method: ["POST", "OPTIONS"], handler });
  app.get<{ Querystring: Record<string, string> }>("/graphql", function (request, reply) {
    // A person who types the API's address into a browser gets the playground.
    const isPerson =
      request.headers.accept?.includes("text/html") === true && Object.keys(request.query).length === 0;
    return isPerson ? reply.redirect("/") : handler.call(this, request as never, reply as never);
  });
}

async function servePlayground(app: FastifyInstance): Promise<void> {
  if (!existsSync(WEB)) {
    app.get("/", (_, reply) => reply.redirect("/schema.graphql"));
    return;
  }
  await app.register(fastifyStatic, {
    root: WEB,
    // Else its own header takes the place of ours.
    cacheControl: false,
    setHeaders: (reply, file) => {
      // Files under assets/ carry a hash of their content in their names.
      const isHashed = /[\\/]assets[\\/]/u.test(file);
      reply.setHeader("cache-control", isHashed ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
}
