import type { Place } from "../../model/place.ts";
import { closes } from "../../normalise/ledger/amounts.ts";
import { groupBy } from "../../normalise/ledger/keys.ts";
import { type Entry, ledgerOf, type Reader, type Reading } from "../../normalise/ledger/ledger.ts";
import { type OtherReading, otherReadings, withTexts } from "../../normalise/ledger/recognised.ts";
import { rowLists } from "../../normalise/ledger/row-lists.ts";
import { members, refutes, type Verdict } from "../constraint.ts";
import { allVerdicts } from "../constraints/index.ts";
import { hangingTogether } from "./blame.ts";
import { lostRows } from "./lost-rows.ts";

/** Failures beyond which readings are not tried: something else than a character is wrong. */
const MOST_FAILURES = 60;
/** Figures that are read otherwise to mend failures that hang together. */
const TOGETHER = 3;
/** Combinations tried for them. */
const EFFORT = 20_000;

/**
 * Tables with figures read otherwise, where sums fail and exactly one combination of the recogniser's own readings satisfies
 * all that the figures take part in. Nothing is read that the recogniser does not offer.
 */
export function rereadTables(readings: readonly Reading[], read: Reader): readonly Reading[] {
  const figures = readings.flatMap((reading) => reading.figures);
  if (!figures.some(({ place }) => place.recognised)) return readings;
  const ledger = ledgerOf(readings);
  const readAs = ledger.entries.map((entry) => [entry, otherReadings(entry, ledger)] as const);
  const others = new Map(readAs.filter(([, all]) => all.length > 0));
  if (others.size === 0) return readings;
  const verdicts = allVerdicts(ledger);
  const all = verdicts.filter(refutes);
  if (all.length === 0 || all.length > MOST_FAILURES) return readings;
  // What lacks rows fails however its figures are read.
  const lost = lostRows(ledger, verdicts, rowLists(ledger));
  const lacking = new Set(lost.flatMap(({ constraints }) => constraints));
  const failing = all.filter((one) => !lacking.has(one));
  const open = (one: Verdict) => members(one).filter((entry) => others.has(entry));
  const touched = verdicts.flatMap((one) => open(one).map((entry) => ({ one, entry })));
  const touching = groupBy(touched, ({ entry }) => entry);
  const texts = new Map<Place, string>();
  for (const group of hangingTogether(failing, open)) {
    const found = onlyOne({ failing: group, others, touching, left: EFFORT });
    for (const [entry, { text }] of found ?? []) texts.set(entry.figure.place, text);
  }
  return readings.map((reading) => {
    const table = withTexts(reading.table, texts);
    return table === reading.table ? reading : { table, ...read(table) };
  });
}

interface Search {
  readonly failing: readonly Verdict[];
  readonly others: ReadonlyMap<Entry, readonly OtherReading[]>;
  readonly touching: ReadonlyMap<Entry, readonly { readonly one: Verdict }[]>;
  left: number;
}

type Choice = ReadonlyMap<Entry, OtherReading>;

/** The one choice of readings with which all failures are gone and no other comes; undefined for none, and for several. */
function onlyOne(search: Search): Choice | undefined {
  const found = new Map<string, Choice>();
  const go = (choice: Choice): void => {
    if (search.left-- <= 0) return;
    const open = failingWith(search, choice);
    if (!open) found.set(keyOf(choice), choice);
    if (!open || choice.size === TOGETHER) return;
    for (const entry of members(open)) {
      if (choice.has(entry)) continue;
      for (const other of search.others.get(entry) ?? []) go(new Map([...choice, [entry, other]]));
    }
  };
  go(new Map());
  const [first, second] = found.values();
  return search.left > 0 && first && !second ? first : undefined;
}

/** A constraint that fails with a choice, among those that failed and those that it touches. */
function failingWith({ failing, touching }: Search, choice: Choice): Verdict | undefined {
  const fails = (one: Verdict): boolean => {
    const shiftOf = (entry: Entry): bigint => choice.get(entry)?.shift ?? 0n;
    let { difference } = one;
    for (const [entry, sign] of one.terms) difference += BigInt(sign) * shiftOf(entry);
    return !closes(difference, one.slack, one.relation) && one.strength === "hard";
  };
  const touched = [...choice.keys()].flatMap((entry) => touching.get(entry) ?? []);
  return failing.find(fails) ?? touched.find(({ one }) => fails(one))?.one;
}

function keyOf(choice: Choice): string {
  const read = [...choice].map(([entry, { shift }]) => `${entry.id}=${shift}`);
  return read.sort().join(" ");
}
