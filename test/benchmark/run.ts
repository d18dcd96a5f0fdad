/**
 * The benchmark (docs/benchmark.md): documents of our own making, whose every amount is known, read by this tool and by others.
 *
 *   npm run benchmark                                    all of it, after a build; results as Markdown
 *   npm run benchmark -- make FOLDER                     only the documents, and truth.csv
 *   npm run benchmark -- score FOLDER MADE FACTS.csv     another tool's facts of the documents in FOLDER/MADE
 *
 * With --forms COUNT and --seed NUMBER before these: 40 forms, seed 1.
 */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { comparePeers } from "./compare-peers.ts";
import { DAMAGES } from "./damage.ts";
import { type Documents, writeDocuments } from "./documents.ts";
import { measured } from "./measured.ts";
import { table } from "./report.ts";
import { type Result, readResult, resultOf } from "./result.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    forms: { type: "string", default: "40" },
    seed: { type: "string", default: "1" },
  },
});
const [command, folder, made, facts] = positionals;
const seed = Number(values.seed);
const count = Number(values.forms);

if (command === "make" && folder) {
  await writeDocuments(folder, seed, count);
} else if (command === "score" && folder && made && facts) {
  const { forms } = await writeDocuments(folder, seed, count);
  console.log(table([await resultOf(made, forms, facts, join(folder, made))]));
} else if (command === undefined) {
  const work = mkdtempSync(join(tmpdir(), "yusuan-benchmark-"));
  try {
    await everything(work);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
} else {
  console.error("benchmark: make FOLDER, score FOLDER MADE FACTS.csv, or nothing");
  process.exitCode = 2;
}

async function everything(work: string): Promise<void> {
  const documents = await writeDocuments(work, seed, count);
  const rows: Result[] = [];
  for (const made of documents.made) rows.push(await ourResult(work, made, documents));
  console.log(`\n## By producer\n\n${table(rows)}`);
  const kinds = Object.keys(DAMAGES);
  const harmed: Result[] = [];
  for (const [i, made] of documents.damaged.entries())
    harmed.push({ ...(await ourResult(work, made, documents)), name: kinds[i] ?? made });
  console.log(`\n## By damage\n\n${table(harmed)}`);
  console.log(`\n## Peers, as grids\n\n${await comparePeers(work, documents.forms)}`);
}

/** As a user runs it: one folder, one worker. */
async function ourResult(work: string, made: string, { forms }: Documents): Promise<Result> {
  const out = join(work, "results", made);
  mkdirSync(out, { recursive: true });
  const flags = ["--out", out, "--workers", "1", "--fresh", "--no-departments"];
  const took = measured(process.execPath, [
    "dist/cli/main.js",
    "extract",
    join(work, made),
    ...flags,
  ]);
  return { ...(await readResult(made, forms, out)), ...took };
}
