/**
 * What is read of documents that were printed and scanned, beside what is read of their text (after a build):
 *
 *   npx tsx test/scans/run.ts [--manners 200,200-askew,150-seal] [--workers 2] [--keep FOLDER] FILE.pdf…
 *
 * Each file is drawn by poppler, laid on the glass in each manner, and read. A figure is right where table, coordinates,
 * names and amount are those of the text; of what is trusted, none may be wrong. With `--keep`, scans that are there are not drawn again.
 */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { extractWatched } from "../bench/watched.ts";
import { compared, figuresIn } from "./compare.ts";
import { type Manner, scanned } from "./draw.ts";

const MANNERS: Readonly<Record<string, Manner>> = Object.fromEntries(
  [200, 150].flatMap((dpi): [string, Manner][] => [
    [`${dpi}`, { dpi, turn: 0, seal: false }],
    [`${dpi}-askew`, { dpi, turn: 1, seal: false }],
    [`${dpi}-seal`, { dpi, turn: 1, seal: true }],
  ]),
);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    manners: { type: "string", default: Object.keys(MANNERS).join() },
    workers: { type: "string", default: "2" },
    keep: { type: "string" },
  },
});

async function main(files: readonly string[]): Promise<void> {
  const work = values.keep ? resolve(values.keep) : mkdtempSync(join(tmpdir(), "yusuan-scans-"));
  try {
    await extracted("text", (file, to) => copyFileSync(file, to));
    const text = await figuresIn(join(work, "read", "text"));
    for (const name of values.manners.split(",")) {
      const manner = MANNERS[name];
      if (!manner) throw new Error(`no manner ${name}, but ${Object.keys(MANNERS).join(", ")}`);
      const used = await extracted(name, async (file, to) =>
        writeFileSync(to, await scanned(file, manner)),
      );
      const scans = await figuresIn(join(work, "read", name));
      const results = files.map((file) => {
        const [printed = [], read = []] = [text, scans].map((all) => all.get(basename(file)));
        return { file: basename(file), ...compared(printed, read) };
      });
      for (const { file, told } of results) for (const line of told) console.log(name, file, line);
      const counts = results.map(({ told: _, ...counted }) => counted);
      console.table(counts);
      console.log(name, used, sumOf(counts));
    }
  } finally {
    if (!values.keep) rmSync(work, { recursive: true, force: true });
  }

  async function extracted(
    name: string,
    draw: (file: string, to: string) => void | Promise<void>,
  ): Promise<object> {
    const folder = join(work, name);
    mkdirSync(folder, { recursive: true });
    const all = files.map((file) => join(folder, basename(file)));
    for (const [i, to] of all.entries()) if (!existsSync(to)) await draw(files[i] as string, to);
    const out = join(work, "read", name);
    return extractWatched([
      ...all,
      "--out",
      out,
      "--fresh",
      "--no-departments",
      "--workers",
      values.workers,
    ]);
  }
}

function sumOf(counts: readonly Readonly<Record<string, unknown>>[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const count of counts)
    for (const [key, value] of Object.entries(count))
      if (typeof value === "number") sum[key] = (sum[key] ?? 0) + value;
  return sum;
}

process.chdir(resolve(import.meta.dirname, "../.."));
await main(positionals.map((file) => resolve(process.env.INIT_CWD ?? ".", file)));
