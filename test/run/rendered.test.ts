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

  test("a scan gives no figure that the text does not have", async () => {
    const drawn = await read("corpus/rendered/004-scan.pdf");
    const text = new Set(figuresOf(await read(join("seeds", seedOf("004")))).map(String));
    const trusted = drawn.facts.filter(
      ({ status }) => status === "proved" || status === "repaired",
    );
    expect(trusted.length).toBeGreaterThan(40);
    const wrong = figuresOf({ ...drawn, facts: trusted }).filter(
      (figure) => !text.has(`${figure}`),
    );
    expect(wrong).toEqual([]);
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
