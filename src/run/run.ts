import { randomUUID } from "node:crypto";
import { join, relative, sep } from "node:path";
import { combinedNames } from "../write/combined.ts";
import { withMembers } from "./archives.ts";
import { apartFrom, assembleIn } from "./assembling.ts";
import type { Assembly } from "./assembly.ts";
import { toolFingerprint, toolVersion } from "./fingerprint.ts";
import {
  type Index,
  type IndexHead,
  readIndex,
  type Unreadable,
  writeIndex,
} from "./index-file.ts";
import type { AnyOutcome, AnyTask } from "./job.ts";
import { keptFrom } from "./kept.ts";
import { holding } from "./lock.ts";
import { checkNames, ownFiles } from "./own.ts";
import type { OutputOptions, Plan } from "./plan.ts";
import type { Pool, PoolLimits } from "./pool.ts";
import { openProcesses } from "./processes.ts";
import { isDone, planPublication } from "./publication.ts";
import { isPublished, publish } from "./publish.ts";
import { readSources } from "./read.ts";
import { type Reporter, type RunReport, reportOf, unreadableLine } from "./report.ts";
import { isInShard } from "./shard.ts";
import { compare, findSources, type OtherFile, type SourceFile } from "./sources.ts";
import { claimState, clearState, REPORT_FILE, removeIfEmpty } from "./state-folder.ts";
import { storeKey, sweepStore, writeWhole } from "./store.ts";

export interface RunEffects {
  /** Names the run in logs and in its report; a random one unless it is said. */
  readonly runId?: string;
  readonly now?: () => Date;
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
export async function run(plan: Plan, effects: RunEffects = {}): Promise<RunReport> {
  const folders = plan.shard ? [plan.state] : [plan.out, plan.state];
  try {
    // Names that are known from the start: nobody should wait for the documents to hear of them.
    if (!plan.shard) checkNames(plan.out, combinedNames(plan.output), ownFiles(plan.out));
    claimState(plan.state);
    return await holding(folders, effects.signal, (signal) =>
      runLocked(plan, { ...effects, signal }),
    );
  } finally {
    if (!plan.keepState) removeIfEmpty(plan.state);
  }
}

async function runLocked(plan: Plan, effects: RunEffects): Promise<RunReport> {
  const { runId = randomUUID(), now = () => new Date(), reporter = {}, signal } = effects;
  const started = now();
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
  // A folder that is not there tonight (a disk not mounted, a name mistyped) must not empty the datasets of last night.
  const isNothing = files.length === 0 && !plan.shard;
  const kept = keptFrom({
    before: isNothing ? [] : (previous?.entries ?? []),
    read: new Set(files.map(({ name }) => name)),
    ...{ missing, base: plan.request.base, state: plan.state, basis: head.basis },
  });
  const unreadable = [...kept.missing, ...reading.unreadable];
  const entries = [...reading.entries, ...kept.entries].sort((a, b) => compare(a.source, b.source));
  const index = { head: { ...head, unreadable }, entries };

  const stood = isSameOut ? previous.head : {};
  const published =
    plan.shard || isNothing
      ? { index, assembly: apartFrom(index.entries, plan.state) }
      : await bringOutput(plan, index, stood, effects);
  const report = reportOf({
    run: runId,
    tool: toolVersion(),
    title: plan.title,
    started,
    ended: now(),
    out: plan.out,
    untouched: isNothing,
    others,
    entries,
    unchanged: new Set([
      ...reading.unchanged,
      ...kept.entries.filter(isDone).map(({ source }) => source),
    ]),
    unreadable,
    assembly: published.assembly,
    before: previous,
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
  const own = ownFiles(plan.out);
  const isOwn = (path: string): boolean => own.has(relative(plan.out, path).split(sep).join("/"));
  const sources = await findSources({ ...plan.request, isOwn });
  const found = await withMembers(sources, plan.limits.file);
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
  { combined, parts = {} }: Pick<IndexHead, "combined" | "parts">,
  { reporter = {}, signal, openPool = openProcesses }: RunEffects,
): Promise<Brought> {
  const { out, output, state } = plan;
  const { unreadable, others, published } = index.head;
  const entries = index.entries.map((entry) => ({ ...entry, store: state }));
  const assembly = await assembleIn(entries, { state, output, limits: plan.limits }, openPool);
  const own = ownFiles(out);
  const request = {
    out,
    output,
    entries,
    assembly,
    unreadable,
    others,
    published,
    parts,
    own,
    combined,
  };
  const publication = planPublication(request);
  const { stems, writes } = publication;
  let now: Pick<IndexHead, "combined" | "parts"> = { ...(combined && { combined }), parts };
  if (!isPublished(request, publication)) {
    reporter.writing?.();
    // From here on the output is neither the old nor the new: a run after this one was killed must not think it is.
    const inWork = new Set(writes.map(({ stem }) => stem));
    const rest = Object.entries(published).filter(([stem]) => !inWork.has(stem));
    writeIndex(state, { ...index, head: { ...index.head, published: Object.fromEntries(rest) } });
    now = await publish({ ...request, signal }, publication);
  }
  const head = {
    ...index.head,
    published: Object.fromEntries(stems.map(({ stem, key }) => [stem, key])),
    ...now,
  };
  return { index: { ...index, head }, assembly };
}

/** Leaves the state as the next run wants it, or not at all. */
function settleState(plan: Plan, { index, assembly }: Brought, report: RunReport): void {
  if (!plan.keepState && !plan.shard) {
    clearState(plan.state);
    return;
  }
  writeIndex(plan.state, { ...index, head: { ...index.head, complete: true } });
  writeWhole(join(plan.state, REPORT_FILE), reportText(report));
  const met = assembly.disclosures.flatMap((each) => each.met);
  const members = assembly.disclosures.flatMap((each) => each.members.map(({ entry }) => entry));
  const kept = [...index.entries, ...members, ...assembly.disclosures, ...met];
  sweepStore(plan.state, new Set(kept.map(({ key }) => key)));
}

function reportText(report: RunReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** Changes with whatever the results of a document depend on, besides the document. */
export function basisOf(output: OutputOptions, fingerprint: string): string {
  const { formats, departments, bom, words, sourceBase, linkFrom } = output;
  const links = departments && formats.includes("xlsx") ? { sourceBase, linkFrom } : {};
  return storeKey(fingerprint, JSON.stringify({ formats, departments, bom, words, ...links }));
}
