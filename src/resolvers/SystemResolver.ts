import { Ctx, Query, Resolver } from "type-graphql";
import { packageVersion } from "../config.js";
import { SystemInfo } from "../schema/connections.js";
import type { Context } from "../schema/Context.js";

/** What this server is and holds. */
@Resolver()
export class SystemResolver {
  @Query(() => SystemInfo, { description: "This server: version, limits, what is in the graph." })
  system(@Ctx() { config, database, loaders, startedAt }: Context): SystemInfo {
    return {
      version: packageVersion,
      database: database.description,
      uptimeSeconds: Math.floor((Date.now() - startedAt) / 1000),
      limits: config,
      corpus: loaders.corpus,
    };
  }
}
