import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { layoutPages } from "../../src/layout/layout-pages.ts";
import type { Grid } from "../../src/model/block.ts";
import { readPdf } from "../../src/read/pdf/read-pdf.ts";

const corpus = process.env.YUSUAN_CORPUS;
const folder = corpus ? join(corpus, "corpus", "styles") : "";
const names = corpus
  ? readdirSync(folder)
      .filter((name) => name.endsWith(".gt.json"))
      .map((name) => name.slice(0, -".gt.json".length))
  : [];

interface Truth {
  readonly page: number;
  readonly rows: readonly (readonly string[])[];
}

/** Every style of drawing a table, each with its true grids: none may be lost, added or differ in a single cell. */
describe.skipIf(!corpus)("grids of every style are exact", () => {
  test.each(names)("%s", async (name) => {
    const truth: Truth[] = JSON.parse(readFileSync(join(folder, `${name}.gt.json`), "utf8"));
    const layout = await layoutPages(readPdf(readFileSync(join(folder, `${name}.pdf`))));
    const found = layout.blocks.flatMap((block) =>
      block.type === "grid" ? [{ page: block.place.page ?? 0, rows: rowsOf(block) }] : [],
    );
    expect(found.map(trimmed).sort()).toEqual(truth.map(trimmed).sort());
  });
});

function rowsOf({ cells, rowCount, columnCount }: Grid): string[][] {
  const rows = Array.from({ length: rowCount }, () => new Array<string>(columnCount).fill(""));
  for (const { r0, c0, text } of cells) (rows[r0] as string[])[c0] = text;
  return rows;
}

/** Without white space, blank rows and blank columns: how the corpus compares grids. As text, for sorting. */
function trimmed({ page, rows }: Truth): string {
  const bare = rows
    .map((row) => row.map((cell) => cell.replace(/\s/g, "")))
    .filter((row) => row.some(Boolean));
  const columns = (bare[0] ?? []).map((_, c) => c).filter((c) => bare.some((row) => row[c]));
  return [`page ${page}`, ...bare.map((row) => columns.map((c) => row[c]).join("|"))].join("\n");
}
