import type { FigureRef } from "../model/check.ts";
import type { Message } from "../model/message.ts";
import type { Table } from "../model/table.ts";
import type { Catalogue } from "../normalise/catalogue/index.ts";
import { figuresOf } from "../normalise/figures.ts";
import { ledgerOf } from "../normalise/ledger/ledger.ts";
import type { KnownUnits } from "../normalise/units.ts";
import {
  type Constraint,
  type ConstraintKind,
  members,
  proves,
  refutes,
  type Verdict,
} from "../reconcile/constraint.ts";
import { allVerdicts } from "../reconcile/constraints/index.ts";
import { identityWords } from "./identities.ts";

/** One constraint of a table, as a person reads it. */
export interface InspectedIdentity {
  readonly kind: ConstraintKind;
  readonly relation: "=" | "≤";
  readonly outcome: "holds" | "fails" | "says nothing";
  /** What is held against what. */
  readonly says: Message;
  /** In the unit of the table, found less expected. */
  readonly difference: string;
  readonly tolerance: string;
  /** The figures on its two sides. */
  readonly whole: readonly FigureRef[];
  readonly parts: readonly FigureRef[];
}

/**
 * The constraints of each table, by its position: those inside it, and those in which it is compared with others. These
 * stand with every table that takes part.
 */
export function identitiesOf(
  tables: readonly Table[],
  catalogue: Catalogue,
  units: KnownUnits,
): InspectedIdentity[][] {
  const ledger = ledgerOf(
    tables.map((table) => ({ table, ...figuresOf(table, catalogue, units) })),
  );
  const inspected: InspectedIdentity[][] = tables.map(() => []);
  for (const one of allVerdicts(ledger)) {
    const { kind, relation } = one;
    const { says, difference, tolerance } = identityWords(ledger, one);
    const outcome = outcomeOf(one);
    const [whole, parts] = [sideOf(one, 1), sideOf(one, -1)];
    const identity = { kind, relation, outcome, says, difference, tolerance, whole, parts };
    for (const table of new Set(members(one).map((entry) => entry.table))) {
      inspected[table]?.push(identity);
    }
  }
  return inspected;
}

function sideOf({ terms }: Constraint, side: 1 | -1): FigureRef[] {
  return terms
    .filter(([, sign]) => sign === side)
    .map(([{ table, figure }]) => ({ tableIndex: table, row: figure.row, column: figure.column }));
}

/** That a part is within its whole shows nothing, like a sum between zeros or an incomplete one that does not close. */
function outcomeOf(one: Verdict): InspectedIdentity["outcome"] {
  if (one.parts > 0 && refutes(one)) return "fails";
  return proves(one) ? "holds" : "says nothing";
}
