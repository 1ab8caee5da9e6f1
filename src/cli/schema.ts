import { Command } from "commander";
import { lexicographicSortSchema, printSchema } from "graphql";
import { buildSchema } from "../schema/buildSchema.js";

/** `mitos schema`: prints the API's schema. */
export function schemaCommand(): Command {
  return new Command("schema").description("Print the GraphQL schema (SDL).").action(() => {
    console.log(printSchema(lexicographicSortSchema(buildSchema())));
  });
}
