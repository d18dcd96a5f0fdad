import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import pLimit from "p-limit";
import { onTestFinished } from "vitest";
import type { PipelineSpec } from "../../src/run/pipeline-schema.ts";
import { planOf } from "../../src/run/plan.ts";
import { createPool } from "../../src/run/pool.ts";
import type { RunReport } from "../../src/run/report.ts";
import { type RunEffects, run } from "../../src/run/run.ts";
import { type FakeDocument, perform } from "./fake-job.ts";

export { snapshot } from "./snapshot.ts";

const FAKE_JOB = new URL("./fake-job.ts", import.meta.url);

type OpenPool = NonNullable<RunEffects["openPool"]>;

/** Reads fake documents in this process, which is quick; `processes` reads them as a real run does. */
export const here: OpenPool = ({ workers }) => {
  const limit = pLimit(workers);
  return { run: (task) => limit(perform, task), close: async () => limit.clearQueue() };
};
export const processes: OpenPool = (limits) => createPool(FAKE_JOB, limits);

/** A folder of its own for one test, gone afterwards. */
export function sandbox(): string {
  const folder = mkdtempSync(join(tmpdir(), "yusuan-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function write(
  folder: string,
  name: string,
  content: FakeDocument | string | Uint8Array,
): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  const isText = typeof content === "string" || content instanceof Uint8Array;
  writeFileSync(path, isText ? content : JSON.stringify(content));
  return path;
}

/** Runs fake documents below `folder`; `in` is the folder of sources and `out` the output unless the spec says otherwise. */
export function runFake(
  folder: string,
  spec: PipelineSpec = {},
  effects: Partial<RunEffects> & { keepState?: boolean } = {},
): Promise<RunReport> {
  const { keepState = true, ...others } = effects;
  const plan = planOf({ sources: ["in"], out: "out", ...spec }, { folder, keepState });
  return run(plan, {
    runId: "test",
    now: () => new Date(0),
    openPool: here,
    fingerprint: "1",
    ...others,
  });
}

/** The lines of a CSV file as records, for files whose cells have no quotes. */
export function csv(path: string): Record<string, string>[] {
  const [head = "", ...lines] = readFileSync(path, "utf8")
    .replace(/^\uFEFF/, "")
    .trimEnd()
    .split("\n");
  const names = head.split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ""]));
  });
}
