/**
 * Whole runs over the same PDFs, many times repeated, with one worker and with two, in turn: documents a second, what a
 * second worker gains, and the peak memory of few and of many documents. `npm run bench:workers [-- FILE…]`, after a build.
 * Beside it, what the machine has to give: two processes with half of the documents each, which share nothing.
 */
import { spawn } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { globSync } from "tinyglobby";

const FEW = 50;
const MANY = 500;

interface Measured {
  readonly seconds: number;
  /** Peak resident memory of the whole process, in MB. */
  readonly megabytes: number;
}

async function main(named: readonly string[]): Promise<void> {
  const corpus = process.env.YUSUAN_CORPUS;
  const folder = corpus ? `${corpus}/corpus/*.pdf` : "samples/*.pdf";
  const files = named.length > 0 ? named : globSync(folder, { absolute: true });
  const work = mkdtempSync(join(tmpdir(), "yusuan-bench-"));
  try {
    const few = repeated(files, FEW, join(work, "few"));
    const many = repeated(files, MANY, join(work, "many"));
    const [one, two] = [await run(few, 1, work), await run(few, 2, work)];
    const [manyTwo, manyOne] = [await run(many, 2, work), await run(many, 1, work)];
    const apart = await runApart(few, work);
    const rows = [
      { documents: FEW, workers: 1, ...one },
      { documents: FEW, workers: 2, ...two },
      { documents: MANY, workers: 2, ...manyTwo },
      { documents: MANY, workers: 1, ...manyOne },
    ];
    console.table(
      rows.map(({ documents, workers, seconds, megabytes }) => ({
        documents,
        workers,
        "documents/s": rounded(documents / seconds),
        "peak MB": Math.round(megabytes),
      })),
    );
    console.log(
      `two workers: ${ratio(one.seconds, two.seconds)} times one (${FEW}), ` +
        `${ratio(manyOne.seconds, manyTwo.seconds)} (${MANY}); two processes: ${ratio(one.seconds, apart)} (${FEW})`,
    );
    console.log(
      `memory: ${MANY} documents take ${ratio(manyTwo.megabytes, two.megabytes)} times that of ${FEW}`,
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

/** Seconds that two processes take for half of the documents each, side by side. */
async function runApart(folder: string, work: string): Promise<number> {
  const halves = [1, 2].map((half) => run(folder, 1, join(work, `half${half}`), `${half}/2`));
  return Math.max(...(await Promise.all(halves)).map(({ seconds }) => seconds));
}

const COMMAND = resolve("dist/cli/main.js");
const PEAK = `process.on("exit", () => process.stderr.write("\\npeak " + process.resourceUsage().maxRSS + "\\n"))`;

/** One run of the command, as its users start it. */
async function run(
  folder: string,
  workers: number,
  work: string,
  shard = "1/1",
): Promise<Measured> {
  const out = join(work, "out");
  rmSync(out, { recursive: true, force: true });
  const start = performance.now();
  const flags = ["--out", out, "--workers", String(workers), "--shard", shard];
  const child = spawn(COMMAND, ["extract", folder, ...flags], {
    env: {
      ...process.env,
      NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(PEAK)}`,
    },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  for await (const text of child.stderr.setEncoding("utf8")) said += text;
  const seconds = (performance.now() - start) / 1000;
  const kilobytes = Number(/^peak (\d+)$/m.exec(said)?.[1]);
  return { seconds, megabytes: kilobytes / 1000 };
}

function ratio(a = Number.NaN, b = Number.NaN): number {
  return rounded(a / b);
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

await main(process.argv.slice(2));
