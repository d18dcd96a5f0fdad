import type { Column, Row, TableSpec } from "../lay-out.ts";
import { type Claim, fenOf, type Ledger } from "../ledger.ts";
import { type TotalStyle, withTotal } from "./rows.ts";

const PROJECT: Claim = { flow: "expenditure", kind: "project", fund: "total" };
const year = (path: string[], claim: Claim): Column => ({ path, claim, of: { ofYear: true } });

const SPLITS: readonly (readonly Column[])[] = [
  [
    { path: ["合计"] },
    year(["本年拨款", "一般公共预算"], { fund: "general_public" }),
    year(["本年拨款", "政府性基金预算"], { fund: "government_fund" }),
    year(["本年拨款", "国有资本经营预算"], { fund: "state_capital" }),
    { path: ["财政拨款结转结余", "一般公共预算"], claim: { fund: "carry_over.general_public" } },
    { path: ["财政拨款结转结余", "政府性基金预算"], claim: { fund: "carry_over.government_fund" } },
    { path: ["财政专户管理资金"], claim: { fund: "special_account" } },
    { path: ["单位资金"], claim: { fund: "unit" } },
  ],
  [{ path: ["金额"] }],
];

/** A row for each project. */
export function projects(
  ledger: Ledger,
  title: string,
  split: number,
  total: TotalStyle,
): TableSpec {
  const names = new Set(ledger.postings.flatMap(({ project }) => project ?? []));
  const rows = [...names]
    .filter((project) => fenOf(ledger, { ...PROJECT, project }) !== undefined)
    .map(
      (project): Row => ({
        keys: { name: project, unit: ledger.department },
        claim: { project },
      }),
    );
  const columns: Column[] = [
    { path: ["项目名称"], key: "name" },
    { path: ["项目单位"], key: "unit" },
    ...(SPLITS[split] ?? []),
  ];
  const all: Row = { keys: { name: "合计" }, claim: {} };
  return {
    id: "project-expenditure",
    title,
    gives: PROJECT,
    panels: [{ columns, rows: withTotal(rows, all, total) }],
  };
}
