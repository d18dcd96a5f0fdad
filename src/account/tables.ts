import { isCaption, unitLabel } from "../extract/captions.ts";
import type { Block } from "../model/block.ts";
import type { Check } from "../model/check.ts";
import type { Disclosure } from "../model/disclosure.ts";
import type { Place } from "../model/place.ts";
import type { Table } from "../model/table.ts";
import { plain } from "../taxonomy/plain.ts";
import { matchTitle } from "../taxonomy/tables/match.ts";

/** A recognised table or form that says nothing. */
export interface WithoutFigure {
  readonly table: Table;
  /** 0-based position among the disclosure's tables. */
  readonly index: number;
  /** Rows that name something and print no amount. */
  readonly named: number;
}

/** Tables and forms without a fact, a target or a check of their amounts that no sentence declares empty. */
export function withoutFigure(
  { tables, facts, indicators }: Disclosure,
  checks: readonly Check[],
): WithoutFigure[] {
  const full = new Set([
    ...facts.map(({ tableIndex }) => tableIndex),
    ...indicators.map(({ tableIndex }) => tableIndex),
    ...checks.filter(({ check }) => check === "unplaced").map(({ tableIndex }) => tableIndex),
  ]);
  return tables.flatMap((table, index) => {
    if (full.has(index) || table.declaredEmpty !== undefined || table.id === "organisation")
      return [];
    const named = table.rows.filter(({ cells }) => cells.some(({ text }) => isName(text))).length;
    return [{ table, index, named }];
  });
}

/** A name, not the total's or a heading's word for nothing. */
function isName(text: string): boolean {
  return /[\u4e00-\u9fff]{2}/.test(plain(text)) && !/^(?:合计|总计|小计)$/.test(plain(text));
}

/** A title, and where it is printed. */
export interface TitleAlone {
  readonly title: string;
  readonly place: Place;
}

/** Lines between a title and its unit, or its unit and its table: department, number of the form. */
const CAPTIONS = 4;

/** Titles of standard tables over a unit of money with no table below: a picture of it, or nothing that was recognised. */
export function titlesAlone(blocks: readonly Block[]): TitleAlone[] {
  return blocks.flatMap((block, i) => {
    if (block.type !== "paragraph" || !isTableTitle(block.text)) return [];
    const below = blocks.slice(i + 1, i + 2 + 2 * CAPTIONS);
    const unit = below.slice(0, CAPTIONS).findIndex(isUnit);
    const end = below.findIndex((each) => each.type === "grid" || !isCaption(each.text));
    if (unit < 0 || (end >= 0 && end < unit) || below[end]?.type === "grid") return [];
    // A title that comes first in a row of captions: the nearer one has the table.
    const nearer = below
      .slice(0, unit)
      .some((each) => each.type === "paragraph" && isTableTitle(each.text));
    return nearer ? [] : [{ title: block.text.trim(), place: block.place }];
  });
}

function isTableTitle(text: string): boolean {
  return /表(?:\([^()]*\))?$/.test(plain(text)) && matchTitle(text) !== undefined;
}

function isUnit(block: Block): boolean {
  return block.type === "paragraph" && unitLabel(block.text) !== undefined;
}
