import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { basename, dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { UsageError } from "../model/errors.ts";
import { type Manifest, readManifest } from "../write/manifest.ts";
import { assembleIn } from "./assembling.ts";
import { type Index, readIndex, writeIndex } from "./index-file.ts";
import { holding } from "./lock.ts";
import { DEFAULT_PLAN_LIMITS } from "./plan.ts";
import { openProcesses } from "./processes.ts";
import { pathsOf, planPublication } from "./publication.ts";
import { publish } from "./publish.ts";
import type { RunEffects } from "./run.ts";

/**
 * - `missing`: it is not there
 * - `changed`: it has other bytes than were written
 * - `unfinished`: a run was stopped while it wrote it
 */
export type Fault = "missing" | "changed" | "unfinished";

export interface Verified {
  /** Files of the output. */
  readonly files: number;
  readonly faults: readonly { readonly path: string; readonly fault: Fault }[];
}

/** Reads back what was written, against the manifest. Throws UsageError for a folder that has none. */
export async function verifyOutput(out: string): Promise<Verified> {
  const manifest = manifestOf(out);
  const faults: { path: string; fault: Fault }[] = [];
  for (const [path, listed] of [...manifest].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const found = await hashOf(join(out, path));
    if (listed.sha256 === "") faults.push({ path, fault: "unfinished" });
    else if (found === undefined) faults.push({ path, fault: "missing" });
    else if (found !== listed.sha256) faults.push({ path, fault: "changed" });
  }
  return { files: manifest.size, faults };
}

/**
 * Writes again what differs, from what the last run kept; the sources are not read. Throws UsageError where that run kept
 * nothing.
 */
export async function repairOutput(
  out: string,
  state: string | undefined,
  effects: Pick<RunEffects, "openPool" | "signal">,
): Promise<Verified> {
  const folder = state ?? join(dirname(out), `${basename(out)}.state`);
  manifestOf(out);
  const index = indexOf(folder, out);
  return holding([out, folder], effects.signal, async (signal) => {
    const { faults } = await verifyOutput(out);
    const faulty = new Set(faults.map(({ path }) => path));
    await writeAgain(out, folder, index, faulty, { ...effects, signal });
    return await verifyOutput(out);
  });
}

async function writeAgain(
  out: string,
  state: string,
  index: Index,
  faulty: ReadonlySet<string>,
  { openPool = openProcesses, signal }: Pick<RunEffects, "openPool" | "signal">,
): Promise<void> {
  const { output, unreadable, others, published, combined, parts } = index.head;
  const entries = index.entries.map((entry) => ({ ...entry, store: state }));
  const limits = DEFAULT_PLAN_LIMITS;
  const assembly = await assembleIn(entries, { state, output, limits }, openPool);
  const request = { out, output, entries, assembly, unreadable, others, own: manifestOf(out) };
  const { stems, combined: names } = planPublication({
    ...request,
    published,
    ...(parts && { parts }),
  });
  const whole = stems.filter((each) => !pathsOf(each).some((path) => faulty.has(path)));
  const isWhole = !names.some((name) => faulty.has(name));
  const known = {
    ...request,
    published: Object.fromEntries(
      whole.flatMap(({ stem }) => (published[stem] ? [[stem, published[stem]]] : [])),
    ),
    combined: isWhole ? combined : undefined,
  };
  // Parts that differ are no parts: whatever is faulty among them is written again with the rest.
  const publication = planPublication(known);
  const made = await publish({ ...known, signal }, publication);
  const now = Object.fromEntries(stems.map(({ stem, key }) => [stem, key]));
  writeIndex(state, { ...index, head: { ...index.head, published: now, ...made } });
}

function manifestOf(out: string): Manifest {
  const manifest = readManifest(out);
  if (!manifest) throw new UsageError(`${out} is no output of this tool: it has no manifest`);
  return manifest;
}

function indexOf(state: string, out: string): Index {
  const index = readIndex(state);
  if (index?.head.complete && index.head.out === out && !index.head.shard) return index;
  throw new UsageError(
    `${state} does not hold what ${out} was made of: run it again, or name its state with --state`,
  );
}

async function hashOf(path: string): Promise<string | undefined> {
  const hash = createHash("sha256");
  try {
    await pipeline(createReadStream(path), hash);
  } catch {
    return undefined;
  }
  return hash.digest("hex");
}
