import { type Constraint, equation } from "../constraint.ts";
import { keyWithout } from "../keys.ts";
import type { Entry, Ledger } from "../ledger.ts";

/** The classes by economic nature that are 人员经费; all others are 公用经费. */
const PERSONNEL: ReadonlySet<string> = new Set(["301", "303"]);

/**
 * 人员经费合计 and 公用经费合计 below classes by economic nature that stand in lists side by side: the total of each is
 * printed once, below one of its lists.
 */
export function classSums(ledger: Ledger, table: number): Constraint[] {
  const named = new Set(
    (ledger.readings[table]?.keys ?? [])
      .filter(({ coordinates: c }) => c.kind !== undefined)
      .map(({ block, row }) => `${block}:${row}`),
  );
  const totals = new Map<string, Entry[]>();
  const classes = new Map<string, Entry[]>();
  for (const entry of ledger.byTable[table] ?? []) {
    const { economicCode, govEconomicCode, kind } = entry.coordinates;
    const key = keyWithout(entry.coordinates, "economicCode", "kind");
    if (economicCode?.length === 3 && govEconomicCode === undefined) {
      const side = PERSONNEL.has(economicCode) ? "basic.personnel" : "basic.operating";
      if (kind === "basic" || kind === side) push(classes, `${side} ${key}`, entry);
    } else if (
      economicCode === undefined &&
      named.has(`${entry.figure.block}:${entry.figure.row}`)
    ) {
      push(totals, `${kind} ${key}`, entry);
    }
  }
  return [...totals].flatMap(([key, [total, ...more]]): Constraint[] => {
    const lines = classes.get(key);
    return total && more.length === 0 && lines ? [equation("tree", "classes", [total], lines)] : [];
  });
}

function push(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const known = map.get(key);
  if (known) known.push(entry);
  else map.set(key, [entry]);
}
