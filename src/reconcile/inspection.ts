import type { Table } from "../model/table.ts";
import type { Catalogue } from "../normalise/catalogue/index.ts";
import { figuresOf } from "../normalise/figures.ts";
import type { KnownUnits } from "../normalise/units.ts";
import { allIdentities } from "./identities.ts";
import { type Evaluated, evaluate, type Rule } from "./identity.ts";
import { ledgerOf } from "./ledger.ts";
import { identityWords } from "./messages.ts";

/** One identity of a table, as a person reads it. */
export interface InspectedIdentity {
  readonly rule: Rule;
  readonly outcome: "holds" | "fails" | "says nothing";
  /** What is held against what. */
  readonly says: string;
  /** In the unit of the table, found less expected. */
  readonly difference: string;
  readonly tolerance: string;
}

/** The identities of each table, by its position: those inside it, and those in which it is compared with others. */
export function identitiesOf(
  tables: readonly Table[],
  catalogue: Catalogue,
  units: KnownUnits,
): InspectedIdentity[][] {
  const ledger = ledgerOf(
    tables.map((table) => ({ table, ...figuresOf(table, catalogue, units) })),
  );
  const inspected: InspectedIdentity[][] = tables.map(() => []);
  for (const identity of allIdentities(ledger)) {
    const one = evaluate(identity);
    const subject = identity.left[0] ?? identity.right[0];
    if (!subject) continue;
    const { says, difference, tolerance } = identityWords(ledger, one);
    const outcome = outcomeOf(one);
    inspected[subject.table]?.push({ rule: identity.rule, outcome, says, difference, tolerance });
  }
  return inspected;
}

function outcomeOf({ holds, tells, identity }: Evaluated): InspectedIdentity["outcome"] {
  if (!tells || (!holds && identity.soft)) return "says nothing";
  return holds ? "holds" : "fails";
}
