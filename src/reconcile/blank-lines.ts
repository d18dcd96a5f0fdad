import type { Coordinates } from "../model/coordinates.ts";
import { commonWords } from "./comparable.ts";
import { evaluate, type Identity, proves } from "./identity.ts";
import type { Entry, Ledger } from "./ledger.ts";
import { isWhole, subjectId } from "./subjects.ts";
import { treeIdentities } from "./tree-identities.ts";
import { isBelow, TREE_DIMENSIONS, TREES } from "./trees.ts";

/**
 * Lines that a table has for the whole department and leaves blank, where its sum closes without them: there they are nothing,
 * and no other table has more. Soft bounds, as those of funds are.
 */
export function blankLines(ledger: Ledger, of?: number): Identity[] {
  const blanks = ledger.readings.map((_, table) => (table === of ? NONE : blanksIn(ledger, table)));
  return [...ledger.readings.keys()].flatMap((table) => {
    if (of !== undefined && table !== of) return [];
    const common = commonWords(ledger, table);
    return (ledger.byTable[table] ?? []).flatMap((entry): Identity[] => {
      if (entry.amount === 0n || !isWhole(entry.coordinates)) return [];
      const elsewhere = [entry, ...wholesOf(entry)].some((one) => {
        const words = common(one);
        const key = words && `${words.base} ${subjectId(words.subject)}`;
        return key !== undefined && blanks.some((keys, other) => other !== table && keys.has(key));
      });
      return elsewhere ? [{ rule: "bound", left: [entry], right: [], soft: true }] : [];
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
  const sums = treeIdentities({ ...ledger, byTable }, table).filter(({ left, soft, rule }) => {
    return !soft && rule !== "bound" && left.length === 1 && isWhole(left[0]?.coordinates ?? {});
  });
  return sums.flatMap((identity) => {
    const [parent] = identity.left;
    const child = identity.right[0];
    if (!parent || !child || !reading || !proves(evaluate(identity))) return [];
    const dimension = TREE_DIMENSIONS.find((d) => parent.coordinates[d] !== child.coordinates[d]);
    const from = dimension && parent.coordinates[dimension];
    if (!dimension || from === undefined) return [];
    const { block } = parent.figure;
    const lines: Coordinates[] =
      identity.rule === "row"
        ? reading.table.columns.filter((c) => c.block === block).map(({ gives }) => gives)
        : reading.keys.filter((key) => key.block === block).map(({ coordinates }) => coordinates);
    const printed = identity.right.map(({ coordinates }) => coordinates[dimension] ?? "");
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
