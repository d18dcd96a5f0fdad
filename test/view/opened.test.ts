import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { extractDocument } from "../../src/run/document.ts";
import { layoutOf } from "../../src/run/layout-of.ts";
import { shownBlocks } from "../../src/view/blocks.ts";
import { stretchesOf } from "../../src/view/page/quote.ts";
import { type Sum, sumsOf } from "../../src/view/sums.ts";
import { recordsOf } from "../../src/write/records.ts";
import { budgetBook, budgetDocument } from "./office.ts";

const SAMPLES = fileURLToPath(new URL("../../samples", import.meta.url));

describe("a source that has no pages", () => {
  test.each([
    ["a workbook", budgetBook("泾县文化馆"), "表1!D6"],
    ["a Word document", budgetDocument("泾县文化馆"), "table 1, row 3"],
  ])("%s is shown so that each figure's place has its digits", async (_, bytes, place) => {
    const source = { name: "a", bytes };
    const { blocks } = shownBlocks((await layoutOf(source)).blocks);
    const cells = blocks.flatMap((block) => (block.type === "grid" ? block.rows.flat() : []));
    const facts = recordsOf(await extractDocument(source)).facts;
    expect(facts).toHaveLength(12);
    for (const fact of facts) {
      const there = cells.filter((cell) => cell.place === fact.place).map(({ text }) => text);
      expect(there).toContain(fact.published);
    }
    expect(cells.filter((cell) => cell.place === place).map(({ text }) => text)).toContain("80.20");
  });
});

describe("what must hold between figures", () => {
  const said = (sums: readonly Sum[], id: string) =>
    sums.filter(({ whole, parts }) => [...whole, ...parts].includes(id));

  test("is told with all its terms, and by how much it fails", async () => {
    const name = "anhui-final-2023.pdf";
    const bytes = new Uint8Array(readFileSync(join(SAMPLES, name)));
    const disclosure = await extractDocument({ name, bytes });
    const sums = sumsOf(disclosure);
    const { document } = disclosure;
    // On page 3: 34.10 is not 9.70 + 22.40, and 22.40 is not its only part, 24.40.
    const failing = said(sums, `${document}-t2-r8-c3`).filter(({ holds }) => !holds);
    expect(failing).toHaveLength(2);
    expect(failing).toContainEqual({
      ...{ relation: "=", holds: false, difference: "2" },
      whole: [`${document}-t2-r6-c3`],
      parts: [`${document}-t2-r7-c3`, `${document}-t2-r8-c3`],
    });
    expect(failing.map(({ difference }) => difference).sort()).toEqual(["-2", "2"]);
    // 270.00 = 218.00 + 52.00
    expect(said(sums, `${document}-t2-r1-c3`)).toContainEqual({
      ...{ relation: "=", holds: true, difference: "0" },
      whole: [`${document}-t2-r1-c3`],
      parts: [`${document}-t2-r1-c4`, `${document}-t2-r1-c5`],
    });
  }, 60_000);
});

describe("a sentence on a page", () => {
  const run = (str: string, x: number, y: number) => ({
    ...{ str, width: str.length * 10, height: 12 },
    transform: [12, 0, 0, 12, x, y],
  });
  const PAGE = [
    run("二、三公经费", 50, 700),
    run("本年预算12.00万元，比", 50, 680),
    run("上年减少。其他", 50, 660),
  ];

  test("is found over the ends of lines, and no further than it goes", () => {
    expect(stretchesOf(PAGE, "预算 12.00万元，比上年减少。")).toEqual([
      { x: 70, y: 680, width: 110, height: 12 },
      { x: 50, y: 660, width: 50, height: 12 },
    ]);
  });

  test("that is not there is nowhere", () => {
    expect(stretchesOf(PAGE, "没有这句话")).toEqual([]);
    expect(stretchesOf(PAGE, " ")).toEqual([]);
  });
});
