import { execFileSync, spawn } from "node:child_process";
import { chownSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const START_SECONDS = 60;
const STOP_SECONDS = 20;
/**
 * Ends the server and removes its files when its input ends, which happens even if the process that started it is
 * killed. $1 is the cluster's folder.
 */
const KEEPER = `
folder=$1; shift
"$@" >"$folder/log" 2>&1 &
server=$!
cat >/dev/null
kill -INT "$server" 2>/dev/null
wait "$server"
rm -rf "$folder"
`;
/** A throw-away database need not survive a power cut; several test files connect at once. */
const SETTINGS = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" };

/**
 * Makes and starts a PostgreSQL cluster that only this machine can reach.
 * @param {string} programs folder with initdb and postgres
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>} its database, and what removes it all
 */
export async function startCluster(programs) {
  const user = unprivilegedUser();
  const folder = mkdtempSync(path.join(temporaryFolder(user), "mitos-postgres-"));
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  try {
    initialize(programs, folder, user);
    return await serve(programs, folder, user);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Whom the server runs as: PostgreSQL refuses root. */
function unprivilegedUser() {
  if (process.getuid?.() !== 0) return {};
  for (const name of ["postgres", "nobody"]) {
    try {
      const id = (flag) => Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: "pipe" }));
      return { uid: id("-u"), gid: id("-g") };
    } catch {
      // No such user: the next one.
    }
  }
  throw new Error("PostgreSQL does not run as root, and there is no user postgres or nobody.");
}

/** A private temporary folder of root's is closed to the server. */
function temporaryFolder(user) {
  return user.uid === undefined ? tmpdir() : "/tmp";
}

function initialize(programs, folder, user) {
  const initdb = (locale) => {
    const identity = [
      "--username=mitos",
      "--auth=trust",
      "--encoding=UTF8",
      `--locale=${locale}`,
      "--no-sync",
    ];
    const options = { ...user, cwd: folder, stdio: "pipe", encoding: "utf8", timeout: 120_000 };
    execFileSync(path.join(programs, "initdb"), [...identity, `--pgdata=${folder}/data`], options);
  };
  try {
    initdb("C.UTF-8");
  } catch {
    // Not every system has C.UTF-8.
    initdb("C");
  }
}

async function serve(programs, folder, user) {
  const port = await freePort();
  const network = ["-h", "127.0.0.1", "-p", String(port), "-c", "unix_socket_directories="];
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const server = [path.join(programs, "postgres"), "-D", `${folder}/data`, ...network, ...settings];
  const keeper = spawn("/bin/sh", ["-c", KEEPER, "keeper", folder, ...server], {
    ...user,
    cwd: "/",
    // Its own session: Ctrl-C in the terminal must not end the keeper before it has cleaned up.
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  const ended = new Promise((resolve) => keeper.once("close", resolve));
  const stop = async () => {
    keeper.stdin.end();
    await Promise.race([ended, sleep(STOP_SECONDS * 1000, undefined, { ref: false })]);
    rmSync(folder, { recursive: true, force: true });
  };
  if (await isReady(folder)) return { url: `postgres://mitos@127.0.0.1:${port}/postgres`, stop };
  const log = readText(`${folder}/log`);
  await stop();
  throw new Error(`PostgreSQL did not start.\n${log}`);
}

async function isReady(folder) {
  for (const start = performance.now(); performance.now() - start < START_SECONDS * 1000; await sleep(50)) {
    // The last line of this file is the server's state.
    if (/^ready\s*$/mu.test(readText(`${folder}/data/postmaster.pid`))) return true;
  }
  return false;
}

function readText(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
