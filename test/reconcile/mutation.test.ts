import { describe, expect, it } from "vitest";
import type { Fact } from "../../src/model/fact.ts";
import type { Table } from "../../src/model/table.ts";
import { reconcile } from "../../src/reconcile/index.ts";
import { randomOf } from "./damage.ts";
import { blocksOf, printedOf, seedNames } from "./seeds.ts";

/** Share of the proved figures that are changed: all of them with YUSUAN_THOROUGH set. */
const SHARE = process.env.YUSUAN_THOROUGH ? 1 : 0.02;

/** The figure with one digit changed: the first, which no rounding explains, or any. */
function changed(published: string, random: () => number, first: boolean): string {
  const digits = [...published].flatMap((char, i) => (/\d/.test(char) ? [i] : []));
  const at = first ? digits[0] : digits[Math.floor(random() * digits.length)];
  return [...published]
    .map((char, i) =>
      i === at ? String((Number(char) + 1 + Math.floor(random() * 9)) % 10) : char,
    )
    .join("");
}

function withText(tables: readonly Table[], fact: Fact, text: string): Table[] {
  return tables.map((table) => ({
    ...table,
    rows: table.rows.map((row) => ({
      ...row,
      // The label of a form's line stands at the place of its amount.
      cells: row.cells.map((cell) =>
        cell.place === fact.place && /^[\s\d,.-]+$/.test(cell.text) ? { ...cell, text } : cell,
      ),
    })),
  }));
}

describe.skipIf(seedNames().length === 0)("a wrong digit", () => {
  it.each(seedNames())(
    "makes a figure of %s lose its proof, and is named",
    { timeout: 1_800_000 },
    (name) => {
      const printed = printedOf(blocksOf(name), name);
      const random = randomOf(7);
      const silent: string[] = [];
      const unnamed: string[] = [];
      const missed: string[] = [];
      let all = 0;
      for (const fact of reconcile(printed).facts) {
        if (fact.status !== "proved" || random() > SHARE) continue;
        for (const first of [true, false]) {
          const text = changed(fact.money.published, random, first);
          const { facts, checks } = reconcile({
            ...printed,
            tables: withText(printed.tables, fact, text),
          });
          const now = facts.filter(({ place }) => place === fact.place).map(({ status }) => status);
          const proved = now.some((status) => status === "proved" || status === "repaired");
          const where = `${fact.table} ${fact.row},${fact.column} ${fact.money.published} → ${text}`;
          all += 1;
          if (proved) missed.push(where);
          if (proved && first) silent.push(where);
          // A damaged row may fit otherwise with the wrong digit: then the move of its figures is what names it.
          const moved = checks.some(
            ({ check, tableIndex, row }) =>
              check === "repair" && tableIndex === fact.tableIndex && row === fact.row,
          );
          if (first && !now.includes("conflict") && !moved) unnamed.push(where);
        }
      }
      console.log(`${name}: ${all - missed.length} of ${all} changed digits caught`, missed);
      expect(silent).toEqual([]);
      expect(unnamed).toEqual([]);
    },
  );
});
