/**
 * Milliseconds of processor time a page, by stage, against pdf.js's own operator-list pass over the same pages in the same process.
 * `npm run bench [-- FILE…]`: the PDFs named, or those of the folder in YUSUAN_CORPUS and of samples/. One thread, warm, as in
 * a batch: all files are gone through in rounds, the first ones are thrown away, the best of the others is shown. Other tools
 * are given as multiples of pdf.js, too.
 */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { globSync } from "tinyglobby";
import { installedPeers } from "./peers.ts";
import { barePass, ourPass, type Pass } from "./stages.ts";

/** Rounds over all files that are thrown away: the compiler works on threads of this process, and for long. */
const WARMING = 3;
const ROUNDS = 5;

async function main(named: readonly string[]): Promise<void> {
  const corpus = process.env.YUSUAN_CORPUS;
  const folders = [
    ...(corpus ? [`${corpus}/corpus/*.pdf`, `${corpus}/corpus/rendered/*.pdf`] : []),
    "samples/**/*.pdf",
  ];
  const files = named.length > 0 ? named : globSync(folders, { absolute: true });
  if (files.length === 0) {
    console.error("no PDFs: name some, or set YUSUAN_CORPUS");
    process.exitCode = 2;
    return;
  }
  const peers = installedPeers();
  const rows: Record<string, number | string>[] = [];
  let bareTotal = 0;
  let ourTotal = 0;
  let wholeTotal = 0;
  let peak = 0;
  const passes = files.map((file) => ({ file, bare: [] as Pass[], ours: [] as Pass[] }));
  for (let round = 0; round < WARMING + ROUNDS; round++) {
    for (const { file, bare, ours } of passes) {
      const bytes = new Uint8Array(readFileSync(file));
      // In turn, so that whatever else the machine does hits both alike.
      bare.push(await barePass(bytes));
      ours.push(await ourPass(basename(file), bytes));
      peak = Math.max(peak, process.memoryUsage().rss);
    }
  }
  for (const { file, bare, ours } of passes) {
    const pages = ours[0]?.pages ?? 1;
    const reference = bestOf(bare, "pdf.js");
    const read = bestOf(ours, "read");
    const layout = bestOf(ours, "layout");
    const tables = bestOf(ours, "tables");
    wholeTotal += read + layout + tables;
    bareTotal += reference;
    ourTotal += read + layout;
    rows.push({
      file: basename(file).slice(0, 24),
      pages,
      "pdf.js ms/page": rounded(reference / pages),
      "read ms/page": rounded(read / pages),
      "layout ms/page": rounded(layout / pages),
      "tables ms/page": rounded(tables / pages),
      ratio: rounded((read + layout) / reference),
      whole: rounded((read + layout + tables) / reference),
      ...Object.fromEntries(
        peers.map(({ name, measure }) => [
          name,
          rounded((measure(file) ?? Number.NaN) / reference),
        ]),
      ),
    });
  }
  console.table(rows);
  console.log(
    `all: read and laid out in ${rounded(ourTotal / bareTotal)} times pdf.js's own pass, ` +
      `with tables and proof in ${rounded(wholeTotal / bareTotal)} times; peak memory ${Math.round(peak / 1e6)} MB`,
  );
}

/** The best of all rounds but those that warm up: what else the machine does only ever adds. */
function bestOf(passes: readonly Pass[], stage: string): number {
  return Math.min(...passes.slice(WARMING).map(({ stages }) => stages[stage] ?? Number.NaN));
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

await main(process.argv.slice(2));
