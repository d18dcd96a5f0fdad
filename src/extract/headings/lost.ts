import type { Column } from "../../model/table.ts";
import { isBelow, TREE_DIMENSIONS, TREES, type TreeDimension } from "../../taxonomy/trees.ts";

/** Below these nodes a sister that is not printed may have been lost; elsewhere tables choose what they print. */
const COMPLETE: Readonly<Record<TreeDimension, readonly string[]>> = {
  fund: ["fiscal", "carry_over"],
  kind: ["basic", "basic.personnel", "basic.operating", "project"],
  item: ["three_public", "three_public.vehicle"],
};

/**
 * Columns of money from the left, with those whose headings must have stood between them, which are `inferred`: a sister that
 * publishers always print with the ones that are there.
 */
export function withLostHeadings(printed: readonly Column[]): Column[] {
  const slots = [...printed];
  for (const dimension of TREE_DIMENSIONS) {
    for (const parent of COMPLETE[dimension]) addLost(slots, dimension, parent);
  }
  return slots;
}

function addLost(slots: Column[], dimension: TreeDimension, parent: string): void {
  const tree = TREES[dimension];
  const sisters = (tree.children.get(parent) ?? []).filter((id) => !tree.parts.has(id));
  const at = (id: string, { gives }: Column): boolean => gives[dimension] === id;
  const isPrinted = (id: string): boolean => slots.some((slot) => at(id, slot));
  if (!sisters.some(isPrinted)) return;
  for (const [i, id] of sisters.entries()) {
    const within = (slot: Column): boolean => isBelow(tree, slot.gives[dimension] ?? "", id);
    if (isPrinted(id) || slots.some(within)) continue;
    const before = sisters.slice(0, i).findLast(isPrinted);
    const sister = before ?? sisters.slice(i + 1).find(isPrinted) ?? "";
    const beside = slots.findLastIndex((slot) => {
      const below = before !== undefined && isBelow(tree, slot.gives[dimension] ?? "", sister);
      return at(sister, slot) || below;
    });
    const model = slots[beside];
    if (!model) continue;
    const gives = { ...model.gives, [dimension]: id };
    const heading = [...model.heading.slice(0, -1), id];
    const { role, block } = model;
    const lost: Column = { index: -1, role, block, heading, gives, inferred: true };
    slots.splice(before === undefined ? beside : beside + 1, 0, lost);
  }
}
