import type { KnowledgeEntity } from "../KnowledgeBase.js";
import { fold } from "../text/fold.js";
import { phoneticKey } from "../text/phoneticKey.js";

/** Shorter keys meet by chance. */
const SHORTEST_KEY = 6;
/** A key that alone is enough where the knowledge base has no name in the script of the text. */
const LONG_KEY = 9;
/** One letter in so many may differ. */
const LETTERS_FOR_EACH_CHANGE = 6;

interface Spelling {
  entity: KnowledgeEntity;
  folded: string;
  script: string;
}

/** Full names of people by sound, for spellings that the knowledge base does not have («Γερασίμοφ», «Γκερασίμοφ»). */
export class SpellingIndex {
  private readonly byKey = new Map<string, Spelling[]>();
  /** Names that are not in the index yet: it is made when it is first asked, so that loading is quick. */
  private waiting: [entity: KnowledgeEntity, name: string][] = [];
  /** Given names come again and again. */
  private readonly keyOfWord = new Map<string, string>();

  /** Takes in one form of a name; names of one word are left out. */
  add(entity: KnowledgeEntity, name: string): void {
    if (name.includes(" ")) this.waiting.push([entity, name]);
  }

  private index(entity: KnowledgeEntity, name: string): void {
    const folded = fold(name);
    if (!/\s/.test(folded)) return;
    const key = folded
      .split(" ")
      .map((word) => this.wordKey(word))
      .join(" ");
    const spelling = { entity, folded, script: scriptOf(folded) };
    const known = this.byKey.get(key);
    if (known) known.push(spelling);
    else this.byKey.set(key, [spelling]);
  }

  private wordKey(word: string): string {
    let key = this.keyOfWord.get(word);
    if (key === undefined) {
      key = phoneticKey(word);
      this.keyOfWord.set(word, key);
    }
    return key;
  }

  /**
   * The one person whose name sounds like this and is written nearly like it; null when there is none or more than
   * one. Names in another script are compared by sound alone.
   */
  find(name: string): KnowledgeEntity | null {
    const key = phoneticKey(name);
    if (key.replaceAll(" ", "").length < SHORTEST_KEY) return null;
    for (const [entity, known] of this.waiting) this.index(entity, known);
    this.waiting = [];
    const folded = fold(name);
    const script = scriptOf(folded);
    const found = new Set<KnowledgeEntity>();
    for (const spelling of this.byKey.get(key) ?? []) {
      const isNear =
        spelling.script === script
          ? isWrittenAlike(folded, spelling.folded)
          : spelling.entity.names[script] === undefined && key.length >= LONG_KEY;
      if (isNear) found.add(spelling.entity);
    }
    const [only] = found;
    return found.size === 1 && only ? only : null;
  }
}

/** The language whose names are in this script. */
function scriptOf(folded: string): string {
  if (/[\u0370-\u03ff]/.test(folded)) return "el";
  return /[\u0400-\u052f]/.test(folded) ? "ru" : "en";
}

/** Word by word, so that a long given name does not excuse another family name. */
function isWrittenAlike(a: string, b: string): boolean {
  const others = b.split(" ");
  const words = a.split(" ");
  return (
    words.length === others.length &&
    words.every(
      (word, index) => changes(word, others[index] ?? "") <= Math.ceil(word.length / LETTERS_FOR_EACH_CHANGE),
    )
  );
}

/** Levenshtein distance; both texts are one name long. */
function changes(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(replaced, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}
