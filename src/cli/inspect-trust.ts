import type { Fact, Status } from "../model/fact.ts";
import type { Language } from "../model/message.ts";
import { REASONS } from "../model/reasons.ts";
import { STATUS_TERMS } from "../write/terms.ts";

/** What follows a figure that is not simply proved. */
export const MARKS: Record<Status, string> = {
  proved: "",
  repaired: " ~",
  stated: " =",
  unproved: " ?",
  conflict: " !",
};

interface Words {
  readonly status: (status: Status) => string;
  readonly cell: (row: number, column: number, amount: string) => string;
  readonly colon: string;
  readonly cells: string;
  readonly reasons: string;
}

const WORDS: Record<Language, Words> = {
  zh: {
    status: (status) => STATUS_TERMS[status],
    cell: (row, column, amount) => `第${row}行[${column}] ${amount}`,
    colon: "：",
    cells: "、",
    reasons: "；",
  },
  en: {
    status: (status) => status,
    cell: (row, column, amount) => `row ${row} [${column}] ${amount}`,
    colon: ": ",
    cells: ", ",
    reasons: "; ",
  },
};

/** Why figures are not proved, a line for all that have the same reasons. */
export function reasonLines(facts: readonly Fact[], language: Language): string {
  const words = WORDS[language];
  const groups = new Map<string, string[]>();
  for (const { status, reasons, row, column, money } of facts) {
    if (reasons.length === 0) continue;
    const why = reasons.map((id) => REASONS[id][language]).join(words.reasons);
    const head = `${MARKS[status].trim()} ${words.status(status)}${words.colon}${why}${words.colon}`;
    const cells = groups.get(head) ?? [];
    cells.push(words.cell(row, column, money.published));
    groups.set(head, cells);
  }
  return [...groups].map(([head, cells]) => `  ${head}${cells.join(words.cells)}\n`).join("");
}
