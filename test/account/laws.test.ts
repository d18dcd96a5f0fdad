import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import type { Block, Grid, Layout } from "../../src/model/block.ts";
import type { Check } from "../../src/model/check.ts";
import type { Disclosure } from "../../src/model/disclosure.ts";
import { InputError } from "../../src/model/errors.ts";
import { disclosureOf } from "../../src/run/document.ts";
import { layoutOf } from "../../src/run/layout-of.ts";
import { oneOf, type Random, randomOfCase } from "../reconcile/random.ts";

const SAMPLES = fileURLToPath(new URL("../../samples/", import.meta.url));
const corpus = process.env.YUSUAN_CORPUS;
const files = [
  SAMPLES,
  ...(corpus ? ["seeds", "corpus", "forms/docs/tsv", "forms/docs/html"] : []).map((folder) =>
    join(corpus ?? "", folder),
  ),
]
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((file) => /\.(?:txt|md|html|pdf)$/.test(file) && !/README/.test(file));

/** Damages of one document; there are many where the corpus is there. */
const TRIALS = corpus ? 2 : 6;

/** Words that no vocabulary has. */
const STRANGE = ["鹭鸶", "琥珀", "蓑衣", "陶埙", "桑榆", "蒹葭", "芰荷", "薜荔", "鹧鸪", "蟋蟀"];

/** Numbers that are amounts by their look alone. */
const AMOUNT = /^[-−(（]?(?:\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+\.\d+)[)）]?$/;

it.each(files)(
  "every amount of %s is in a fact or told, whatever its headings",
  { timeout: 120_000 },
  async (file) => {
    const bytes = new Uint8Array(readFileSync(file));
    const layout = await layoutOf({ name: file, bytes }).catch(() => undefined);
    for (let trial = 0; layout && trial < TRIALS; trial++) {
      const { blocks, grid } = estranged(layout.blocks, randomOfCase(20261129, trial));
      if (!grid) return;
      const lost = lostOf(grid, { ...layout, blocks }, basename(file));
      expect(
        lost,
        `trial ${trial}: ${grid.cells
          .map(({ text }) => text)
          .slice(0, 20)
          .join(" ")}`,
      ).toEqual([]);
    }
  },
);

/** A document in which one table has headings that nobody knows, and now and then no title either. */
function estranged(blocks: readonly Block[], random: Random): { blocks: Block[]; grid?: Grid } {
  const grids = blocks
    .filter((block) => block.type === "grid")
    .filter((grid) => amounts(grid).length > 0);
  const chosen = oneOf(grids, random);
  if (!chosen) return { blocks: [...blocks] };
  const body = Math.min(...chosen.cells.filter(({ text }) => /\d/.test(text)).map(({ r0 }) => r0));
  const word = () => `${oneOf(STRANGE, random)}${oneOf(STRANGE, random)}`;
  const cells = chosen.cells.map((cell) =>
    cell.r0 < body && cell.text !== "" ? { ...cell, text: word() } : cell,
  );
  const grid = { ...chosen, cells };
  const at = blocks.indexOf(chosen);
  const untitled = random() < 0.5;
  return {
    grid,
    blocks: blocks.map((block, i) => {
      if (i === at) return grid;
      return untitled && i < at && i >= at - 3 && block.type === "paragraph"
        ? { ...block, text: word() }
        : block;
    }),
  };
}

/** Amounts of a table that stand in no fact, attribute, target or check: each print of a number needs one of its own. */
function lostOf(grid: Grid, layout: Layout, name: string): string[] {
  const said = new Map<string, number>();
  const say = (number: string) => said.set(number, (said.get(number) ?? 0) + 1);
  const { facts, tables, indicators, statements, checks } = saidOf(layout, name);
  for (const { money } of facts) say(unsigned(money.published));
  for (const { check, found = "" } of checks)
    if (check === "unplaced") for (const text of found.split(/[\s;；]+/)) say(unsigned(text));
  for (const { columns, rows } of tables)
    for (const { column, text } of rows.flatMap(({ cells }) => cells))
      if (columns[column]?.role === "change" || columns[column]?.role === "attribute")
        say(unsigned(text));
  for (const { value } of indicators) say(unsigned(value));
  for (const { published = "" } of statements) say(unsigned(published));
  const all = layout.blocks.filter((block) => block.type === "grid").flatMap(amounts);
  const printed = (number: string) => all.filter((each) => each === number).length;
  return amounts(grid).filter(
    (number) =>
      (said.get(number) ?? 0) < printed(number) &&
      printed(number) > 0 &&
      !isSaidWithWords(number, checks),
  );
}

/** `12.50（含结转）` is told with its words. */
function isSaidWithWords(number: string, checks: readonly Check[]): boolean {
  return checks.some(
    ({ check, found = "" }) =>
      check === "unplaced" && /[\u4e00-\u9fff]/.test(found) && unsigned(found).includes(number),
  );
}

function saidOf(
  layout: Layout,
  name: string,
): Pick<Disclosure, "facts" | "tables" | "indicators" | "statements" | "checks"> {
  try {
    return disclosureOf({ name, bytes: new Uint8Array() }, layout);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { facts: [], tables: [], indicators: [], statements: [], checks: error.checks };
  }
}

function amounts({ cells }: Grid): string[] {
  return cells.flatMap(({ text }) => (AMOUNT.test(text.trim()) ? [unsigned(text)] : []));
}

function unsigned(text: string): string {
  return text.replace(/[-−+,，()（）\s]/g, "");
}
