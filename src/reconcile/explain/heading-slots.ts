import type { Coordinates } from "../../model/coordinates.ts";
import type { Column, Table } from "../../model/table.ts";
import { isBelow, TREE_DIMENSIONS, TREES, type TreeDimension } from "../../taxonomy/trees.ts";

/** A heading that amounts can stand under: a printed one, or one that the tree says was lost between the printed ones. */
export interface Slot {
  readonly gives: Coordinates;
  readonly heading: readonly string[];
  /** The printed column; none for a lost heading. */
  readonly column?: number;
}

/** Below these nodes a sister that is not printed may have been lost; elsewhere tables choose what they print. */
const COMPLETE: Readonly<Record<TreeDimension, readonly string[]>> = {
  fund: ["fiscal", "carry_over"],
  kind: ["basic", "basic.personnel", "basic.operating", "project"],
  item: ["three_public", "three_public.vehicle"],
};

/** The headings of a block from the left, with those that must have stood between them. */
export function slotsOf(table: Table, block: number): Slot[] {
  let slots = table.columns
    .filter((column) => {
      return column.block === block && column.role === "amount" && !holdsWords(table, column);
    })
    .map(({ index, gives, heading }: Column): Slot => ({ gives, heading, column: index }));
  for (const dimension of TREE_DIMENSIONS) slots = withLost(slots, dimension);
  return slots;
}

function withLost(slots: readonly Slot[], dimension: TreeDimension): Slot[] {
  const tree = TREES[dimension];
  const all = [...slots];
  for (const parent of COMPLETE[dimension]) {
    const children = (tree.children.get(parent) ?? []).filter((id) => !tree.parts.has(id));
    const printed = (id: string) => all.some(({ gives }) => gives[dimension] === id);
    if (!children.some(printed)) continue;
    for (const [i, id] of children.entries()) {
      if (printed(id) || all.some((slot) => isBelow(tree, slot.gives[dimension] ?? "", id)))
        continue;
      const before = children.slice(0, i).findLast(printed);
      const after = children.slice(i + 1).find(printed);
      const sister = before ?? after;
      const at = all.findLastIndex(({ gives }) => {
        const node = gives[dimension];
        return node === sister || (before !== undefined && isBelow(tree, node ?? "", sister ?? ""));
      });
      const model = all[at];
      if (!model) continue;
      const lost: Slot = {
        gives: { ...model.gives, [dimension]: id },
        heading: [...model.heading.slice(0, -1), id],
      };
      all.splice(before === undefined ? at : at + 1, 0, lost);
    }
  }
  return all;
}

/** True for a column of names, whatever its heading says. */
function holdsWords(table: Table, { index }: Column): boolean {
  const cells = table.rows.flatMap((row) => row.cells.filter(({ column }) => column === index));
  const words = cells.filter(({ text }) => /[\u4e00-\u9fff]{2}/.test(text));
  return cells.length > 0 && 2 * words.length > cells.length;
}
