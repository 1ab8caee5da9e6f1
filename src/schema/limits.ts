import {
  getNamedType,
  getNullableType,
  GraphQLError,
  isLeafType,
  isListType,
  Kind,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type SelectionSetNode,
} from "graphql";
import { getComplexity, type ComplexityEstimator } from "graphql-query-complexity";
import type { Config } from "../config.js";
import type { ErrorCode } from "../errors.js";
import { DEFAULT_PAGE_SIZE } from "./connection.js";

/** What one request would cost, known before it runs. */
export interface RequestCost {
  /** Fields to resolve, pages multiplied out. */
  cost: number;
  maxCost: number;
  /** List items to return, pages multiplied out. */
  nodes: number;
  maxNodes: number;
}

/** Length that a list without a page size is taken to have. */
const ASSUMED_LIST_LENGTH = 5;

/** Input objects inside input objects of the variables: more would exhaust the stack of whoever reads them. */
const MAX_VARIABLE_DEPTH = 40;

/**
 * Cost of a valid operation with its variables.
 * @throws GraphQLError, answered with status 400: QUERY_TOO_LARGE; BAD_INPUT for text with NUL, and for variables that
 *   are nested too deep; BAD_USER_INPUT for variables of another type than the operation declares
 */
export function requestCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null,
  variables: Record<string, unknown>,
  config: Pick<Config, "maxDepth" | "maxAliases" | "maxCost" | "maxNodes" | "maxPageSize">,
): RequestCost {
  checkVariables(variables);
  checkDocument(document, config);
  const measure = (own: (isItem: boolean) => number): number => {
    try {
      return getComplexity({
        schema,
        query: document,
        variables,
        ...(operationName === null ? {} : { operationName }),
        estimators: [estimator(config.maxPageSize, own)],
        maxQueryNodes: config.maxCost,
      });
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      const { message } = error;
      if (!message.startsWith("Query exceeds")) throw refusal("BAD_USER_INPUT", message);
      throw refusal(
        "QUERY_TOO_LARGE",
        "The query spreads its fragments too often.",
        "Spread each of them once.",
      );
    }
  };
  const cost = measure(() => 1);
  const nodes = measure((isItem) => (isItem ? 1 : 0));
  const hint = "Ask for smaller pages (first), or for fewer lists inside lists.";
  if (cost > config.maxCost) {
    const message = `The query may resolve ${cost} fields; ${config.maxCost} are allowed.`;
    throw refusal("QUERY_TOO_LARGE", message, hint);
  }
  if (nodes > config.maxNodes) {
    const message = `The query may return ${nodes} items; ${config.maxNodes} are allowed.`;
    throw refusal("QUERY_TOO_LARGE", message, hint);
  }
  return { cost, maxCost: config.maxCost, nodes, maxNodes: config.maxNodes };
}

function refusal(code: ErrorCode | "BAD_USER_INPUT", message: string, hint?: string): GraphQLError {
  return new GraphQLError(message, {
    extensions: { code, ...(hint !== undefined && { hint }), http: { status: 400 } },
  });
}

const NUL_MESSAGE = "Text may not hold the character NUL (U+0000).";

/** Reads level by level, without recursion: the variables may be nested as deep as the body is long. */
function checkVariables(variables: Record<string, unknown>): void {
  let level: unknown[] = [variables];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_VARIABLE_DEPTH) {
      throw refusal("BAD_INPUT", `The variables are nested more than ${MAX_VARIABLE_DEPTH} deep.`);
    }
    if (level.some((value) => typeof value === "string" && value.includes("\0"))) {
      throw refusal("BAD_INPUT", NUL_MESSAGE);
    }
    level = level.flatMap((value) =>
      typeof value === "object" && value !== null ? Object.values(value as Record<string, unknown>) : [],
    );
  }
}

function checkDocument(
  document: DocumentNode,
  { maxDepth, maxAliases }: Pick<Config, "maxDepth" | "maxAliases">,
): void {
  let aliases = 0;
  visit(document, {
    Field(node) {
      if (node.alias !== undefined) aliases++;
    },
    StringValue(node) {
      if (node.value.includes("\0")) throw refusal("BAD_INPUT", NUL_MESSAGE);
    },
  });
  if (aliases > maxAliases) {
    const message = `The query has ${aliases} aliases; ${maxAliases} are allowed.`;
    throw refusal("QUERY_TOO_LARGE", message, "Send several queries.");
  }
  const depth = depthOf(document);
  if (depth > maxDepth) {
    const message = `The query is ${depth} levels deep; ${maxDepth} are allowed.`;
    throw refusal("QUERY_TOO_LARGE", message, "Ask for the inner objects by their IDs, in a second query.");
  }
}

/** Levels of the deepest operation, without introspection; each fragment is measured once, however often it is spread. */
function depthOf(document: DocumentNode): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const known = new Map<string, number>();
  const ofFragment = (name: string): number => {
    const depth = known.get(name) ?? ofSet(fragments.get(name)?.selectionSet);
    known.set(name, depth);
    return depth;
  };
  const ofSet = (set: SelectionSetNode | undefined): number => {
    const depths = (set?.selections ?? []).map((selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value);
      if (selection.kind === Kind.INLINE_FRAGMENT) return ofSet(selection.selectionSet);
      return selection.name.value.startsWith("__") ? 0 : 1 + ofSet(selection.selectionSet);
    });
    return Math.max(0, ...depths);
  };
  const operations = document.definitions.filter(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  return Math.max(0, ...operations.map(({ selectionSet }) => ofSet(selectionSet)));
}

function estimator(maxPageSize: number, own: (isItem: boolean) => number): ComplexityEstimator {
  return ({ type, field, args, childComplexity }) => {
    const returned = getNamedType(field.type);
    const isConnection = returned.name.endsWith("Connection");
    const isList = isListType(getNullableType(field.type));
    // The lists inside a connection are its page, which the connection itself has multiplied; introspection is bounded
    // by its own rule.
    const isCounted = (isConnection || isList) && !type.name.endsWith("Connection");
    if (!isCounted || isLeafType(returned) || returned.name.startsWith("__"))
      return own(false) + childComplexity;
    const given: unknown = args.first ?? args.last ?? (Array.isArray(args.ids) ? args.ids.length : null);
    const usual = isConnection ? DEFAULT_PAGE_SIZE : ASSUMED_LIST_LENGTH;
    // A page size out of range is refused when the list is read, with a better message.
    const length = Math.min(Math.max(1, typeof given === "number" ? given : usual), maxPageSize);
    return own(false) + length * (own(true) + childComplexity);
  };
}
