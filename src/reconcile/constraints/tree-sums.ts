import { TREE_DIMENSIONS } from "../../taxonomy/trees.ts";
import type { Constraint } from "../constraint.ts";
import { groupBy } from "../keys.ts";
import type { Entry, Reading } from "../ledger.ts";
import {
  constraintsAmong,
  type Line,
  type Places,
  placesOf,
  type Rules,
  rulesOver,
} from "./descendants.ts";

/** The sums over the columns of each row, and over the rows of each column where the rows are funds, kinds or items. */
export function treeSums(reading: Reading, entries: readonly Entry[]): Constraint[] {
  const places = placesOf([
    ...reading.table.columns.map(({ gives }) => gives),
    ...[...reading.keys, ...entries].map(({ coordinates }) => coordinates),
  ]);
  return [...acrossColumns(reading, entries, places), ...downRows(reading, entries, places)];
}

/** Rows that print the same columns with the same meaning have the same rules. */
function acrossColumns(
  { table }: Reading,
  entries: readonly Entry[],
  places: Places,
): Constraint[] {
  const known = new Map<string, Rules>();
  const rows = groupBy(entries, ({ figure }) => `${figure.block}:${figure.row}`);
  return [...rows.values()].flatMap((row) => {
    const key = row
      .map(({ figure, coordinates: c }) => {
        return `${figure.column}|${c.flow}|${c.period}|${c.stage}|${c.fund}|${c.kind}|${c.item}|${c.economicCode}|${c.govEconomicCode}`;
      })
      .join(" ");
    const lines = (): Line[] =>
      row.map(({ figure: { column }, coordinates }) => {
        return { index: column, gives: coordinates, heading: table.columns[column]?.heading ?? [] };
      });
    const rules = known.get(key) ?? rulesOver(lines(), places);
    known.set(key, rules);
    return constraintsAmong(
      rules,
      new Map(row.map((entry) => [entry.figure.column, entry])),
      "row",
    );
  });
}

/** Of blocks in which some rows say a node themselves: those that say none stand for the root. */
function downRows({ keys }: Reading, entries: readonly Entry[], places: Places): Constraint[] {
  return TREE_DIMENSIONS.flatMap((dimension) => {
    const blocks = new Set(
      keys
        .filter(({ coordinates }) => coordinates[dimension] !== undefined)
        .map((key) => key.block),
    );
    const given = entries.filter(({ figure: { block } }) => blocks.has(block));
    const columns = groupBy(given, ({ figure }) => `${figure.block}/${figure.column}`);
    return [...columns.values()].flatMap((column) => {
      const lines = column.map(({ figure: { row, label }, coordinates }): Line => {
        return { index: row, gives: coordinates, heading: [label] };
      });
      const cells = new Map(column.map((entry) => [entry.figure.row, entry]));
      return constraintsAmong(rulesOver(lines, places, [dimension]), cells, "tree");
    });
  });
}
