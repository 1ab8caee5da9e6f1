/**
 * Makes articles as the index takes them, without text: words and names drawn by Zipf's law, and for each event of about five articles
 * its own ones. The same for the same seed.
 * @param {number} seed
 * @returns {(key: number) => import("../../dist/graph/similarity/articleTerms.js").ArticleTerms}
 */
export function syntheticTerms(seed) {
  let state = seed;
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const zipf = (size) => Math.floor(size ** random());
  const draw = (prefix, size, count) => {
    const terms = new Map();
    while (terms.size < count)
      terms.set(`${prefix}${zipf(size)}`, 1 + Math.log(1 + Math.floor(3 * random())));
    return [...terms];
  };
  const open = [];
  return (key) => {
    // An event lives for some hundred articles, as it does in a day's stream.
    if (open.length < 80 || random() < 0.2) {
      open.push({ words: draw("w", 150_000, 40), names: draw("@n", 100_000, 8) });
      if (open.length > 80) open.shift();
    }
    const event = open[Math.floor(random() * open.length)];
    const some = (terms, share) => terms.filter(() => random() < share);
    const merged = (...lists) => [...new Map(lists.flat())];
    return {
      language: random() < 0.5 ? "el" : "en",
      date: Date.UTC(2024, 0, 1) + Math.floor((key / 400) * 86_400_000),
      words: merged(some(event.words, 0.5), draw("w", 150_000, 90)),
      lead: merged(some(event.words, 0.4), draw("w", 150_000, 30)),
      names: merged(some(event.names, 0.7), draw("@n", 100_000, 12)),
    };
  };
}
