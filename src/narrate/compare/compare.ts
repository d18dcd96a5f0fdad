import type { Decimal } from "decimal.js";
import type { Check } from "../../model/check.ts";
import type { Coordinates } from "../../model/coordinates.ts";
import type { Fact } from "../../model/fact.ts";
import { inBoth } from "../../model/message.ts";
import { formatYuan, type Money, type MoneyUnit } from "../../model/money.ts";
import type { Statement } from "../../model/narrative.ts";
import { type Place, placeWords } from "../../model/place.ts";
import type { TableId } from "../../model/table-ids.ts";
import { TABLE_NAMES } from "../../taxonomy/tables/declarations.ts";
import type { NarrativeStatement } from "../prose/statements.ts";
import { type Candidate, type Candidates, candidatesOf } from "./candidates.ts";
import { figuresOf, hear } from "./hear.ts";
import { recompute } from "./recompute.ts";

/** What a figure of a table must tell to be compared with a stated one. A fact is one. */
export type TableAmount = Coordinates &
  Pick<Fact, "table" | "tableIndex" | "row" | "column" | "label" | "money" | "place">;

export interface Comparison {
  readonly statements: readonly Statement[];
  readonly checks: readonly Check[];
}

/**
 * Compares what the narrative states with the tables, and recomputes its changes and percentages. A stated figure that a figure
 * with its coordinates confirms `agrees`, within the rounding of the coarser print; one that all of them contradict
 * `differs` and gives a check; others stand `alone`. `present` are the ids of the tables that the disclosure has.
 */
export function compareStatements(
  statements: readonly NarrativeStatement[],
  amounts: readonly TableAmount[],
  present: ReadonlySet<TableId> = new Set(),
): Comparison {
  const candidates = candidatesOf(
    amounts.map(
      (one): Candidate<TableAmount> => ({
        ...{ table: one.table, label: one.label, money: one.money },
        ...{ coordinates: one, of: one },
      }),
    ),
  );
  const stated = new Map<Place, NarrativeStatement[]>();
  for (const one of statements) {
    const there = stated.get(one.place);
    if (there) there.push(one);
    else stated.set(one.place, [one]);
  }
  const precision = precisionOf(statements);
  const compared: Statement[] = [];
  const checks: Check[] = [];
  for (const statement of statements) {
    const { whole: _whole, ...plain } = statement;
    const found = compareOne(statement, candidates);
    compared.push({ ...plain, agrees: found.agrees });
    checks.push(...found.checks, ...missing(statement, candidates, present));
    const evidence = { stated, candidates, precision };
    const wrong = recompute(statement, evidence);
    // What is said of a wrong amount is measured against the right one too, and wrong only if it fits neither.
    const right = found.contradicted && { ...statement, money: found.contradicted };
    if (wrong.length > 0) checks.push(...(right ? recompute(right, evidence) : wrong));
  }
  return { statements: compared, checks };
}

function precisionOf(statements: readonly NarrativeStatement[]): Map<MoneyUnit, Decimal> {
  const finest = new Map<MoneyUnit, Decimal>();
  for (const { money, changeMoney } of statements) {
    for (const one of [money, changeMoney]) {
      if (one && !finest.get(one.unit)?.lte(one.step)) finest.set(one.unit, one.step);
    }
  }
  return finest;
}

function compareOne(
  statement: NarrativeStatement,
  candidates: Candidates<TableAmount>,
): {
  readonly agrees: Statement["agrees"];
  readonly checks: readonly Check[];
  readonly contradicted?: Money;
} {
  const { outcome, against } = hear(statement, candidates);
  // By so much that the unit or the reading is in doubt: told, but not that the sentence is wrong.
  const agrees = outcome === "scale" ? "alone" : outcome;
  if (!against || !statement.money) return { agrees, checks: [] };
  const checks = [contradiction(statement, statement.money, against.of)];
  return { agrees, checks, contradicted: against.of.money };
}

function contradiction(
  statement: NarrativeStatement,
  money: NonNullable<Statement["money"]>,
  amount: TableAmount,
): Check {
  const { table, tableIndex, row, column } = amount;
  const printed = `${amount.money.published}${amount.money.unit}`;
  const stated = `${money.published}${money.unit}`;
  return {
    ...{ check: "statement", outcome: "fails", severity: "error", table, tableIndex, row },
    coordinates: Object.entries(statement.coordinates)
      .map(([name, value]) => `${name}=${value}`)
      .join("; "),
    expected: formatYuan(amount.money.yuan),
    found: formatYuan(money.yuan),
    difference: formatYuan(money.yuan.minus(amount.money.yuan)),
    message: inBoth((language) => {
      const where = ({ place }: { readonly place: Place }): string => placeWords(place)[language];
      const name = TABLE_NAMES[table][language];
      return language === "zh"
        ? `${statement.subject}：正文说的是${stated}（${where(statement)}），${name}印的是${printed}（${where(amount)}）`
        : `${statement.subject}: the narrative states ${stated} (${where(statement)}), the ${name} table has ${printed} (${where(amount)})`;
    }),
    figures: [{ tableIndex, row, column }],
    place: statement.place,
  };
}

/** A three-public figure that the narrative states and a table without figures does not print. */
function missing(
  statement: NarrativeStatement,
  candidates: Candidates<TableAmount>,
  present: ReadonlySet<TableId>,
): Check[] {
  const { money, coordinates, period } = statement;
  const item = coordinates.item?.startsWith("three_public") === true;
  if (!item || !money || money.yuan.isZero() || period !== "current") return [];
  if (!present.has("three-public")) return [];
  const { same, similar } = figuresOf(statement, candidates);
  if (same.length > 0 || similar.length > 0) return [];
  return [
    {
      ...{ check: "statement", outcome: "noted", severity: "warning", table: "three-public" },
      found: formatYuan(money.yuan),
      message: {
        zh: `${statement.subject}：正文说的是${money.published}${money.unit}，三公经费支出表没有这个数字`,
        en: `${statement.subject}: the narrative states ${money.published}${money.unit}, the three-public table has no figure for it`,
      },
      figures: [],
      place: statement.place,
    },
  ];
}
