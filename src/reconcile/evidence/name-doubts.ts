import { parseNumber } from "../../model/money.ts";
import { plainName } from "../keys.ts";
import type { Entry, Ledger } from "../ledger.ts";

/** Words below a heading of money slid there, or the heading did. */
export const WORDS = /[\u4e00-\u9fff]{3}/;

/**
 * Figures whose row is named by a number, coded by one of its amounts, or named by words that stand where money belongs: cells
 * have changed places there. Where the figures slid as well, the row did as a whole, and only a name with such words added to
 * it is in doubt.
 */
export function doubtfulNames(ledger: Ledger, moved: (entry: Entry) => boolean): Entry[] {
  const strays = new Map<string, string[]>();
  for (const [table, { table: printed }] of ledger.readings.entries()) {
    for (const { index, cells } of printed.rows) {
      const words = cells.filter(({ column, text }) => {
        return printed.columns[column]?.role === "amount" && WORDS.test(text);
      });
      if (words.length > 0)
        strays.set(
          `${table} ${index}`,
          words.map(({ text }) => plainName(text)),
        );
    }
  }
  const amounts = new Set(ledger.entries.map((e) => `${rowOf(e)} ${e.figure.money.published}`));
  return ledger.entries.filter((entry) => {
    const { figure, coordinates } = entry;
    const stray = strays.get(rowOf(entry)) ?? [];
    const names = [coordinates.projectName, coordinates.unitName].flatMap((name) => name ?? []);
    const printed = plainName(figure.label);
    return (
      names.some((name) => isNumber(name)) ||
      amounts.has(`${rowOf(entry)} ${coordinates.unitCode}`) ||
      stray.some((words) => {
        if (!moved(entry) && printed.includes(words)) return true;
        return names.map(plainName).some((name) => name !== words && name.includes(words));
      })
    );
  });
}

/** Figures of rows in whose column of codes a number stands that is none of their codes: the code stands elsewhere. */
export function doubtfulCodes(ledger: Ledger): Entry[] {
  const numbers = new Map<string, string[]>();
  for (const [table, { table: printed }] of ledger.readings.entries()) {
    for (const { index, cells } of printed.rows) {
      for (const { column, text } of cells) {
        const { role, level, block } = printed.columns[column] ?? {};
        if (role === undefined || !CODES.has(role) || level !== undefined) continue;
        const key = `${table} ${index} ${block}`;
        if (/^\d+$/.test(text.trim())) numbers.set(key, [...(numbers.get(key) ?? []), text.trim()]);
      }
    }
  }
  return ledger.entries.filter((entry) => {
    const { coordinates: c, figure } = entry;
    const codes = [c.functionCode, c.economicCode, c.govEconomicCode, c.unitCode, c.projectCode];
    const printed = numbers.get(`${rowOf(entry)} ${figure.block}`) ?? [];
    return printed.some((number) => !codes.some((code) => code?.includes(number)));
  });
}

const CODES: ReadonlySet<string> = new Set(["function", "economic", "gov-economic"]);

function rowOf({ table, figure: { row } }: Entry): string {
  return `${table} ${row}`;
}

export function isNumber(text: string): boolean {
  return parseNumber(text) !== undefined;
}
