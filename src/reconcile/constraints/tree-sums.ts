import { groupBy } from "../../normalise/ledger/keys.ts";
import type { Entry, Reading } from "../../normalise/ledger/ledger.ts";
import { TREE_DIMENSIONS } from "../../taxonomy/trees.ts";
import type { Constraint } from "../constraint.ts";
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
  const places = placesOf(reading, entries);
  return [...acrossColumns(reading, entries, places), ...downRows(reading, entries, places)];
}

/** Rows that print the same columns with the same meaning have the same rules. */
function acrossColumns({ table }: Reading, all: readonly Entry[], places: Places): Constraint[] {
  const lineOf = ({ figure: { column }, coordinates }: Entry): Line => {
    return { index: column, gives: coordinates, heading: table.columns[column]?.heading ?? [] };
  };
  const known = new Map<string, Rules>();
  const rows = groupBy(all, ({ figure }) => `${figure.block}:${figure.row}`);
  return [...rows.values()].flatMap((row) => {
    const key = row.map(meaning).join(" ");
    const rules = known.get(key) ?? rulesOver(row.map(lineOf), places);
    known.set(key, rules);
    const cells = new Map(row.map((entry) => [entry.figure.column, entry]));
    return constraintsAmong(rules, cells, "row");
  });
}

/** What columns can say: never a function, a unit or a project, which are those of the row. */
function meaning({ figure: { column }, coordinates: c }: Entry): string {
  const { flow, period, stage, fund, kind, item, procurement, economicCode, govEconomicCode } = c;
  const words = [flow, period, stage, fund, kind, item, procurement];
  return [column, ...words, economicCode, govEconomicCode].join("|");
}

/** Of blocks in which some rows say a node themselves: those that say none stand for the root. */
function downRows({ keys }: Reading, entries: readonly Entry[], places: Places): Constraint[] {
  return TREE_DIMENSIONS.flatMap((dimension) => {
    const said = keys.filter(({ coordinates }) => coordinates[dimension] !== undefined);
    const blocks = new Set(said.map(({ block }) => block));
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
