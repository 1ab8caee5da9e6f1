/** An article in the list of a term. */
export interface Posting {
  key: number;
  /** Milliseconds since 1970; null without a date. */
  date: number | null;
}

/**
 * For each term the articles that have it among their weightiest, by date. Lists have a greatest length: the oldest entry goes, so that
 * a term which all articles have costs no more than a rare one. Undated articles stand at the end, as the newest.
 */
export class Postings {
  private readonly lists = new Map<number, Posting[]>();

  constructor(private readonly longest: number) {}

  /** Enters an article under its terms. */
  add(terms: readonly number[], posting: Posting): void {
    for (const term of terms) {
      const list = this.lists.get(term);
      if (list === undefined) {
        this.lists.set(term, [posting]);
        continue;
      }
      list.splice(placeOf(list, posting), 0, posting);
      if (list.length > this.longest) list.shift();
    }
  }

  /** Takes an article out from under its terms. */
  remove(terms: readonly number[], key: number): void {
    for (const term of terms) {
      const left = (this.lists.get(term) ?? []).filter((posting) => posting.key !== key);
      if (left.length === 0) this.lists.delete(term);
      else this.lists.set(term, left);
    }
  }

  /** The articles of a term that stand nearest to one in time, at most `limit`; undated ones by their keys. */
  nearest(term: number, posting: Posting, limit: number): readonly Posting[] {
    const list = this.lists.get(term) ?? [];
    if (list.length <= limit) return list;
    const place = placeOf(list, posting);
    const from = Math.min(list.length - limit, Math.max(0, place - Math.floor(limit / 2)));
    return list.slice(from, from + limit);
  }
}

/** Where a posting stands in a list: by date, then key, so that the order of arrival leaves no trace. */
export function placeOf(list: readonly Posting[], { key, date }: Posting): number {
  let low = 0;
  let high = list.length;
  const time = date ?? Infinity;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = list[middle];
    const otherTime = other?.date ?? Infinity;
    if (otherTime < time || (otherTime === time && (other?.key ?? 0) < key)) low = middle + 1;
    else high = middle;
  }
  return low;
}
