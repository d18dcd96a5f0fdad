import type { Disclosure } from "../model/disclosure.ts";
import type { Place } from "../model/place.ts";
import type { Column } from "../model/table.ts";
import { once } from "../normalise/ledger/once.ts";
import { allNumbers } from "./numbers.ts";

/** Roles of columns whose numbers are told elsewhere, one by one: as facts, or by the checks of their table. */
const TOLD_SINGLY: ReadonlySet<Column["role"]> = new Set(["amount", "unknown"]);

/** What became of the numbers that are printed at a place: each use is good for one of them. */
export class Uses {
  readonly #left = new Map<string, number>();

  add(place: Place | undefined, number: string): void {
    const key = keyOf(place, number);
    this.#left.set(key, (this.#left.get(key) ?? 0) + 1);
  }

  /** Ticks a number off; false if nothing used it. */
  take(place: Place, number: string): boolean {
    const key = keyOf(place, number);
    const left = this.#left.get(key) ?? 0;
    if (left > 0) this.#left.set(key, left - 1);
    return left > 0;
  }
}

/** All that a disclosure says, by where it stands: facts, attributes and names, targets, statements, checks. */
export function usesOf({ facts, tables, indicators, statements, checks }: Disclosure): Uses {
  const uses = new Uses();
  const words = (place: Place | undefined, text: string): void => {
    for (const number of allNumbers(text)) uses.add(place, number);
  };
  for (const { place, money } of facts) uses.add(place, money.published);
  const full = new Set(
    facts.flatMap(({ tableIndex, row }) => [`${tableIndex}`, `${tableIndex} ${row}`]),
  );
  for (const [i, { columns, rows }] of tables.entries())
    for (const { index, cells } of rows)
      for (const { column, text, place } of cells) {
        const role = columns[column]?.role ?? "unknown";
        // A change is recomputed from the amounts of its row, an attribute is one of the figures of its table.
        const of = role === "change" ? `${i} ${index}` : role === "attribute" ? `${i}` : undefined;
        if (!TOLD_SINGLY.has(role) && (of === undefined || full.has(of))) words(place, text);
      }
  for (const { place, level1, level2, level3, published, note } of indicators)
    for (const text of [level1, level2, level3, published, note]) words(place, text);
  for (const { place, money, published, changeMoney, changePercent } of statements)
    for (const text of [money?.published, published, changeMoney?.published, changePercent])
      words(place, text ?? "");
  for (const { check, place, found } of checks)
    if (check === "unplaced" || check === "statement") words(place, found ?? "");
  return uses;
}

/** Signs are left out: `（12.00）` and `-12.00` are one number. */
function keyOf(place: Place | undefined, number: string): string {
  return `${place ? placeKey(place) : ""}|${number.replace(/^[-+]/, "")}`;
}

/** Where something stands, boxes on hundredths of a point. Asked for often, of places that are the same objects from page to fact. */
export const placeKey = once(({ box, page, line, cell, table, row, paragraph }: Place): string => {
  const at = box ? [box.x0, box.y0, box.x1, box.y1].map((n) => Math.round(n * 100)) : [];
  return [page, line, cell, table, row, paragraph, ...at].join(" ");
});
