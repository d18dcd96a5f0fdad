import { isDrawn } from "../model/place.ts";
import type { RowKey, Table } from "../model/table.ts";
import { groupBy } from "../normalise/ledger/keys.ts";
import type { Entry, Ledger } from "../normalise/ledger/ledger.ts";
import { once } from "../normalise/ledger/once.ts";
import { flagsOf } from "../taxonomy/tables/declarations.ts";

/**
 * A line of a list by name, in text, where nothing is drawn: the amounts may have slid along the names, and add up all the same.
 * So they may where they stand together at one end, where a total of several is blank, or one whose amount has no name, and beside
 * a blank line in a table of one list or where nothing else adds up to the total: a sum of one part says nothing of which line it is.
 * Nor does a total elsewhere, where the list has none of its own.
 */
export const inOpenList = once(({ readings, byTable }: Ledger): ((entry: Entry) => boolean) => {
  const open = readings.map(({ table, keys }, at) => {
    const found = new Set<string>();
    const filled = new Set((byTable[at] ?? []).map(cellKey));
    const lists = groupBy(
      keys.filter((key) => isByName(key, table)),
      ({ block }) => block,
    );
    for (const [block, rows] of lists) {
      for (const { index } of table.columns.filter((column) => column.block === block)) {
        const cells = rows.map(({ row }) => `${row} ${index}`);
        const blank = cells.map((cell) => !filled.has(cell));
        const apart = blank.filter((one, i) => i > 0 && one !== blank[i - 1]).length === 1;
        const ends = apart && blank.filter((one) => !one).length > 2;
        // An amount without a name may be what a blank total lacks.
        const totals = keys.filter(({ block: own, label, row }) => {
          const fallen = label === "" && filled.has(`${row} ${index}`);
          return own === block && (fallen || /[合总]\s*计/.test(label));
        });
        const sums = new Set(totals.map(({ row }) => `${row} ${index}`));
        const lines = cells.filter((cell) => filled.has(cell) && !sums.has(cell));
        const lacking = totals.filter(({ row }) => !filled.has(`${row} ${index}`));
        const named = lacking.some(({ label }) => label.includes("总计"));
        const some = lacking.length > 0 && (named || lacking.length < totals.length);
        const headless = some || totals.length === 0;
        for (const [i, cell] of cells.entries()) {
          const lone = lines.length === 1 && lines.includes(cell);
          const beside = [i - 1, i + 1].some((at) => {
            return blank[at] && (lists.size === 1 || (lone && rows[at]?.label !== ""));
          });
          if (ends || headless || beside) found.add(cell);
        }
      }
    }
    return found;
  });
  return (entry) => !isDrawn(entry.figure.place) && open[entry.table]?.has(cellKey(entry)) === true;
});

/** A line of a project's form, in text: its amount may have stood beside any other of its lines. */
export function inForm({ readings }: Ledger): (entry: Entry) => boolean {
  const forms = readings.map(({ table }) => flagsOf(table.id).oneEach === true);
  return ({ table, figure }) => !isDrawn(figure.place) && forms[table] === true;
}

function cellKey({ figure: { row, column } }: Entry): string {
  return `${row} ${column}`;
}

function isByName({ role, coordinates: c }: RowKey, { columns }: Table): boolean {
  const coded = columns.some((column) => column.role === "function");
  const code = (coded ? c.functionCode : undefined) ?? c.economicCode ?? c.govEconomicCode;
  const named = code ?? c.unitCode ?? c.unitName ?? c.projectCode ?? c.projectName;
  return role === "line" && named === undefined;
}
