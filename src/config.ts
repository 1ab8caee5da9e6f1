import { readFileSync } from "node:fs";
import path from "node:path";
import { MitosError } from "./errors.js";

interface Setting {
  env: string;
  flag: string;
  default: string;
  help: string;
  minimum?: number;
}

/** Every setting: environment variable, command-line flag, default, help. The docs and `--help` are checked against it. */
export const settings = {
  dataDirectory: {
    env: "MITOS_DATA",
    flag: "--data",
    default: "data",
    help: "Folder of the embedded database.",
  },
  databaseUrl: {
    env: "MITOS_DATABASE_URL",
    flag: "--database-url",
    default: "",
    help: "postgres://… to use PostgreSQL instead of the embedded database.",
  },
  knowledge: {
    env: "MITOS_KNOWLEDGE",
    flag: "--knowledge",
    default: "",
    help: "File or folder of further names (JSON Lines); empty: knowledge/ in the data folder, if it is there.",
  },
  storyArticles: {
    env: "MITOS_STORY_ARTICLES",
    flag: "--story-articles",
    default: "15000",
    help: "Newest articles that stories are found among; each takes about 3 kB of memory while articles come in.",
    minimum: 100,
  },
  host: { env: "HOST", flag: "--host", default: "127.0.0.1", help: "Address to listen on." },
  port: {
    env: "PORT",
    flag: "--port",
    default: "4000",
    help: "Port to listen on; 0 picks a free one.",
    minimum: 0,
  },
  maxDepth: {
    env: "MITOS_MAX_DEPTH",
    flag: "--max-depth",
    default: "12",
    help: "Deepest selection of a query.",
    minimum: 1,
  },
  maxTokens: {
    env: "MITOS_MAX_TOKENS",
    flag: "--max-tokens",
    default: "2000",
    help: "Most tokens of a query document.",
    minimum: 1,
  },
  maxCost: {
    env: "MITOS_MAX_COST",
    flag: "--max-cost",
    default: "20000",
    help: "Most fields a query may resolve, pages multiplied out.",
    minimum: 1,
  },
  maxNodes: {
    env: "MITOS_MAX_NODES",
    flag: "--max-nodes",
    default: "10000",
    help: "Most list items a query may return, pages multiplied out.",
    minimum: 1,
  },
  maxAliases: {
    env: "MITOS_MAX_ALIASES",
    flag: "--max-aliases",
    default: "30",
    help: "Most aliases in a query document.",
    minimum: 0,
  },
  maxPageSize: {
    env: "MITOS_MAX_PAGE_SIZE",
    flag: "--max-page-size",
    default: "100",
    help: "Largest first or last of a list.",
    minimum: 1,
  },
  maxBodyBytes: {
    env: "MITOS_MAX_BODY_BYTES",
    flag: "--max-body-bytes",
    default: "4194304",
    help: "Largest request body in bytes.",
    minimum: 1024,
  },
  ingestToken: {
    env: "MITOS_INGEST_TOKEN",
    flag: "--ingest-token",
    default: "",
    help: "Token that callers must send to ingest through the API; empty: only programs on this computer may.",
  },
  ingestFolders: {
    env: "MITOS_INGEST_FOLDERS",
    flag: "--ingest-folders",
    default: "",
    help: "Folders that startIngest may read, with the system's path separator; empty: inbox/ in the data folder.",
  },
} as const satisfies Record<string, Setting>;

/** Version of this package. */
export const packageVersion = (
  JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string }
).version;

/** Name of a setting. */
export type SettingName = keyof typeof settings;

/** All settings, read and checked. */
export interface Config {
  dataDirectory: string;
  databaseUrl: string | null;
  knowledge: string | null;
  storyArticles: number;
  host: string;
  port: number;
  maxDepth: number;
  maxTokens: number;
  maxCost: number;
  maxNodes: number;
  maxAliases: number;
  maxPageSize: number;
  maxBodyBytes: number;
  ingestToken: string | null;
  /** Absolute paths. */
  ingestFolders: string[];
}

/**
 * Reads the settings: a flag wins over the environment, the environment over the default.
 * @throws MitosError BAD_SETTING when a number is none or too small.
 */
export function readConfig(
  env: Record<string, string | undefined> = process.env,
  flags: Partial<Record<SettingName, string>> = {},
): Config {
  const text = (name: SettingName): string =>
    flags[name] ?? env[settings[name].env] ?? settings[name].default;
  const number = (name: SettingName): number => {
    const setting: Setting = settings[name];
    const value = Number(text(name));
    if (!Number.isSafeInteger(value) || value < (setting.minimum ?? 0) || text(name).trim() === "") {
      throw new MitosError(
        "BAD_SETTING",
        `${setting.env} (${setting.flag}) is "${text(name)}".`,
        `Give a whole number of at least ${setting.minimum ?? 0}.`,
      );
    }
    return value;
  };
  const databaseUrl = text("databaseUrl");
  if (databaseUrl !== "" && !/^postgres(ql)?:\/\//u.test(databaseUrl)) {
    throw new MitosError(
      "BAD_SETTING",
      `${settings.databaseUrl.env} is no postgres:// address.`,
      "Leave it empty for the embedded database.",
    );
  }
  return {
    dataDirectory: text("dataDirectory"),
    databaseUrl: databaseUrl === "" ? null : databaseUrl,
    knowledge: text("knowledge") === "" ? null : text("knowledge"),
    storyArticles: number("storyArticles"),
    host: text("host"),
    port: number("port"),
    maxDepth: number("maxDepth"),
    maxTokens: number("maxTokens"),
    maxCost: number("maxCost"),
    maxNodes: number("maxNodes"),
    maxAliases: number("maxAliases"),
    maxPageSize: number("maxPageSize"),
    maxBodyBytes: number("maxBodyBytes"),
    ingestToken: text("ingestToken") === "" ? null : text("ingestToken"),
    ingestFolders: (text("ingestFolders") || path.join(text("dataDirectory"), "inbox"))
      .split(path.delimiter)
      .filter((folder) => folder !== "")
      .map((folder) => path.resolve(folder)),
  };
}
