import type { TextAnnotator } from "../annotation/annotateText.js";
import type { Config } from "../config.js";
import type { MitosError } from "../errors.js";
import type { IngestQueue } from "../ingestion/IngestQueue.js";
import type { Loaders } from "../loaders/createLoaders.js";

/** What every resolver of one request shares. */
export interface Context {
  /** Finds names in a text that is in no article. */
  annotateText: TextAnnotator;
  /** All that resolvers read of the graph. */
  loaders: Loaders;
  config: Config;
  database: {
    /** Engine and version, for people. */
    description: string;
  };
  /** When the server started, milliseconds since 1970. */
  startedAt: number;
  ingest: {
    /** Why this caller may neither see nor start jobs; null for one who may. */
    refusal: MitosError | null;
    /** Null where nothing can be taken in, as in `mitos query`. */
    queue: IngestQueue | null;
  };
}
