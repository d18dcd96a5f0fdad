import type { Coordinates } from "../../model/coordinates.ts";
import type { Table } from "../../model/table.ts";
import type { Amount } from "../../normalise/ledger/amounts.ts";
import { groupBy, keyWithout, saysPart } from "../../normalise/ledger/keys.ts";
import { type Entry, ownWords, type Reading } from "../../normalise/ledger/ledger.ts";
import { addsDown } from "../../taxonomy/orders.ts";
import {
  COLUMN_DIMENSIONS,
  type ColumnDimension,
  isPartition,
  nearestAbove,
  ROOT,
  treeIn,
} from "../../taxonomy/trees.ts";
import { bound, type Constraint, equation, evaluate, proves, refutes } from "../constraint.ts";

/** A column of a row, or a row of a column: where an amount can stand, and what it is there. */
export interface Line {
  readonly index: number;
  readonly gives: Coordinates;
  /** What is printed over it, or before it: a part (其中) is within its whole, and need not be all of it. */
  readonly heading?: readonly string[];
}

/** The amounts printed on some lines, by their index. */
export type Printed<Cell extends Amount> = ReadonlyMap<number, Cell>;

/** Lines at one node of an order, which is the sum of the nearest printed nodes below it. */
interface Node {
  readonly because: "descendants" | "classes";
  /** Where several are printed that differ, it is not known which is meant. */
  readonly lines: readonly number[];
  /** One of them is printed as a part (其中). */
  readonly saysPart: boolean;
  /** The nearest nodes below it that have lines. */
  readonly children: Node[];
  /** 其中 nodes right below it. */
  readonly parts: Node[];
  /** All of the node has lines: nothing of it can stand elsewhere. */
  readonly partition: boolean;
  /** More than one line. */
  readonly splits: boolean;
  /** Publishers leave some of it out (running costs beside the three): where it does not add up it says nothing. */
  readonly open: boolean;
}

/** The general rule, compiled for some lines: a parent is the sum of its nearest printed descendants, in every order. */
export type Rules = readonly Node[];

/** Which nodes there is a place for beside the lines, filled or not. */
export type Places = (dimension: ColumnDimension) => ReadonlySet<string>;

const NONE: ReadonlySet<string> = new Set();

/** Compiles the general rule. Lines that differ in one dimension only are held against each other in its order. */
export function rulesOver(
  lines: readonly Line[],
  places: Places = () => NONE,
  dimensions: readonly ColumnDimension[] = COLUMN_DIMENSIONS,
): Rules {
  const added = lines.filter(({ gives }) => addsDown(gives));
  return dimensions.flatMap((dimension) => {
    const nodeIn = ({ gives }: Line) => gives[dimension] ?? unsaid(dimension, gives);
    if (new Set(added.map(nodeIn)).size < 2) return [];
    const alike = groupBy(added, ({ gives }) => keyWithout(gives, dimension));
    return [...alike.values()].flatMap((group) => {
      return rulesAmong(dimension, groupBy(group, nodeIn), places(dimension));
    });
  });
}

/** Where money stands of which a dimension is not said: income is for all kinds unless it says for which. */
function unsaid(dimension: ColumnDimension, { flow }: Coordinates): string | undefined {
  if (dimension === "kind") return flow === "income" ? "total" : undefined;
  return dimension === "fund" ? undefined : ROOT;
}

/** The rules over the columns of a table, given what each of them means. */
export function rowRules(table: Table, columns: readonly Line[]): Rules {
  return rulesOver(
    columns.map((column) => {
      return { ...column, gives: ownWords(table, { ...table.gives, ...column.gives }) };
    }),
  );
}

/** The nodes that the columns and rows of a table have, and some of its figures. */
export function placesOf({ table, keys }: Reading, entries: readonly Entry[] = []): Places {
  const given = table.columns.map(({ gives }) => gives);
  const all = [...given, ...[...keys, ...entries].map(({ coordinates }) => coordinates)];
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
): Rules {
  const tree = treeIn(dimension);
  const has = (id: string): boolean => places.has(id) || lines.has(id);
  const all = [...new Set([...places, ...lines.keys()])].filter((id) => !tree?.parts.has(id));
  const placesBelow = groupBy(all, (id) => nearestAbove(dimension, id, has));
  const nodes = new Map<string, Node>();
  for (const [id, own] of lines)
    nodes.set(id, {
      because: tree ? "descendants" : "classes",
      lines: own.map(({ index }) => index),
      saysPart: own.some(({ heading }) => heading?.some(saysPart)),
      children: [],
      parts: [],
      partition: tree !== undefined && isPartition(tree, id, has),
      splits: (placesBelow.get(id)?.length ?? 0) > 1,
      open: dimension === "item" && id === ROOT,
    });
  for (const [id, node] of nodes) {
    const above = nodes.get(nearestAbove(dimension, id, (at) => nodes.has(at)) ?? "none");
    (tree?.parts.has(id) ? above?.parts : above?.children)?.push(node);
  }
  return [...nodes.values()].filter(({ children, parts }) => children.length + parts.length > 0);
}

/** The constraints among the amounts of one row, or of one column. */
export function constraintsAmong<Cell extends Amount>(
  rules: Rules,
  printed: Printed<Cell>,
  kind: "row" | "tree",
): Constraint<Cell>[] {
  return rules.flatMap((node) => {
    const { because, partition, splits, open } = node;
    const whole = printedAt(node, printed);
    if (whole === undefined || whole === "several") return [];
    const again = node.lines.flatMap((line) => printed.get(line) ?? []);
    const found = again
      .filter((cell) => cell !== whole)
      .map((cell) => equation(kind, because, [cell], [whole]));
    const below = nearestOf(node.children, printed);
    if (below && below.length > 0) {
      const hard = !open && (partition || (splits && !hasPart(node, printed)));
      found.push(equation(kind, because, [whole], below, { strength: hard ? "hard" : "soft" }));
      if (!hard && !open && below.every(({ amount }) => amount >= 0n)) {
        found.push(bound(kind, "parts", below, [whole]));
      }
    }
    const within = partsOf(node, printed);
    if (within.length > 0) {
      found.push(bound(kind, "parts", within, [whole]));
      found.push(equation(kind, "parts", [whole], within, { strength: "soft" }));
    }
    return found;
  });
}

/** How many of the constraints among some amounts of a row fail, and how many hold and say something. */
export function judge(rules: Rules, printed: Printed<Amount>): { fails: number; holds: number } {
  const verdicts = constraintsAmong(rules, printed, "row").map(evaluate);
  return { fails: verdicts.filter(refutes).length, holds: verdicts.filter(proves).length };
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

/** The nearest printed of some nodes; undefined where it is not known which they are. */
function nearestOf<Cell extends Amount>(
  nodes: readonly Node[],
  printed: Printed<Cell>,
): Cell[] | undefined {
  const found: Cell[] = [];
  for (const node of nodes) {
    const cell = printedAt(node, printed);
    if (cell === "several") return undefined;
    const own = cell ? [cell] : nearestOf(node.children, printed);
    if (!own) return undefined;
    found.push(...own);
  }
  return found;
}

/** The 其中 nodes of which a node is the nearest printed whole. */
function partsOf<Cell extends Amount>({ parts, children }: Node, printed: Printed<Cell>): Cell[] {
  const own = parts.flatMap((part) => {
    const cell = printedAt(part, printed);
    return cell && cell !== "several" ? [cell] : [];
  });
  const between = children.filter((child) => !printedAt(child, printed));
  return [...own, ...between.flatMap((child) => partsOf(child, printed))];
}

/** True if a line that is a part stands directly below a node. */
function hasPart({ children }: Node, printed: Printed<Amount>): boolean {
  return children.some((child) => {
    return printedAt(child, printed) ? child.saysPart : hasPart(child, printed);
  });
}
