import { unitLabel } from "../extract/captions.ts";
import type { Block, Grid, Paragraph } from "../model/block.ts";
import type { Place } from "../model/place.ts";
import { plain } from "../taxonomy/plain.ts";
import { type Amount, amountsOfGrid } from "./cells.ts";
import { amountsAmongWords, isUnreadable, markedNumbers } from "./numbers.ts";
import { type Title, titlesOf } from "./titles.ts";
import type { Uses } from "./uses.ts";

/**
 * Where amounts are that nothing used.
 * - `table`: in a grid that is none of the standard tables
 * - `rows`: in a standard table, in rows or columns that gave no figures
 * - `lines`: in lines that look like a table and are laid out as none
 * - `words`: in sentences and remarks that are not read
 * - `unreadable`: digits of which some have no character in their font
 * - `refused`: in a document that is not read as a whole
 */
export type LostIn = "table" | "rows" | "lines" | "words" | "unreadable" | "refused";

/** Amounts of one page under one title that nothing used, for one reason. */
export interface Lost {
  readonly where: LostIn;
  /** As printed above them, or empty. */
  readonly title: string;
  /** The grid that holds the first of them. */
  readonly grid?: Grid;
  readonly amounts: readonly string[];
  /** Of the first. */
  readonly place: Place;
}

/** What is known of the grids and names of a disclosure. */
export interface Known {
  readonly uses: Uses;
  /** Whether a grid is a page of a standard table or form, and of which. */
  kindOf(grid: Grid): "table" | "form" | undefined;
  /** Whether a text is the name of a project or unit that figures are keyed by, as `plain` has it. */
  isName(label: string): boolean;
}

/** Every amount of every block is ticked off by what used it; what remains, by page and title in printed order. */
export function lostAmounts(blocks: readonly Block[], known: Known): Lost[] {
  const titles = titlesOf(blocks);
  const groups = new Groups();
  for (const [i, block] of blocks.entries()) {
    const title = titles[i] ?? { text: "", at: -1 };
    if (block.type === "paragraph") {
      loseLines(block, known.uses, (where, amount) => groups.add(where, title, amount));
      continue;
    }
    const kind = known.kindOf(block);
    for (const amount of amountsOfGrid(block, hasUnit(blocks, i))) {
      const { place, number, among } = amount;
      if (known.uses.take(place, number)) continue;
      if (among !== undefined && known.isName(plain(among))) continue;
      const words = among !== undefined && (kind === "form" || isProse(among));
      groups.add(words ? "words" : kind ? "rows" : "table", title, amount, block);
    }
    for (const { text, place } of block.cells)
      if (isUnreadable(text)) groups.add("unreadable", title, { number: text, place }, block);
  }
  return groups.lost;
}

class Groups {
  readonly #groups = new Map<string, Lost & { readonly amounts: string[] }>();

  get lost(): Lost[] {
    return [...this.#groups.values()];
  }

  /** What stands in words has no table, and is told by pages. */
  add(where: LostIn, { text, at }: Title, { number, place }: Amount, grid?: Grid): void {
    const title = where === "words" ? "" : text;
    const key = JSON.stringify([where, title === "" ? "" : at, place.page]);
    const group = this.#groups.get(key);
    if (group) group.amounts.push(number);
    else this.#groups.set(key, { where, title, amounts: [number], place, ...(grid && { grid }) });
  }
}

function loseLines(
  { text, place }: Paragraph,
  uses: Uses,
  lose: (where: LostIn, amount: Amount) => void,
): void {
  const bare = markedNumbers(text);
  for (const number of amountsAmongWords(text)) {
    if (uses.take(place, number)) continue;
    const line = bare.includes(number) && !/[。；]/.test(text);
    lose(line ? "lines" : "words", { number, place });
  }
  if (isUnreadable(text)) lose("unreadable", { number: text.trim(), place });
}

/** A sentence in a cell, rather than an amount that is fused to a name. */
function isProse(text: string): boolean {
  return /[，。；]|[万亿千]?元/.test(text);
}

/** Lines above a table among which its unit may stand. */
const CAPTIONS = 4;

function hasUnit(blocks: readonly Block[], grid: number): boolean {
  const above = blocks.slice(Math.max(0, grid - CAPTIONS), grid);
  return above.some((block) => block.type === "paragraph" && unitLabel(block.text) !== undefined);
}
