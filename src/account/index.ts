import type { Block, Grid, PageFlaw } from "../model/block.ts";
import type { Check } from "../model/check.ts";
import type { Disclosure } from "../model/disclosure.ts";
import type { Form } from "../model/table.ts";
import { plain } from "../taxonomy/plain.ts";
import { type Lost, lostAmounts } from "./lost.ts";
import { aloneMessage, flawMessage, lostMessage, noFigureMessage } from "./messages.ts";
import { flawsOfPages, isPattern } from "./pages.ts";
import { type TitleAlone, titlesAlone, withoutFigure } from "./tables.ts";
import { placeKey, Uses, usesOf } from "./uses.ts";

/** What the account is of: all that was printed, and all that was made of it. */
export interface Printed {
  readonly blocks: readonly Block[];
  readonly flaws: readonly PageFlaw[];
  readonly forms: readonly Form[];
}

export interface Account {
  readonly checks: readonly Check[];
  /** 1-based numbers of the pages that are not read, in order. */
  readonly unread: readonly number[];
}

/**
 * The account of every page: each amount that is printed is in a fact, a statement, an attribute or a check, or it is told
 * here, in one line for each page and title; so are pages that cannot be read, and tables without a figure.
 */
export function accountOf({ blocks, flaws, forms }: Printed, disclosure: Disclosure): Account {
  const patterns = blocks.filter((block) => block.type === "grid").filter(isPattern);
  const readable = blocks.filter(
    (block) => block.type === "paragraph" || !patterns.includes(block),
  );
  const { tableAt, isForm } = standardTables(disclosure, forms);
  const names = namesOf(disclosure);
  const lost = lostAmounts(readable, {
    uses: usesOf(disclosure),
    kindOf: (grid) => (isForm(grid) ? "form" : tableAt(grid) === undefined ? undefined : "table"),
    isName: (label) => names.has(label),
  });
  const tableOf = (grid: Grid | undefined): Pick<Check, "table" | "tableIndex"> => {
    const tableIndex = grid && tableAt(grid);
    const table = tableIndex === undefined ? undefined : disclosure.tables[tableIndex]?.id;
    return table && tableIndex !== undefined ? { table, tableIndex } : {};
  };
  const pages = flawsOfPages(flaws, patterns);
  const checks = [
    ...pages.map(flawCheck),
    ...lost.map((each) => lostCheck(each, tableOf(each.grid))),
  ];
  const titles = new Set(lost.map(({ title }) => title));
  const alone = titlesAlone(blocks).filter(({ title }) => !titles.has(title));
  const told = [...disclosure.checks, ...checks];
  return {
    checks: [
      ...checks,
      ...alone.map(aloneCheck),
      ...withoutFigure(disclosure, told).map(noFigureCheck),
    ],
    unread: [...new Set(pages.filter(({ whole }) => whole).flatMap(({ page }) => page ?? []))],
  };
}

/** What a document prints that is refused as a whole: amounts of tables, by page and title. Sentences are no loss of their own. */
export function accountOfRefused(blocks: readonly Block[]): Check[] {
  const nothing = { uses: new Uses(), kindOf: () => undefined, isName: () => false };
  return lostAmounts(blocks, nothing)
    .filter(({ where }) => where !== "words")
    .map((lost) => lostCheck({ ...lost, where: "refused" }));
}

/** Finds the table of the disclosure that a grid is a page of, by the places of its cells. Forms come last among its tables. */
function standardTables({ tables }: Disclosure, forms: readonly Form[]) {
  const at = new Map<string, number>();
  const formCells = new Set<string>();
  for (const [i, { grids }] of forms.entries())
    for (const { place } of grids.flatMap(({ cells }) => cells)) {
      formCells.add(placeKey(place));
      at.set(placeKey(place), tables.length - forms.length + i);
    }
  for (const [i, { rows }] of tables.entries())
    for (const { place } of rows.flatMap(({ cells }) => cells)) at.set(placeKey(place), i);
  return {
    tableAt: ({ cells }: Grid): number | undefined => {
      const known = cells.find(({ place }) => at.has(placeKey(place)));
      return known && at.get(placeKey(known.place));
    },
    isForm: ({ cells }: Grid): boolean =>
      formCells.size > 0 && cells.some(({ place }) => formCells.has(placeKey(place))),
  };
}

/** Names of projects and units that figures and targets are keyed by: the numbers in them are told with each. */
function namesOf({ facts, indicators }: Disclosure): Set<string> {
  const names = [...facts, ...indicators].flatMap((each) => [
    each.projectName,
    "unitName" in each ? each.unitName : undefined,
  ]);
  return new Set(names.map((name) => plain(name ?? "")));
}

/** So many amounts are listed; of more, the rest is counted. */
const LISTED = 2_000;

/** `table`: the one that the amounts are printed in, and its position among the disclosure's tables. */
function lostCheck(lost: Lost, table?: Pick<Check, "table" | "tableIndex">): Check {
  const { where, amounts, place } = lost;
  const words = where === "words";
  const more = amounts.length - LISTED;
  return {
    check: words ? "statement" : "unplaced",
    outcome: "noted",
    severity: words ? "note" : "warning",
    ...table,
    found: amounts.slice(0, LISTED).join(" ") + (more > 0 ? ` … +${more}` : ""),
    message: lostMessage(lost),
    figures: [],
    amounts: amounts.length,
    place,
  };
}

function flawCheck({ page, sheet, ...flaw }: PageFlaw): Check {
  const place = {
    ...(page !== undefined && { page }),
    ...(sheet !== undefined && { sheet }),
  };
  return {
    ...{ check: "unplaced", outcome: "noted" },
    severity: flaw.kind === "behind" ? "note" : "warning",
    message: flawMessage(flaw, place),
    ...{ figures: [], amounts: 0, place },
  };
}

function aloneCheck({ title, place }: TitleAlone): Check {
  return {
    ...{ check: "unplaced", outcome: "noted", severity: "warning" },
    message: aloneMessage(title, place),
    ...{ figures: [], amounts: 0, place },
  };
}

function noFigureCheck({ table, index, named }: ReturnType<typeof withoutFigure>[number]): Check {
  return {
    ...{ check: "unplaced", outcome: "noted" },
    severity: named > 0 ? "warning" : "note",
    ...{ table: table.id, tableIndex: index },
    message: noFigureMessage(table, named),
    ...{ figures: [], amounts: 0, place: table.place },
  };
}
