import type { Check } from "../../src/model/check.ts";
import type { Disclosure, Identity } from "../../src/model/disclosure.ts";
import type { Fact } from "../../src/model/fact.ts";
import { type MoneyUnit, moneyOf } from "../../src/model/money.ts";
import type { Column, ColumnRole, Row, Table } from "../../src/model/table.ts";

/** A small disclosure of our own making: an income table, a basic-expenditure table in two units, three-public figures. */
export function disclosure(changes: Partial<Disclosure> = {}): Disclosure {
  return {
    document: "d0123456789abcdef",
    source: {
      name: "inbox/某市档案馆.pdf",
      sha256: "0123456789abcdef".repeat(4),
      format: "pdf",
      pages: 12,
      scannedPages: [11, 12],
    },
    identity,
    tables: [incomeSummary, generalPublicBasic, threePublic, procurement],
    tablesAbsent: ["state-capital-expenditure", "carry-over"],
    facts,
    indicators: [
      {
        table: "project-performance",
        tableIndex: 4,
        projectCode: "410500230000000001",
        projectName: "馆藏档案数字化",
        level1: "产出指标",
        level2: "数量指标",
        level3: "=扫描页数",
        operator: "≥",
        value: "1200",
        measure: "页",
        published: "≥1200页",
        note: "",
        place: { page: 9 },
      },
    ],
    statements: [
      {
        topic: "three-public",
        subject: "三公经费",
        measure: "预算数",
        coordinates: { item: "three_public" },
        period: "current",
        money: moneyOf("9.00", "万元"),
        change: "decrease",
        changeMoney: moneyOf("0.50", "万元"),
        changePercent: "5.26",
        reason: "压减支出",
        sentence: "三公经费预算9.00万元，比上年减少0.50万元，\n下降5.26%。",
        place: { page: 3 },
        agrees: "agrees",
      },
    ],
    checks,
    ...changes,
  };
}

export const identity: Identity = {
  divisionCode: "410500",
  division: "安阳市",
  departmentCode: "0313",
  department: "安阳市档案馆",
  year: "2024",
  stage: "budget",
  scope: "department",
};

export function column(
  index: number,
  role: ColumnRole,
  heading: string,
  more: Partial<Column> = {},
): Column {
  return { index, role, heading: [heading], block: 0, gives: {}, ...more };
}

export function row(index: number, ...texts: string[]): Row {
  return {
    index,
    place: { page: 5 },
    cells: texts.flatMap((text, i) =>
      text === "" ? [] : [{ column: i, text, place: { page: 5 } }],
    ),
  };
}

const table = { unit: "万元", unitFrom: "label", stage: "budget", notes: [] } as const;

export const incomeSummary: Table = {
  ...table,
  id: "income-summary",
  title: "部门收入总表",
  place: { page: 5, box: { x0: 10, y0: 20, x1: 500.126, y1: 700 } },
  gives: { flow: "income", fund: "total" },
  columns: [
    column(0, "unit-code", "单位编码"),
    column(1, "unit-name", "单位名称"),
    column(2, "amount", "总计", { gives: { fund: "total" } }),
    column(3, "amount", "一般公共预算", { gives: { fund: "general_public" } }),
    column(4, "amount", "上年结转", { gives: { fund: "carry_over" } }),
    column(5, "amount", "其他收入", { gives: { fund: "other" } }),
  ],
  rows: [
    row(1, "合计", "", "120.50", "100.50", "20"),
    row(2, "313", "安阳市档案馆", "120.50", "100.50", "20"),
  ],
};

/** Two independent blocks side by side: the row of both is one, the lines are two. */
const generalPublicBasic: Table = {
  ...table,
  id: "general-public-basic",
  title: "一般公共预算基本支出表",
  place: { page: 6 },
  gives: { flow: "expenditure", fund: "general_public", kind: "basic" },
  columns: [
    column(0, "economic", "科目编码"),
    column(1, "economic-name", "科目名称"),
    column(2, "amount", "合计", { gives: { kind: "basic" } }),
    column(3, "economic", "科目编码", { block: 1 }),
    column(4, "economic-name", "科目名称", { block: 1 }),
    column(5, "amount", "合计（元）", { block: 1, gives: { kind: "basic" }, unit: "元" }),
  ],
  rows: [
    row(1, "", "栏次", "1", "", "", "2"),
    row(2, "30101", "基本工资", "60.25", "30201", "办公费", "402500"),
    row(3, "", "以下空白"),
  ],
};

const threePublic: Table = {
  ...table,
  id: "three-public",
  title: "“三公”经费支出表",
  place: { page: 7 },
  gives: { flow: "expenditure" },
  columns: [
    column(0, "label", "项目"),
    column(1, "amount", "本年预算数", { gives: { period: "current" } }),
    column(2, "amount", "上年预算数", { gives: { period: "previous" } }),
    column(3, "change", "增减额"),
  ],
  rows: [
    row(1, "合计", "9.00", "9.50", "-0.50"),
    row(2, "公务用车运行费", "6.00", "6.50", "-0.50"),
    row(3, "公务接待费", "3.00", "3.00", "0"),
  ],
};

const procurement: Table = {
  ...table,
  id: "procurement",
  title: "政府采购预算表",
  place: { page: 8 },
  gives: { flow: "expenditure", fund: "total" },
  columns: [
    column(0, "project-name", "项目名称"),
    column(1, "attribute", "数量"),
    column(2, "amount", "金额"),
  ],
  rows: [row(1, "=扫描仪", "2", "4.00")],
};

type Given = "money" | "period" | "stage" | "status" | "reasons" | "checkedBy" | "place" | "label";
type Figure = Omit<Fact, Given> &
  Partial<Fact> & { readonly published: string; readonly in?: MoneyUnit };

function fact({ published, in: unit = "万元", ...rest }: Figure): Fact {
  return {
    label: "合计",
    period: "current",
    stage: "budget",
    status: "proved",
    reasons: [],
    checkedBy: { sum: 1, same: 0 },
    place: { page: 5, box: { x0: 1, y0: 2.125, x1: 30.5, y1: 14 } },
    ...rest,
    money: moneyOf(published, unit),
  };
}

const income = { table: "income-summary", tableIndex: 0, flow: "income" } as const;
const unit = { unitCode: "313", unitName: "安阳市档案馆", label: "安阳市档案馆" } as const;
const basic = {
  table: "general-public-basic",
  tableIndex: 1,
  row: 2,
  flow: "expenditure",
  fund: "general_public",
  kind: "basic",
} as const;
const three = {
  table: "three-public",
  tableIndex: 2,
  flow: "expenditure",
  fund: "total",
  place: { page: 7 },
} as const;

export const facts: readonly Fact[] = [
  fact({ ...income, row: 1, column: 2, fund: "total", published: "120.50" }),
  fact({ ...income, row: 1, column: 3, fund: "general_public", published: "100.50" }),
  fact({ ...income, row: 1, column: 4, fund: "carry_over", published: "20" }),
  fact({ ...income, ...unit, row: 2, column: 2, fund: "total", published: "120.50" }),
  fact({ ...income, ...unit, row: 2, column: 3, fund: "general_public", published: "100.50" }),
  fact({ ...income, ...unit, row: 2, column: 4, fund: "carry_over", published: "20" }),
  fact({
    ...basic,
    column: 2,
    published: "60.25",
    label: "基本工资",
    economicCode: "30101",
    economicName: "基本工资",
    status: "repaired",
  }),
  fact({
    ...basic,
    column: 5,
    published: "402500",
    in: "元",
    label: "办公费",
    economicCode: "30201",
    economicName: "办公费",
    status: "conflict",
    reasons: ["identity-fails", "column-unwitnessed"],
    checkedBy: { sum: 0, same: 0 },
  }),
  fact({ ...three, row: 1, column: 1, item: "three_public", published: "9.00" }),
  fact({
    ...three,
    row: 1,
    column: 2,
    item: "three_public",
    period: "previous",
    published: "9.50",
    status: "unproved",
    reasons: ["no-sum"],
    checkedBy: { sum: 0, same: 0 },
  }),
  fact({
    ...three,
    row: 2,
    column: 1,
    label: "公务用车运行费",
    item: "three_public.vehicle.operation",
    published: "6.00",
  }),
  fact({
    ...three,
    row: 3,
    column: 1,
    label: "公务接待费",
    item: "three_public.reception",
    published: "3.00",
    status: "stated",
    reasons: ["no-sum"],
    checkedBy: { sum: 0, same: 0 },
  }),
  fact({
    table: "procurement",
    tableIndex: 3,
    row: 1,
    column: 2,
    flow: "expenditure",
    fund: "total",
    projectName: "=扫描仪",
    label: "=扫描仪",
    published: "-4.00",
    status: "unproved",
    reasons: ["no-sum"],
    checkedBy: { sum: 0, same: 0 },
    place: { page: 8 },
  }),
];

const checks: readonly Check[] = [
  {
    check: "identity",
    outcome: "fails",
    table: "general-public-basic",
    tableIndex: 1,
    row: 2,
    coordinates: "fund=general_public; kind=basic",
    expected: "100.50",
    found: "100.60",
    difference: "-0.10",
    tolerance: "0.01",
    severity: "error",
    message: { zh: "合计与分项之和不符", en: "the total differs from its parts" },
    figures: [
      { tableIndex: 1, row: 2, column: 2 },
      { tableIndex: 1, row: 2, column: 5 },
    ],
    place: { page: 6 },
  },
  {
    check: "unplaced",
    outcome: "noted",
    severity: "warning",
    message: { zh: "第8页有一个数字没有对应的列", en: "a number on page 8 has no column" },
    figures: [],
    place: { page: 8 },
  },
];
