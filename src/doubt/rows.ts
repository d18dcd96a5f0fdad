import type { Place } from "../model/place.ts";
import type { RowKey, Table } from "../model/table.ts";
import type { TableId } from "../model/table-ids.ts";
import { groupBy, plainName } from "../normalise/ledger/keys.ts";
import type { Entry, Ledger } from "../normalise/ledger/ledger.ts";
import { plain } from "../taxonomy/plain.ts";
import { type Doubt, doubt, type Print } from "./doubt.ts";
import { isNumber, MONEY_OR_COUNT, WORDS } from "./homeless.ts";

/** Rows whose cells are out of place: what they are named by, or what stands beside them, says so. */
export function damagedRows(print: Print): Doubt[] {
  return [
    ...doubt("misnamed-row", misnamedRows(print)),
    ...doubt("stray-code", strayCodes(print.ledger)),
    ...doubt("fused-code", fusedCodes(print.ledger)),
    ...doubt("other-side", otherSide(print.ledger)),
    ...doubt("higher-than-row", higherThanRow(print.ledger)),
    ...doubt("nameless-rows", namelessRows(print.ledger)),
  ];
}

/**
 * Figures whose row is named by a number, coded by one of its amounts, or named by words that stand where money belongs: cells
 * have changed places there. Where the figures slid as well, the row did as a whole, and only a name with such words added to
 * it is in doubt.
 */
function misnamedRows({ ledger, moved }: Print): Entry[] {
  const strays = new Map<string, string[]>();
  for (const [at, { table }] of ledger.readings.entries()) {
    for (const { index, cells } of table.rows) {
      const words = cells.filter(({ column, text }) => {
        return table.columns[column]?.role === "amount" && WORDS.test(text);
      });
      if (words.length > 0)
        strays.set(
          `${at} ${index}`,
          words.map(({ text }) => plainName(text)),
        );
    }
  }
  const amounts = new Set(ledger.entries.map((e) => `${lineOf(e)} ${e.figure.money.published}`));
  return ledger.entries.filter((entry) => {
    const { figure, coordinates } = entry;
    const names = [coordinates.projectName, coordinates.unitName].flatMap((name) => name ?? []);
    const pieces = [...names, ...figure.label.split("›")];
    if (pieces.some((piece) => isNumber(piece) && /\d[.,]\d/.test(piece))) return true;
    if (names.some(isNumber)) return true;
    if (amounts.has(`${lineOf(entry)} ${coordinates.unitCode}`)) return true;
    const printed = plainName(figure.label);
    return (strays.get(lineOf(entry)) ?? []).some((words) => {
      if (!moved(entry) && printed.includes(words)) return true;
      return names.map(plainName).some((name) => name !== words && name.includes(words));
    });
  });
}

const CODES: ReadonlySet<string> = new Set(["function", "economic", "gov-economic"]);

/** Figures of rows in whose column of codes a number stands that is none of their codes: the code stands elsewhere. */
function strayCodes(ledger: Ledger): Entry[] {
  const numbers = new Map<string, string[]>();
  for (const [at, { table }] of ledger.readings.entries()) {
    for (const { index, cells } of table.rows) {
      for (const { column, text } of cells) {
        const { role, block } = table.columns[column] ?? {};
        if (role !== "unit-code" && !CODES.has(role ?? "")) continue;
        const key = `${at} ${index} ${block}`;
        if (/^\d+$/.test(text.trim())) numbers.set(key, [...(numbers.get(key) ?? []), text.trim()]);
      }
    }
  }
  return ledger.entries.filter((entry) => {
    const { coordinates: c, figure } = entry;
    const codes = [c.functionCode, c.economicCode, c.govEconomicCode, c.unitCode, c.projectCode];
    const printed = numbers.get(`${lineOf(entry)} ${figure.block}`) ?? [];
    return printed.some((number) => !codes.some((code) => code?.includes(number)));
  });
}

/**
 * Figures of rows with words in a column of codes, and something else in the column of its names: what stands there is the next
 * cell's, or the code, and each name after it may be another column's.
 */
function fusedCodes({ readings, entries }: Ledger): Entry[] {
  const fused = readings.map(({ table: { columns, rows } }) => {
    const found = rows.filter(({ cells }) => {
      const under = (role: string) => cells.filter(({ column }) => columns[column]?.role === role);
      return [...CODES].some((code) => {
        return under(code).some(({ text }) => WORDS.test(text)) && under(`${code}-name`).length > 0;
      });
    });
    return new Set(found.map(({ index }) => index));
  });
  return entries.filter(({ table, figure }) => fused[table]?.has(figure.row));
}

/** The tables that set income against expenditure, each in a list by name. */
const SUMMARIES: ReadonlySet<TableId> = new Set([
  "income-expenditure-summary",
  "appropriation-summary",
]);

/**
 * Lines of a list by name whose words are of the other flow: the names of one list slid into the other, or its heading did. Only
 * what is left from last year is called by its fund on both sides. One name of the other side beside a figure shows it of all,
 * as 年初结转 could be of either; and so it does where no other name of the list means anything.
 */
function otherSide({ readings, byTable }: Ledger): Entry[] {
  return readings.flatMap(({ table, keys }, at) => {
    const byName = table.columns.every(({ role }) => role !== "function");
    const entries = byTable[at] ?? [];
    const filled = new Set(entries.map(({ figure: { block, row } }) => `${block} ${row}`));
    const flows = new Map(
      table.columns.flatMap(({ block, gives: { flow } }) => (flow ? [[block, flow] as const] : [])),
    );
    const isStrange = (key: RowKey): boolean => {
      const { label, block, coordinates: c } = key;
      if ((c.economicCode ?? c.govEconomicCode ?? c.projectName) !== undefined) return false;
      if (c.functionCode !== undefined && (!byName || isCoded(table, key))) return false;
      const flow = flows.get(block) ?? c.flow ?? table.gives.flow;
      const [income, expenditure] = [label.includes("收入"), label.includes("支出")];
      if (flow === "expenditure") {
        const fund = SUMMARIES.has(table.id) && !/^(?:total|carry_over|$)/.test(c.fund ?? "");
        return !expenditure && (income || fund);
      }
      // What is left of last year's money is listed by what it was for: 项目支出结转和结余.
      if (flow !== "income" || income || c.fund?.startsWith("carry_over")) return false;
      return expenditure || c.functionCode !== undefined;
    };
    const lists = groupBy(
      keys.filter(({ label }) => label !== ""),
      ({ block }) => block,
    );
    const slid = [...lists].flatMap(([block, lines]) => {
      const strange = new Set(lines.filter(isStrange));
      const beside = [...strange].some(({ row }) => filled.has(`${block} ${row}`));
      const means = ({ coordinates }: RowKey) => Object.keys(coordinates).length > 0;
      const own = lines.some((key) => !strange.has(key) && means(key));
      return beside || (strange.size > 0 && !own) ? [block] : [];
    });
    return entries.filter(({ figure }) => slid.includes(figure.block));
  });
}

/** True where the row prints its code in front of its name: it is no line of a list by name. */
function isCoded({ rows }: Table, { row, coordinates: { functionCode } }: RowKey): boolean {
  const cells = rows.find(({ index }) => index === row)?.cells ?? [];
  const code = functionCode ?? "?";
  return cells.some(({ text }) =>
    plain(text)
      .replace(/^[[(【]/, "")
      .startsWith(code),
  );
}

/** Times that a cell is as high as another of its row where it holds two rows. */
const TWO_ROWS = 1.5;

/**
 * Figures in a picture whose cell is higher than others of their row. A line that was not seen makes one cell of two, and what stands
 * in the second row is taken for the first's; its column adds up all the same.
 */
function higherThanRow({ readings, entries }: Ledger): Entry[] {
  const lowest = readings.map(
    ({ table: { rows } }) =>
      new Map(rows.map(({ index, cells }) => [index, Math.min(...cells.map(heightOf))])),
  );
  return entries.filter(({ table, figure: { row, place } }) => {
    if (!place.recognised) return false;
    return heightOf({ place }) > TWO_ROWS * (lowest[table]?.get(row) ?? Infinity);
  });
}

function heightOf({ place: { box } }: { readonly place: Place }): number {
  return box ? box.y1 - box.y0 : Infinity;
}

/** One row needs no name where the columns say everything; of several, the names were lost. */
function namelessRows({ readings, byTable }: Ledger): Entry[] {
  return readings.flatMap(({ table }, at) => {
    const entries = byTable[at] ?? [];
    const named = table.columns.some(({ role }) => !MONEY_OR_COUNT.has(role));
    const rows = new Set(entries.map(({ figure }) => figure.row));
    return named || rows.size < 2 ? [] : entries.filter(({ figure }) => figure.label === "");
  });
}

function lineOf({ table, figure: { row } }: Entry): string {
  return `${table} ${row}`;
}
