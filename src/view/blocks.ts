import type { Block, Grid } from "../model/block.ts";
import { type Place, placeWords } from "../model/place.ts";

/** A source that has no pages as it is shown: its sheets, tables and paragraphs in their order. */
export type ShownBlock =
  | {
      readonly type: "paragraph";
      readonly text: string;
      readonly place: string;
      readonly sheet: string;
    }
  | { readonly type: "grid"; readonly rows: readonly ShownRow[]; readonly sheet: string };

export type ShownRow = readonly ShownCell[];

export interface ShownCell {
  readonly text: string;
  readonly across: number;
  readonly down: number;
  /** As `place` of a fact has it. */
  readonly place: string;
}

export interface ShownBlocks {
  readonly blocks: readonly ShownBlock[];
  /** Whether there is more, which is too much to show. */
  readonly cut: boolean;
}

/** Cells and paragraphs that a page takes. */
const MOST = 60_000;

export function shownBlocks(blocks: readonly Block[]): ShownBlocks {
  const shown: ShownBlock[] = [];
  let size = 0;
  for (const block of blocks) {
    size += block.type === "grid" ? block.cells.length : 1;
    if (size > MOST) return { blocks: shown, cut: true };
    const { sheet = "" } = block.place;
    if (block.type === "paragraph")
      shown.push({ type: "paragraph", text: block.text, place: placed(block.place), sheet });
    else shown.push({ type: "grid", rows: rowsOf(block), sheet });
  }
  return { blocks: shown, cut: false };
}

function rowsOf({ cells, rowCount }: Grid): ShownCell[][] {
  const rows: ShownCell[][] = Array.from({ length: rowCount }, () => []);
  for (const { r0, r1, c0, c1, text, place } of cells)
    rows[r0]?.push({ text, across: c1 - c0 + 1, down: r1 - r0 + 1, place: placed(place) });
  return rows;
}

function placed(place: Place): string {
  return placeWords(place).en;
}
