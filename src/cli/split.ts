import { Command } from "commander";
import { openDatabase, type Database } from "../db/openDatabase.js";
import type { AnnotationTools } from "../ingestion/reannotate.js";
import { joinThing, splitThing, type SplitReport } from "../ingestion/splitThing.js";
import { StoryWriter } from "../ingestion/StoryWriter.js";
import { syncKnowledge } from "../ingestion/syncKnowledge.js";
import { openAnnotator } from "./openAnnotator.js";
import { addSettings, configFrom, databaseSettings } from "./settingOptions.js";

/** `mitos split`: two people of one name, whom Mitos took for one, become two. */
export function splitCommand(): Command {
  const command = new Command("split")
    .description(
      "Give some articles of an entity that Mitos found one of their own: another person of that name.",
    )
    .argument("<entity>", "Its id or slug.")
    .argument("<article...>", "Ids, slugs or addresses of the articles that mean somebody else.")
    .action((entity: string, articles: string[], flags: object) =>
      run(flags, (database, tools) => splitThing(database, tools, entity, articles)),
    );
  return addSettings(command, [...databaseSettings, "knowledge"]);
}

/** `mitos join`: takes a split back. */
export function joinCommand(): Command {
  const command = new Command("join")
    .description("Take a split back: the articles mean again whom the name means elsewhere.")
    .argument("<entity>", "Id or slug of the entity that the split made.")
    .argument("[article...]", "Only these of its articles.")
    .action((entity: string, articles: string[], flags: object) =>
      run(flags, (database, tools) => joinThing(database, tools, entity, articles)),
    );
  return addSettings(command, [...databaseSettings, "knowledge"]);
}

async function run(
  flags: object,
  change: (database: Database, tools: AnnotationTools) => Promise<SplitReport>,
): Promise<void> {
  const config = configFrom({ ...flags });
  const database = await openDatabase(config);
  try {
    const { knowledgeBase, gazetteer, tagger } = openAnnotator(config);
    const entityKeys = await syncKnowledge(database, knowledgeBase);
    const { entity, articles } = await change(database, { gazetteer, tagger, entityKeys });
    // What the articles name is compared too.
    await StoryWriter.of(database).place();
    console.log(`${entity.slug} (${entity.id}) is meant in ${articles.join(", ")}`);
  } finally {
    await database.close();
  }
}
