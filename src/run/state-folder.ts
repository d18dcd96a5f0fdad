import { existsSync, lstatSync, readdirSync, rmdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../model/errors.ts";
import { unwritable } from "../write/atomic.ts";
import { makeFolder } from "./folder.ts";
import { INDEX_FILE, isIndex } from "./index-file.ts";
import { sweepStore, writeWhole } from "./store.ts";

/** Marks a folder as one that holds what a run keeps for the next one. */
const MARKER = ".yusuan-state.json";
const MARK = `${JSON.stringify({ yusuan: "state", format: 1 })}\n`;

/** Names that a state uses. Whatever else is in its folder is somebody else's, and stays. */
export const REPORT_FILE = "run.json";
const NAMES = [INDEX_FILE, REPORT_FILE, "documents"];

/**
 * Takes a folder for a state: a new one, one that a run has marked, or one that holds nothing under the names of a state.
 * Throws UsageError naming what stands there otherwise, before anything is written.
 */
export function claimState(folder: string): void {
  const isOurs = existsSync(join(folder, MARKER)) || isIndex(folder);
  for (const name of NAMES) {
    if (isOurs || !isThere(join(folder, name))) continue;
    throw new UsageError(
      `${join(folder, name)} was not written by this tool, and its name is needed: name another folder with --state. Nothing was written`,
    );
  }
  mark(folder);
}

/** A link that leads nowhere is there, too. */
function isThere(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}

function mark(folder: string): void {
  try {
    makeFolder(folder);
  } catch (error) {
    throw new UsageError(`cannot write to ${folder}: ${unwritable(error)}`);
  }
  if (!existsSync(join(folder, MARKER))) writeWhole(join(folder, MARKER), MARK);
}

/** Takes back what a state consists of, and the folder if nothing else is in it. */
export function clearState(folder: string): void {
  sweepStore(folder, new Set());
  for (const name of [INDEX_FILE, REPORT_FILE, MARKER]) rmSync(join(folder, name), { force: true });
}

/** Removes a folder, and a marker that stands alone in it: a state that nobody wanted and nothing came of. */
export function removeIfEmpty(folder: string): void {
  try {
    const names = readdirSync(folder);
    if (names.length === 1 && names[0] === MARKER) rmSync(join(folder, MARKER));
    rmdirSync(folder);
  } catch {
    // What is in it is what the next run goes on from, or somebody else's.
  }
}
