import { rmSync } from "node:fs";
import { extname, join } from "node:path";
import { toolFingerprint, toolVersion } from "./fingerprint.ts";
import { type Entry, type Index, type IndexHead, readIndex, writeIndex } from "./index-file.ts";
import { lockFolder } from "./lock.ts";
import type { OutputOptions, Plan } from "./plan.ts";
import { type Publication, planPublication } from "./publication.ts";
import { isPublished, publish } from "./publish.ts";
import { readSources } from "./read.ts";
import { type Reporter, type RunReport, reportOf, unreadableLine } from "./report.ts";
import { isInShard } from "./shard.ts";
import { findSources } from "./sources.ts";
import { storeKey, sweepStore, writeWhole } from "./store.ts";

export interface RunEffects {
  /** Names the run in logs and in its report. */
  readonly runId: string;
  readonly now: () => Date;
  readonly reporter?: Reporter;
  /** What tells one version of the tool from another; the tool's own fingerprint unless a test says otherwise. */
  readonly fingerprint?: string;
  /** Module whose `perform` reads one source (see job.ts); another one in tests. */
  readonly job?: URL;
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
  }
}

async function runLocked(plan: Plan, effects: RunEffects): Promise<RunReport> {
  const { reporter = {}, signal } = effects;
  const started = effects.now();
  const found = await findSources(plan.request);
  const isOurs = ({ name }: { name: string }) => !plan.shard || isInShard(name, plan.shard);
  const files = found.files.filter(isOurs);
  const missing = found.missing
    .filter(isOurs)
    .map(({ name, reason }) => ({ source: name, reason }));
  reporter.started?.(files.length + missing.length);
  for (const failure of missing) reporter.source?.(unreadableLine(failure));

  const basis = basisOf(plan.output, effects.fingerprint ?? toolFingerprint());
  const previous = readIndex(plan.state);
  const head: IndexHead = {
    basis,
    output: plan.output,
    ...(plan.shard && { shard: plan.shard }),
    complete: false,
    unreadable: [],
  };
  // Nobody may merge a part of yesterday while today's is being made.
  if (plan.shard) writeIndex(plan.state, { head, entries: previous?.entries ?? [] });

  const job = effects.job ?? new URL(`./extract-job${extname(import.meta.url)}`, import.meta.url);
  const reading = await readSources(files, plan, basis, previous, { job, reporter, signal });
  const unreadable = [...missing, ...reading.unreadable];
  let index: Index = { head: { ...head, unreadable }, entries: reading.entries };
  const entries = reading.entries.map((entry) => ({ ...entry, store: plan.state }));
  const publication = planPublication(plan.out, plan.output, entries, unreadable);

  if (!plan.shard) {
    const request = {
      out: plan.out,
      output: plan.output,
      entries,
      unreadable,
      combined: previous?.head.combined,
      signal,
    };
    let combined = request.combined;
    if (!isPublished(request, publication)) {
      reporter.writing?.();
      // From here on the output is neither the old nor the new: a run after this one was killed must not think it is.
      writeIndex(plan.state, { ...index, entries: withoutPublished(index.entries, publication) });
      combined = await publish(request, publication);
    }
    index = {
      head: { ...index.head, ...(combined && { combined }) },
      entries: withPublished(index.entries, publication),
    };
  }

  const report = reportOf({
    run: effects.runId,
    tool: toolVersion(),
    title: plan.title,
    started,
    ended: effects.now(),
    out: plan.out,
    found,
    ...reading,
    unreadable,
    standing: publication.standing,
  });
  const reportText = `${JSON.stringify(report, null, 2)}\n`;
  if (plan.report) writeWhole(plan.report, reportText);
  if (plan.keepState || plan.shard) {
    writeIndex(plan.state, { ...index, head: { ...index.head, complete: true } });
    writeWhole(join(plan.state, "run.json"), reportText);
    sweepStore(plan.state, new Set(index.entries.map(({ key }) => key)));
  } else {
    rmSync(plan.state, { recursive: true, force: true });
  }
  reporter.finished?.(report);
  return report;
}

/** The entries while the files of some are being written. */
function withoutPublished(entries: readonly Entry[], { writes }: Publication): Entry[] {
  const inWork = new Set(writes.map(({ entry }) => entry.source));
  return entries.map((entry) => {
    const { published, ...others } = entry;
    return published === undefined || inWork.has(entry.source) ? others : entry;
  });
}

function withPublished(entries: readonly Entry[], { stems }: Publication): Entry[] {
  return entries.map((entry) => {
    const published = stems.get(entry.source);
    return published === undefined ? entry : { ...entry, published };
  });
}

/** Changes with whatever the results of a document depend on, besides the document. */
function basisOf({ formats, departments, bom }: OutputOptions, fingerprint: string): string {
  return storeKey(fingerprint, JSON.stringify({ formats, departments, bom }));
}
