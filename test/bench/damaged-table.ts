import type { Coordinates } from "../../src/model/coordinates.ts";
import { type ColumnSpec, run, SPENT, table } from "../reconcile/tables.ts";

/**
 * Seconds to reconcile a damaged table of so many rows and 30 columns: `npx tsx test/bench/damaged-table.ts [40 500]`. Every
 * eighth row slid to the right, from a column on, and another table has the totals.
 */
const FUNDS = ["total", "general_public", "government_fund", "state_capital", "special_account"];
const KINDS = ["total", "basic", "basic.personnel", "basic.operating", "project"];
const PARTS: readonly Coordinates[] = FUNDS.flatMap((fund) =>
  KINDS.map((kind) => ({ fund, kind }) as Coordinates),
);
/** What nothing is spent from: blank columns, into which figures slide. */
const REST = ["unit", "institutional", "business", "superior_subsidy", "other"] as const;
const COLUMNS: readonly ColumnSpec[] = [
  ["function", {}, "科目编码"],
  ["function-name", {}, "科目名称"],
  ...PARTS.map((gives): ColumnSpec => ["amount", gives, `${gives.fund} ${gives.kind}`]),
  ...REST.map((fund): ColumnSpec => ["amount", { fund }, fund]),
];

/** A line's amounts: each fund of its own, each kind of each fund; the first five are their totals. */
function amountsOf(line: number): number[] {
  const ofFund = FUNDS.slice(1).map((_, fund) => {
    const [personnel, operating, project] = [1, 2, 3].map(
      (part) => ((line * 7919 + fund * 104_729 + part * 1_299_709) % 9973) + 11,
    ) as [number, number, number];
    const basic = personnel + operating;
    return [basic + project, basic, personnel, operating, project];
  });
  const total = KINDS.map((_, kind) => ofFund.reduce((sum, own) => sum + (own[kind] ?? 0), 0));
  return [...total, ...ofFund.flat()];
}

function sheet(rows: number) {
  const lines = Array.from({ length: rows - 1 }, (_, i) => amountsOf(i + 1));
  const total = PARTS.map((_, c) => lines.reduce((sum, line) => sum + (line[c] ?? 0), 0));
  const texts = [total, ...lines].map((row, i) => {
    const cells = [...row.map((cents) => (cents / 100).toFixed(2)), ...REST.map(() => "")];
    const from = 3 + (i % 20);
    const slid = [...cells.slice(0, from), "", ...cells.slice(from, -1)];
    const code = i === 0 ? "" : `${200 + Math.floor(i / 98)}${`${(i % 98) + 1}`.padStart(2, "0")}`;
    return [code, i === 0 ? "合计" : `科目${i}`, ...(i % 8 === 5 ? slid : cells)];
  });
  const known = texts.slice(0, 1).map((row) => row.slice(0, 2 + KINDS.length));
  return [
    table("expenditure-summary", SPENT, COLUMNS, texts),
    table("general-public-expenditure", SPENT, COLUMNS.slice(0, 2 + KINDS.length), known),
  ];
}

for (const rows of process.argv.length > 2 ? process.argv.slice(2).map(Number) : [40, 500]) {
  const tables = sheet(rows);
  const start = process.cpuUsage();
  const { facts } = run(tables);
  const { user, system } = process.cpuUsage(start);
  const moved = facts.filter(({ status }) => status === "repaired").length;
  const seconds = ((user + system) / 1e6).toFixed(1);
  console.log(`${rows} x 30: ${seconds} s of CPU, ${facts.length} figures, ${moved} put right`);
}
