import type { Disclosure } from "../model/disclosure.ts";
import type { Fact } from "../model/fact.ts";
import { type Origins, originsOf } from "../model/ids.ts";
import type { Money } from "../model/money.ts";
import type { Statement } from "../model/narrative.ts";
import type { Place } from "../model/place.ts";
import type { TableId } from "../model/table-ids.ts";
import { assemble } from "./disclosure.ts";
import { exactly, type Figure, numbered, roughly } from "./keyed.ts";
import { type LeftOut, type Standing, sentenceKey } from "./standing.ts";

/** One side of a difference. */
export interface Side {
  /** Several where it is a sum over them, separated by blanks. */
  readonly document: string;
  /** Missing for a sentence; several where it is their sum. */
  readonly fact?: string;
  readonly money: Money;
  /** Missing for a sum. */
  readonly place?: Place;
}

/**
 * - `edition`: two editions of one disclosure
 * - `budget`: a final account repeats its budget otherwise
 * - `year`: a disclosure repeats the year before otherwise
 * - `unit`: a department says other than its units
 * - `department`: a government's roll-up says other than its departments
 */
export const DIFFERENCE_KINDS = ["edition", "budget", "year", "unit", "department"] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/** Something that two documents say differently, or that one of them does not say. */
export interface Difference {
  readonly kind: DifferenceKind;
  readonly table?: TableId;
  /** The row, or what the sentence is about. */
  readonly label: string;
  readonly sentence?: string;
  /** The reason that is printed for it. */
  readonly reason?: string;
  /** What stands in the disclosure, or repeats another; missing where it has nothing. */
  readonly stands?: Side;
  readonly other?: Side;
  /** The documents that are compared. */
  readonly documents: readonly [stands: string, other: string];
}

/** Every figure and every stated amount in which the editions of a disclosure differ from what stands in it. */
export function differencesOf(
  disclosure: Disclosure,
  standings: readonly Standing[],
): Difference[] {
  return standings.flatMap((standing) => {
    if (standing.leftOut.length === 0) return textDifferences(disclosure, standing);
    // What the edition comes to by itself: a repair that one of the two needed is no difference.
    const alone = assemble([standing.whole]);
    return [
      ...standing.leftOut.flatMap((left) => tableDifferences(disclosure, alone, left)),
      ...textDifferences(disclosure, standing),
    ];
  });
}

function tableDifferences(
  disclosure: Disclosure,
  alone: Disclosure,
  { table, instead }: LeftOut,
): Difference[] {
  const origins = [originsOf(disclosure), originsOf(alone)] as const;
  const standing = disclosure.facts.filter(({ tableIndex }) => {
    const { number = tableIndex + 1 } = disclosure.tables[tableIndex] ?? {};
    const document = origins[0].ofTable(tableIndex);
    return document === instead.document && number === instead.table.index + 1;
  });
  const others = alone.facts.filter(({ tableIndex }) => tableIndex === table.index);
  const keys = [ofFact(exactly), ofFact(roughly)];
  return pairsOf(standing, others, keys).flatMap(([here, there]) => {
    if (here && there && here.money.yuan.eq(there.money.yuan)) return [];
    const side = (fact: Fact | undefined, at: Origins, document: string): Side | undefined =>
      fact && { document, fact: at.factId(fact), money: fact.money, place: fact.place };
    const stands = side(here, origins[0], instead.document);
    const other = side(there, origins[1], alone.document);
    return {
      kind: "edition",
      table: table.table.id,
      label: here?.label ?? there?.label ?? "",
      ...(stands && { stands }),
      ...(other && { other }),
      documents: [instead.document, alone.document],
    };
  });
}

function textDifferences(disclosure: Disclosure, standing: Standing): Difference[] {
  const { textOf, document } = standing;
  if (textOf === undefined) return [];
  const origins = originsOf(disclosure);
  const here = disclosure.statements.filter(
    ({ place, money }) => money && origins.at(place) === textOf,
  );
  const there = standing.whole.statements.filter(({ money }) => money);
  return pairsOf<Statement>(here, there, [saying, sayingOf]).flatMap(([one, other]) => {
    if (one?.money && other?.money && one.money.yuan.eq(other.money.yuan)) return [];
    const either = one ?? other;
    if (!either) return [];
    return {
      kind: "edition",
      ...{ label: either.subject, sentence: either.sentence },
      ...(one?.money && { stands: { document: textOf, money: one.money, place: one.place } }),
      ...(other?.money && { other: { document, money: other.money, place: other.place } }),
      documents: [textOf, document],
    };
  });
}

function saying(statement: Statement): string {
  return `${sentenceKey(statement)}|${sayingOf(statement)}`;
}

function sayingOf({ topic, subject, measure, period }: Statement): string {
  return [topic, subject, measure, period].join("|");
}

/** What two editions say of the same, by one key and what is left by the next, and what only one of them says. */
function pairsOf<T extends object>(
  standing: readonly T[],
  others: readonly T[],
  keys: readonly ((one: T) => string)[],
): [T | undefined, T | undefined][] {
  const pairs: [T | undefined, T | undefined][] = [];
  let [here, there] = [standing, others];
  for (const keyOf of keys) {
    const names = numbered(there, keyOf);
    const byKey = new Map(there.map((one, i) => [names[i] ?? "", one]));
    const paired = new Set<T>();
    for (const [i, key] of numbered(here, keyOf).entries()) {
      const [one, other] = [here[i], byKey.get(key)];
      if (!one || !other) continue;
      pairs.push([one, other]);
      paired.add(one).add(other);
    }
    here = here.filter((one) => !paired.has(one));
    there = there.filter((one) => !paired.has(one));
  }
  return [
    ...pairs,
    ...here.map((one): [T, undefined] => [one, undefined]),
    ...there.map((one): [undefined, T] => [undefined, one]),
  ];
}

function ofFact(keyOf: (figure: Figure) => string): (fact: Fact) => string {
  return (fact) => keyOf({ ...fact, coordinates: fact });
}
