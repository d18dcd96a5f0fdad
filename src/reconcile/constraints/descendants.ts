import type { Coordinates } from "../../model/coordinates.ts";
import { closes, magnitude } from "../../normalise/ledger/amounts.ts";
import { groupBy, keyWithout, saysPart } from "../../normalise/ledger/keys.ts";
import { adds } from "../../taxonomy/tables.ts";
import {
  COLUMN_DIMENSIONS,
  type ColumnDimension,
  isPartition,
  LEFT_OUT_OF_ITEMS,
  nearestAbove,
  ROOT,
  treeIn,
} from "../../taxonomy/trees.ts";
import { type Amount, bound, type Constraint, equation, weigh } from "../constraint.ts";

/** A column of a row, or a row of a column: where an amount can stand, and what it is there. */
export interface Line {
  readonly index: number;
  readonly gives: Coordinates;
  /** What is printed over it, or before it: a part (其中) is within its whole, and need not be all of it. */
  readonly heading?: readonly string[];
}

/** The amounts printed on some lines, by their index. */
export type Printed<Cell extends Amount> = ReadonlyMap<number, Cell>;

/** Lines at one node of an order; where several are printed that differ, it is not known which is meant. */
interface Node {
  readonly id: string;
  readonly lines: readonly number[];
  /** One of them is printed as a part (其中). */
  readonly saysPart: boolean;
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
  /** What it may be the total of, where publishers differ: what comes closest is meant. */
  readonly choices: readonly (readonly Node[])[];
}

/** The general rule, compiled for some lines: a parent is the sum of its nearest printed descendants, in every order. */
export type Rules = readonly Rule[];

/** Which nodes there is a place for beside the lines, filled or not. */
export type Places = (dimension: ColumnDimension) => ReadonlySet<string>;

const NONE: ReadonlySet<string> = new Set();

/** Compiles the general rule. Lines that differ in one dimension only are held against each other in its order. */
export function rulesOver(
  lines: readonly Line[],
  places: Places = () => NONE,
  dimensions: readonly ColumnDimension[] = COLUMN_DIMENSIONS,
): Rules {
  const added = lines.filter(({ gives }) => adds(gives));
  return dimensions.flatMap((dimension) => {
    const nodeIn = ({ gives }: Line): string | undefined => {
      return gives[dimension] ?? (dimension === "fund" || dimension === "kind" ? undefined : ROOT);
    };
    if (new Set(added.map(nodeIn)).size < 2) return [];
    const alike = groupBy(added, ({ gives }) => keyWithout(gives, dimension));
    return [...alike.values()].flatMap((group) => {
      return rulesAmong(dimension, groupBy(group, nodeIn), places(dimension));
    });
  });
}

/** The nodes that coordinates have. */
export function placesOf(all: readonly Coordinates[]): Places {
  const known = new Map(
    COLUMN_DIMENSIONS.map((dimension) => {
      return [dimension, new Set<string>(all.flatMap((c) => c[dimension] ?? []))] as const;
    }),
  );
  return (dimension) => known.get(dimension) ?? NONE;
}

function rulesAmong(
  dimension: ColumnDimension,
  lines: ReadonlyMap<string, readonly Line[]>,
  places: ReadonlySet<string>,
): Rule[] {
  const tree = treeIn(dimension);
  const nodes = [...lines].map(([id, own]): Node => {
    const part = own.some(({ heading }) => heading?.some(saysPart));
    return { id, lines: own.map(({ index }) => index), saysPart: part, children: [], parts: [] };
  });
  const byId = new Map(nodes.map((node) => [node.id, node]));
  for (const node of nodes) {
    const above = byId.get(nearestAbove(dimension, node.id, (id) => byId.has(id)) ?? "none");
    (tree?.parts.has(node.id) ? above?.parts : above?.children)?.push(node);
  }
  const has = (id: string): boolean => places.has(id) || byId.has(id);
  const all = [...new Set([...places, ...byId.keys()])].filter((id) => !tree?.parts.has(id));
  const placesBelow = groupBy(all, (id) => nearestAbove(dimension, id, has));
  return nodes
    .filter(({ children, parts }) => children.length + parts.length > 0)
    .map((node) => ({
      node,
      because: tree ? "descendants" : "classes",
      partition: tree !== undefined && isPartition(tree, node.id, has),
      splits: (placesBelow.get(node.id)?.length ?? 0) > 1,
      choices:
        dimension === "item" && node.id === ROOT
          ? LEFT_OUT_OF_ITEMS.map((left) => node.children.filter(({ id }) => !left.has(id)))
          : [node.children],
    }));
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
    const { difference, slack } = weigh(whole, parts);
    if (!closes(difference, slack)) this.fails += hard ? 1 : 0;
    else if (whole.amount !== 0n) this.holds += 1;
  }

  bound(parts: Amount[], whole: Amount): void {
    const { difference, slack } = weigh(whole, parts);
    if (!closes(-difference, slack, "≤")) this.fails += 1;
  }
}

/** Counts the constraints among some amounts without writing them down: a search tries very many. */
export function judge(rules: Rules, printed: Printed<Amount>): RowVerdict {
  const verdict = new RowVerdict();
  find(rules, printed, verdict);
  return verdict;
}

function find<Cell extends Amount>(rules: Rules, printed: Printed<Cell>, into: Finder<Cell>): void {
  for (const { node, because, partition, splits, choices } of rules) {
    const whole = printedAt(node, printed);
    if (whole === undefined || whole === "several") continue;
    for (const line of node.lines) {
      const again = printed.get(line);
      if (again && again !== whole) into.equation(because, again, [whole], true);
    }
    const below = closest(whole, choices, printed);
    if (below && below.length > 0) {
      const hard = partition || (splits && !hasPart(node, printed));
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
    if (cell && found && cell.amount !== found.amount) return "several";
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

/** Adds the 其中 nodes of which a node is the nearest printed whole. */
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
  let least: bigint | undefined;
  for (const nodes of choices) {
    const parts: Cell[] = [];
    if (!collect(nodes, printed, parts)) return undefined;
    if (choices.length === 1) return parts;
    const gap = magnitude(weigh(whole, parts).difference);
    if (parts.length === 0 || (least !== undefined && gap >= least)) continue;
    [best, least] = [parts, gap];
  }
  return best;
}

/** True if a line that is a part stands directly below a node. */
function hasPart({ children }: Node, printed: Printed<Amount>): boolean {
  return children.some((child) => {
    return printedAt(child, printed) ? child.saysPart : hasPart(child, printed);
  });
}
