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

/** Whether ninjs has a property of this name, of any generation. */
export function isNinjsProperty(name: string): boolean {
  return SHAPES[name.toLowerCase()] !== undefined || FREE.test(name);
}

/** Whether ninjs has items of this type. */
export function isNinjsType(type: string): boolean {
  return ENUMS["type"]?.includes(type) === true;
}

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
      const isOdd =
        generation === 1 ? !FREE.test(name) : !/^\$?[A-Za-z0-9]+$/u.test(name) && !FREE.test(name);
      if (isOdd) return `${at(name)} is no property of ninjs`;
      if (/^(?:body|description|headline)_/u.test(name) && typeof value !== "string")
        return `${at(name)} is no text`;
      continue;
    }
    // The second generation let lists stand under these names too.
    const isList = generation > 1 && Array.isArray(value) && FIRST_ONLY.has(name);
    const fault = isList ? null : shapeFault(value, shape);
    if (fault !== null) return `${at(name)} ${fault}`;
    const allowed = ENUMS[key];
    if (allowed && !allowed.includes(value as string))
      return `${at(name)} is "${String(value)}", none of ${allowed.join(", ")}`;
  }
  return (
    urgencyFault(item, path) ??
    geometryFault(pick(item, "places"), at("places")) ??
    eventFault(pick(item, "eventDetails"), at("eventDetails")) ??
    coverageFault(pick(item, "plannedCoverage"), at("plannedCoverage")) ??
    renditionFault(pick(item, "renditions"), at("renditions")) ??
    associationFault(
      pick(item, "associations"),
      at("associations"),
      depth,
      generation === 3 && !isSecond(item),
    )
  );
}

/** Whether an item says that it is of ninjs 2. */
function isSecond(item: JsonObject): boolean {
  const standard = pick(item, "standard");
  const version = isObject(standard) ? pick(standard, "version") : undefined;
  return typeof version === "string" && version.startsWith("2");
}

function urgencyFault(item: JsonObject, path: string): string | null {
  const urgency = pick(item, "urgency");
  return typeof urgency === "number" && (urgency < 1 || urgency > 9)
    ? `${path === "" ? "" : `${path}.`}urgency is not in 1 to 9`
    : null;
}

const GEOMETRIES =
  /^(?:Multi)?(?:Point|LineString|Polygon)$|^(?:GeometryCollection|Feature|FeatureCollection)$/u;

/** Places with a geometry that is no GeoJSON. */
function geometryFault(value: unknown, path: string): string | null {
  if (!Array.isArray(value)) return null;
  for (const [index, place] of value.entries()) {
    const geometry = isObject(place) ? pick(place, "geojson") : undefined;
    if (geometry === undefined) continue;
    const type = isObject(geometry) ? pick(geometry, "type") : undefined;
    if (typeof type !== "string" || !GEOMETRIES.test(type)) return `${path}[${index}].geojson is no GeoJSON`;
  }
  return null;
}

/** An ISO 8601 date and time, or its beginning. */
const TRUNCATED_DATE =
  /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?)?)?$/u;

function eventFault(value: unknown, path: string): string | null {
  const dates = isObject(value) ? pick(value, "dates") : undefined;
  if (!isObject(dates)) return null;
  for (const name of ["Start", "End"]) {
    const expected = pick(dates, `expected${name}Date`);
    if (expected === undefined) continue;
    if (pick(dates, `${name.toLowerCase()}Date`) !== undefined)
      return `${path}.dates has two dates for its ${name.toLowerCase()}`;
    if (typeof expected !== "string" || !TRUNCATED_DATE.test(expected))
      return `${path}.dates.expected${name}Date is no date`;
  }
  return null;
}

function coverageFault(value: unknown, path: string): string | null {
  if (!Array.isArray(value)) return null;
  for (const [index, each] of value.entries()) {
    const fault = isObject(each) ? urgencyFault(each, `${path}[${index}]`) : `${path}[${index}] is no object`;
    if (fault !== null) return fault;
  }
  return null;
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

function associationFault(value: unknown, path: string, depth: number, needsUri: boolean): string | null {
  if (value === undefined) return null;
  const list: [string, unknown][] | null = Array.isArray(value)
    ? (value as unknown[]).map((each, index) => [String(index), each])
    : isObject(value)
      ? Object.entries(value)
      : null;
  if (list === null) return `${path} is neither an object nor a list`;
  for (const [name, each] of list) {
    if (!isObject(each)) return `${path}.${name} is no object`;
    if (needsUri && typeof pick(each, "uri") !== "string") return `${path}.${name}.uri is missing`;
    const fault = ninjsFault(each, `${path}.${name}`, depth + 1);
    if (fault !== null) return fault;
  }
  return null;
}
