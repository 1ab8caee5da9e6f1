import type { TypedDocumentString } from "./generated/graphql.js";

/** Where the API is, and how to reach it. */
export interface ClientOptions {
  /** Address of the API, such as `http://localhost:4000/graphql`. */
  url: string;
  /** Sent with every request. */
  headers?: Record<string, string>;
  /** Takes the place of the global `fetch`. */
  fetch?: typeof fetch;
}

/** Asks the API; the answer has the type of the document. */
export interface Client {
  /**
   * Sends one operation.
   * @throws RequestError when the answer holds errors or is none
   */
  request<Result, Variables extends Record<string, unknown>>(
    document: TypedDocumentString<Result, Variables>,
    ...rest: Record<string, never> extends Variables
      ? [variables?: Variables, options?: { signal?: AbortSignal }]
      : [variables: Variables, options?: { signal?: AbortSignal }]
  ): Promise<Result>;
}

/** One entry of an answer's `errors`. */
export interface ApiError {
  message: string;
  path?: (string | number)[];
  extensions?: { code?: string; hint?: string; [name: string]: unknown };
}

/** An answer with errors, or none. */
export class RequestError extends Error {
  constructor(
    /** HTTP status. */
    readonly status: number,
    /** Empty when the answer was no GraphQL answer. */
    readonly errors: readonly ApiError[],
    /** What the server could answer nevertheless. */
    readonly data: unknown,
  ) {
    super(errors[0]?.message ?? `The server answered with status ${status}.`);
    this.name = "RequestError";
  }

  /** Code of the first error, such as BAD_INPUT; null where there is none. */
  get code(): string | null {
    return this.errors[0]?.extensions?.code ?? null;
  }
}

/** A client without a cache: keep answers by the `id` of their nodes, which is stable. */
export function createClient({ url, headers = {}, fetch: send = fetch }: ClientOptions): Client {
  return {
    async request(document, ...[variables, options]) {
      const response = await send(url, {
        method: "POST",
        headers: {
          accept: "application/graphql-response+json",
          "content-type": "application/json",
          ...headers,
        },
        body: JSON.stringify({ query: String(document), variables }),
        ...(options?.signal && { signal: options.signal }),
      });
      const answer = (await response.json().catch(() => null)) as {
        data?: unknown;
        errors?: ApiError[];
      } | null;
      if (answer?.data == null || answer.errors !== undefined) {
        throw new RequestError(response.status, answer?.errors ?? [], answer?.data ?? null);
      }
      return answer.data as never;
    },
  };
}
