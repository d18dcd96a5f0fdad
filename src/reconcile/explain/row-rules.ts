import type { Coordinates } from "../../model/coordinates.ts";
import type { Table } from "../../model/table.ts";
import { NO_ITEM, TREE_DIMENSIONS, TREES, type Tree } from "../../taxonomy/trees.ts";
import { adds } from "../../taxonomy/universes.ts";
import { keyWithout } from "../keys.ts";

/** An amount with its rounding, in units of the ledger. */
export interface Amount {
  readonly amount: bigint;
  readonly step: bigint;
}

/** A column in the tree of its sisters: its parent's sum is made of the nearest printed ones below. */
interface Node {
  readonly column: number | undefined;
  readonly children: readonly Node[];
  /** One child alone is no partition: it is only within its parent. */
  readonly whole: boolean;
}

/** What the columns of one block say of any of its rows. */
export type RowRules = readonly Node[];

export interface RowVerdict {
  readonly fails: number;
  readonly holds: number;
  /** The columns that stand in an constraint that holds. */
  readonly proved: ReadonlySet<number>;
}

/** Compiles the constraints over the columns of a block, given what each column means. */
export function rowRules(
  table: Table,
  columns: readonly { readonly index: number; readonly gives: Coordinates }[],
): RowRules {
  const rules: Node[] = [];
  for (const dimension of TREE_DIMENSIONS) {
    const groups = new Map<string, Map<string, number | "twice">>();
    for (const { index, gives } of columns) {
      const all = { ...table.gives, ...gives };
      const node = all[dimension] ?? (dimension === "item" ? NO_ITEM : undefined);
      if (node === undefined || !adds(all)) continue;
      const key = keyWithout(all, dimension);
      const group = groups.get(key) ?? new Map<string, number | "twice">();
      group.set(node, group.has(node) ? "twice" : index);
      groups.set(key, group);
    }
    for (const group of groups.values()) {
      const root = TREES[dimension].order[0];
      if (group.size > 1 && root !== undefined) rules.push(nodeOf(TREES[dimension], root, group));
    }
  }
  return rules;
}

function nodeOf(tree: Tree, id: string, group: ReadonlyMap<string, number | "twice">): Node {
  const children = (tree.children.get(id) ?? [])
    .filter((child) => !tree.parts.has(child))
    .map((child) => nodeOf(tree, child, group))
    .filter((node) => node.column !== undefined || node.children.length > 0);
  const column = group.get(id);
  const ids = (tree.children.get(id) ?? []).filter((child) => !tree.parts.has(child));
  return {
    column: column === "twice" ? undefined : column,
    children,
    whole: columnsBelow(children) > 1 || children.length === ids.length,
  };
}

function columnsBelow(nodes: readonly Node[]): number {
  return nodes.reduce(
    (count, node) => count + (node.column === undefined ? columnsBelow(node.children) : 1),
    0,
  );
}

/** Evaluates a row's amounts, by column. */
export function judgeRow(rules: RowRules, row: ReadonlyMap<number, Amount>): RowVerdict {
  const verdict = { fails: 0, holds: 0, proved: new Set<number>() };
  for (const rule of rules) visit(rule, row, verdict);
  return verdict;
}

interface Counting {
  fails: number;
  holds: number;
  readonly proved: Set<number>;
}

function visit(node: Node, row: ReadonlyMap<number, Amount>, verdict: Counting): void {
  for (const child of node.children) visit(child, row, verdict);
  if (node.column === undefined) return;
  const parent = row.get(node.column);
  if (!parent) return;
  const terms = nearestPrinted(node.children, row);
  if (terms.length === 0) return;
  let difference = parent.amount;
  let slack = parent.step;
  for (const column of terms) {
    const term = row.get(column);
    if (!term) continue;
    difference -= term.amount;
    slack += term.step;
  }
  const holds = 2n * (difference < 0n ? -difference : difference) <= slack;
  if (!holds) {
    if (node.whole) verdict.fails += 1;
    return;
  }
  if (parent.amount === 0n) return;
  verdict.holds += 1;
  verdict.proved.add(node.column);
  for (const column of terms) verdict.proved.add(column);
}

function nearestPrinted(nodes: readonly Node[], row: ReadonlyMap<number, Amount>): number[] {
  return nodes.flatMap((node) =>
    node.column !== undefined && row.has(node.column)
      ? [node.column]
      : nearestPrinted(node.children, row),
  );
}
