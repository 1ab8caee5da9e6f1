/** What a link holds: the texts of the two editors. */
export interface SharedQuery {
  query: string;
  variables: string;
}

/** Reads `#query=…&variables=…`; null where the hash holds no query. */
export function readShareLink(hash: string): SharedQuery | null {
  const fields = new URLSearchParams(hash.replace(/^#/u, ""));
  const query = fields.get("query");
  return query === null || query.trim() === "" ? null : { query, variables: fields.get("variables") ?? "" };
}

/** The hash that `readShareLink` reads; "" where there is no query. */
export function writeShareLink({ query, variables }: SharedQuery): string {
  if (query.trim() === "") return "";
  const fields = new URLSearchParams({ query });
  if (variables.trim() !== "") fields.set("variables", variables);
  return `#${fields.toString()}`;
}
