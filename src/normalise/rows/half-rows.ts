import { parseNumber } from "../../model/money.ts";
import type { Cell, Row, Table } from "../../model/table.ts";
import { plain } from "../../taxonomy/plain.ts";
import type { Catalogue } from "../catalogue/index.ts";
import type { KnownUnits } from "../units.ts";
import type { KeyReading } from "./key-reading.ts";
import { keyRows } from "./keys.ts";

/**
 * Joins rows that a page break cut in two: the first row of a page has no number of its own and its words complete
 * the row before, which says something known only with them, or all other rows have a number. Rows are numbered anew.
 */
export function joinHalfRows(table: Table, catalogue: Catalogue, units: KnownUnits): Table {
  if (!table.rows.some((row) => row.opensPage)) return table;
  const rows: Row[] = [];
  for (const row of table.rows) {
    const before = rows.at(-1);
    const joined = before && row.opensPage ? joinedRow(before, row) : undefined;
    const isRest =
      joined && (isOddOneOut(table, row) || completes(table, rows, joined, catalogue, units));
    if (joined && isRest) rows[rows.length - 1] = joined;
    else rows.push(row);
  }
  return { ...table, rows: rows.map((row, i) => ({ ...row, index: i + 1 })) };
}

/** The two halves as one row; undefined where they cannot be one: a number in the second, or a code of its own. */
function joinedRow(before: Row, rest: Row): Row | undefined {
  const cells = new Map<number, Cell>(before.cells.map((cell) => [cell.column, cell]));
  for (const cell of rest.cells) {
    if (parseNumber(cell.text) !== undefined) return undefined;
    const above = cells.get(cell.column);
    if (above === undefined || parseNumber(above.text) !== undefined) return undefined;
    cells.set(cell.column, { ...above, text: above.text + cell.text });
  }
  return { ...before, cells: [...cells.values()] };
}

/** Rows that show what a row of their table has. */
const FEWEST_ROWS = 5;

/** Is a row the only one at the top of a page that has no number, where all others have one? */
function isOddOneOut({ rows }: Table, row: Row): boolean {
  const others = rows.filter((other) => !other.opensPage);
  return !hasNumber(row) && others.length >= FEWEST_ROWS && others.every(hasNumber);
}

function hasNumber({ cells }: Row): boolean {
  return cells.some(({ text }) => parseNumber(text) !== undefined);
}

/** Does the joined row mean something, where the first half alone does not? */
function completes(
  table: Table,
  rows: readonly Row[],
  joined: Row,
  catalogue: Catalogue,
  units: KnownUnits,
): boolean {
  const last = rows.length - 1;
  const alone = keyRows({ ...table, rows }, catalogue, units)[last] ?? [];
  const whole = keyRows({ ...table, rows: rows.with(last, joined) }, catalogue, units)[last] ?? [];
  const better = alone.some((reading, i) => isBetter(reading, whole[i], catalogue));
  return (
    better &&
    !whole.some((reading, i) => reading.unknown !== undefined && alone[i]?.unknown === undefined)
  );
}

function isBetter(alone: KeyReading, whole: KeyReading | undefined, catalogue: Catalogue): boolean {
  if (!whole || plain(alone.key.label) === plain(whole.key.label)) return false;
  if (alone.unknown !== undefined) return whole.unknown === undefined;
  const { functionCode, economicCode } = whole.key.coordinates;
  const name = (label: string) => {
    if (functionCode !== undefined)
      return plain(catalogue.function(functionCode)?.name ?? "") === plain(label);
    if (economicCode !== undefined)
      return plain(catalogue.economic(economicCode)?.name ?? "") === plain(label);
    return false;
  };
  return name(whole.key.label) && !name(alone.key.label);
}
