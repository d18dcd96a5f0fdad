import { InputError } from "../model/errors.ts";
import type { MoneyUnit } from "../model/money.ts";
import type { Table } from "../model/table.ts";
import type { TableDeclaration } from "../taxonomy/tables/declare.ts";
import { unitInHeading } from "./captions.ts";
import type { Printed, TablePage } from "./join.ts";

/**
 * The unit printed with a table, or else the one that the document's other tables agree on. A label that names several says
 * which ones they may be. Throws InputError where amounts (`needed`) have no unit at all, or one that is none of 元, 千元,
 * 万元, 亿元.
 */
export function unitOf(
  pages: readonly [TablePage, ...TablePage[]],
  declaration: TableDeclaration,
  common: MoneyUnit | undefined,
  needed: boolean,
): Pick<Table, "unit" | "unitFrom"> {
  const label = labelOf(pages);
  const [first, ...others] = label ?? [];
  if (first && others.length === 0) return { unit: first, unitFrom: "label" };
  const title = pages[0].title || declaration.id;
  const strange = pages.find((page) => page.strangeUnit)?.strangeUnit;
  if (!first && strange !== undefined) {
    throw new InputError(
      `${title}: its unit ${strange} is none of 元, 千元, 万元, 亿元`,
      "no-unit",
    );
  }
  const heading = pages[0].grid.cells
    .map((cell) => unitInHeading(cell.text))
    .find((unit) => unit !== undefined);
  if (heading) return { unit: heading, unitFrom: "label" };
  if (first) {
    return { unit: common && label?.includes(common) ? common : first, unitFrom: "several" };
  }
  if (common) return { unit: common, unitFrom: "document" };
  if (needed) throw new InputError(`${title}: no table of the document says its unit`, "no-unit");
  return { unit: "元", unitFrom: "document" };
}

function labelOf(pages: readonly TablePage[]): readonly MoneyUnit[] | undefined {
  return pages.map((page) => page.units).find((units) => units !== undefined);
}

/** The unit that most tables of a document print alone. */
export function commonUnit(printed: readonly Printed[]): MoneyUnit | undefined {
  const counts = new Map<MoneyUnit, number>();
  for (const { pages } of printed) {
    const [unit, ...others] = labelOf(pages) ?? [];
    if (unit && others.length === 0) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
