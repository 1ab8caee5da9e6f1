import { randomUUID } from "node:crypto";
import { unwrapResolverError } from "@apollo/server/errors";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { MitosError } from "../errors.js";

/** Codes of errors that GraphQL itself or Apollo finds: the caller's document or request is at fault. */
const CALLER_CODES = new Set([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_USER_INPUT",
  "BAD_REQUEST",
  "OPERATION_RESOLUTION_FAILURE",
  "PERSISTED_QUERY_NOT_FOUND",
  "PERSISTED_QUERY_NOT_SUPPORTED",
  "QUERY_TOO_LARGE",
  "BAD_INPUT",
]);

/**
 * The one shape of errors: message, place, and `extensions.code`, with `hint` where we have one. What we did not
 * expect reaches the caller as INTERNAL with an `errorId` only; `log` gets the rest.
 */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
  log: (line: string) => void,
): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  const { locations, path } = formatted;
  const place = { ...(locations && { locations }), ...(path && { path }) };
  if (cause instanceof MitosError && cause.code === "UNAVAILABLE") {
    // The message names the operator's hosts, ports and folders.
    log(`${path?.join(".") ?? ""} ${cause.message}${cause.hint === null ? "" : ` ${cause.hint}`}`);
    return {
      message: "The database cannot answer now.",
      ...place,
      extensions: { code: cause.code, hint: "Try again in a moment." },
    };
  }
  if (cause instanceof MitosError) {
    const { code, hint, details } = cause;
    return {
      message: cause.message,
      ...place,
      extensions: { code, ...(hint !== null && { hint }), ...details },
    };
  }
  const code = formatted.extensions?.code;
  if (typeof code === "string" && CALLER_CODES.has(code) && cause instanceof GraphQLError) {
    const hint = formatted.extensions?.hint;
    return {
      message: formatted.message,
      ...place,
      extensions: { code, ...(typeof hint === "string" && { hint }) },
    };
  }
  const errorId = randomUUID();
  log(
    `${errorId} ${path?.join(".") ?? ""} ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`,
  );
  return {
    message: "Something went wrong on our side.",
    ...place,
    extensions: { code: "INTERNAL", errorId },
  };
}
