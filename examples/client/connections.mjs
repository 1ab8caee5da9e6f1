// @ts-check
// Who stands near a person, and the sentence that shows it. Every answer is typed by its document.
//   node examples/client/connections.mjs http://localhost:4000/graphql Πατρούσεφ
import { createClient, EntityDocument, PairDocument, RequestError } from "mitos/client";

const [url = "http://localhost:4000/graphql", name = "Patrushev"] = process.argv.slice(2);
const client = createClient({ url });

try {
  const { entity } = await client.request(EntityDocument, { name, lang: "en", first: 5 });
  if (!entity) {
    console.log(`Nobody here is called ${name}.`);
  } else {
    console.log(`${entity.name} (${entity.about ?? entity.kind}), ${entity.articleCount.value} articles`);
    for (const { node, articleCount } of entity.coMentions.edges) {
      const { pair } = await client.request(PairDocument, { a: entity.id, b: node.id, lang: "en", first: 1 });
      const [evidence] = pair?.evidence.nodes ?? [];
      console.log(`\n${node.name}: together in ${articleCount} articles`);
      console.log(`  "${evidence?.passage.fragment}"`);
      console.log(`  ${evidence?.article.source?.name ?? "?"}: ${evidence?.article.headline}`);
    }
  }
} catch (error) {
  // An ambiguous name comes with its candidates.
  if (!(error instanceof RequestError)) throw error;
  console.error(error.message, error.errors[0]?.extensions ?? "");
  process.exitCode = 1;
}
