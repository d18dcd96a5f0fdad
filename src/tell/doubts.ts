import type { Doubt } from "../doubt/index.ts";
import type { Check } from "../model/check.ts";
import type { Message } from "../model/message.ts";
import { REASONS } from "../model/reasons.ts";
import type { Trust } from "../normalise/facts.ts";
import type { Entry, Ledger } from "../normalise/ledger/ledger.ts";
import { refsOf, tableName } from "./identities.ts";

/** Reasons that other checks tell: a failed identity, a repair. */
const TOLD: ReadonlySet<string> = new Set(["identity-fails", "moved"]);

/** Why figures are not proved, for checks.csv: one check for each reason in each table. */
export function doubtChecks(
  ledger: Ledger,
  doubts: readonly Doubt[],
  trust: readonly Trust[],
): Check[] {
  const groups = new Map<string, { why: Message; cells: Set<Entry>; doubted: boolean }>();
  const add = (entry: Entry, id: string, why: Message, doubted: boolean): void => {
    const key = `${entry.table} ${id} ${why.en}`;
    const group = groups.get(key) ?? { why, cells: new Set<Entry>(), doubted };
    group.cells.add(entry);
    groups.set(key, group);
  };
  const open = (entry: Entry): boolean => trust[entry.id]?.status !== "proved";
  const doubted = new Map<Entry, Set<string>>();
  for (const { id, why, cells } of doubts) {
    for (const entry of cells) {
      if (!open(entry)) continue;
      add(entry, id, why, true);
      doubted.set(entry, (doubted.get(entry) ?? new Set()).add(id));
    }
  }
  for (const entry of ledger.entries) {
    for (const id of trust[entry.id]?.reasons ?? []) {
      if (!TOLD.has(id) && !doubted.get(entry)?.has(id)) add(entry, id, REASONS[id], false);
    }
  }
  return [...groups.values()]
    .map(({ why, cells, doubted }) => checkOf(ledger, why, [...cells], doubted))
    .sort((a, b) => (a.tableIndex ?? 0) - (b.tableIndex ?? 0));
}

function checkOf(ledger: Ledger, why: Message, cells: readonly Entry[], doubted: boolean): Check {
  const [first] = cells;
  const table = first && ledger.readings[first.table]?.table;
  if (!first || !table) throw new Error("a doubt of nothing");
  return {
    check: "doubt",
    outcome: "noted",
    severity: doubted ? "warning" : "note",
    table: table.id,
    tableIndex: first.table,
    ...(cells.length === 1 && { row: first.figure.row }),
    message: {
      zh: `${tableName(ledger, first.table, "zh")}有${cells.length}个数字未证实：${why.zh}`,
      en: `${cells.length} ${cells.length === 1 ? "figure" : "figures"} of the ${tableName(ledger, first.table, "en")} table: ${why.en}`,
    },
    figures: refsOf(cells),
    place: first.figure.place,
  };
}
