import {
  isBelow,
  isPartition,
  NO_ITEM,
  nearest,
  TREE_DIMENSIONS,
  TREES,
  type TreeDimension,
} from "../../taxonomy/trees.ts";
import { adds } from "../../taxonomy/universes.ts";
import { bound, type Constraint, equation, evaluate, magnitude } from "../constraint.ts";
import { keyWithout } from "../keys.ts";
import type { Entry, Ledger, Reading } from "../ledger.ts";
import { classColumnSums } from "./class-column-sums.ts";
import { saysPart } from "./part-words.ts";

/** Entries that differ in one tree dimension only, by their node in it; `twice` where two stand at one node. */
type Group = Map<string, Entry | "twice">;

/**
 * The constraints of the trees of funds, kinds and items inside one table: over the columns of a row, and over the rows of a
 * column where the rows are funds, kinds or items. A parent is the sum of its nearest printed descendants.
 */
export function treeIdentities(ledger: Ledger, table: number): Constraint[] {
  const reading = ledger.readings[table];
  if (!reading) return [];
  const entries = (ledger.byTable[table] ?? []).filter(({ coordinates }) => adds(coordinates));
  const down = TREE_DIMENSIONS.flatMap((dimension) => {
    const given = givenByRows(reading, dimension);
    const existing = existingOf(reading, entries, dimension);
    const groups = groupsOf(
      entries.filter(({ figure }) => given.has(`${figure.block}:${figure.row}`)),
      dimension,
      ({ figure }) => `${figure.block}/${figure.column}`,
    );
    return groups.flatMap((group) => sumsOf(group, dimension, existing, reading, "tree"));
  });
  return [...identitiesOfRows(reading, entries), ...down];
}

/** The constraints over the columns of each row alone. */
export function identitiesOfRows(reading: Reading, entries: readonly Entry[]): Constraint[] {
  const trees = TREE_DIMENSIONS.flatMap((dimension) => {
    const existing = existingOf(reading, entries, dimension);
    const groups = groupsOf(entries, dimension, ({ figure }) => `${figure.block}:${figure.row}`);
    return groups.flatMap((group) => sumsOf(group, dimension, existing, reading, "row"));
  });
  return [...trees, ...classColumnSums(reading, entries)];
}

/** The rows of blocks in which some rows say a node themselves: those that say none stand for the root. */
function givenByRows({ keys }: Reading, dimension: TreeDimension): Set<string> {
  const given = new Set(
    keys.filter(({ coordinates }) => coordinates[dimension] !== undefined).map((key) => key.block),
  );
  const rows = keys.filter(({ block, role }) => role !== "note" && given.has(block));
  return new Set(rows.map(({ block, row }) => `${block}:${row}`));
}

/** What a table has columns or rows for below a node, filled or not. */
interface Existing {
  /** All of the node: nothing of it can stand elsewhere. */
  readonly partition: boolean;
  /** More than one line. */
  readonly splits: boolean;
}

function existingOf(
  reading: Reading,
  entries: readonly Entry[],
  dimension: TreeDimension,
): (node: string) => Existing {
  const nodes = new Set<string>();
  const add = (node: string | undefined): void => {
    if (node !== undefined) nodes.add(node);
  };
  for (const { gives } of reading.table.columns) add(gives[dimension]);
  for (const { coordinates } of reading.keys) add(coordinates[dimension]);
  for (const { coordinates } of entries) add(coordinates[dimension]);
  const tree = TREES[dimension];
  const exists = (node: string): boolean => nodes.has(node);
  const known = new Map<string, Existing>();
  // Asked for every row, and the same for all of them.
  return (node) => {
    const found = known.get(node) ?? {
      partition: isPartition(tree, node, exists),
      splits: nearest(tree, node, exists).length > 1,
    };
    known.set(node, found);
    return found;
  };
}

function groupsOf(
  entries: readonly Entry[],
  dimension: TreeDimension,
  place: (entry: Entry) => string,
): Group[] {
  const nodeOf = ({ coordinates }: Entry): string | undefined =>
    coordinates[dimension] ?? (dimension === "item" ? NO_ITEM : undefined);
  if (new Set(entries.map(nodeOf)).size < 2) return [];
  const groups = new Map<string, Group>();
  for (const entry of entries) {
    const node = nodeOf(entry);
    if (node === undefined) continue;
    const key = `${place(entry)} ${keyWithout(entry.coordinates, dimension)}`;
    const group = groups.get(key) ?? new Map<string, Entry>();
    group.set(node, group.has(node) ? "twice" : entry);
    groups.set(key, group);
  }
  return [...groups.values()].filter((group) => group.size > 1);
}

function sumsOf(
  group: Group,
  dimension: TreeDimension,
  existing: (node: string) => Existing,
  reading: Reading,
  rule: "row" | "tree",
): Constraint[] {
  const tree = TREES[dimension];
  const constraints: Constraint[] = [];
  for (const [node, parent] of group) {
    if (parent === "twice") continue;
    const children = nearest(tree, node, (id) => group.has(id));
    const terms = entriesAt(group, children);
    if (terms && terms.length > 0) {
      const options =
        dimension === "item" && node === NO_ITEM
          ? totalsOfItems(group, children).map((ids) => entriesAt(group, ids) ?? [])
          : [terms];
      const right = closest(parent, options);
      const { partition, splits } = existing(node);
      const parts = right.some((entry) => isPart(entry, reading, rule));
      const whole = partition || (splits && !parts);
      const strength = whole ? "hard" : "soft";
      constraints.push(equation(rule, "descendants", [parent], right, { strength }));
      const positive = right.every(({ amount }) => amount >= 0n);
      if (!whole && positive) constraints.push(bound(rule, "parts", right, [parent]));
    }
  }
  return [...constraints, ...partsOf(group, dimension, rule)];
}

/** The grand total over items has no item of its own: with or without the running costs beside the three. */
function totalsOfItems(group: Group, top: readonly string[]): string[][] {
  const three = top.filter(
    (id) => id === "three_public" || isBelow(TREES.item, id, "three_public"),
  );
  const without = top.filter((id) => id !== "operating_funds");
  return [[...top], without, three].filter((ids) => ids.length > 0 && group.has(NO_ITEM));
}

function closest(parent: Entry, options: readonly Entry[][]): Entry[] {
  let best: { right: Entry[]; gap: bigint } | undefined;
  for (const right of options) {
    const gap = magnitude(evaluate(equation("row", "descendants", [parent], right)).difference);
    if (!best || gap < best.gap) best = { right, gap };
  }
  return best?.right ?? [];
}

/** 其中 nodes are within their nearest printed whole; where they add up to it, that proves them. */
function partsOf(group: Group, dimension: TreeDimension, rule: "row" | "tree"): Constraint[] {
  const tree = TREES[dimension];
  const wholes = new Map<string, Entry[]>();
  for (const [node, entry] of group) {
    if (entry === "twice" || !tree.parts.has(node)) continue;
    let whole = tree.parent.get(node);
    while (whole !== undefined && !group.has(whole)) whole = tree.parent.get(whole);
    if (whole !== undefined) wholes.set(whole, [...(wholes.get(whole) ?? []), entry]);
  }
  return [...wholes].flatMap(([node, parts]): Constraint[] => {
    const whole = group.get(node);
    if (!whole || whole === "twice") return [];
    return [
      bound(rule, "parts", parts, [whole]),
      equation(rule, "parts", [whole], parts, { strength: "soft" }),
    ];
  });
}

function entriesAt(group: Group, nodes: readonly string[]): Entry[] | undefined {
  const entries: Entry[] = [];
  for (const node of nodes) {
    const entry = group.get(node);
    if (entry === "twice") return undefined;
    if (entry) entries.push(entry);
  }
  return entries;
}

/** True for a line that is printed as a part (其中), in the heading of its column or the label of its row. */
function isPart({ figure }: Entry, { table }: Reading, rule: "row" | "tree"): boolean {
  const heading = table.columns.find(({ index }) => index === figure.column)?.heading.at(-1) ?? "";
  return saysPart(rule === "row" ? heading : figure.label);
}
