import type { Panel, Row, TableSpec } from "../lay-out.ts";
import { type Claim, fenOf, type Ledger } from "../ledger.ts";
import { FUNCTIONS } from "../subjects.ts";
import { ordinal } from "./rows.ts";

/** Words of a summary's lines and columns, as one publisher has them. */
export interface SummaryWords {
  readonly title: string;
  readonly amount: string;
  readonly income: readonly (readonly [label: string, fund: NonNullable<Claim["fund"]>])[];
  readonly closing: {
    readonly income: string;
    readonly carried: string;
    readonly total: readonly [income: string, expenditure: string];
    readonly spent: string;
    readonly left: string;
  };
  /** A third list, of the same spending by its purpose. */
  readonly purposes?: boolean;
}

const CLOSING: SummaryWords["closing"] = {
  income: "本年收入合计",
  carried: "上年结转",
  total: ["收入总计", "支出总计"],
  spent: "本年支出合计",
  left: "结转下年",
};

export const SUMMARIES: readonly SummaryWords[] = [
  {
    title: "部门收支总表",
    amount: "预算数",
    income: [
      ["一、一般公共预算拨款收入", "general_public"],
      ["二、政府性基金预算拨款收入", "government_fund"],
      ["三、国有资本经营预算拨款收入", "state_capital"],
      ["四、财政专户管理资金收入", "special_account"],
      ["五、事业收入", "institutional"],
      ["六、上级补助收入", "superior_subsidy"],
      ["七、附属单位上缴收入", "subordinate_remittance"],
      ["八、事业单位经营收入", "business"],
      ["九、其他收入", "other"],
    ],
    closing: CLOSING,
  },
  {
    title: "收支预算总表",
    amount: "金额",
    income: [
      ["一、财政拨款", "fiscal"],
      ["（一）一般公共预算拨款", "general_public"],
      ["（二）政府性基金预算拨款", "government_fund"],
      ["（三）国有资本经营预算拨款", "state_capital"],
      ["二、财政专户管理资金", "special_account"],
      ["三、单位资金", "unit"],
    ],
    closing: { ...CLOSING, carried: "上年结转结余", left: "年终结转结余" },
  },
  {
    title: "部门收支总体情况表",
    amount: "2024年预算数",
    income: [
      ["一、一般公共预算", "general_public"],
      ["二、政府性基金预算", "government_fund"],
      ["三、国有资本经营预算", "state_capital"],
      ["四、财政专户管理资金", "special_account"],
      ["五、事业收入（不含教育收费）", "institutional"],
      ["六、其他收入", "other"],
    ],
    closing: { ...CLOSING, income: "本年收入小计", spent: "本年支出小计" },
    purposes: true,
  },
];

export const FINAL_SUMMARY: SummaryWords = {
  title: "收入支出决算总表",
  amount: "决算数",
  income: [
    ["一、一般公共预算财政拨款收入", "general_public"],
    ["二、政府性基金预算财政拨款收入", "government_fund"],
    ["三、国有资本经营预算财政拨款收入", "state_capital"],
    ["四、上级补助收入", "superior_subsidy"],
    ["五、事业收入", "institutional"],
    ["六、经营收入", "business"],
    ["七、附属单位上缴收入", "subordinate_remittance"],
    ["八、其他收入", "other"],
  ],
  closing: {
    income: "本年收入合计",
    carried: "年初结转和结余",
    total: ["总计", "总计"],
    spent: "本年支出合计",
    left: "年末结转和结余",
  },
};

/** Income beside expenditure by class of function. The lists close on the same rows. */
export function summary(ledger: Ledger, words: SummaryWords): TableSpec {
  const { closing } = words;
  const left: Row[] = words.income.map(([name, fund]) => line(name, { fund }));
  const right = classLines(ledger, { fund: "total" });
  const purposes: Row[] = [
    line("一、基本支出", { kind: "basic" }),
    line("人员经费", { kind: "basic.personnel" }),
    line("公用经费", { kind: "basic.operating" }),
    line("二、项目支出", { kind: "project" }),
  ];
  const spending = [
    line(closing.spent, { kind: "current" }),
    line(closing.left, { kind: "carried_forward" }),
    line(closing.total[1], { kind: "total" }),
  ];
  const height = Math.max(left.length, right.length);
  const earned = [
    line(closing.income, { fund: "current" }),
    line(closing.carried, { fund: "carry_over" }),
    line(closing.total[0], { fund: "total" }),
  ];
  const panels: Panel[] = [
    side("收入", words.amount, { flow: "income" }, [...padded(left, height), ...earned]),
    side(words.purposes ? "支出功能分类" : "支出", words.amount, SPENDING, [
      ...padded(right, height),
      ...spending,
    ]),
  ];
  if (words.purposes)
    panels.push(
      side("支出用途", words.amount, SPENDING, [...padded(purposes, height), ...spending]),
    );
  return { id: "income-expenditure-summary", title: words.title, gives: { fund: "total" }, panels };
}

const SPENDING: Claim = { flow: "expenditure", kind: "total", fund: "total" };

/** What is appropriated, beside what is spent of it, by budget. */
export function appropriations(ledger: Ledger, title: string, amount: string): TableSpec {
  const isFinal = ledger.stage === "final";
  const carried = isFinal ? "年初财政拨款结转和结余" : "上年结转";
  const all = { flow: "expenditure" } as const;
  const left: Row[] = [
    line("一、本年收入", { fund: "fiscal" }),
    line("（一）一般公共预算拨款", { fund: "general_public" }),
    line("（二）政府性基金预算拨款", { fund: "government_fund" }),
    line("（三）国有资本经营预算拨款", { fund: "state_capital" }),
    line(`二、${carried}`, { fund: "carry_over" }),
    line("（一）一般公共预算拨款", { fund: "carry_over.general_public" }),
    line("（二）政府性基金预算拨款", { fund: "carry_over.government_fund" }),
    line("（三）国有资本经营预算拨款", { fund: "carry_over.state_capital" }),
  ];
  const right: Row[] = [
    line("一、本年支出", { kind: "current" }),
    ...classLines(ledger, { fund: "fiscal" }, (i) => `（${ordinal(i)}）`),
    line(isFinal ? "二、年末财政拨款结转和结余" : "二、结转下年", { kind: "carried_forward" }),
  ];
  const height = Math.max(left.length, right.length);
  const budgets = [
    { path: ["支出", "合计"] },
    { path: ["支出", "一般公共预算"], claim: { fund: "general_public" } as const },
    { path: ["支出", "政府性基金预算"], claim: { fund: "government_fund" } as const },
    { path: ["支出", "国有资本经营预算"], claim: { fund: "state_capital" } as const },
  ];
  const spending = { flow: "expenditure", kind: "total" } as const;
  return {
    id: "appropriation-summary",
    title,
    gives: { fund: "fiscal" },
    panels: [
      side("收入", amount, { flow: "income" }, [
        ...padded(left, height),
        { ...line("收入总计", { fund: "fiscal" }), of: all },
      ]),
      {
        columns: [
          { path: ["支出", "项目"], key: "name" },
          ...budgets.map((one) => ({ ...one, claim: { ...spending, ...one.claim } })),
        ],
        rows: [...padded(right, height), line("支出总计", { kind: "total" })],
      },
    ],
  };
}

function classLines(ledger: Ledger, claim: Claim, mark = (i: number) => `${ordinal(i)}、`): Row[] {
  return Object.entries(FUNCTIONS)
    .filter(([code]) => code.length === 3)
    .filter(([code]) => fenOf(ledger, { ...claim, function: code }) !== undefined)
    .map(([code, name], i) => line(`${mark(i)}${name}`, { function: code }));
}

function side(flow: string, amount: string, claim: Claim, rows: readonly Row[]): Panel {
  const columns = [
    { path: [flow, "项目"], key: "name" },
    { path: [flow, amount], claim },
  ];
  return { columns, rows };
}

function line(name: string, claim: Claim): Row {
  return { keys: { name }, claim };
}

function padded(rows: readonly Row[], height: number): Row[] {
  const blank: Row = { keys: {}, claim: {} };
  return [...rows, ...Array.from({ length: height - rows.length }, () => blank)];
}
