import { stat } from "node:fs/promises";
import { join } from "node:path";
import { glob } from "tinyglobby";

/** A dataset as a run wrote it: one file, or one for each of its parts, all under the same columns. */
export interface Dataset {
  /** Absolute, in order. */
  readonly paths: readonly string[];
  /** Changes with any of the files. */
  readonly stamp: string;
}

/** A dataset of an output folder; undefined where the run did not write it. */
export async function datasetIn(folder: string, name: string): Promise<Dataset | undefined> {
  const whole = join(folder, `${name}.csv`);
  const stamp = await stampOf(whole);
  if (stamp !== undefined) return { paths: [whole], stamp };
  const parts = await glob(`csv/${name}/**/*.csv`, { cwd: folder, absolute: true });
  if (parts.length === 0) return undefined;
  const paths = parts.sort();
  const stamps = await Promise.all(paths.map(stampOf));
  return { paths, stamp: stamps.map((each, at) => `${paths[at]} ${each}`).join("\n") };
}

async function stampOf(path: string): Promise<string | undefined> {
  try {
    const { size, mtimeMs, ino } = await stat(path);
    return `${size} ${mtimeMs} ${ino}`;
  } catch {
    return undefined;
  }
}
