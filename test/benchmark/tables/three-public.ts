import type { Item, Period } from "../../../src/model/coordinates.ts";
import type { Column, Row, TableSpec } from "../lay-out.ts";
import type { Claim, Ledger } from "../ledger.ts";

type Listed = readonly (readonly [path: string, item: Item])[];

/** The six figures as columns, in the orders that publishers have. */
export const ORDERS: readonly Listed[] = [
  [
    ["“三公”经费合计", "three_public"],
    ["因公出国（境）费", "three_public.overseas"],
    ["公务用车购置及运行费 小计", "three_public.vehicle"],
    ["公务用车购置及运行费 公务用车购置费", "three_public.vehicle.purchase"],
    ["公务用车购置及运行费 公务用车运行费", "three_public.vehicle.operation"],
    ["公务接待费", "three_public.reception"],
  ],
  [
    ["合计", "three_public"],
    ["因公出国（境）费", "three_public.overseas"],
    ["公务接待费", "three_public.reception"],
    ["公务用车购置及运行费 小计", "three_public.vehicle"],
    ["公务用车购置及运行费 购置费", "three_public.vehicle.purchase"],
    ["公务用车购置及运行费 运行费", "three_public.vehicle.operation"],
  ],
];

/** The same as rows; some publishers add meetings and training. */
export const LINES: readonly Listed[] = [
  [
    ["合 计", "three_public"],
    ["（一）因公出国（境）费", "three_public.overseas"],
    ["（二）公务用车购置及运行维护费", "three_public.vehicle"],
    ["其中：公务用车购置费", "three_public.vehicle.purchase"],
    ["公务用车运行维护费", "three_public.vehicle.operation"],
    ["（三）公务接待费", "three_public.reception"],
  ],
  [
    ["“三公”经费合计", "three_public"],
    ["1、因公出国（境）费用", "three_public.overseas"],
    ["2、公务接待费", "three_public.reception"],
    ["3、公务用车购置及运行费", "three_public.vehicle"],
    ["其中：（1）公务用车运行维护费", "three_public.vehicle.operation"],
    ["（2）公务用车购置费", "three_public.vehicle.purchase"],
  ],
];
const MORE: Listed = [
  ["会议费", "meeting"],
  ["培训费", "training"],
];

const SPENT: Claim = { flow: "expenditure", fund: "total", kind: "total" };

/** One row of figures; twice, where two years or a budget and its outcome stand side by side. */
export function wide(ledger: Ledger, title: string, order: Listed, isDouble: boolean): TableSpec {
  const groups: readonly (readonly [string[], Claim])[] = isDouble ? pairs(ledger) : [[[], {}]];
  const columns = groups.flatMap(([above, claim]) =>
    order.map(
      ([path, item]): Column => ({
        path: [...above, ...path.split(" ")],
        claim: { ...claim, item },
      }),
    ),
  );
  const row: Row = { keys: { name: ledger.department }, claim: {} };
  return {
    id: "three-public",
    title,
    gives: SPENT,
    panels: [{ columns, rows: [row] }],
  };
}

/** One figure a row. */
export function long(
  ledger: Ledger,
  title: string,
  lines: Listed,
  isDouble: boolean,
  hasMore: boolean,
): TableSpec {
  const columns: Column[] = [
    { path: ["项目"], key: "name" },
    ...(isDouble
      ? pairs(ledger).map(([path, claim]): Column => ({ path, claim }))
      : [{ path: [ledger.stage === "budget" ? "预算数" : "决算数"] }]),
  ];
  // A bare 合计 above meetings and training would be theirs as well.
  const listed = hasMore && lines === LINES[1] ? [...lines, ...MORE] : lines;
  const rows = listed.map(([name, item]): Row => ({ keys: { name }, claim: { item } }));
  return { id: "three-public", title, gives: SPENT, panels: [{ columns, rows }] };
}

function pairs({ stage, year }: Ledger): readonly [string[], Claim][] {
  const previous: Period = "previous";
  return stage === "budget"
    ? [
        [[`${year - 1}年预算数`], { period: previous }],
        [[`${year}年预算数`], {}],
      ]
    : [
        [["预算数"], { stage: "budget" }],
        [["决算数"], {}],
      ];
}
