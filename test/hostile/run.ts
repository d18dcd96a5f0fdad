/**
 * Hostile files beside good ones, through the command as its users start it (after a build):
 *
 *   npx tsx test/hostile/run.ts [--mutations 1000] [--office 500] [--first-seed 0] [--no-bombs] [--workers 2] [--timeout 20] [--keep]
 *
 * Bombs, seeded mutations of the samples' PDFs (with YUSUAN_CORPUS, of the corpus's too), and seeded Office files and archives.
 * The run has to end, every file has to be named in files.csv, what the good ones give has to be the bytes that they give
 * alone, nothing may be written outside the output, and a server that files link to may not be asked. Prints what came of the
 * files, and the peak memory of all processes together.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { parse } from "fast-csv";
import { globSync } from "tinyglobby";
import { extractWatched, type Measured } from "../bench/watched.ts";
import { mutated } from "../read/pdf/mutate.ts";
import { snapshot } from "../run/sandbox.ts";
import { BOMBS } from "./bombs.ts";
import { differences, GOOD } from "./good.ts";
import { hostileOffice } from "./office-mutations.ts";
import { unaskedServer } from "./server.ts";

const { values } = parseArgs({
  options: {
    mutations: { type: "string", default: "1000" },
    office: { type: "string", default: "500" },
    "first-seed": { type: "string", default: "0" },
    "no-bombs": { type: "boolean", default: false },
    workers: { type: "string", default: "2" },
    timeout: { type: "string", default: "20" },
    keep: { type: "boolean", default: false },
  },
});

async function main(): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), "yusuan-hostile-"));
  try {
    const bad = join(work, "bad");
    mkdirSync(bad);
    const elsewhere = await unaskedServer();
    const names = [
      ...(values["no-bombs"] ? [] : plantBombs(bad)),
      ...plantMutations(bad),
      ...plantOffice(bad, elsewhere.at),
    ];
    await extract(GOOD, join(work, "alone"));
    const around = surroundings(work);
    const measured = await extract([...GOOD, bad], join(work, "beside"));
    const escaped = surroundings(work).filter((path) => !around.includes(path));
    const asked = elsewhere.close();
    const lines = await linesOf(join(work, "beside/files.csv"));
    const missing = [...names, ...GOOD].filter((name) => !lines.has(basename(name)));
    const wrong = differences(snapshot(join(work, "alone")), snapshot(join(work, "beside")));
    console.table(reasons(names, lines));
    console.log({ ...measured, files: names.length, missing, wrong, escaped, asked });
    process.exitCode = [missing, wrong, escaped, asked].some(({ length }) => length > 0) ? 1 : 0;
  } finally {
    if (values.keep) console.log(work);
    else rmSync(work, { recursive: true, force: true });
  }
}

function plantBombs(folder: string): string[] {
  for (const { name, make } of BOMBS) writeFileSync(join(folder, name), make());
  return BOMBS.map(({ name }) => name);
}

function plantMutations(folder: string): string[] {
  const corpus = process.env.YUSUAN_CORPUS;
  const patterns = ["samples/*.pdf", ...(corpus ? [`${corpus}/corpus/**/*.pdf`] : [])];
  const sources = globSync(patterns, { absolute: true }).sort();
  const first = Number(values["first-seed"]);
  return Array.from({ length: Number(values.mutations) }, (_, i) => {
    const source = sources[i % sources.length] ?? "";
    const name = `mutation-${first + i}.pdf`;
    writeFileSync(join(folder, name), mutated(new Uint8Array(readFileSync(source)), first + i));
    return name;
  });
}

function plantOffice(folder: string, at: string): string[] {
  const first = Number(values["first-seed"]);
  return Array.from({ length: Number(values.office) }, (_, i) => {
    const { name, bytes } = hostileOffice(first + i, at);
    writeFileSync(join(folder, name), bytes);
    return name;
  });
}

/** What lies where paths out of an archive could lead. */
function surroundings(work: string): string[] {
  const folders = [work, join(work, "bad"), dirname(work), "/", process.cwd()];
  return folders.flatMap((folder) =>
    readdirSync(folder)
      .map((name) => join(folder, name))
      .filter((path) => /escaped/.test(path) || folder === join(work, "bad")),
  );
}

function extract(sources: readonly string[], out: string): Promise<Measured> {
  const flags = ["--out", out, "--workers", values.workers, "--timeout", values.timeout];
  return extractWatched([...sources, ...flags]);
}

async function linesOf(path: string): Promise<Map<string, Record<string, string>>> {
  const lines = new Map<string, Record<string, string>>();
  const rows = parse<Record<string, string>, Record<string, string>>({ headers: true });
  rows.end(readFileSync(path, "utf8").replace(/^\uFEFF/, ""));
  for await (const line of rows) {
    const name = basename(line.source);
    // Of the files of an archive, one that is not read speaks for it.
    if (lines.get(name)?.outcome !== "failed") lines.set(name, line);
  }
  return lines;
}

/** How many files ended how: bombs by name, mutations by reason. */
function reasons(names: readonly string[], lines: ReadonlyMap<string, Record<string, string>>) {
  const counts: Record<string, { files: number; first: string }> = {};
  for (const name of names) {
    const line = lines.get(name);
    const said = (line?.message || line?.outcome || "missing").replace(/\d[\d,.]*/g, "N");
    const reason = said.slice(0, 70);
    counts[reason] ??= { files: 0, first: name };
    counts[reason].files++;
  }
  return counts;
}

process.chdir(resolve(import.meta.dirname, "../.."));
await main();
