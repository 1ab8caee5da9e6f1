import { statSync } from "node:fs";
import { findFiles, type FileSearch } from "./findFiles.js";

/** What changed in folders since they were last looked at. */
export interface FolderChanges {
  /** Files that are new or have other content, and stood still between two looks. */
  settled: string[];
  /** Files that are not there any more. */
  gone: string[];
}

/** What tells that a file was written again, without reading it. */
interface FileState {
  size: number;
  modifiedAt: number;
  isTaken: boolean;
}

/**
 * Looks for new and changed files by their sizes and times: that works on every kind of drive, and misses nothing that happened
 * while nobody looked.
 */
export class FolderScan {
  private readonly known = new Map<string, FileState>();

  constructor(
    private readonly paths: readonly string[],
    private readonly search: FileSearch,
  ) {}

  /**
   * Looks once. A file counts when it was the same at the look before: one that is being written is left for later.
   * @param isPatient false to count files at once
   */
  look(isPatient = true): FolderChanges {
    const changes: FolderChanges = { settled: [], gone: [] };
    const there = new Set<string>();
    for (const file of this.files()) {
      const state = stateOf(file);
      if (state === null) continue;
      there.add(file);
      const before = this.known.get(file);
      const isSame = before?.size === state.size && before.modifiedAt === state.modifiedAt;
      if (isSame && before.isTaken) continue;
      const isSettled = isSame || !isPatient;
      if (isSettled) changes.settled.push(file);
      this.known.set(file, { ...state, isTaken: isSettled });
    }
    for (const file of this.known.keys()) {
      if (there.has(file)) continue;
      this.known.delete(file);
      changes.gone.push(file);
    }
    return changes;
  }

  private files(): string[] {
    return this.paths.flatMap((path) => {
      try {
        return findFiles([path], this.search).map(({ file }) => file);
      } catch {
        // A folder that is away, as a drive may be, has no files now.
        return [];
      }
    });
  }
}

function stateOf(file: string): Omit<FileState, "isTaken"> | null {
  try {
    const { size, mtimeMs } = statSync(file);
    return { size, modifiedAt: mtimeMs };
  } catch {
    return null;
  }
}
