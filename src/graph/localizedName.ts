import { romanize } from "../annotation/text/romanize.js";
import type { Entity } from "../entities/Entity.js";

const scriptPatterns: Record<string, RegExp> = {
  Latn: /\p{Script=Latin}/u,
  Grek: /\p{Script=Greek}/u,
  Cyrl: /\p{Script=Cyrillic}/u,
  Hans: /\p{Script=Han}/u,
  Hant: /\p{Script=Han}/u,
  Arab: /\p{Script=Arabic}/u,
};

/**
 * Name of an entity in a language, else in English, else any.
 * @param lang BCP 47; `el-CY` falls back to `el`
 * @param script ISO 15924, such as `Latn`: only names in it; a name is romanised where there is none in Latin
 */
export function localizedName(
  { preferredNames, slug }: Pick<Entity, "preferredNames" | "slug">,
  lang: string | null,
  script: string | null = null,
): string {
  const names = JSON.parse(preferredNames) as Record<string, string>;
  const pattern = script === null ? null : scriptPatterns[script];
  const fits = (name: string): boolean => pattern == null || pattern.test(name);
  const wanted = lang === null ? null : localized(names, lang);
  if (wanted !== null && fits(wanted)) return wanted;
  const candidates = [...(names.en === undefined ? [] : [names.en]), ...Object.values(names)];
  const found = candidates.find(fits);
  if (found !== undefined) return found;
  const any = candidates[0] ?? slug;
  return script === "Latn" ? capitalized(romanize(any)) : any;
}

/** The text of a language, or of the language without its region; null where there is none. */
export function localized(texts: Readonly<Record<string, string>>, lang: string): string | null {
  return texts[lang] ?? texts[lang.split("-")[0] ?? ""] ?? null;
}

function capitalized(name: string): string {
  return name.replace(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toUpperCase());
}
