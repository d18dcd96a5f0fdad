import { availableParallelism } from "node:os";
import { InputError, UsageError } from "../model/errors.ts";
import { withMembers } from "../run/archives.ts";
import { DEFAULT_LIMITS } from "../run/plan.ts";
import { createPool } from "../run/pool.ts";
import { findSources } from "../run/sources.ts";
import { csvFile } from "../write/csv.ts";
import { EXIT } from "./exit.ts";
import { jobUrl, seconds } from "./job-url.ts";
import { printable } from "./terminal.ts";
import type { ThreePublicOptions } from "./three-public.ts";
import type { ThreePublicFigure } from "./three-public-figures.ts";
import type { Source } from "./three-public-job.ts";
import { threePublicTable } from "./three-public-table.ts";
import { wordsOf } from "./vocabulary.ts";
import { say, translated } from "./words/say.ts";

/** `yusuan three-public FILE…`: files in the order of their names, each one that cannot be read named on standard error. */
export async function printThreePublic(
  names: readonly string[],
  options: ThreePublicOptions,
): Promise<void> {
  if (options.csv && options.json) throw new UsageError("--csv or --json, not both");
  const words = wordsOf(options.vocabulary);
  const found = await findSources({ base: process.cwd(), sources: names });
  const { files, missing } = await withMembers(found, DEFAULT_LIMITS.file);
  const pool = createPool<Source, ThreePublicFigure[]>(jobUrl("three-public-job"), {
    workers: Math.min(availableParallelism(), Math.max(1, files.length)),
    seconds: seconds(options.timeout),
    megabytes: DEFAULT_LIMITS.megabytes,
  });
  let failed = 0;
  function fail(name: string, reason: string): void {
    failed++;
    process.stderr.write(`${say("yusuan: {}", translated(printable(`${name}: ${reason}`)))}\n`);
  }
  for (const { name, reason } of missing) fail(name, reason);
  try {
    const read = await Promise.all(
      files.map(async ({ name, path, member }) => {
        try {
          return await pool.run({ name, path, ...(member && { member }), ...words });
        } catch (error) {
          if (!(error instanceof InputError)) throw error;
          fail(name, error.message);
          return undefined;
        }
      }),
    );
    const done = read.filter((figures) => figures !== undefined);
    await print(done.flat(), options);
    if (failed > 0) process.exitCode = done.length > 0 ? EXIT.someFailed : EXIT.nothingRead;
  } finally {
    await pool.close();
  }
}

async function print(
  figures: readonly ThreePublicFigure[],
  options: ThreePublicOptions,
): Promise<void> {
  if (options.json) process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
  else if (options.csv) {
    const rows = figures.map((figure) => FIELDS.map((field) => figure[field]));
    process.stdout.write(await csvFile(FIELDS, rows));
  } else if (figures.length > 0) process.stdout.write(threePublicTable(figures));
  else process.stderr.write(`${say("yusuan: {}", say("no three-public figures"))}\n`);
}

const FIELDS = [
  "source",
  "document",
  "division_code",
  "department",
  "year",
  "stage",
  "scope",
  "period",
  "item",
  "amount",
  "state",
  "status",
  "page",
  "line",
  "change",
  "change_amount",
  "change_percent",
  "reason",
] as const satisfies readonly (keyof ThreePublicFigure)[];
