import { type Coordinates, FUNDS, ITEMS, KINDS, type TreeNode } from "./coordinates.ts";

type Nodes = Readonly<Record<string, TreeNode>>;

const TREES = { fund: FUNDS, kind: KINDS, item: ITEMS } as const satisfies Record<string, Nodes>;

/** The coordinates whose values form a tree. */
export type TreeDimension = keyof typeof TREES;

/** Two sets of coordinates as one, and what they contradict each other in. */
export interface Meeting {
  readonly coordinates: Coordinates;
  readonly contradicts?: TreeDimension;
}

/**
 * What a column and a row say of a figure together. Where both speak of one tree the narrower weighs more: a total row fills
 * in only what its column leaves open. Where neither is narrower, and of all else, the row's word stands.
 */
export function meeting(column: Coordinates, row: Coordinates): Meeting {
  const both: Record<string, string> = {};
  let contradicts: TreeDimension | undefined;
  for (const dimension of Object.keys(TREES) as TreeDimension[]) {
    const [above, beside] = [column[dimension], row[dimension]];
    if (above === undefined || beside === undefined) continue;
    const narrow = narrower(TREES[dimension], above, beside);
    if (narrow === undefined) contradicts ??= dimension;
    else both[dimension] = narrow;
  }
  return {
    coordinates: { ...column, ...row, ...both },
    ...(contradicts !== undefined ? { contradicts } : {}),
  };
}

/** The narrower of two nodes, or the one that bears both names: 年终结转 of 基本支出 is `carried_forward.basic`. */
function narrower(nodes: Nodes, one: string, other: string): string | undefined {
  if (one === other || isBelow(nodes, one, other)) return one;
  if (isBelow(nodes, other, one)) return other;
  return [`${one}.${other}`, `${other}.${one}`].find((id) => id in nodes);
}

function isBelow(nodes: Nodes, node: string, ancestor: string): boolean {
  for (let at = nodes[node]?.parent; at !== undefined; at = nodes[at]?.parent) {
    if (at === ancestor) return true;
  }
  return false;
}
