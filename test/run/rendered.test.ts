import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { COORDINATE_NAMES } from "../../src/model/coordinates.ts";
import type { Disclosure } from "../../src/model/disclosure.ts";
import { extractDocument } from "../../src/run/document.ts";

const corpus = process.env.YUSUAN_CORPUS;

describe.skipIf(!corpus)("the tables of a text source, drawn by a producer", () => {
  test.each([
    "000-calc.pdf",
    "001-cid.pdf",
    "002-chromium.pdf",
    "003-radicals.pdf",
    "000.xlsx",
    "003-docx.docx",
  ])("%s gives the figures of the text", async (name) => {
    const drawn = await read(join("corpus/rendered", name));
    const text = await read(join("seeds", seedOf(name)));
    const tables = new Set(drawn.tables.map(({ id }) => id));
    const expected = figuresOf(text).filter(([table = ""]) => tables.has(table as never));
    expect(distinct(figuresOf(drawn))).toEqual(distinct(expected));
  });

  test("a scan is named, page by page", async () => {
    await expect(read("corpus/rendered/004-scan.pdf")).rejects.toThrow(
      "no text layer on all of 4 pages",
    );
  });
});

function read(path: string): Promise<Disclosure> {
  return extractDocument({ name: path, bytes: readFileSync(join(corpus ?? "", path)) });
}

function seedOf(name: string): string {
  const seeds = readdirSync(join(corpus ?? "", "seeds"));
  return seeds.find((seed) => seed.startsWith(name.slice(0, 3))) ?? "";
}

function figuresOf({ facts }: Disclosure): string[][] {
  return facts.map((fact) => {
    // Where a cell is wrapped, text and drawing may differ in a blank.
    const words = COORDINATE_NAMES.map((name) => `${name}=${fact[name] ?? ""}`.replace(/ /g, ""));
    return [fact.table, ...words, fact.money.yuan.toString()];
  });
}

function distinct(figures: readonly string[][]): string[] {
  return [...new Set(figures.map((words) => words.join(" ")))].sort();
}
