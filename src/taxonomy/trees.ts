import { FUNDS, ITEMS, KINDS, PROCUREMENT_CLASSES, type TreeNode } from "../model/coordinates.ts";

/** The coordinates whose values form a tree, so that a parent is the sum of its children. */
export const TREE_DIMENSIONS = ["fund", "kind", "item"] as const;
export type TreeDimension = (typeof TREE_DIMENSIONS)[number];

/** The dimensions in which columns stand above each other: the trees, what is bought, and the classes by economic nature. */
export const COLUMN_DIMENSIONS = [
  ...TREE_DIMENSIONS,
  "procurement",
  "economicCode",
  "govEconomicCode",
] as const;
export type ColumnDimension = (typeof COLUMN_DIMENSIONS)[number];

/** One tree, in the order of the contract: parents before children, sisters as they are printed. */
export interface Tree {
  readonly order: readonly string[];
  readonly parent: ReadonlyMap<string, string>;
  readonly children: ReadonlyMap<string, readonly string[]>;
  /** 其中 nodes: they bound their parent and need not add up to it. */
  readonly parts: ReadonlySet<string>;
}

/** The root of the items and of the classes: a grand total has none. */
export const ROOT = "";

export const TREES: Readonly<Record<TreeDimension | "procurement", Tree>> = {
  fund: treeOf(FUNDS),
  kind: treeOf(KINDS),
  item: treeOf({
    [ROOT]: {},
    ...Object.fromEntries(
      Object.entries<TreeNode>(ITEMS).map(([id, node]) => [id, { parent: ROOT, ...node }]),
    ),
  }),
  procurement: treeOf({
    [ROOT]: {},
    ...Object.fromEntries(PROCUREMENT_CLASSES.map((id) => [id, { parent: ROOT }])),
  }),
};

function treeOf(nodes: Readonly<Record<string, TreeNode>>): Tree {
  const parent = new Map<string, string>();
  const children = new Map<string, string[]>();
  const parts = new Set<string>();
  for (const [id, node] of Object.entries(nodes)) {
    if (node.parent === undefined) continue;
    parent.set(id, node.parent);
    children.set(node.parent, [...(children.get(node.parent) ?? []), id]);
    if (node.part) parts.add(id);
  }
  return { order: Object.keys(nodes), parent, children, parts };
}

/** The tree of a dimension; codes are in none, as their digits say what they stand below. */
export function treeIn(dimension: ColumnDimension): Tree | undefined {
  return dimension === "economicCode" || dimension === "govEconomicCode"
    ? undefined
    : TREES[dimension];
}

/** The nearest node above one that is among those asked for: 301 above 30101, and the root above all. */
export function nearestAbove(
  dimension: ColumnDimension,
  node: string,
  has: (id: string) => boolean,
): string | undefined {
  const tree = treeIn(dimension);
  const parentOf = (id: string): string | undefined => {
    if (tree) return tree.parent.get(id);
    if (id === ROOT) return undefined;
    return id.length > 3 ? id.slice(0, 3) : ROOT;
  };
  let above = parentOf(node);
  while (above !== undefined && !has(above)) above = parentOf(above);
  return above;
}

/**
 * The nearest descendants of a node that are printed: a child that is not is stood in for by its own children.
 * 其中 nodes are left out.
 */
export function nearest(tree: Tree, node: string, printed: (id: string) => boolean): string[] {
  const found: string[] = [];
  const look = (above: string): void => {
    for (const child of tree.children.get(above) ?? []) {
      if (tree.parts.has(child)) continue;
      if (printed(child)) found.push(child);
      else look(child);
    }
  };
  look(node);
  return found;
}

/** True if the printed ones are all children of the node, so that nothing of it stands elsewhere. */
export function isPartition(tree: Tree, node: string, exists: (id: string) => boolean): boolean {
  const children = (tree.children.get(node) ?? []).filter((child) => !tree.parts.has(child));
  return (
    children.length > 0 &&
    children.every((child) => exists(child) || isPartition(tree, child, exists))
  );
}

/** True if `node` stands below `ancestor`. */
export function isBelow(tree: Tree, node: string, ancestor: string): boolean {
  for (let at = tree.parent.get(node); at !== undefined; at = tree.parent.get(at)) {
    if (at === ancestor) return true;
  }
  return false;
}

/** True for a node and itself, or one above or below it. */
export function isOneLine(tree: Tree, a: string, b: string): boolean {
  return a === b || isBelow(tree, a, b) || isBelow(tree, b, a);
}
