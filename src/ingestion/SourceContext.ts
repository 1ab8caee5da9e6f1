import { existsSync, readFileSync, realpathSync } from "node:fs";
import path from "node:path";
import { SourceKind } from "../entities/enums.js";
import { normalizeUrl } from "../entities/normalizeUrl.js";
import { MitosError } from "../errors.js";
import { nameKey } from "./identity.js";
import { baseLanguage } from "./pageLanguage.js";
import { cleanText } from "./readers/cleanText.js";

/** The outlet that documents come from, as `source.json` in their folder or the command line says. */
export interface SourceContext {
  name: string;
  url: string | null;
  /** BCP 47. */
  language: string | null;
  kind: SourceKind;
  /** IANA zone of dates that print none. */
  timeZone: string;
}

/** Name of the file that says which outlet a folder is from. */
export const SOURCE_FILE = "source.json";

/** The outlet of a page. */
export interface PageSource extends Omit<SourceContext, "kind" | "timeZone"> {
  /** Null when only the page itself names its outlet. */
  kind: SourceKind | null;
}

/** Finds the outlet of each folder; every `source.json` is read once. */
export class SourceContexts {
  private readonly known = new Map<string, SourceContext | MitosError | null>();

  /** @param within real paths of folders: a file elsewhere, also behind a link, is not read */
  constructor(private readonly within: readonly string[] | null = null) {}

  /**
   * The nearest `source.json` at or above a folder; null where there is none.
   * @param root what the user named: files above it count only if they are such files indeed
   * @throws MitosError BAD_INPUT when the file is unusable
   */
  find(folder: string, root: string): SourceContext | null {
    for (let current = folder; ; current = path.dirname(current)) {
      const found = this.read(current);
      const isWithin = current === root || current.startsWith(root + path.sep);
      if (found instanceof MitosError && isWithin) throw found;
      if (found !== null && !(found instanceof MitosError)) return found;
      if (path.dirname(current) === current) return null;
    }
  }

  private read(folder: string): SourceContext | MitosError | null {
    const known = this.known.get(folder);
    if (known !== undefined) return known;
    const file = path.join(folder, SOURCE_FILE);
    let found: SourceContext | MitosError | null;
    try {
      found = existsSync(file) && this.mayRead(file) ? readSource(file) : null;
    } catch (error) {
      found = error as MitosError;
    }
    this.known.set(folder, found);
    return found;
  }

  private mayRead(file: string): boolean {
    if (this.within === null) return true;
    const real = realpathSync(file);
    return this.within.some((folder) => real.startsWith(folder + path.sep));
  }
}

function readSource(file: string): SourceContext {
  const bad = (reason: string): MitosError =>
    new MitosError(
      "BAD_INPUT",
      `${file}: ${reason}`,
      'It needs at least {"name": "…"}; see docs/formats.md.',
    );
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, "utf8").replace(/^\ufeff/u, ""));
  } catch (error) {
    throw bad((error as Error).message);
  }
  return checkSource(value, bad);
}

/**
 * Checks what is said of an outlet, and fills in what is not.
 * @param bad makes the error that is thrown for a reason
 */
export function checkSource(value: unknown, bad: (reason: string) => Error): SourceContext {
  if (typeof value !== "object" || value === null) throw bad("is no JSON object");
  const fields = value as Record<string, unknown>;
  const textField = (name: string): string | null => {
    const field = fields[name] ?? null;
    if (field === null) return null;
    const text = typeof field === "string" ? cleanText(field) : "";
    if (text === "") throw bad(`"${name}" must be a non-empty string`);
    return text;
  };
  const name = textField("name");
  if (name === null || nameKey(name) === "") throw bad('"name" is missing');
  const kind = textField("kind") ?? "PUBLISHER";
  if (!Object.hasOwn(SourceKind, kind))
    throw bad(`"kind" must be one of ${Object.keys(SourceKind).join(", ")}`);
  const url = textField("url");
  if (url !== null && normalizeUrl(url) === null) throw bad(`"${url}" is no http(s) address`);
  const language = textField("language");
  if (language !== null && baseLanguage(language) === null) throw bad(`"${language}" is no language tag`);
  const timeZone = textField("timeZone") ?? "UTC";
  try {
    new Intl.DateTimeFormat("en", { timeZone });
  } catch {
    throw bad(`"${timeZone}" is no time zone`);
  }
  return { name, url, language, kind: kind as SourceKind, timeZone };
}
