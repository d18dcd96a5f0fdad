import type { Check, CheckKind } from "../../src/model/check.ts";
import type { Fact } from "../../src/model/fact.ts";
import type { Table } from "../../src/model/table.ts";
import type { Product } from "./product.ts";
import type { Random } from "./random.ts";
import type { Source } from "./sources.ts";
import { Tally } from "./tally.ts";

/**
 * Changes the first digit of proved figures, which no rounding explains, and any digit: each must lose its proof. Where there is
 * one digit only, rounding may explain that it is another.
 */
export function mutated(
  product: Product,
  source: Source,
  share: number,
  random: Random,
  tally = new Tally(),
): Tally {
  const printed = product.printedOf(source.blocks, source.name);
  for (const fact of product.reconcile(printed).facts) {
    if (fact.status !== "proved" || random() >= share) continue;
    for (const first of [true, false]) {
      const text = changed(fact.money.published, random, first);
      if (first && fact.money.published.replace(/\D/g, "").length === 1) continue;
      const tables = withText(printed.tables, fact, text);
      if (!tables) continue;
      const { facts, checks } = product.reconcile({ ...printed, tables });
      const now = facts.filter(({ place }) => place === fact.place).map(({ status }) => status);
      const proved = now.some((status) => status === "proved" || status === "repaired");
      const told = now.includes("conflict") || checks.some((check) => isNamed(fact, check));
      const outcome = proved ? "proved" : told ? "named" : "unnamed";
      const where = `${source.name} ${fact.table} row ${fact.row} column ${fact.column}`;
      const line = `${outcome}: ${where} ${fact.label}: ${fact.money.published} → ${text}`;
      const kind = first ? "first digit" : "any digit";
      tally.add(kind, outcome, outcome === "proved" || (first && !told) ? [`${kind} ${line}`] : []);
    }
  }
  return tally;
}

/** Checks that say what is wrong with the figures that they list. A note that a figure has no witness does not. */
const NAMING: ReadonlySet<CheckKind> = new Set(["identity", "doubt", "repair", "statement"]);

/** A check that lists the figure: a failed identity, a doubt, a sentence, or the move of its row, which may fit otherwise now. */
function isNamed({ tableIndex, row, column }: Fact, { check, severity, figures }: Check): boolean {
  return (
    NAMING.has(check) &&
    severity !== "note" &&
    figures.some((f) => f.tableIndex === tableIndex && f.row === row && f.column === column)
  );
}

function changed(published: string, random: Random, first: boolean): string {
  const digits = [...published].flatMap((char, i) => (/\d/.test(char) ? [i] : []));
  const at = first ? digits[0] : digits[Math.floor(random() * digits.length)];
  return [...published]
    .map((char, i) =>
      i === at ? String((Number(char) + 1 + Math.floor(random() * 9)) % 10) : char,
    )
    .join("");
}

/** The tables with another text at the place of a figure; undefined where no cell has its number alone. */
function withText(tables: readonly Table[], fact: Fact, text: string): Table[] | undefined {
  let found = false;
  const changed = tables.map((table) => ({
    ...table,
    rows: table.rows.map((row) => ({
      ...row,
      // The label of a form's line stands at the place of its amount.
      cells: row.cells.map((cell) => {
        if (cell.place !== fact.place || !/^[\s\d,.-]+$/.test(cell.text)) return cell;
        found = true;
        return { ...cell, text };
      }),
    })),
  }));
  return found ? changed : undefined;
}
