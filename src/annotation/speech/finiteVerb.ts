import { fold } from "../text/fold.js";

const words = new Set(
  fold(
    `δεν μην μη θα να είναι ήταν είμαι είσαι έχει έχω έχουν έχουμε είχε είχα πρέπει μπορεί ας
     i we you he she it they is are was were am be been has have had do does did will would can could shall should may might must not
     cannot dont didnt doesnt isnt arent wasnt werent wont cant couldnt wouldnt shouldnt hasnt havent im ive ill youre youve youll were weve well theyre theyve theyll whats lets
     не нет нельзя надо нужно можно есть был была были будет будем я мы вы он она они должен должны пора`,
  ).split(/\s+/),
);
/** "there’s", of which the scanner makes two words. */
const BEFORE_IS = new Set(["there", "it", "that", "he", "she", "what", "who", "here", "how"]);
const GREEK =
  /(?:ουν|ουμε|ετε|εται|ονται|ομαι|ουμαι|ηκε|ηκαν|ησε|ησαν|ασε|αμε|ατε|ισε|ωσε|εσε|ει|αει|ονταν|οταν)$/;
const RUSSIAN =
  /(?:[аеиоуыя](?:ю|у)?т|[аеияоу]л[аио]?|[аеи]шь|ем|им|ете|ите|[ае]тся|ится|лся|лась|лись|ут|ют|ат|ят)$/;

/** Whether a row of folded words may be a clause: it has a word of the form of a finite verb, or one that stands beside one. */
export function hasFiniteVerb(folded: readonly string[]): boolean {
  return folded.some((word, index) => {
    if (words.has(word) || (word === "s" && BEFORE_IS.has(folded[index - 1] ?? ""))) return true;
    if (/^[α-ω]/.test(word)) return word.length > 3 && GREEK.test(word);
    if (/^[а-я]/.test(word)) return word.length > 3 && RUSSIAN.test(word);
    return false;
  });
}
