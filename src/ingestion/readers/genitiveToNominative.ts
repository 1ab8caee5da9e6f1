const ENDINGS: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  τησ: [[/([ηήαά])ς$/u, "$1"]],
  του: [
    [/([ηήαά])$/u, "$1ς"],
    [/ου$/u, "ος"],
    [/ού$/u, "ός"],
  ],
};

/**
 * The nominative of a name that a byline has in the genitive («Της Μαρίας Λεοντίου»): grammar of the article in front
 * of it. Family names in -ου keep it, since many have no other form, except those in -πουλου.
 * @param article «της» or «του», folded (τησ); any other leaves the name as it is
 */
export function genitiveToNominative(name: string, article: string): string {
  const words = name.split(" ");
  const last = words.length - 1;
  return words
    .map((word, index) => {
      const isFamilyName = index === last && last > 0;
      if (isFamilyName && article === "τησ") return word;
      if (isFamilyName && /ο[υύ]$/u.test(word)) return word.replace(/πουλου$/u, "πουλος");
      const [pattern, ending] = ENDINGS[article]?.find(([each]) => each.test(word)) ?? [];
      return pattern === undefined ? word : word.replace(pattern, ending ?? "");
    })
    .join(" ");
}
