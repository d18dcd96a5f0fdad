import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
import { readPipeline } from "../run/pipeline-file.ts";
import type { PipelineSpec } from "../run/pipeline-schema.ts";
import { type Plan, planOf } from "../run/plan.ts";
import { allOf, type Reporter, type RunReport, type SourceResult } from "../run/report.ts";
import { run } from "../run/run.ts";
import { DOCUMENTS } from "../write/documents.ts";
import { EXIT } from "./exit.ts";
import { interruptible } from "./interrupt.ts";
import { progress } from "./progress.ts";
import type { RunOptions } from "./run-options.ts";
import { specOf } from "./run-spec.ts";
import { summary } from "./summary.ts";
import { printable } from "./terminal.ts";
import { tellNotes } from "./vocabulary.ts";

/** `yusuan extract FILE… --out DIR` */
export async function extractFiles(files: readonly string[], options: RunOptions): Promise<void> {
  const spec = specOf(options);
  const sources = files.length > 0 ? { sources: files } : {};
  await execute(planOf({ ...spec, ...sources }, { folder: ".", keepState: false }), options);
}

/** `yusuan run PIPELINE`: what the command line says goes before what the file says. */
export async function runPipeline(file: string, options: RunOptions): Promise<void> {
  const declared = readPipeline(file);
  const spec = specOf(options);
  const limits = { ...declared.limits, ...spec.limits };
  const merged: PipelineSpec = { ...declared, ...spec, limits };
  await execute(planOf(merged, { folder: resolve(file, ".."), keepState: true }), options);
}

async function execute(plan: Plan, options: RunOptions): Promise<void> {
  const runId = randomUUID();
  const reporters: Reporter[] = [];
  if (options.log === "json") {
    const { jsonLogger, jsonReporter } = await import("./log.ts");
    const log = jsonLogger(runId);
    for (const note of plan.notes) log.warn(note);
    reporters.push(jsonReporter(log));
  } else reporters.push(progress({ stream: process.stderr, clock: () => performance.now() }));
  if (options.log !== "json") tellNotes(plan.notes);
  if (options.json) reporters.push(resultLines);
  if (options.debug) reporters.push(stackTraces);

  const report = await interruptible((signal) =>
    run(plan, { runId, reporter: allOf(reporters), signal }),
  );
  if (options.log !== "json") {
    (options.json ? process.stderr : process.stdout).write(summary(report));
  }
  process.exitCode = exitCodeOf(report, plan);
}

/** Contract section 8. A part of the sources that happens to be empty is no failure. */
export function exitCodeOf(
  { documents, figures, newFailures }: Pick<RunReport, "documents" | "figures" | "newFailures">,
  plan: Pick<Plan, "failOnConflict" | "failOnNew" | "shard">,
): number {
  if (documents.done + documents.unchanged === 0) {
    return documents.failed === 0 && plan.shard ? EXIT.done : EXIT.nothingRead;
  }
  if ((plan.failOnNew ? newFailures : documents.failed) > 0) return EXIT.someFailed;
  return plan.failOnConflict && figures.conflict > 0 ? EXIT.someFailed : EXIT.done;
}

/** Where errors of ours come from, which the summary gives one line. */
const stackTraces: Reporter = {
  bug(source, error) {
    process.stderr.write(`${printable(source)}: ${error.stack ?? error.message}\n`);
  },
};

/** A line of JSON for each source, with the fields of documents.csv. */
const resultLines: Reporter = {
  source(result: SourceResult) {
    const line = DOCUMENTS.fields.map(({ name, type }) => {
      const text = result[name];
      return [name, type === "integer" && text !== "" ? Number(text) : text];
    });
    process.stdout.write(`${JSON.stringify(Object.fromEntries(line))}\n`);
  },
};
