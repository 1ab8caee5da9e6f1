import { detectLanguage, isLatin, type DetectedLanguage } from "../annotation/text/detectLanguage.js";

const SURE = 0.9;

/** Language of a tag without its region, which says nothing of the text: `en-GB` → `en`, `zh-Hant-HK` → `zh-Hant`. */
export function baseLanguage(tag: string): string | null {
  try {
    const { language, script } = new Intl.Locale(tag);
    return script === undefined ? language : `${language}-${script}`;
  } catch {
    return null;
  }
}

/**
 * Language of a page. What the page states counts, unless its letters are another script: a system's template often
 * says `en` around Greek text. A page that states none has the language of its text, else of its outlet.
 * @param stated BCP 47, by the page
 * @param outlet BCP 47, of its source
 */
export function pageLanguage(text: string, stated: string | null, outlet: string | null): DetectedLanguage {
  const language = stated === null ? null : baseLanguage(stated);
  const script = language === null ? undefined : scriptOf(language);
  if (language !== null && script === "Latn" && isLatin(text)) return { language, confidence: 1 };
  const detected = detectLanguage(text);
  if (language !== null && (detected.confidence < SURE || script === scriptOf(detected.language)))
    return { language, confidence: 1 };
  if (detected.language !== "und" || outlet === null) return detected;
  return { language: baseLanguage(outlet) ?? "und", confidence: 0.5 };
}

const scripts = new Map<string, string | undefined>();
const MOST_LANGUAGES = 1000;

/** As most likely for the language; asked for once, since that takes long. */
function scriptOf(language: string): string | undefined {
  let script = scripts.get(language);
  if (script === undefined) {
    script = new Intl.Locale(language).maximize().script;
    if (scripts.size >= MOST_LANGUAGES) scripts.clear();
    scripts.set(language, script);
  }
  return script;
}
