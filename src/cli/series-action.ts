import { resolve } from "node:path";
import { UsageError } from "../model/errors.ts";
import { readSuccessions } from "../run/successions-file.ts";
import { readSeries } from "../view/series/read-series.ts";
import { csvFile } from "../write/csv.ts";
import { SERIES } from "../write/series.ts";
import { EXIT } from "./exit.ts";
import type { SeriesOptions } from "./series.ts";
import { seriesTable } from "./series-table.ts";
import { printable } from "./terminal.ts";
import { say } from "./words/say.ts";

/** `yusuan series DEPARTMENT --out OUT`; exit code 3 if the output has nothing of it. */
export async function printSeries(department: string, options: SeriesOptions): Promise<void> {
  const { out, subject, successions: file, csv, json } = options;
  if (csv && json) throw new UsageError("--csv or --json, not both");
  const successions = file === undefined ? {} : readSuccessions(file);
  const all = await readSeries(resolve(out), department, successions);
  const points = all.filter((point) => point.subject.startsWith(subject ?? ""));
  if (points.length === 0) {
    const none = say("{} has no series of {}", printable(out), printable(department));
    process.stderr.write(`${say("yusuan: {}", none)}\n`);
    process.exitCode = EXIT.nothingRead;
    return;
  }
  if (json) process.stdout.write(`${JSON.stringify(points, null, 2)}\n`);
  else if (csv) {
    const names = SERIES.fields.map(({ name }) => name);
    const rows = points.map((point) => names.map((name) => point[name]));
    process.stdout.write(await csvFile(names, rows));
  } else process.stdout.write(seriesTable(points, subject !== undefined));
}
