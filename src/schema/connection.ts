import { Field, Int, ObjectType, ArgsType, type ClassType } from "type-graphql";
import type { Config } from "../config.js";
import { MitosError } from "../errors.js";
import type { ListPage, PageArguments } from "../graph/list.js";
import { Count, exactly } from "./Count.js";

/** One page of a connection (Relay). */
@ObjectType({ simpleResolvers: true, description: "One page of a connection (Relay)." })
export class PageInfo {
  @Field(() => Boolean, { description: "More items follow this page." })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: "Items stand before this page." })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: "Cursor of the first item of the page." })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Cursor of the last item of the page; give it as `after`.",
  })
  endCursor!: string | null;
}

/** Forward paging. */
@ArgsType()
export class ForwardPaging {
  @Field(() => Int, { nullable: true, description: "Page size, default 20." })
  first!: number | null;

  @Field(() => String, { nullable: true, description: "Cursor to continue after." })
  after!: string | null;
}

/** Paging in both directions. */
@ArgsType()
export class Paging extends ForwardPaging {
  @Field(() => Int, { nullable: true, description: "Page size, counted from the end." })
  last!: number | null;

  @Field(() => String, { nullable: true, description: "Cursor to end before." })
  before!: string | null;
}

/** Page size where the caller names none. */
export const DEFAULT_PAGE_SIZE = 20;

/**
 * Checks paging arguments.
 * @throws MitosError BAD_INPUT for a size out of range, or first together with last
 */
export function readPaging(
  paging: Partial<Paging>,
  { maxPageSize }: Pick<Config, "maxPageSize">,
  defaultSize = DEFAULT_PAGE_SIZE,
): PageArguments {
  const { first = null, last = null, after = null, before = null } = paging;
  if (first !== null && last !== null) {
    throw new MitosError("BAD_INPUT", "A list takes either first or last, not both.");
  }
  for (const [name, size] of [
    ["first", first],
    ["last", last],
  ] as const) {
    if (size !== null && (size < 1 || size > maxPageSize)) {
      throw new MitosError(
        "BAD_INPUT",
        `${name} is ${size}.`,
        `Give 1 to ${maxPageSize}, and page on with after.`,
      );
    }
  }
  return { first: last === null ? (first ?? Math.min(defaultSize, maxPageSize)) : null, last, after, before };
}

/**
 * Abstract edge type: node and cursor. Subclasses add what the edge itself knows. Its own name never reaches the
 * schema: only types that something returns do.
 */
export function edgeOf<Node extends object>(node: () => unknown): ClassType<{ node: Node; cursor: string }> {
  @ObjectType()
  abstract class Edge {
    @Field(node as () => ClassType, { simple: true, description: "The item." })
    node!: Node;

    @Field(() => String, { simple: true, description: "The item's place in the list." })
    cursor!: string;
  }
  return Edge as unknown as ClassType<Edge>;
}

/** Abstract connection type over an edge type. */
export function connectionOf<Edge extends { node: object }>(
  edge: () => ClassType<Edge>,
  node: () => unknown,
): ClassType<Connection<Edge>> {
  @ObjectType()
  abstract class AbstractConnection {
    @Field(() => [edge()], {
      simple: true,
      description: "The items of this page with what the list knows of each.",
    })
    edges!: Edge[];

    @Field(() => [(node as () => ClassType)()], { simple: true, description: "The items of this page." })
    nodes!: Edge["node"][];

    @Field(() => PageInfo, { simple: true, description: "Where this page stands in the list." })
    pageInfo!: PageInfo;

    @Field(() => Count, {
      simple: true,
      description: "Length of the whole list under the same filter.",
    })
    totalCount!: () => Promise<Count>;
  }
  return AbstractConnection as unknown as ClassType<Connection<Edge>>;
}

/** A connection as resolvers return it; the total is counted only when a query asks for it. */
export interface Connection<Edge extends { node: object }> {
  edges: Edge[];
  nodes: Edge["node"][];
  pageInfo: PageInfo;
  totalCount: () => Promise<Count>;
}

/** Builds a connection from one page of a list. `toEdge` adds what the edge itself knows. */
export function toConnection<Row extends object, Edge extends { node: object; cursor: string }>(
  page: ListPage<Row>,
  count: () => Promise<number>,
  toEdge: (row: Row, cursor: string) => Edge,
): Connection<Edge> {
  const edges = page.items.map(({ row, cursor }) => toEdge(row, cursor));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: page.hasPreviousPage,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: async () => exactly(await count()),
  };
}

/** An edge that knows nothing but its node. */
export function plainEdge<Node extends object>(node: Node, cursor: string): { node: Node; cursor: string } {
  return { node, cursor };
}
