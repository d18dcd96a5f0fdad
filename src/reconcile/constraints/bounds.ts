import type { RuleId } from "../../model/rules.ts";
import { commonWords } from "../../normalise/ledger/comparable.ts";
import { incomeByFund } from "../../normalise/ledger/income.ts";
import { groupBy } from "../../normalise/ledger/keys.ts";
import type { Entry, FullCoordinates, Ledger } from "../../normalise/ledger/ledger.ts";
import { once } from "../../normalise/ledger/once.ts";
import { adds, isUndivided } from "../../taxonomy/orders.ts";
import { isWhole, subjectId } from "../../taxonomy/subjects.ts";
import { flagsOf } from "../../taxonomy/tables/declarations.ts";
import { isBelow, isOneLine, TREE_DIMENSIONS, TREES } from "../../taxonomy/trees.ts";
import { bound, type Constraint, evaluate, members, proves, side, wholeOf } from "../constraint.ts";
import { placesOf } from "./descendants.ts";
import { treeSums } from "./tree-sums.ts";

/**
 * No fund pays out more than it has: a table's outlay from a fund against the income of that fund, with what was left of it
 * from before. Soft, as publishers leave last year's money out of one side at times; but it tells which of two columns an
 * amount belongs to.
 */
export function fundBounds(ledger: Ledger, of?: number): Constraint[] {
  const income = incomeByFund(ledger);
  if (!income) return [];
  return tablesOf(ledger, of).flatMap((at) => {
    const table = ledger.readings[at]?.table;
    if (!table || flagsOf(table.id).outside) return [];
    // What was left from before is spent from columns of its own, or from the column of its fund.
    const apart = table.columns.some(({ gives: { flow, fund } }) => {
      return flow !== "income" && fund?.startsWith("carry_over.");
    });
    return (ledger.byTable[at] ?? []).flatMap((entry): Constraint[] => {
      const { coordinates: c } = entry;
      if (c.flow !== "expenditure" || c.period !== "current" || !adds(c)) return [];
      if (c.fund === undefined || isUndivided(c.fund)) return [];
      const right = income(c.fund, apart);
      return right ? [softly("fund-bound", [entry], right)] : [];
    });
  });
}

/**
 * What an economic class has of the basic expenditure is no more than it has of all, where its name is a heading over functions:
 * two that are exchanged keep every sum of their table. Soft, as publishers may leave a fund out of one side.
 */
export function classBounds(ledger: Ledger, of?: number): readonly Constraint[] {
  const all = allClassBounds(ledger);
  return of === undefined
    ? all
    : all.filter((one) => members(one).some(({ table }) => table === of));
}

const allClassBounds = once((ledger: Ledger): readonly Constraint[] => {
  const classes = ledger.entries.filter(({ coordinates: c, amount }) => {
    return c.economicCode !== undefined && c.functionCode === undefined && adds(c) && amount > 0n;
  });
  const same = groupBy(classes, ({ coordinates: c }) => {
    return [c.flow, c.period, c.stage, c.economicCode, c.unitCode, c.unitName].join(" ");
  });
  return [...same.values()].flatMap((all) =>
    all.flatMap((part) =>
      all
        .filter((whole) => isHeading(ledger, whole) && isOfAll(part, whole))
        // Of the two tables that which crosses classes with functions has their names as headings.
        .map((whole) => softly("class-bound", [part], [whole], [whole, part])),
    ),
  );
});

function isHeading({ readings }: Ledger, { table, figure }: Entry): boolean {
  return readings[table]?.table.columns[figure.column]?.gives.economicCode !== undefined;
}

function isOfAll({ table, coordinates: part }: Entry, whole: Entry): boolean {
  const { kind: all, fund } = whole.coordinates;
  if (table === whole.table || all !== "total") return false;
  const below = isBelow(TREES.fund, part.fund ?? "", fund ?? "");
  return below || (part.fund === fund && part.kind?.startsWith("basic") === true);
}

/** A bound that says nothing of amounts where it does not hold, but of headings. */
function softly(
  because: RuleId,
  parts: readonly Entry[],
  whole: readonly Entry[],
  suspects = parts,
): Constraint {
  return bound("across", because, parts, whole, { strength: "soft", suspects });
}

function tablesOf({ readings }: Ledger, of: number | undefined): readonly number[] {
  return of === undefined ? [...readings.keys()] : [of];
}

/**
 * Lines that a table has for the whole department and leaves blank, where its sum closes without them: there they are nothing,
 * and no other table has more. Soft bounds, as those of funds are.
 */
export function blankLines(ledger: Ledger, of?: number): Constraint[] {
  return tablesOf(ledger, of).flatMap((table) => {
    const whole = (ledger.byTable[table] ?? []).filter(({ amount, coordinates }) => {
      return amount !== 0n && isWhole(coordinates);
    });
    if (whole.length === 0) return [];
    const others = [...ledger.readings.keys()].filter((i) => i !== table);
    const blanks = others.map((other) => blanksIn(ledger, other));
    const keyOf = wholeKey(ledger, table);
    return whole.flatMap((entry) => {
      const key = keyOf(entry.coordinates) ?? "none";
      const alike = blanks.flatMap((ofTable) => ofTable.get(key) ?? []);
      return alike.map(({ sum }) => {
        return softly("blank-elsewhere", [entry, ...side(sum, -1)], side(sum, 1));
      });
    });
  });
}

/** What a figure is, as other tables have it too. */
function wholeKey(ledger: Ledger, table: number): (c: FullCoordinates) => string | undefined {
  const common = commonWords(ledger, table);
  return (c) => {
    const words = common(c);
    return words && [words.frame, words.fund, words.kind, subjectId(words.subject)].join(" ");
  };
}

/** A blank line, and the sum that closes without it. */
interface Blank {
  readonly key: string | undefined;
  readonly sum: Constraint;
}

/** By the entries of a table, which stay the same while another is tried over and over. */
const known = new WeakMap<readonly Entry[], ReadonlyMap<string, readonly Blank[]>>();

function blanksIn(ledger: Ledger, table: number): ReadonlyMap<string, readonly Blank[]> {
  const entries = ledger.byTable[table] ?? [];
  const blanks = known.get(entries) ?? groupBy(blanksOf(ledger, table, entries), ({ key }) => key);
  known.set(entries, blanks);
  return blanks;
}

function blanksOf(ledger: Ledger, table: number, entries: readonly Entry[]): Blank[] {
  const reading = ledger.readings[table];
  if (!reading) return [];
  const keyOf = wholeKey(ledger, table);
  const places = placesOf(reading);
  const whole = entries.filter(({ coordinates }) => isWhole(coordinates));
  return treeSums(reading, whole).flatMap((sum) => {
    const { coordinates: c } = wholeOf(sum) ?? {};
    if (!c || sum.strength === "soft" || !proves(evaluate(sum))) return [];
    const parts = side(sum, -1).map(({ coordinates }) => coordinates);
    return TREE_DIMENSIONS.filter((d) => c[d] !== parts[0]?.[d]).flatMap((d) => {
      const tree = TREES[d];
      const blank = [...places(d)].filter((node) => {
        const within = isBelow(tree, node, c[d] ?? "") && !tree.parts.has(node);
        return within && !parts.some(({ [d]: id = "" }) => isOneLine(tree, id, node));
      });
      return blank.map((node): Blank => ({ key: keyOf({ ...c, [d]: node }), sum }));
    });
  });
}
