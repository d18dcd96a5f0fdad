import type { Coordinates } from "../../model/coordinates.ts";
import { isWhole, subjectId } from "../../taxonomy/subjects.ts";
import { isBelow, TREE_DIMENSIONS, TREES } from "../../taxonomy/trees.ts";
import { bound, type Constraint, evaluate, proves, side, wholeOf } from "../constraint.ts";
import type { Entry, Ledger } from "../ledger.ts";
import { commonWords } from "./comparable.ts";
import { treeSums } from "./tree-sums.ts";

/**
 * Lines that a table has for the whole department and leaves blank, where its sum closes without them: there they are nothing,
 * and no other table has more. Soft bounds, as those of funds are.
 */
export function blankLines(ledger: Ledger, of?: number): Constraint[] {
  const blanks = ledger.readings.map((_, table) => (table === of ? NONE : blanksIn(ledger, table)));
  return [...ledger.readings.keys()].flatMap((table) => {
    if (of !== undefined && table !== of) return [];
    const common = commonWords(ledger, table);
    return (ledger.byTable[table] ?? []).flatMap((entry): Constraint[] => {
      if (entry.amount === 0n || !isWhole(entry.coordinates)) return [];
      const elsewhere = [entry, ...wholesOf(entry)].some((one) => {
        const words = common(one);
        const key = words && `${words.base} ${subjectId(words.subject)}`;
        return key !== undefined && blanks.some((keys, other) => other !== table && keys.has(key));
      });
      return elsewhere
        ? [bound("across", "blank-elsewhere", [entry], [], { strength: "soft" })]
        : [];
    });
  });
}

/** The same money at the nodes above, up to those that are all money of a table: what is nothing there is nothing below. */
function wholesOf(entry: Entry): Entry[] {
  return TREE_DIMENSIONS.flatMap((dimension) => {
    const { parent } = TREES[dimension];
    const above: Entry[] = [];
    let node = parent.get(entry.coordinates[dimension] ?? "");
    while (node !== undefined && !ALL.has(node)) {
      above.push({ ...entry, coordinates: { ...entry.coordinates, [dimension]: node } as never });
      node = parent.get(node);
    }
    return above;
  });
}

const ALL: ReadonlySet<string> = new Set(["", "total", "current", "fiscal", "three_public"]);

const NONE: ReadonlySet<string> = new Set();

/** By the entries of a table, which stay the same while another is tried over and over. */
const known = new WeakMap<readonly Entry[], ReadonlySet<string>>();

function blanksIn(ledger: Ledger, table: number): ReadonlySet<string> {
  const entries = ledger.byTable[table];
  if (!entries) return NONE;
  const blanks = known.get(entries) ?? new Set(blanksOf(ledger, table));
  known.set(entries, blanks);
  return blanks;
}

/** True for money of the whole department, in all or by item. */
function ofWhole({ coordinates: { item, ...rest } }: Entry): boolean {
  return isWhole(rest);
}

function blanksOf(ledger: Ledger, table: number): string[] {
  const reading = ledger.readings[table];
  const common = commonWords(ledger, table);
  const byTable = ledger.byTable.map((entries, i) => (i === table ? entries.filter(ofWhole) : []));
  const sums = treeSums({ ...ledger, byTable }, table).filter((one) => {
    const whole = side(one, 1);
    const firm = one.strength === "hard" && one.relation === "=";
    return firm && whole.length === 1 && isWhole(whole[0]?.coordinates ?? {});
  });
  return sums.flatMap((constraint) => {
    const parent = wholeOf(constraint);
    const parts = side(constraint, -1);
    const [child] = parts;
    if (!parent || !child || !reading || !proves(evaluate(constraint))) return [];
    const dimension = TREE_DIMENSIONS.find((d) => parent.coordinates[d] !== child.coordinates[d]);
    const from = dimension && parent.coordinates[dimension];
    if (!dimension || from === undefined) return [];
    const { block } = parent.figure;
    const lines: Coordinates[] =
      constraint.kind === "row"
        ? reading.table.columns.filter((c) => c.block === block).map(({ gives }) => gives)
        : reading.keys.filter((key) => key.block === block).map(({ coordinates }) => coordinates);
    const printed = parts.map(({ coordinates }) => coordinates[dimension] ?? "");
    const tree = TREES[dimension];
    return [...new Set(lines.map((line) => line[dimension]))].flatMap((node) => {
      const blank =
        node !== undefined &&
        isBelow(tree, node, from) &&
        !tree.parts.has(node) &&
        !printed.some((id) => id === node || isBelow(tree, id, node) || isBelow(tree, node, id));
      if (!blank) return [];
      const coordinates = { ...parent.coordinates, [dimension]: node };
      const words = common({ ...parent, coordinates } as Entry);
      return words ? [`${words.base} ${subjectId(words.subject)}`] : [];
    });
  });
}
