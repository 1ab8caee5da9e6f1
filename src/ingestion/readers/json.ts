/** A JSON object whose keys are only read by name: `__proto__` and its like are ordinary keys. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Is this an object, not a list? */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Own value of the first of these keys that has one, whatever their capitals and underscores. */
export function pick(object: JsonObject, ...names: readonly string[]): unknown {
  for (const name of names) {
    if (Object.hasOwn(object, name) && object[name] !== null && object[name] !== undefined)
      return object[name];
  }
  return undefined;
}

/** Text of the first of these keys that has one; numbers count as text. */
export function textOf(object: JsonObject, ...names: readonly string[]): string | null {
  for (const name of names) {
    const value = pick(object, name);
    if (typeof value === "string" && value.trim() !== "") return value;
    if (typeof value === "number") return String(value);
  }
  return null;
}

/** The objects of a list, or of one object. */
export function objectsOf(value: unknown): JsonObject[] {
  return (Array.isArray(value) ? (value as unknown[]) : [value]).filter(isObject);
}

/** The texts of a list, of one text apart by commas, or the names of objects. */
export function textsOf(value: unknown): string[] {
  if (typeof value === "string") return value.split(/\s*[,;]\s*/u).filter((text) => text !== "");
  return (Array.isArray(value) ? (value as unknown[]) : [value]).flatMap((each) => {
    if (typeof each === "string") return each;
    return isObject(each) ? (textOf(each, "name", "label", "value", "title") ?? []) : [];
  });
}
