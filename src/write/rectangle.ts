import type { Disclosure } from "../model/disclosure.ts";
import type { Fact } from "../model/fact.ts";
import type { Table } from "../model/table.ts";
import type { TableId } from "../model/table-ids.ts";
import { TABLE_NAMES } from "../taxonomy/tables/declarations.ts";
import { groupBy } from "./group.ts";
import { integer } from "./place.ts";
import { type AmountHeadings, amountHeadings } from "./rectangle-amounts.ts";
import { KEY_COLUMNS, linesOf } from "./rectangle-lines.ts";
import { STATUS_TERMS } from "./terms.ts";
import { weakest } from "./weakest.ts";

export interface RectangleColumn {
  readonly heading: string;
  /** `amount`: as printed, in the unit that the heading names. `integer`: a position. */
  readonly type: "text" | "amount" | "integer";
}

/** A standard table as a clean rectangle: one line a row of each of its blocks, under canonical headings. */
export interface Rectangle {
  /** Name of its file: the table's id, with `-2`, `-3` for further tables of the same id. */
  readonly name: string;
  readonly title: string;
  readonly columns: readonly RectangleColumn[];
  readonly rows: readonly (readonly string[])[];
}

/** The tables of a disclosure, in its order. Amounts come from its facts, so that repairs and omissions show here too. */
export function rectanglesOf({ tables, facts }: Disclosure): Rectangle[] {
  const factsOf = groupBy(facts, (fact) => fact.tableIndex);
  const seen = new Map<TableId, number>();
  return tables.map((table, index) => {
    const nth = (seen.get(table.id) ?? 0) + 1;
    seen.set(table.id, nth);
    const own = (factsOf.get(index) ?? []).filter((fact) => fact.table === table.id);
    return {
      name: nth === 1 ? table.id : `${table.id}-${nth}`,
      title: nth === 1 ? TABLE_NAMES[table.id].zh : `${TABLE_NAMES[table.id].zh} ${nth}`,
      ...bodyOf(table, own),
    };
  });
}

function bodyOf(table: Table, facts: readonly Fact[]): Pick<Rectangle, "columns" | "rows"> {
  const lines = linesOf(table, facts);
  const keys = KEY_COLUMNS.filter(({ key }) => lines.some((line) => line.keys[key]));
  const known = amountHeadings(table, facts);
  const amounts = lines.map((line) => amountsOf(line.facts, known));
  const headings = [
    ...new Set([...known.headings, ...amounts.flatMap((line) => [...line.keys()])]),
  ];
  const attributes = table.columns.filter(({ index }) =>
    lines.some((line) => line.attributes.has(index)),
  );
  const isPaged = table.place.page !== undefined;
  const columns: RectangleColumn[] = [
    { heading: "行", type: "integer" },
    ...keys.map(({ heading }) => ({ heading, type: "text" as const })),
    ...headings.map((heading) => ({ heading, type: "amount" as const })),
    ...attributes.map(({ heading }) => ({
      heading: heading.at(-1) || "其他",
      type: "text" as const,
    })),
    { heading: "可信程度", type: "text" },
    { heading: isPaged ? "页码" : "来源行号", type: "integer" },
  ];
  const rows = lines.map((line, index) => {
    const status = weakest(line.facts);
    return [
      String(line.row),
      ...keys.map(({ key }) => line.keys[key] ?? ""),
      ...headings.map((heading) => amounts[index]?.get(heading) ?? ""),
      ...attributes.map(({ index: column }) => line.attributes.get(column) ?? ""),
      status ? STATUS_TERMS[status] : "",
      integer(isPaged ? line.place.page : line.place.line),
    ];
  });
  return { columns: distinct(columns), rows };
}

/** The amounts of a line by heading. Should two meet under one, the second stands beside it rather than be lost. */
function amountsOf(facts: readonly Fact[], headings: AmountHeadings): Map<string, string> {
  const amounts = new Map<string, string>();
  for (const fact of facts) {
    const heading = headings.of(fact);
    let free = heading;
    for (let nth = 2; amounts.has(free); nth += 1) free = `${heading} ${nth}`;
    amounts.set(free, fact.money.published);
  }
  return amounts;
}

/** A heading that occurs twice gets a number, because a column is known by its heading. */
function distinct(columns: readonly RectangleColumn[]): RectangleColumn[] {
  const taken = new Set<string>();
  return columns.map((column) => {
    let heading = column.heading;
    for (let nth = 2; taken.has(heading); nth += 1) heading = `${column.heading} ${nth}`;
    taken.add(heading);
    return { ...column, heading };
  });
}
