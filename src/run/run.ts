import { rmdirSync, rmSync } from "node:fs";
import { extname, join } from "node:path";
import { type Standing, standings } from "./editions.ts";
import { toolFingerprint, toolVersion } from "./fingerprint.ts";
import {
  type Index,
  type IndexHead,
  readIndex,
  type Unreadable,
  writeIndex,
} from "./index-file.ts";
import type { Outcome, Task } from "./job.ts";
import { lockFolder } from "./lock.ts";
import type { OutputOptions, Plan } from "./plan.ts";
import { createPool, type Pool, type PoolLimits } from "./pool.ts";
import { candidateOf, isDone, planPublication } from "./publication.ts";
import { isPublished, publish } from "./publish.ts";
import { readSources } from "./read.ts";
import { type Reporter, type RunReport, reportOf, unreadableLine } from "./report.ts";
import { isInShard } from "./shard.ts";
import { findSources, type SourceFile } from "./sources.ts";
import { storeKey, sweepStore, writeWhole } from "./store.ts";

export interface RunEffects {
  /** Names the run in logs and in its report. */
  readonly runId: string;
  readonly now: () => Date;
  readonly reporter?: Reporter;
  /** What tells one version of the tool from another; the tool's own fingerprint unless a test says otherwise. */
  readonly fingerprint?: string;
  /** Who reads the sources: child processes unless a test says otherwise. */
  readonly openPool?: (limits: PoolLimits) => Pool<Task, Outcome>;
  readonly signal?: AbortSignal;
}

/**
 * Reads what a plan names and brings its output to what the sources say. Throws UsageError if the folders cannot be
 * written or another run is writing them; sources that cannot be read are in the report.
 */
export async function run(plan: Plan, effects: RunEffects): Promise<RunReport> {
  const folders = plan.shard ? [plan.state] : [plan.out, plan.state];
  const releases: (() => void)[] = [];
  try {
    for (const folder of folders) releases.push(lockFolder(folder));
    return await runLocked(plan, effects);
  } finally {
    for (const release of releases.reverse()) release();
    if (!plan.keepState) removeIfEmpty(plan.state);
  }
}

/** A state that nobody wanted and nothing came of. */
function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // What is in it is what the next run goes on from.
  }
}

async function runLocked(plan: Plan, effects: RunEffects): Promise<RunReport> {
  const { reporter = {}, signal } = effects;
  const started = effects.now();
  const { files, missing, otherFormats } = await sourcesOf(plan);
  reporter.started?.(files.length + missing.length);
  for (const failure of missing) reporter.source?.(unreadableLine(failure));

  const head: IndexHead = {
    basis: basisOf(plan.output, effects.fingerprint ?? toolFingerprint()),
    output: plan.output,
    out: plan.out,
    ...(plan.shard && { shard: plan.shard }),
    complete: false,
    unreadable: [],
  };
  const previous = readIndex(plan.state);
  // Nobody may merge a part of yesterday while today's is being made.
  if (plan.shard) writeIndex(plan.state, { head, entries: previous?.entries ?? [] });
  const { openPool = openProcesses } = effects;
  const reading = await readSources(files, plan, head.basis, previous, {
    openPool,
    reporter,
    signal,
  });
  const unreadable = [...missing, ...reading.unreadable];
  const index = { head: { ...head, unreadable }, entries: reading.entries };

  // A folder that is not there tonight (a disk not mounted, a name mistyped) must not empty the datasets of last night.
  const isNothing = files.length === 0 && !plan.shard;
  const published =
    plan.shard || isNothing
      ? { index, standing: standings(index.entries.filter(isDone).map(candidateOf)) }
      : await bringOutput(plan, index, previous, effects);
  const report = reportOf({
    run: effects.runId,
    tool: toolVersion(),
    title: plan.title,
    started,
    ended: effects.now(),
    out: plan.out,
    untouched: isNothing,
    otherFormats,
    ...reading,
    unreadable,
    standing: published.standing,
  });
  if (plan.report) writeWhole(plan.report, reportText(report));
  if (!isNothing) settleState(plan, published.index, report);
  reporter.finished?.(report);
  return report;
}

function openProcesses(limits: PoolLimits): Pool<Task, Outcome> {
  const job = new URL(`./extract-job${extname(import.meta.url)}`, import.meta.url);
  return createPool(job, limits);
}

async function sourcesOf(plan: Plan): Promise<{
  files: SourceFile[];
  missing: Unreadable[];
  otherFormats: ReadonlyMap<string, number>;
}> {
  const found = await findSources(plan.request);
  const isOurs = ({ name }: { name: string }) => !plan.shard || isInShard(name, plan.shard);
  return {
    files: found.files.filter(isOurs),
    missing: found.missing.filter(isOurs).map(({ name, reason }) => ({ source: name, reason })),
    otherFormats: found.otherFormats,
  };
}

/** Writes what the output lacks; returns the index that says so. */
async function bringOutput(
  plan: Plan,
  index: Index,
  previous: Index | undefined,
  { reporter = {}, signal }: RunEffects,
): Promise<{ index: Index; standing: ReadonlyMap<string, Standing> }> {
  const { out, output, state } = plan;
  const { unreadable } = index.head;
  const entries = index.entries.map((entry) => ({ ...entry, store: state }));
  const publication = planPublication(out, output, entries, unreadable);
  let combined = previous?.head.out === out ? previous.head.combined : undefined;
  const request = { out, output, entries, unreadable, combined, signal };
  if (!isPublished(request, publication)) {
    reporter.writing?.();
    // From here on the output is neither the old nor the new: a run after this one was killed must not think it is.
    const inWork = new Set(publication.writes.map(({ entry }) => entry.source));
    const rest = index.entries.map(({ published, ...entry }) =>
      published === undefined || inWork.has(entry.source) ? entry : { ...entry, published },
    );
    writeIndex(state, { ...index, entries: rest });
    combined = await publish(request, publication);
  }
  return {
    index: {
      head: { ...index.head, ...(combined && { combined }) },
      entries: index.entries.map((entry) => {
        const published = publication.stems.get(entry.source);
        return published === undefined ? entry : { ...entry, published };
      }),
    },
    standing: publication.standing,
  };
}

/** Leaves the state as the next run wants it, or not at all. */
function settleState(plan: Plan, index: Index, report: RunReport): void {
  if (!plan.keepState && !plan.shard) {
    rmSync(plan.state, { recursive: true, force: true });
    return;
  }
  writeIndex(plan.state, { ...index, head: { ...index.head, complete: true } });
  writeWhole(join(plan.state, "run.json"), reportText(report));
  sweepStore(plan.state, new Set(index.entries.map(({ key }) => key)));
}

function reportText(report: RunReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** Changes with whatever the results of a document depend on, besides the document. */
function basisOf({ formats, departments, bom }: OutputOptions, fingerprint: string): string {
  return storeKey(fingerprint, JSON.stringify({ formats, departments, bom }));
}
