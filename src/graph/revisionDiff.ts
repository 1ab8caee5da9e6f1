import { diffArrays } from "diff";
import type { ArticlePart } from "../entities/enums.js";
import { fold } from "../annotation/text/fold.js";

/** A text of a version. */
export interface RevisionText {
  part: ArticlePart;
  text: string;
}

/** A text that is not the same in two versions: "" in the one that does not have it. */
export interface TextChange {
  part: ArticlePart;
  before: string;
  after: string;
}

/** Of two texts in one place, so much of their words must be shared for one to be the other's change. */
const SAME_TEXT = 0.3;
/** More texts are not compared one with each other. */
const MOST_IN_PLACE = 200;

/**
 * What changed from one version to another: texts that came, went or were changed, in the order of the newer one. A text and the
 * one in its place that shares most words with it are one change. Applied to the texts of the one, the changes give those of the other.
 */
export function revisionDiff(before: readonly RevisionText[], after: readonly RevisionText[]): TextChange[] {
  const changes: TextChange[] = [];
  let [gone, come]: [RevisionText[], RevisionText[]] = [[], []];
  const close = (): void => {
    changes.push(...pairedChanges(gone, come));
    [gone, come] = [[], []];
  };
  const steps = diffArrays([...before], [...after], {
    comparator: (a, b) => a.part === b.part && a.text === b.text,
  });
  for (const { added, removed, value } of steps) {
    if (removed) gone.push(...value);
    else if (added) come.push(...value);
    else close();
  }
  close();
  return changes;
}

/** Texts that went and came in one place. */
function pairedChanges(gone: readonly RevisionText[], come: readonly RevisionText[]): TextChange[] {
  const [lost, found] = [gone[0], come[0]];
  // One text for one: whatever its words, it stands where the other stood.
  if (gone.length === 1 && come.length === 1 && lost && found?.part === lost.part)
    return [{ part: found.part, before: lost.text, after: found.text }];
  const left = new Set(gone.slice(0, MOST_IN_PLACE));
  const words = new Map([...left].map((each) => [each, wordsOf(each.text)]));
  const changed = come.map((after): TextChange => {
    const own = wordsOf(after.text);
    let best: RevisionText | null = null;
    // A headline is a headline's change, whatever its words.
    let most = after.part === "HEADLINE" ? -1 : SAME_TEXT;
    for (const each of left) {
      const share = each.part === after.part ? sharedPart(words.get(each) ?? new Set(), own) : -1;
      if (each.part === after.part && share > most) [best, most] = [each, share];
    }
    if (best !== null) left.delete(best);
    return { part: after.part, before: best?.text ?? "", after: after.text };
  });
  const removed = gone
    .filter((each, index) => left.has(each) || index >= MOST_IN_PLACE)
    .map(({ part, text }) => ({ part, before: text, after: "" }));
  return [...changed, ...removed];
}

function wordsOf(text: string): Set<string> {
  return new Set(fold(text).match(/[\p{L}\p{N}]+/gu) ?? []);
}

function sharedPart(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared / Math.max(1, Math.max(a.size, b.size));
}
