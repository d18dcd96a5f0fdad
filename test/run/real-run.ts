import { join } from "node:path";
import pLimit from "p-limit";
import { readDocument } from "../../src/run/document.ts";
import { jobOf } from "../../src/run/job.ts";
import { mergeParts } from "../../src/run/merge.ts";
import type { PipelineSpec } from "../../src/run/pipeline-schema.ts";
import { planOf } from "../../src/run/plan.ts";
import { type RunEffects, run } from "../../src/run/run.ts";

/** Reads real documents in this process, which is quicker than in others. */
export const effects: RunEffects = {
  runId: "test",
  now: () => new Date(0),
  fingerprint: "1",
  openPool: ({ workers }) => {
    const limit = pLimit(workers);
    const perform = jobOf(readDocument);
    return { run: (task) => limit(perform, task), close: async () => limit.clearQueue() };
  },
};

/** Runs over `in` below a folder into `out`, unless the spec says otherwise. */
export function extract(folder: string, spec: Partial<PipelineSpec> = {}) {
  const plan = planOf({ sources: ["in"], out: "out", ...spec }, { folder, keepState: true });
  return run(plan, effects);
}

/** The same by three shards, merged into `out`. */
export async function extractInParts(folder: string, out: string) {
  for (const part of [1, 2, 3]) await extract(folder, { out: `p${part}`, shard: `${part}/3` });
  const parts = [1, 2, 3].map((part) => join(folder, `p${part}`));
  return mergeParts(parts, join(folder, out), effects);
}
