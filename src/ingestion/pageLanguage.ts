import { detectLanguage, type DetectedLanguage } from "../annotation/text/detectLanguage.js";

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
  const detected = detectLanguage(text);
  if (
    language !== null &&
    (detected.confidence < SURE || scriptOf(language) === scriptOf(detected.language))
  ) {
    return { language, confidence: 1 };
  }
  if (detected.language !== "und" || outlet === null) return detected;
  return { language: baseLanguage(outlet) ?? "und", confidence: 0.5 };
}

function scriptOf(language: string): string | undefined {
  return new Intl.Locale(language).maximize().script;
}
