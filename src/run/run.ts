import { rmdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { withMembers } from "./archives.ts";
import { apartFrom, assembleIn } from "./assembling.ts";
import type { Assembly } from "./assembly.ts";
import { toolFingerprint, toolVersion } from "./fingerprint.ts";
import {
  type Combined,
  type Index,
  type IndexHead,
  readIndex,
  type Unreadable,
  writeIndex,
} from "./index-file.ts";
import type { AnyOutcome, AnyTask } from "./job.ts";
import { lockFolder } from "./lock.ts";
import type { OutputOptions, Plan } from "./plan.ts";
import type { Pool, PoolLimits } from "./pool.ts";
import { openProcesses } from "./processes.ts";
import { planPublication } from "./publication.ts";
import { isPublished, publish } from "./publish.ts";
import { readSources } from "./read.ts";
import { type Reporter, type RunReport, reportOf, unreadableLine } from "./report.ts";
import { isInShard } from "./shard.ts";
import { findSources, type OtherFile, type SourceFile } from "./sources.ts";
import { storeKey, sweepStore, writeWhole } from "./store.ts";

export interface RunEffects {
  /** Names the run in logs and in its report. */
  readonly runId: string;
  readonly now: () => Date;
  readonly reporter?: Reporter;
  /** What tells one version of the tool from another; the tool's own fingerprint unless a test says otherwise. */
  readonly fingerprint?: string;
  /** Who reads the sources: child processes unless a test says otherwise. */
  readonly openPool?: (limits: PoolLimits) => Pool<AnyTask, AnyOutcome>;
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
  const { files, missing, others } = await sourcesOf(plan);
  reporter.started?.(files.length + missing.length);
  for (const failure of missing) reporter.source?.(unreadableLine(failure));

  const previous = readIndex(plan.state);
  const isSameOut = previous?.head.out === plan.out;
  const head: IndexHead = {
    basis: basisOf(plan.output, effects.fingerprint ?? toolFingerprint()),
    output: plan.output,
    out: plan.out,
    ...(plan.shard && { shard: plan.shard }),
    complete: false,
    unreadable: [],
    others,
    published: isSameOut ? previous.head.published : {},
  };
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
  const combined = isSameOut ? previous.head.combined : undefined;
  const published =
    plan.shard || isNothing
      ? { index, assembly: apartFrom(index.entries, plan.state) }
      : await bringOutput(plan, index, combined, effects);
  const report = reportOf({
    run: effects.runId,
    tool: toolVersion(),
    title: plan.title,
    started,
    ended: effects.now(),
    out: plan.out,
    untouched: isNothing,
    others,
    ...reading,
    unreadable,
    assembly: published.assembly,
  });
  if (plan.report) writeWhole(plan.report, reportText(report));
  if (!isNothing) settleState(plan, published, report);
  reporter.finished?.(report);
  return report;
}

async function sourcesOf(plan: Plan): Promise<{
  files: SourceFile[];
  missing: Unreadable[];
  others: OtherFile[];
}> {
  const found = await withMembers(await findSources(plan.request), plan.limits.file);
  const isOurs = ({ name }: { name: string }) => !plan.shard || isInShard(name, plan.shard);
  return {
    files: found.files.filter(isOurs),
    missing: found.missing.filter(isOurs).map(({ name, ...why }) => ({ source: name, ...why })),
    others: found.others.filter(isOurs),
  };
}

/** A run and what it has come to. */
interface Brought {
  readonly index: Index;
  readonly assembly: Assembly;
}

/** Writes what the output lacks; returns the index that says so. */
async function bringOutput(
  plan: Plan,
  index: Index,
  combined: Combined | undefined,
  { reporter = {}, signal, openPool = openProcesses }: RunEffects,
): Promise<Brought> {
  const { out, output, state } = plan;
  const { unreadable, others, published } = index.head;
  const entries = index.entries.map((entry) => ({ ...entry, store: state }));
  const assembly = await assembleIn(entries, { state, output, limits: plan.limits }, openPool);
  const request = { out, output, entries, assembly, unreadable, others, published };
  const publication = planPublication(request);
  const { stems, writes } = publication;
  let now = combined;
  if (!isPublished({ out, combined }, publication)) {
    reporter.writing?.();
    // From here on the output is neither the old nor the new: a run after this one was killed must not think it is.
    const inWork = new Set(writes.map(({ stem }) => stem));
    const rest = Object.entries(published).filter(([stem]) => !inWork.has(stem));
    writeIndex(state, { ...index, head: { ...index.head, published: Object.fromEntries(rest) } });
    now = await publish({ ...request, combined, signal }, publication);
  }
  const head = {
    ...index.head,
    published: Object.fromEntries(stems.map(({ stem, key }) => [stem, key])),
    ...(now && { combined: now }),
  };
  return { index: { ...index, head }, assembly };
}

/** Leaves the state as the next run wants it, or not at all. */
function settleState(plan: Plan, { index, assembly }: Brought, report: RunReport): void {
  if (!plan.keepState && !plan.shard) {
    rmSync(plan.state, { recursive: true, force: true });
    return;
  }
  writeIndex(plan.state, { ...index, head: { ...index.head, complete: true } });
  writeWhole(join(plan.state, "run.json"), reportText(report));
  const kept = [...index.entries, ...assembly.disclosures].map(({ key }) => key);
  sweepStore(plan.state, new Set(kept));
}

function reportText(report: RunReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** Changes with whatever the results of a document depend on, besides the document. */
function basisOf({ formats, departments, bom }: OutputOptions, fingerprint: string): string {
  return storeKey(fingerprint, JSON.stringify({ formats, departments, bom }));
}
