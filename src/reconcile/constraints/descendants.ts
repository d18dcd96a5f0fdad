import type { Coordinates } from "../../model/coordinates.ts";
import { adds } from "../../taxonomy/tables.ts";
import {
  COLUMN_DIMENSIONS,
  type ColumnDimension,
  isBelow,
  isPartition,
  parentIn,
  ROOT,
  TREES,
  treeIn,
} from "../../taxonomy/trees.ts";
import { type Amount, bound, type Constraint, closes, equation, magnitude } from "../constraint.ts";
import { keyWithout, saysPart } from "../keys.ts";

/** A column of a row, or a row of a column: where an amount can stand, and what it is there. */
export interface Line {
  readonly index: number;
  readonly gives: Coordinates;
  /** What is printed over it, or before it: a part (其中) is within its whole, and need not be all of it. */
  readonly heading?: readonly string[];
}

/** The amounts printed on some lines, by their index. */
export type Printed<Cell extends Amount> = ReadonlyMap<number, Cell>;

/** Lines at one node of an order; more than one of them printed, and it is not known which is meant. */
interface Node {
  readonly id: string;
  readonly lines: number[];
  /** The nearest nodes below it that have lines. */
  readonly children: Node[];
  /** 其中 nodes right below it. */
  readonly parts: Node[];
}

/** A node is the sum of the nearest printed ones below it. */
interface Rule {
  readonly node: Node;
  readonly because: "descendants" | "classes";
  /** All of the node has lines: nothing of it can stand elsewhere. */
  readonly partition: boolean;
  /** More than one line. */
  readonly splits: boolean;
  /** What the total may be of, where publishers differ; what comes closest is meant. */
  readonly choices: readonly (readonly Node[])[];
  /** Lines that are printed as a part (其中). */
  readonly parts: ReadonlySet<number>;
}

/** The general rule, compiled for some lines: a parent is the sum of its nearest printed descendants, in every order. */
export type Rules = readonly Rule[];

/** Which nodes there is a place for, filled or not. */
export type Places = (dimension: ColumnDimension) => ReadonlySet<string>;

/** Compiles the general rule. Lines that differ in one dimension only are held against each other in its order. */
export function rulesOver(
  lines: readonly Line[],
  places: Places = placesOf(lines.map(({ gives }) => gives)),
  dimensions: readonly ColumnDimension[] = COLUMN_DIMENSIONS,
): Rules {
  const added = lines.filter(({ gives }) => adds(gives));
  const said = added.filter(({ heading }) => heading?.some(saysPart));
  const parts = new Set(said.map(({ index }) => index));
  return dimensions.flatMap((dimension) => {
    if (new Set(added.map(({ gives }) => nodeIn(dimension, gives))).size < 2) return [];
    const groups = new Map<string, Map<string, Node>>();
    for (const { index, gives } of added) {
      const id = nodeIn(dimension, gives);
      if (id === undefined) continue;
      const key = keyWithout(gives, dimension);
      const group = groups.get(key) ?? new Map<string, Node>();
      const node = group.get(id) ?? { id, lines: [], children: [], parts: [] };
      node.lines.push(index);
      groups.set(key, group.set(id, node));
    }
    const exists = places(dimension);
    return [...groups.values()].flatMap((group) => rulesOf(dimension, group, exists, parts));
  });
}

/** The nodes that coordinates have. */
export function placesOf(all: readonly Coordinates[]): Places {
  const known = new Map(
    COLUMN_DIMENSIONS.map((dimension) => {
      const nodes = all.flatMap((coordinates) => coordinates[dimension] ?? []);
      return [dimension, new Set<string>(nodes)] as const;
    }),
  );
  return (dimension) => known.get(dimension) ?? new Set();
}

function nodeIn(dimension: ColumnDimension, gives: Coordinates): string | undefined {
  const rootless = dimension === "fund" || dimension === "kind";
  return gives[dimension] ?? (rootless ? undefined : ROOT);
}

function rulesOf(
  dimension: ColumnDimension,
  group: ReadonlyMap<string, Node>,
  exists: ReadonlySet<string>,
  parts: ReadonlySet<number>,
): Rule[] {
  const tree = treeIn(dimension);
  for (const [id, node] of group) {
    const above = nearestAbove(dimension, id, (at) => group.has(at));
    const parent = above === undefined ? undefined : group.get(above);
    (tree?.parts.has(id) ? parent?.parts : parent?.children)?.push(node);
  }
  const nodes = [...group.values()].filter((node) => node.children.length + node.parts.length > 0);
  return nodes.map((node) => {
    const has = (id: string) => exists.has(id) || group.has(id);
    const below = [...new Set([...exists, ...group.keys()])].filter((id) => {
      return !tree?.parts.has(id) && nearestAbove(dimension, id, has, node.id) === node.id;
    });
    return {
      node,
      because: tree ? "descendants" : "classes",
      partition: tree !== undefined && isPartition(tree, node.id, has),
      splits: below.length > 1,
      choices:
        dimension === "item" && node.id === ROOT ? totalsOfItems(node.children) : [node.children],
      parts,
    };
  });
}

/** The nearest node above one that is among those asked for, or `always`. */
function nearestAbove(
  dimension: ColumnDimension,
  node: string,
  has: (id: string) => boolean,
  always?: string,
): string | undefined {
  let above = parentIn(dimension, node);
  while (above !== undefined && above !== always && !has(above)) above = parentIn(dimension, above);
  return above;
}

/** The grand total over items has no item of its own: with or without the running costs beside the three. */
function totalsOfItems(top: readonly Node[]): (readonly Node[])[] {
  const without = top.filter(({ id }) => id !== "operating_funds");
  const three = top.filter(
    ({ id }) => id === "three_public" || isBelow(TREES.item, id, "three_public"),
  );
  return [top, without, three].filter((choice, i) => i === 0 || choice.length > 0);
}

/** What is made of each sum that is found among printed amounts. */
interface Finder<Cell extends Amount> {
  equation(because: Rule["because"] | "parts", whole: Cell, parts: Cell[], hard: boolean): void;
  bound(parts: Cell[], whole: Cell): void;
}

/** The constraints among the amounts of one row, or of one column. */
export function constraintsAmong<Cell extends Amount>(
  rules: Rules,
  printed: Printed<Cell>,
  kind: "row" | "tree",
): Constraint<Cell>[] {
  const constraints: Constraint<Cell>[] = [];
  find(rules, printed, {
    equation(because, whole, parts, hard) {
      const strength = hard ? "hard" : "soft";
      constraints.push(equation(kind, because, [whole], parts, { strength }));
    },
    bound(parts, whole) {
      constraints.push(bound(kind, "parts", parts, [whole]));
    },
  });
  return constraints;
}

/** How many of the constraints among some amounts fail, and how many hold and say something. */
export class RowVerdict implements Finder<Amount> {
  fails = 0;
  holds = 0;

  equation(_: string, whole: Amount, parts: Amount[], hard: boolean): void {
    let slack = whole.step;
    for (const { step } of parts) slack += step;
    const off = difference(whole, parts);
    if (!closes(off, slack)) this.fails += hard ? 1 : 0;
    else if (whole.amount !== 0n) this.holds += 1;
  }

  bound(parts: Amount[], whole: Amount): void {
    let slack = whole.step;
    for (const { step } of parts) slack += step;
    if (!closes(-difference(whole, parts), slack, "≤")) this.fails += 1;
  }
}

/** Counts the constraints among some amounts without writing them down: a search tries very many. */
export function judge(rules: Rules, printed: Printed<Amount>): RowVerdict {
  const verdict = new RowVerdict();
  find(rules, printed, verdict);
  return verdict;
}

function find<Cell extends Amount>(rules: Rules, printed: Printed<Cell>, into: Finder<Cell>): void {
  for (const { node, because, partition, splits, choices, parts } of rules) {
    const whole = printedAt(node, printed);
    if (whole === undefined || whole === "several") continue;
    const below = closest(whole, choices, printed);
    if (below && below.length > 0) {
      const hard = partition || (splits && !hasPart(node, printed, parts));
      into.equation(because, whole, below, hard);
      if (!hard && below.every(({ amount }) => amount >= 0n)) into.bound(below, whole);
    }
    const within: Cell[] = [];
    collectParts(node, printed, within);
    if (within.length === 0) continue;
    into.bound(within, whole);
    into.equation("parts", whole, within, false);
  }
}

function printedAt<Cell extends Amount>(
  { lines }: Node,
  printed: Printed<Cell>,
): Cell | "several" | undefined {
  let found: Cell | undefined;
  for (const line of lines) {
    const cell = printed.get(line);
    if (cell && found) return "several";
    found ??= cell;
  }
  return found;
}

/** Adds the nearest printed of some nodes; false where it is not known which they are. */
function collect<Cell extends Amount>(
  nodes: readonly Node[],
  printed: Printed<Cell>,
  into: Cell[],
): boolean {
  for (const node of nodes) {
    const cell = printedAt(node, printed);
    if (cell === "several") return false;
    if (cell) into.push(cell);
    else if (!collect(node.children, printed, into)) return false;
  }
  return true;
}

/** 其中 nodes are within their nearest printed whole. */
function collectParts<Cell extends Amount>(
  { parts, children }: Node,
  printed: Printed<Cell>,
  into: Cell[],
): void {
  for (const part of parts) {
    const cell = printedAt(part, printed);
    if (cell && cell !== "several") into.push(cell);
  }
  for (const child of children) if (!printedAt(child, printed)) collectParts(child, printed, into);
}

function closest<Cell extends Amount>(
  whole: Cell,
  choices: Rule["choices"],
  printed: Printed<Cell>,
): Cell[] | undefined {
  let best: Cell[] | undefined;
  for (const nodes of choices) {
    const parts: Cell[] = [];
    if (!collect(nodes, printed, parts)) return undefined;
    if (best && (parts.length === 0 || gap(whole, parts) >= gap(whole, best))) continue;
    best = parts;
  }
  return best;
}

function gap(whole: Amount, parts: readonly Amount[]): bigint {
  return magnitude(difference(whole, parts));
}

function difference({ amount }: Amount, parts: readonly Amount[]): bigint {
  let rest = amount;
  for (const part of parts) rest -= part.amount;
  return rest;
}

/** True if a line that is a part stands directly below a node. */
function hasPart(
  { children }: Node,
  printed: Printed<Amount>,
  parts: ReadonlySet<number>,
): boolean {
  if (parts.size === 0) return false;
  return children.some((child) => {
    const own = child.lines.filter((line) => printed.has(line));
    return own.length > 0 ? own.some((line) => parts.has(line)) : hasPart(child, printed, parts);
  });
}
