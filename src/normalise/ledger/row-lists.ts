import type { Coordinates } from "../../model/coordinates.ts";
import { flagsOf } from "../../taxonomy/tables/declarations.ts";
import { groupBy, plainName } from "./keys.ts";
import type { Entry, Ledger } from "./ledger.ts";

/** The rows of one table that are keyed in one way (all projects, all codes of one depth), as other tables may list them too. */
export interface RowList {
  readonly table: number;
  /** How the rows are keyed: lists of one way can be compared. */
  readonly way: string;
  /** The figures of each thing listed. */
  readonly rows: ReadonlyMap<string, readonly Entry[]>;
}

/** Two tables that list things of one way. */
export interface Pair {
  readonly has: RowList;
  readonly lacks: RowList;
}

export function pairsOf(lists: readonly RowList[]): Pair[] {
  return lists.flatMap((has) => {
    const others = lists.filter(({ table, way }) => table !== has.table && way === has.way);
    return others.map((lacks) => ({ has, lacks }));
  });
}

/** Rows of which every choice is tried. Only one choice may make up the gap. */
const MOST_CHOICES = 10;

/** Every choice of some rows, but not all of them and not none. */
export function choicesOf<T>(rows: readonly T[]): T[][] {
  if (rows.length > MOST_CHOICES) return [];
  const choices: T[][] = [[]];
  for (const row of rows) choices.push(...choices.map((some) => [...some, row]));
  return choices.slice(1, -1);
}

/** True for money of one fund, kind, period and stage: what comes in for a code is what is spent on it. */
export function isSameMoney(a: Coordinates, b: Coordinates): boolean {
  return isAlike(a, b) && broad(a.kind) === broad(b.kind);
}

/** True for money of one fund, period and stage. */
export function isAlike(a: Coordinates, b: Coordinates): boolean {
  return a.period === b.period && a.stage === b.stage && a.fund === b.fund;
}

/** What a table without remainders calls its total is what is spent this year. */
export function broad(kind: string | undefined): string {
  return kind === undefined || kind === "current" ? "total" : kind;
}

/** The lists of all tables that other tables may repeat. A form is one project's, and no list. */
export function rowLists(ledger: Ledger): RowList[] {
  const ids = ledger.readings.map(({ table: { id } }) => id);
  return ledger.readings.flatMap(({ table: { id }, keys }, table) => {
    const { apart, partial, oneEach, itemsOnly } = flagsOf(id);
    const forms = oneEach && ids.filter((other) => other === id).length > 1;
    if (apart || partial || itemsOnly || forms) return [];
    // A row without any figure is listed as well.
    const all = [
      ...keys.map(({ coordinates: c }) => ({ entry: undefined, ...listedAs(c) })),
      ...(ledger.byTable[table] ?? []).map((entry) => ({ entry, ...listedAs(entry.coordinates) })),
    ];
    return [...groupBy(all, ({ way }) => way)].map(([way, listed]): RowList => {
      const rows = [...groupBy(listed, ({ id }) => id)];
      return {
        table,
        way,
        rows: new Map(rows.map(([id, own]) => [id, own.flatMap(({ entry }) => entry ?? [])])),
      };
    });
  });
}

/** What a row lists, in words that mean the same in every table; nothing for totals and rows of funds, kinds and items. */
export function listedAs(c: Coordinates): { readonly way?: string; readonly id?: string } {
  const project = c.projectName ?? c.projectCode;
  if (project !== undefined) return { way: "project", id: plainName(project) };
  const { functionCode: code, economicCode = "", govEconomicCode = "" } = c;
  if (code !== undefined) return { way: `function ${code.length}`, id: code };
  const id = `${economicCode} ${govEconomicCode}`;
  return id === " " ? {} : { way: `economic ${id.replace(/\d/g, "x")}`, id };
}
