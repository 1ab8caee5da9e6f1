import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from "graphql";

function textScalar(
  name: string,
  description: string,
  specifiedByURL: string,
  check: (value: string) => boolean,
): GraphQLScalarType<string, string> {
  const parse = (value: unknown): string => {
    if (typeof value !== "string" || !check(value)) {
      throw new GraphQLError(`${JSON.stringify(value)} is no ${name}.`, {
        extensions: { code: "BAD_INPUT" },
      });
    }
    return value;
  };
  return new GraphQLScalarType({
    name,
    description,
    specifiedByURL,
    // Pages are not always right about their own addresses: what was read is shown as it is.
    serialize: (value) => String(value),
    parseValue: parse,
    parseLiteral: (node: ValueNode) => parse(node.kind === Kind.STRING ? node.value : null),
  });
}

/** Absolute address. */
export const Url = textScalar("URL", "Absolute address.", "https://url.spec.whatwg.org/", (value) =>
  URL.canParse(value),
);

/** BCP 47 language tag, for example `el`, `en`, `zh-Hans`. */
export const LanguageTag = textScalar(
  "LanguageTag",
  "BCP 47 language tag, for example `el`, `en`, `zh-Hans`.",
  "https://www.rfc-editor.org/info/bcp47",
  (value) => {
    try {
      return Intl.getCanonicalLocales(value).length === 1;
    } catch {
      return false;
    }
  },
);
