import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const TOUCH_MS = 2_000;
/** A holder that has not touched its lock for so long is gone, even where its process cannot be looked up. */
const STALE_MS = 60_000;
const self = `${process.pid} ${hostname()}`;

/**
 * Does `work` while no other process holds the lock; waits for the holder and takes over from a dead one.
 * @template Result
 * @param {string} folder the lock: whoever makes this folder holds it
 * @param {() => Promise<Result>} work
 * @param {() => void} [onWait] called once if another process holds it
 * @returns {Promise<Result>}
 */
export async function withLock(folder, work, onWait = () => {}) {
  mkdirSync(path.dirname(folder), { recursive: true });
  for (let waited = false; !take(folder);) {
    if (isStale(folder)) {
      remove(folder);
      continue;
    }
    if (!waited) onWait();
    waited = true;
    await sleep(100);
  }
  const release = () => {
    if (owner(folder) === self) rmSync(folder, { recursive: true, force: true });
  };
  const touch = setInterval(() => {
    if (owner(folder) === self) utimesSync(folder, new Date(), new Date());
  }, TOUCH_MS);
  process.on("exit", release);
  try {
    return await work();
  } finally {
    clearInterval(touch);
    process.off("exit", release);
    release();
  }
}

function take(folder) {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
  writeFileSync(path.join(folder, "owner"), self);
  return true;
}

function owner(folder) {
  try {
    return readFileSync(path.join(folder, "owner"), "utf8");
  } catch {
    return "";
  }
}

function isStale(folder) {
  try {
    if (Date.now() - statSync(folder).mtimeMs > STALE_MS) return true;
    const [pid, host] = owner(folder).split(" ");
    // Also when the owner is not written yet, just after the folder was made.
    if (host !== hostname()) return false;
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    // Anything but "no such process": the lock was released a moment ago, or the holder belongs to another user.
    return error.code === "ESRCH";
  }
}

function remove(folder) {
  // Renaming first: of several waiters exactly one removes the stale lock, and none removes its files one by one.
  const aside = `${folder}.${process.pid}`;
  try {
    renameSync(folder, aside);
  } catch {
    return;
  }
  rmSync(aside, { recursive: true, force: true });
}
