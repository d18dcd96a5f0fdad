import { existsSync, readdirSync } from "node:fs";
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { UsageError } from "../../model/errors.ts";
import { placed, threePublicBook } from "../../write/three-public-book.ts";
import { type Opener, opener } from "../opener.ts";
import type { Output } from "../output.ts";
import { overviewOf, threePublicOf } from "../overview.ts";
import { reviewsOf } from "../reviews.ts";
import { sentencesOf } from "../search/figure-file.ts";
import { SEARCHED } from "../search/figure-index.ts";
import { figureDataset, figureLines } from "../search/figure-lines.ts";
import { sourceOf } from "../source.ts";
import { shownText } from "../source-text.ts";
import { linesFor } from "../three-public-lines.ts";
import { type ReportFigures, type ReportSite, SITE_FILE, scriptOf } from "./format.ts";
import { pdfFolder, supportFor } from "./pdf-support.ts";

export interface ReportOptions {
  readonly output: Output;
  /** Absolute folder that sources are looked for from. */
  readonly start: string;
  /** Absolute folder for the report: one that is not there, is empty, or has a report. */
  readonly to: string;
  /** The built parts of reports; by default those beside this module. */
  readonly parts?: string;
  /** Who opens the sources: a child process unless a test says otherwise. */
  readonly openSources?: () => Opener;
}

export interface Reported {
  readonly disclosures: number;
  readonly sources: number;
  /** Sources that were not found, or are other files by now. */
  readonly gone: readonly string[];
}

/** Figures that a page searches by itself: more are for `yusuan serve`. */
const MOST_SEARCHED = 200_000;

const PARTS = fileURLToPath(new URL("../report-page", import.meta.url));
const DATA = "data";

/** Writes an output as a static site. Throws UsageError where the folder has something else. */
export async function writeReport(options: ReportOptions): Promise<Reported> {
  const reader = (options.openSources ?? opener)();
  try {
    return await writeWith(reader, options);
  } finally {
    await reader.close();
  }
}

async function writeWith(reader: Opener, options: ReportOptions): Promise<Reported> {
  const { output, start, to, parts = PARTS } = options;
  if (!existsSync(join(parts, "page.js"))) throw new UsageError(`${parts} has no built page`);
  const overview = await overviewOf(output, false);
  if (overview.disclosures.length === 0)
    throw new UsageError(`${output.folder} is no output of yusuan: it has no disclosures.csv`);
  if (
    existsSync(to) &&
    readdirSync(to).length > 0 &&
    !existsSync(join(to, DATA, `${SITE_FILE}.js`))
  )
    throw new UsageError(`${to} has something else in it: name a folder that is empty or new`);
  // What an earlier report had, and this one has not, must not stay.
  for (const folder of [DATA, "assets"])
    await rm(join(to, folder), { recursive: true, force: true });
  for (const folder of [DATA, "assets"]) await mkdir(join(to, folder), { recursive: true });
  const put = (name: string, value: unknown) =>
    writeFile(join(to, DATA, `${name}.js`), scriptOf(name, value));

  const lines = await threePublicOf(output);
  await put("overview", overview);
  await put("three-public", lines);
  const book = await threePublicBook(linesFor(lines, {}).map(placed));
  await writeFile(join(to, "three-public.xlsx"), book);
  // Who checked what is part of what is handed in; the name of this machine's user is not.
  await put("reviews", { by: "", reviews: (await reviewsOf(output).all()).reviews });
  const figures = await figuresOf(output);
  if (figures) await put("figures", figures);

  const disclosures: Record<string, number> = {};
  const documents = new Set<string>();
  for (const [number, line] of overview.disclosures.entries()) {
    const ids = [
      line.disclosure,
      ...wordsOf(line.editions).map((each) => `${line.disclosure}.${each}`),
    ];
    for (const each of wordsOf(`${line.documents} ${line.editions}`)) documents.add(each);
    for (const [nth, id] of ids.entries()) {
      const json = await output.disclosure(id);
      if (json === undefined) continue;
      const of = number + nth * overview.disclosures.length;
      disclosures[id] = of;
      await put(`disclosure-${of}`, JSON.parse(json));
    }
  }

  const sources: Record<string, number> = {};
  const gone: Record<string, string> = {};
  const needed = new Set<string>();
  for (const document of documents) {
    const source = await sourceOf(output, document, start);
    if (source === undefined) continue;
    if ("gone" in source) {
      gone[document] = source.gone;
      continue;
    }
    const text = await shownText(source);
    const bytes = text === undefined ? source.bytes : Buffer.from(text);
    if (source.format === "pdf") for (const name of supportFor(source.bytes)) needed.add(name);
    // Ids are the run's own; those of a folder that came from elsewhere are no names of files.
    const number = Object.keys(sources).length;
    sources[document] = number;
    await put(`source-${number}`, Buffer.from(bytes).toString("base64"));
    // What was no disclosure by itself has no sums of its own, and what does not open any more is not shown.
    await put(`sums-${number}`, await reader.sums(document, source).catch(() => []));
    if (source.format !== "pdf")
      await put(`blocks-${number}`, await reader.blocks(document, source).catch(() => NOTHING));
  }
  for (const name of needed) {
    const bytes = await readFile(pdfFolder(name));
    await put(`pdfjs-${name}`, bytes.toString("base64"));
  }

  const site: ReportSite = {
    disclosures,
    sources,
    gone,
    searchable: figures !== undefined,
  };
  await put(SITE_FILE, site);
  for (const name of await readdir(parts))
    await copyFile(join(parts, name), join(to, "assets", name));
  await writeFile(join(to, "index.html"), INDEX);
  return {
    disclosures: overview.disclosures.length,
    sources: Object.keys(sources).length,
    gone: Object.values(gone),
  };
}

const NOTHING = { blocks: [], cut: true };

/** The first script says where the page is; it and the page run in their order. */
const INDEX = `<!doctype html>
<html lang="zh">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>预算</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="assets/page.css" />
    <script defer src="assets/put.js"></script>
    <script defer src="${DATA}/${SITE_FILE}.js"></script>
    <script defer src="assets/page.js"></script>
  </head>
  <body>
    <div id="app"></div>
  </body>
</html>
`;

/** What is searched; undefined where it is too much for a page, or was not written. */
async function figuresOf(output: Output): Promise<ReportFigures | undefined> {
  const dataset = await figureDataset(output);
  if (dataset === undefined) return undefined;
  const rows: string[][] = [];
  for await (const { found } of figureLines(dataset)) {
    rows.push(SEARCHED.map((each) => found[each]));
    if (rows.length > MOST_SEARCHED) return undefined;
  }
  return { fields: SEARCHED, rows, sentences: await sentencesOf(output) };
}

function wordsOf(text: string): string[] {
  return text.split(" ").filter(Boolean);
}
