import type { Money } from "../../model/money.ts";
import type { Statement } from "../../model/narrative.ts";
import { groupBy } from "../../normalise/ledger/keys.ts";
import type { Entry, Ledger } from "../../normalise/ledger/ledger.ts";
import { isWhole } from "../../taxonomy/subjects.ts";
import { type Candidate, candidatesOf, wholesOf } from "./candidates.ts";
import { contradicts, hear, states } from "./hear.ts";
import { commonLine, NO_LINE, speaksOf } from "./speaks.ts";

/** What the narrative says of the figures: the same as `statements.csv` says of the sentences. */
export interface Hearing {
  /** Figures that a sentence states. */
  readonly stated: ReadonlySet<Entry>;
  /** Figures of which sentences say something else, and none the same. */
  readonly contradicted: ReadonlySet<Entry>;
  /**
   * Tables whose unit is in doubt, by their number, with the power of ten in which sentences state figures in that unit. A table
   * that a sentence confirms is not among them.
   */
  readonly scaled: ReadonlyMap<number, number>;
}

/** From how many stated amounts on a power of ten is that of all tables of a unit, not of the one that it was met in. */
const SEVERAL = 2;

export function hearingOf(ledger: Ledger, statements: readonly Statement[]): Hearing {
  const candidates = candidatesOf(ledger.entries.map((entry) => candidateOf(ledger, entry)));
  const stated = new Set<Entry>();
  const contradicted = new Set<Entry>();
  const powers = new Map<string, { unit: string; power: number; amounts: Set<Money> }>();
  const off = new Map<number, number>();
  const unitOf = ({ table }: Entry) => ledger.readings[table]?.table.unit ?? "";
  for (const statement of statements) {
    const { outcome, same, power } = hear(statement, candidates);
    // What rounds to nothing is not stated by what it is rounded from.
    const something = statement.money?.yuan.isZero() === false;
    for (const figure of outcome === "agrees" ? same : []) {
      if (states(statement, figure) && !(something && figure.of.amount === 0n))
        stated.add(figure.of);
    }
    if (outcome === "differs") for (const { of } of same) contradicted.add(of);
    if (power === undefined || !statement.money) continue;
    for (const { of } of same) off.set(of.table, power);
    for (const unit of new Set(same.map(({ of }) => unitOf(of)))) {
      const known = powers.get(`${unit} ${power}`) ?? { unit, power, amounts: new Set<Money>() };
      powers.set(`${unit} ${power}`, known);
      known.amounts.add(statement.money);
    }
  }
  for (const entry of stated) contradicted.delete(entry);
  const told = [...powers.values()].filter(({ amounts }) => amounts.size >= SEVERAL);
  const confirmed = new Set([...stated].filter((e) => e.amount !== 0n).map((e) => e.table));
  const scaled = told.flatMap(({ unit, power }) =>
    [...ledger.readings.entries()].flatMap(([table, reading]) =>
      reading.table.unit === unit && !confirmed.has(table) ? [[table, power] as const] : [],
    ),
  );
  const alone = [...off].filter(([table]) => !confirmed.has(table));
  return { stated, contradicted, scaled: new Map([...alone, ...scaled]) };
}

/** How the sentences that speak of some figures rate them: how many confirm one, and how many contradict one. */
export function ratedBy(
  statements: readonly Statement[],
  figures: readonly Candidate[],
  ledger: Ledger,
): { readonly holds: number; readonly fails: number } {
  const whole = ledger.entries.filter(({ coordinates }) => isWhole(coordinates));
  const wholes = wholesOf(whole.map((entry) => candidateOf(ledger, entry)));
  const amounts = statements.filter(({ money }) => money !== undefined);
  const byLine = groupBy(amounts, ({ coordinates }) => commonLine(coordinates));
  let [holds, fails] = [0, 0];
  for (const figure of figures) {
    const line = commonLine(figure.coordinates);
    for (const statement of line === NO_LINE ? amounts : (byLine.get(line) ?? [])) {
      if (speaksOf(statement, figure, wholes) !== "same") continue;
      if (states(statement, figure)) holds += 1;
      else if (contradicts(statement, figure)) fails += 1;
    }
  }
  return { holds, fails };
}

export function candidateOf({ readings }: Ledger, entry: Entry): Candidate<Entry> {
  const { figure, coordinates } = entry;
  const { label, money } = figure;
  const table = readings[entry.table]?.table.id;
  if (!table) throw new Error(`no table ${entry.table}`);
  return { table, coordinates, label, money, of: entry };
}
