/**
 * Whole runs over the same PDFs, many times repeated, with one worker and with two, in turn: documents a second, what a
 * second worker gains, and the peak memory of few and of many documents. `npm run bench:workers [-- FILE…]`, after a build.
 */
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { globSync } from "tinyglobby";

const FEW = 50;
const MANY = 500;

interface Measured {
  readonly seconds: number;
  /** Peak resident memory of the whole process, in MB. */
  readonly megabytes: number;
}

function main(named: readonly string[]): void {
  const corpus = process.env.YUSUAN_CORPUS;
  const folder = corpus ? `${corpus}/corpus/*.pdf` : "samples/*.pdf";
  const files = named.length > 0 ? named : globSync(folder, { absolute: true });
  const work = mkdtempSync(join(tmpdir(), "yusuan-bench-"));
  try {
    const few = repeated(files, FEW, join(work, "few"));
    const many = repeated(files, MANY, join(work, "many"));
    const rows = [
      { documents: FEW, workers: 1, ...measure(few, 1, work) },
      { documents: FEW, workers: 2, ...measure(few, 2, work) },
      { documents: MANY, workers: 2, ...measure(many, 2, work) },
      { documents: MANY, workers: 1, ...measure(many, 1, work) },
    ];
    console.table(
      rows.map(({ documents, workers, seconds, megabytes }) => ({
        documents,
        workers,
        "documents/s": rounded(documents / seconds),
        "peak MB": Math.round(megabytes),
      })),
    );
    const [one, two, manyTwo, manyOne] = rows.map(({ seconds }) => seconds);
    console.log(
      `two workers: ${ratio(one, two)} times one (${FEW}), ${ratio(manyOne, manyTwo)} (${MANY})`,
    );
    console.log(
      `memory: ${MANY} documents take ${ratio(rows[2]?.megabytes, rows[1]?.megabytes)} times that of ${FEW}`,
    );
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** A folder with `count` copies of some files, in turn. */
function repeated(files: readonly string[], count: number, folder: string): string {
  mkdirSync(folder);
  for (let i = 0; i < count; i++) {
    const file = files[i % files.length] ?? "";
    copyFileSync(file, join(folder, `${i}-${basename(file)}`));
  }
  return folder;
}

const PEAK = `process.on("exit", () => process.stderr.write("\\npeak " + process.resourceUsage().maxRSS + "\\n"))`;

function measure(folder: string, workers: number, work: string): Measured {
  const out = join(work, "out");
  rmSync(out, { recursive: true, force: true });
  const start = performance.now();
  const { stderr } = spawnSync(
    process.execPath,
    [
      "--import",
      `data:text/javascript,${encodeURIComponent(PEAK)}`,
      "dist/cli/main.js",
      "extract",
      folder,
      "--out",
      out,
      "--workers",
      String(workers),
    ],
    { encoding: "utf8", maxBuffer: 1e9 },
  );
  const seconds = (performance.now() - start) / 1000;
  const kilobytes = Number(/^peak (\d+)$/m.exec(stderr)?.[1]);
  return { seconds, megabytes: kilobytes / 1000 };
}

function ratio(a = Number.NaN, b = Number.NaN): number {
  return rounded(a / b);
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

main(process.argv.slice(2));
