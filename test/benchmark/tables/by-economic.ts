import type { TableId } from "../../../src/model/table-ids.ts";
import type { Column, Row, TableSpec } from "../lay-out.ts";
import { type Claim, fenOf, type Ledger } from "../ledger.ts";
import { ECONOMIC_CLASSES, ECONOMICS, GOVERNMENT_ECONOMICS } from "../subjects.ts";
import { codedRows, type KeyStyle, keyColumns, type TotalStyle, withTotal } from "./rows.ts";

const NAMES: Readonly<Record<string, string>> = {
  ...ECONOMIC_CLASSES,
  ...Object.fromEntries(Object.entries(ECONOMICS).map(([code, [name]]) => [code, name])),
};
const BASIC = { flow: "expenditure", fund: "general_public", kind: "basic" } as const;
const AMOUNTS: readonly Column[] = [
  { path: ["合计"] },
  { path: ["人员经费"], claim: { kind: "basic.personnel" } },
  { path: ["公用经费"], claim: { kind: "basic.operating" } },
];
const TOTAL: Row = { keys: { name: "合计" }, claim: {} };

interface Titled {
  readonly id: TableId;
  readonly title: string;
}

/** Basic expenditure by the department's subjects. */
export function byEconomic(
  ledger: Ledger,
  titled: Titled,
  style: KeyStyle,
  total: TotalStyle,
  isSplit: boolean,
): TableSpec {
  const rows = codedRows(ledger, NAMES, "economic", BASIC, style);
  const amounts = isSplit ? AMOUNTS : [{ path: ["金额"] }];
  const columns = [...keyColumns(style, "科目名称", 2), ...amounts];
  return { ...titled, gives: BASIC, panels: [{ columns, rows: withTotal(rows, TOTAL, total) }] };
}

/** Each subject of the department beside the government's that it goes to. */
export function byBoth(ledger: Ledger, titled: Titled, total: TotalStyle): TableSpec {
  const rows = Object.entries(ECONOMICS).flatMap(([economic, [name, government]]): Row[] => {
    if (fenOf(ledger, { ...BASIC, economic, government }) === undefined) return [];
    const governmentName = GOVERNMENT_ECONOMICS[government] ?? "";
    return [
      {
        keys: { code: economic, name, government, governmentName },
        claim: { economic, government },
      },
    ];
  });
  const columns: Column[] = [
    { path: ["部门预算支出经济分类科目", "科目编码"], key: "code" },
    { path: ["部门预算支出经济分类科目", "科目名称"], key: "name" },
    { path: ["政府预算支出经济分类科目", "科目编码"], key: "government" },
    { path: ["政府预算支出经济分类科目", "科目名称"], key: "governmentName" },
    ...AMOUNTS,
  ];
  return { ...titled, gives: BASIC, panels: [{ columns, rows: withTotal(rows, TOTAL, total) }] };
}

/** Staff at the left, the running of the office at the right, as final accounts print it. */
export function sideBySide(ledger: Ledger, titled: Titled): TableSpec {
  const list = (kind: Claim["kind"], total: string) => {
    const claim: Claim = { ...BASIC, ...(kind && { kind }) };
    const rows = codedRows(ledger, NAMES, "economic", claim, "code");
    return { rows, total: { keys: { name: total }, claim: { kind } as Claim } };
  };
  const staff = list("basic.personnel", "人员经费合计");
  const office = list("basic.operating", "公用经费合计");
  const height = Math.max(staff.rows.length, office.rows.length);
  const panels = [staff, office].map(({ rows, total }, i) => {
    const blank: Row = { keys: {}, claim: {} };
    const group = i === 0 ? "人员经费" : "公用经费";
    const columns: Column[] = [
      { path: [group, "科目编码"], key: "code" },
      { path: [group, "科目名称"], key: "name" },
      { path: [group, "决算数"], claim: total.claim },
    ];
    const blanks = Array.from({ length: height - rows.length }, () => blank);
    return { columns, rows: [...rows, ...blanks, total] };
  });
  return { ...titled, gives: BASIC, panels };
}
