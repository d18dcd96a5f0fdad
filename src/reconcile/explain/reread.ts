import { parseMoney } from "../../model/money.ts";
import type { Place } from "../../model/place.ts";
import {
  type Entry,
  ledgerOf,
  type Reader,
  type Reading,
  toUnits,
} from "../../normalise/ledger/ledger.ts";
import { type Constraint, evaluate, members, refutes, type Verdict } from "../constraint.ts";
import { allConstraints } from "../constraints/index.ts";

/** Failures beyond which readings are not tried: something else than a character is wrong. */
const MOST_FAILURES = 60;
/** Figures that are read otherwise to mend failures that hang together. */
const TOGETHER = 3;
/** Combinations tried for them. */
const EFFORT = 20_000;

/** Another way to read a figure in a picture. */
interface Other {
  readonly text: string;
  readonly amount: bigint;
}

/**
 * Tables with figures read otherwise, where sums fail and exactly one combination of the recogniser's own readings satisfies
 * all that the figures take part in. Nothing is read that the recogniser does not offer.
 */
export function rereadTables(readings: readonly Reading[], read: Reader): readonly Reading[] {
  const isRecognised = ({ figures }: Reading) => figures.some(({ place }) => place.recognised);
  if (!readings.some(isRecognised)) return readings;
  const ledger = ledgerOf(readings);
  const others = new Map<Entry, readonly Other[]>();
  for (const entry of ledger.entries) {
    const more = othersOf(entry, ledger.digits);
    if (more.length > 0) others.set(entry, more);
  }
  if (others.size === 0) return readings;
  const verdicts = allConstraints(ledger).map(evaluate);
  const failing = verdicts.filter(refutes);
  if (failing.length === 0 || failing.length > MOST_FAILURES) return readings;
  const touching = new Map<Entry, Constraint[]>();
  for (const one of verdicts)
    for (const entry of members(one))
      if (others.has(entry)) touching.set(entry, [...(touching.get(entry) ?? []), one]);
  const texts = new Map<Place, string>();
  for (const group of together(failing, others)) {
    const found = onlyOne({ failing: group, others, touching, left: EFFORT });
    for (const [entry, { text }] of found ?? []) texts.set(entry.figure.place, text);
  }
  return texts.size === 0 ? readings : readings.map((reading) => withTexts(reading, texts, read));
}

/** The amounts that the recogniser also thinks possible. */
function othersOf({ figure, amount }: Entry, digits: number): Other[] {
  const { recognised } = figure.place;
  const found = new Map<bigint, Other>();
  for (const text of recognised?.readings.slice(1) ?? []) {
    const money = parseMoney(text, figure.money.unit);
    if (!money || money.yuan.decimalPlaces() > digits) continue;
    const units = toUnits(money.yuan, digits);
    if (units !== amount && !found.has(units)) found.set(units, { text, amount: units });
  }
  return [...found.values()];
}

/** Failures that share a figure which may be read otherwise. */
function together(failing: readonly Verdict[], others: ReadonlyMap<Entry, unknown>): Verdict[][] {
  const groups: { failures: Verdict[]; entries: Set<Entry> }[] = [];
  for (const one of failing) {
    const entries = new Set(members(one).filter((entry) => others.has(entry)));
    if (entries.size === 0) continue;
    const joined = groups.filter((group) => [...entries].some((entry) => group.entries.has(entry)));
    for (const group of joined) {
      groups.splice(groups.indexOf(group), 1);
      for (const entry of group.entries) entries.add(entry);
    }
    groups.push({ failures: [...joined.flatMap(({ failures }) => failures), one], entries });
  }
  return groups.map(({ failures }) => failures);
}

interface Search {
  readonly failing: readonly Verdict[];
  readonly others: ReadonlyMap<Entry, readonly Other[]>;
  readonly touching: ReadonlyMap<Entry, readonly Constraint[]>;
  left: number;
}

type Choice = ReadonlyMap<Entry, Other>;

/** The one choice of readings with which all failures are gone and no other comes; undefined for none, and for several. */
function onlyOne(search: Search): Choice | undefined {
  const found: Choice[] = [];
  const seen = new Set<string>();
  const go = (choice: Choice): void => {
    if (search.left-- <= 0) return;
    const open = failingWith(search, choice);
    if (!open) {
      const key = keyOf(choice);
      if (!seen.has(key)) found.push(choice);
      seen.add(key);
      return;
    }
    if (choice.size === TOGETHER) return;
    for (const entry of members(open)) {
      if (choice.has(entry)) continue;
      for (const other of search.others.get(entry) ?? []) go(new Map([...choice, [entry, other]]));
    }
  };
  go(new Map());
  const [first, second] = found;
  return search.left > 0 && first && !second ? first : undefined;
}

/** A constraint that fails with a choice, among those that failed and those that it touches. */
function failingWith({ failing, touching }: Search, choice: Choice): Constraint | undefined {
  const amount = (entry: Entry) => choice.get(entry)?.amount ?? entry.amount;
  const fails = (constraint: Constraint): boolean => {
    const terms = constraint.terms.map(
      ([entry, sign]) => [{ ...entry, amount: amount(entry) }, sign] as const,
    );
    return refutes(evaluate({ ...constraint, terms }));
  };
  for (const one of failing) if (fails(one)) return one;
  for (const entry of choice.keys()) {
    const broken = touching.get(entry)?.find(fails);
    if (broken) return broken;
  }
  return undefined;
}

function keyOf(choice: Choice): string {
  return [...choice]
    .map(([entry, { amount }]) => `${entry.id}=${amount}`)
    .sort()
    .join(" ");
}

function withTexts(reading: Reading, texts: ReadonlyMap<Place, string>, read: Reader): Reading {
  const { table } = reading;
  if (!table.rows.some(({ cells }) => cells.some(({ place }) => texts.has(place)))) return reading;
  const rows = table.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => ({ ...cell, text: texts.get(cell.place) ?? cell.text })),
  }));
  const again = { ...table, rows };
  return { table: again, ...read(again) };
}

/** True for a figure that is not what its recogniser read first. */
export function isReread({ figure }: Entry): boolean {
  const [first] = figure.place.recognised?.readings ?? [];
  if (first === undefined) return false;
  return parseMoney(first, figure.money.unit)?.published !== figure.money.published;
}
