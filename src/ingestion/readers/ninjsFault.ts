import { isObject, pick, type JsonObject } from "./json.js";

type Shape = "text" | "number" | "integer" | "list" | "object" | "objects";

/** Shapes of the properties of ninjs 1.0 to 1.8 (https://iptc.org/std/ninjs/), in small letters; later generations share them. */
const SHAPES: Readonly<Record<string, Shape>> = Object.fromEntries(
  (
    [
      [
        "text",
        "uri type mimetype representationtype profile version firstcreated versioncreated contentcreated contentmodified contentdigitised embargoed pubstatus copyrightholder copyrightnotice usageterms ednote language title byline by headline slugline located expires contenttype",
      ],
      ["number", "charcount wordcount"],
      ["integer", "urgency"],
      ["object", "rightsinfo $standard standard"],
      [
        "objects",
        "person organisation place subject event object infosource trustindicator genre people organisations places subjects events objects infosources trustindicators genres headlines bodies descriptions",
      ],
    ] as const
  ).flatMap(([shape, names]) => names.split(" ").map((name) => [name, shape])),
);
const ENUMS: Readonly<Record<string, readonly string[]>> = {
  type: ["text", "audio", "video", "picture", "graphic", "composite", "component", "planning", "event"],
  representationtype: ["complete", "incomplete"],
  pubstatus: ["usable", "withheld", "canceled"],
};
/** Only of the first generation: there `associations` and `renditions` are objects and every property is known. */
const FIRST_ONLY = new Set([
  "person",
  "organisation",
  "place",
  "subject",
  "event",
  "object",
  "infosource",
  "byline",
  "headline",
  "mimetype",
  "trustindicator",
  "genre",
]);
const FREE =
  /^(?:body|description|headline)_[a-zA-Z0-9_]+$|^(?:associations|renditions|altids|digitalsourcetype|\$schema)$/u;
const MAX_DEPTH = 8;

/**
 * What breaks the ninjs standard in an item, in words; null where nothing does. Checks the shape of every property that the
 * standard names, its value lists, and for the first generation that there are no other properties.
 */
export function ninjsFault(item: JsonObject, path = "", depth = 0): string | null {
  if (depth > MAX_DEPTH) return `${path}: associations nest too deep`;
  const at = (name: string): string => (path === "" ? name : `${path}.${name}`);
  const generation = generationOf(item);
  if (depth === 0 && typeof pick(item, "uri") !== "string") return "uri is missing";
  for (const [name, value] of Object.entries(item)) {
    const key = name.toLowerCase();
    const shape = SHAPES[key];
    if (shape === undefined) {
      if (generation === 1 && !FREE.test(name)) return `${at(name)} is no property of ninjs`;
      if (/^(?:body|description|headline)_/u.test(name) && typeof value !== "string")
        return `${at(name)} is no text`;
      continue;
    }
    const fault = shapeFault(value, shape);
    if (fault !== null) return `${at(name)} ${fault}`;
    const allowed = ENUMS[key];
    if (allowed && !allowed.includes(value as string))
      return `${at(name)} is "${String(value)}", none of ${allowed.join(", ")}`;
  }
  const urgency = pick(item, "urgency");
  if (typeof urgency === "number" && (urgency < 1 || urgency > 9)) return `${at("urgency")} is not in 1 to 9`;
  return (
    renditionFault(pick(item, "renditions"), at("renditions")) ??
    associationFault(pick(item, "associations"), at("associations"), depth)
  );
}

/** 1 for properties such as `body_text` and `headline`, 2 for lists such as `bodies`, 3 for names in camel case. */
function generationOf(item: JsonObject): 1 | 2 | 3 {
  const names = Object.keys(item);
  if (
    names.some((name) =>
      /^(?:versionCreated|firstCreated|contentCreated|contentModified|copyrightHolder|copyrightNotice|usageTerms|infoSources|pubStatus|representationType|altIds|standard|edNote)$/u.test(
        name,
      ),
    )
  )
    return 3;
  if (
    names.some((name) =>
      /^(?:bodies|headlines|descriptions|people|organisations|places|subjects|events|objects|infosources)$/u.test(
        name,
      ),
    )
  )
    return 2;
  if (
    Array.isArray(pick(item, "renditions")) ||
    Array.isArray(pick(item, "associations")) ||
    names.includes("by") ||
    names.includes("contenttype")
  )
    return 2;
  return names.some((name) => FIRST_ONLY.has(name) || /^(?:body|description)_/u.test(name)) ? 1 : 2;
}

function shapeFault(value: unknown, shape: Shape): string | null {
  if (shape === "text") return typeof value === "string" ? null : "is no text";
  if (shape === "number") return typeof value === "number" ? null : "is no number";
  if (shape === "integer") return Number.isInteger(value) ? null : "is no whole number";
  if (shape === "object") return isObject(value) ? null : "is no object";
  if (!Array.isArray(value)) return "is no list";
  for (const [index, each] of value.entries()) {
    if (!isObject(each)) return `[${index}] is no object`;
    for (const name of ["name", "rel", "scheme", "code", "value", "role", "uri", "literal"]) {
      const inner = pick(each, name);
      if (inner !== undefined && typeof inner !== "string") return `[${index}].${name} is no text`;
    }
  }
  return null;
}

function renditionFault(value: unknown, path: string): string | null {
  if (value === undefined) return null;
  const list = Array.isArray(value) ? (value as unknown[]) : isObject(value) ? Object.values(value) : null;
  if (list === null) return `${path} is neither an object nor a list`;
  for (const each of list) {
    if (!isObject(each)) return `${path} has a member that is no object`;
    for (const name of ["href", "mimetype", "title", "format", "contenttype", "contentType", "name"]) {
      const inner = pick(each, name);
      if (inner !== undefined && typeof inner !== "string") return `${path}: ${name} is no text`;
    }
    for (const name of ["width", "height", "sizeinbytes", "sizeInBytes", "duration"]) {
      const inner = pick(each, name);
      if (inner !== undefined && typeof inner !== "number") return `${path}: ${name} is no number`;
    }
  }
  return null;
}

function associationFault(value: unknown, path: string, depth: number): string | null {
  if (value === undefined) return null;
  const list: [string, unknown][] | null = Array.isArray(value)
    ? (value as unknown[]).map((each, index) => [String(index), each])
    : isObject(value)
      ? Object.entries(value)
      : null;
  if (list === null) return `${path} is neither an object nor a list`;
  for (const [name, each] of list) {
    const fault = isObject(each)
      ? ninjsFault(each, `${path}.${name}`, depth + 1)
      : `${path}.${name} is no object`;
    if (fault !== null) return fault;
  }
  return null;
}
