import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import { MaxIntrospectionDepthRule } from "graphql";
import type { Config } from "../config.js";
import { buildSchema } from "../schema/buildSchema.js";
import type { Context } from "../schema/Context.js";
import { requestCost } from "../schema/limits.js";
import { formatError } from "./formatError.js";

/**
 * The GraphQL engine that HTTP and the command line share: schema, limits, error shape.
 * @param log gets one line for each error that callers must not see
 */
export function createApollo(
  config: Config,
  plugins: ApolloServerPlugin<Context>[] = [],
  log: (line: string) => void = (line) => console.error(line),
): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema: buildSchema(),
    parseOptions: { maxLexicalTokens: config.maxTokens },
    // The other limits are checked in `requestCost`: a rule's error always has the code GRAPHQL_VALIDATION_FAILED.
    validationRules: [MaxIntrospectionDepthRule],
    formatError: (formatted, error) => formatError(formatted, error, log),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    // Reports go nowhere, whatever the environment holds.
    apollo: {},
    plugins: [
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      costPlugin(config),
      ...plugins,
    ],
    logger: { debug: () => {}, info: () => {}, warn: log, error: log },
  });
}

/** Refuses what costs too much before it runs, and tells each caller the cost in `extensions.cost`. */
function costPlugin(config: Config): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      let cost: ReturnType<typeof requestCost> | null = null;
      return {
        async didResolveOperation({ schema, document, operationName, request }) {
          cost = requestCost(schema, document, operationName, request.variables ?? {}, config);
        },
        async willSendResponse({ response: { body } }) {
          if (cost === null || body.kind !== "single") return;
          body.singleResult.extensions = { ...body.singleResult.extensions, cost };
        },
      };
    },
  };
}
