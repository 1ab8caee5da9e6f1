import { execFileSync } from "node:child_process";
import { accessSync, constants, readdirSync } from "node:fs";
import path from "node:path";
import { isProgram } from "./run.mjs";

/** Exit code of sysexits.h for "a service is not there". */
export const EX_UNAVAILABLE = 69;

/**
 * The folder with initdb and postgres: on the PATH, where pg_config says, or where packages put it, the newest
 * version first.
 * @returns {string | null}
 */
export function findPostgres() {
  const candidates = [
    ...(process.env.PATH ?? "").split(path.delimiter).filter((folder) => folder !== ""),
    ...pgConfig(),
    ...versions("/usr/lib/postgresql", "bin"),
    ...versions("/opt/homebrew/opt", "bin", "postgresql"),
    ...versions("/usr/local/opt", "bin", "postgresql"),
    ...versions("/usr", "bin", "pgsql-"),
    "/usr/local/pgsql/bin",
  ];
  return (
    candidates.find((folder) => ["initdb", "postgres"].every((name) => runs(path.join(folder, name)))) ?? null
  );
}

function pgConfig() {
  try {
    return [execFileSync("pg_config", ["--bindir"], { encoding: "utf8", stdio: "pipe" }).trim()];
  } catch {
    return [];
  }
}

function versions(folder, below, prefix = "") {
  let names;
  try {
    names = readdirSync(folder).filter((name) => name.startsWith(prefix));
  } catch {
    return [];
  }
  const version = (name) => Number(/\d+(\.\d+)?$/u.exec(name)?.[0] ?? 0);
  return names.sort((a, b) => version(b) - version(a)).map((name) => path.join(folder, name, below));
}

function runs(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

if (isProgram(import.meta.url)) {
  const found = findPostgres();
  if (found !== null) console.log(found);
  else process.exitCode = EX_UNAVAILABLE;
}
