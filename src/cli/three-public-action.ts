import { existsSync } from "node:fs";
import { extname } from "node:path";
import { UsageError } from "../model/errors.ts";
import { withMembers } from "../run/archives.ts";
import { DEFAULT_LIMITS } from "../run/plan.ts";
import { findSources } from "../run/sources.ts";
import { openAtomic } from "../write/atomic.ts";
import { csvFile } from "../write/csv.ts";
import { EXIT } from "./exit.ts";
import { interruptible } from "./interrupt.ts";
import { seconds } from "./job-url.ts";
import { printable } from "./terminal.ts";
import type { ThreePublicOptions } from "./three-public.ts";
import { THREE_PUBLIC_FIELDS } from "./three-public-dataset.ts";
import type { ThreePublicFigure } from "./three-public-figures.ts";
import { readThreePublic } from "./three-public-reading.ts";
import { threePublicTable } from "./three-public-table.ts";
import { wordsOf } from "./vocabulary.ts";
import { say, translated } from "./words/say.ts";

/** `yusuan three-public FILE…`: one line for each disclosure, whatever files it comes in, in the order of their names; each file that cannot be read is named on standard error. */
export async function printThreePublic(
  names: readonly string[],
  options: ThreePublicOptions,
): Promise<void> {
  const format = formatOf(options);
  if (options.out && existsSync(options.out))
    throw new UsageError(`${options.out} is there already: name a new file`);
  const words = wordsOf(options.vocabulary);
  const found = await findSources({ base: process.cwd(), sources: names });
  const { files, missing } = await withMembers(found, DEFAULT_LIMITS.file);
  let failed = 0;
  function fail(name: string, reason: string): void {
    failed++;
    process.stderr.write(`${say("yusuan: {}", translated(printable(`${name}: ${reason}`)))}\n`);
  }
  for (const { name, reason } of missing) fail(name, reason);
  const limits = { words, seconds: seconds(options.timeout) };
  const { read, figures } = await interruptible((signal) =>
    readThreePublic(files, { ...limits, fail, signal }),
  );
  if (options.out) await save(options.out, await fileOf(format, figures, options.out));
  else process.stdout.write(await fileOf(format, figures));
  if (figures.length === 0)
    process.stderr.write(`${say("yusuan: {}", say("no three-public figures"))}\n`);
  if (failed > 0) process.exitCode = read > 0 ? EXIT.someFailed : EXIT.nothingRead;
}

type Format = (typeof FORMATS)[number];
const FORMATS = ["table", "csv", "json", "xlsx"] as const;

function formatOf({ format, out, csv, json }: ThreePublicOptions): Format {
  if (csv && json) throw new UsageError("--csv or --json, not both");
  const ending = extname(out ?? "")
    .slice(1)
    .toLowerCase();
  const named = format ?? (csv ? "csv" : json ? "json" : ending || "table");
  const found = FORMATS.find((one) => one === named);
  if (!found) throw new UsageError(`--format takes ${FORMATS.join(", ")}, not ${named}`);
  if (found === "xlsx" && !out) throw new UsageError("--format xlsx needs --out FILE");
  return found;
}

async function fileOf(
  format: Format,
  figures: readonly ThreePublicFigure[],
  out = "",
): Promise<string | Uint8Array> {
  if (format === "json") return `${JSON.stringify(figures, null, 2)}\n`;
  if (format === "table") return figures.length > 0 ? threePublicTable(figures) : "";
  const rows = figures.map((figure) => THREE_PUBLIC_FIELDS.map((field) => figure[field]));
  if (format === "csv") return csvFile(THREE_PUBLIC_FIELDS, rows);
  const { figuresBook } = await import("./three-public-book.ts");
  return figuresBook(figures, out);
}

async function save(path: string, content: string | Uint8Array): Promise<void> {
  const file = await openAtomic(path);
  await file.write(content);
  await file.commit();
}
