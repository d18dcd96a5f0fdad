import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UsageError } from "../model/errors.ts";
import { combinedNames } from "../write/combined.ts";
import { assembleIn } from "./assembling.ts";
import { toolVersion } from "./fingerprint.ts";
import { type Index, readIndex } from "./index-file.ts";
import { holding } from "./lock.ts";
import { checkNames, ownFiles } from "./own.ts";
import { DEFAULT_PLAN_LIMITS, type OutputOptions } from "./plan.ts";
import { openProcesses } from "./processes.ts";
import { planPublication } from "./publication.ts";
import { publish } from "./publish.ts";
import { type RunReport, reportOf } from "./report.ts";
import type { RunEffects } from "./run.ts";
import { compare } from "./sources.ts";

/**
 * Puts the parts of a sharded run together: the same bytes in `out` as one run over all sources would have written.
 * Throws UsageError if a folder is no part, is not complete, or does not belong to the others.
 *
 * @param folders what `--shard` wrote, every part once, in any order
 */
export async function mergeParts(
  folders: readonly string[],
  out: string,
  effects: MergeEffects = {},
): Promise<RunReport> {
  const parts = folders.map((folder) => ({ folder, index: readPart(folder) }));
  const { output } = checkTogether(parts);
  checkNames(out, combinedNames(output), ownFiles(out));
  return holding([out], effects.signal, (signal) =>
    mergeLocked(parts, out, output, { ...effects, signal }),
  );
}

async function mergeLocked(
  parts: readonly Part[],
  out: string,
  output: OutputOptions,
  effects: MergeEffects,
): Promise<RunReport> {
  const { runId = randomUUID(), now = () => new Date() } = effects;
  const started = now();
  const state = mkdtempSync(join(tmpdir(), "yusuan-merge-"));
  try {
    const entries = parts
      .flatMap(({ folder, index }) => index.entries.map((entry) => ({ ...entry, store: folder })))
      .sort((a, b) => compare(a.source, b.source));
    const unreadable = parts
      .flatMap(({ index }) => index.head.unreadable)
      .sort((a, b) => compare(a.source, b.source));
    const others = parts
      .flatMap(({ index }) => index.head.others)
      .sort((a, b) => compare(a.name, b.name));
    const { signal, openPool = openProcesses } = effects;
    const assembly = await assembleIn(
      entries,
      { state, output, limits: DEFAULT_PLAN_LIMITS },
      openPool,
    );
    const request = {
      out,
      output,
      entries,
      assembly,
      unreadable,
      others,
      published: {},
      own: ownFiles(out),
    };
    await publish({ ...request, signal }, planPublication(request));
    return reportOf({
      run: runId,
      tool: toolVersion(),
      title: "",
      started,
      ended: now(),
      out,
      untouched: false,
      others,
      entries,
      unchanged: new Set(),
      unreadable,
      assembly,
    });
  } finally {
    rmSync(state, { recursive: true, force: true });
  }
}

type MergeEffects = Pick<RunEffects, "runId" | "now" | "signal" | "openPool">;

interface Part {
  readonly folder: string;
  readonly index: Index;
}

function readPart(folder: string): Index {
  const index = readIndex(folder);
  if (!index?.head.shard) {
    throw new UsageError(
      `${folder} is no part of a run: --shard writes one (${join(folder, "index.jsonl")})`,
    );
  }
  if (!index.head.complete) {
    throw new UsageError(
      `${folder} is not complete: its run is at work, or was stopped; run it again`,
    );
  }
  return index;
}

/** All parts of one run, each once: anything less would lose documents in silence. */
function checkTogether(parts: readonly Part[]): Index["head"] {
  const [first] = parts;
  if (!first) throw new UsageError("no parts to merge");
  const { head } = first.index;
  const folderOf = new Map<number, string>();
  for (const { folder, index } of parts) {
    const { shard, basis, output } = index.head;
    if (shard?.of !== head.shard?.of) {
      throw new UsageError(
        `${folder} is one of ${shard?.of} parts, ${first.folder} one of ${head.shard?.of}`,
      );
    }
    if (basis !== head.basis || JSON.stringify(output) !== JSON.stringify(head.output)) {
      throw new UsageError(
        `${folder} was made by another version or with other options than ${first.folder}`,
      );
    }
    const part = shard?.part ?? 0;
    const twin = folderOf.get(part);
    if (twin) throw new UsageError(`${folder} and ${twin} are both part ${part}`);
    folderOf.set(part, folder);
  }
  const of = head.shard?.of ?? 0;
  const lacking = Array.from({ length: of }, (_, at) => at + 1).filter((n) => !folderOf.has(n));
  if (lacking.length > 0) throw new UsageError(`parts missing of ${of}: ${lacking.join(", ")}`);
  return head;
}
