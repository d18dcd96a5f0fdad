import { describe, expect, it } from "vitest";
import type { Coordinates } from "../../src/model/coordinates.ts";
import type { Table } from "../../src/model/table.ts";
import { BY_FUNCTION, type ColumnSpec, run, SPENT, table } from "./tables.ts";

/** Cells `row,column` of the first table that are called right. */
const trusted = (...tables: readonly Table[]) =>
  run(tables)
    .facts.filter(({ tableIndex, status }) => {
      return tableIndex === 0 && ["proved", "repaired", "stated"].includes(status);
    })
    .map(({ row, column }) => `${row},${column}`);

describe("headings in another order than all publishers print them in", () => {
  const vehicles = (first: "purchase" | "operation", second: "purchase" | "operation") =>
    table(
      "three-public",
      SPENT,
      [
        ["unit-name"],
        ["amount", { item: "three_public.vehicle" }],
        ["amount", { item: `three_public.vehicle.${first}` }],
        ["amount", { item: `three_public.vehicle.${second}` }],
      ],
      [
        ["合计", "52.62", "36.00", "16.62"],
        ["县公安局", "25.02", "18.00", "7.02"],
        ["县水务局", "27.60", "18.00", "9.60"],
      ],
    );

  it("tell no column: the sums hold under either", () => {
    expect(trusted(vehicles("purchase", "operation"))).toHaveLength(9);
    expect(trusted(vehicles("operation", "purchase")).filter((at) => !at.endsWith(",1"))).toEqual(
      [],
    );
  });
});

describe("classes as headings over functions", () => {
  const crossed = (first: string, second: string) =>
    table(
      "general-public-expenditure",
      SPENT,
      [
        ["function"],
        ["label"],
        ["amount"],
        ["amount", { economicCode: first }],
        ["amount", { economicCode: second }],
      ],
      [
        ["", "合计", "138.81", "86.39", "52.42"],
        ["207", "文化旅游体育与传媒支出", "68.28", "68.28", ""],
        ["221", "住房保障支出", "70.53", "18.11", "52.42"],
      ],
    );
  // The list of the basic expenditure, of which 30102 has no more.
  const basic = table(
    "general-public-basic",
    SPENT,
    [["economic"], ["label"], ["amount", { kind: "basic" }]],
    [
      ["301", "工资福利支出", "118.81"],
      ["30102", "津贴补贴", "76.39"],
      ["30113", "住房公积金", "42.42"],
    ],
  );

  it("that are exchanged have less in all than the basic expenditure alone", () => {
    expect(trusted(crossed("30102", "30113"), basic)).toContain("1,3");
    const wrong = trusted(crossed("30113", "30102"), basic);
    expect(wrong.filter((at) => /,[34]$/.test(at))).toEqual([]);
  });
});

describe("a heading that was repeated over its neighbour", () => {
  const rows = [
    ["", "合计", "100.00", "60.00", "40.00"],
    ["208", "社会保障和就业支出", "70.00", "40.00", "30.00"],
    ["210", "卫生健康支出", "30.00", "20.00", "10.00"],
  ];
  const spent = (kind: "project" | "business") =>
    table(
      "expenditure-summary",
      SPENT,
      [...BY_FUNCTION.slice(0, 4), ["amount", { kind }], ["amount", { kind: "business" }]],
      rows,
    );

  it("leaves its column in doubt, though nothing stands in the other", () => {
    expect(trusted(spent("project"))).toContain("1,4");
    expect(trusted(spent("business"))).not.toContain("1,4");
  });

  it("is one of names over money: the names of that list are its amounts", () => {
    const list = (role: "label" | "attribute") =>
      table(
        "income-expenditure-summary",
        { ...SPENT, stage: "budget" },
        [["label"], [role], ["label"], ["amount", { flow: "expenditure" }]],
        [
          ["", "1,325,065", "一、社会保障和就业支出", "30.00"],
          ["", "203,631", "二、卫生健康支出", "20.00"],
          ["", "", "支出总计", "50.00"],
        ],
      );
    expect(trusted(list("attribute"))).toContain("1,3");
    expect(trusted(list("label"))).toEqual([]);
  });

  it("is one of codes over names", () => {
    const unit = "安阳市社会医疗保险中";
    const left = (role: "unit-code" | "unit-name") =>
      table(
        "carry-over",
        SPENT,
        [["function"], ["unit-code"], [role], ["amount"], ...BY_FUNCTION.slice(3)],
        [
          ["", "", "合计", "7.00", "4.00", "3.00"],
          ["2080505", "313002", unit, "4.00", "2.00", "2.00"],
          ["2101102", "313002", unit, "3.00", "2.00", "1.00"],
        ],
      );
    const doubted = (sheet: Table) =>
      run([sheet]).facts.filter(({ reasons }) => reasons.includes("heading-doubtful"));
    expect(doubted(left("unit-name"))).toEqual([]);
    expect(doubted(left("unit-code"))).toHaveLength(9);
  });
});

describe("合计 above the heading of a part", () => {
  it("stands in another heading's place: what is left of it is in doubt", () => {
    const sheet = (first: Coordinates, heading: readonly string[]): Table => {
      const read = table(
        "project-expenditure",
        { ...SPENT, kind: "project" },
        [["project-name"], ["amount", first], ["amount", { fund: "general_public" }]],
        [
          ["合计", "82.00", "82.00"],
          ["医保基金监管", "16.00", "16.00"],
          ["城乡居民医疗保险补助", "66.00", "66.00"],
        ],
      );
      return { ...read, columns: read.columns.map((c, i) => (i === 2 ? { ...c, heading } : c)) };
    };
    const doubted = (sound: Table) =>
      run([sound]).facts.filter(({ reasons }) => reasons.includes("heading-doubtful"));
    expect(doubted(sheet({}, ["本年拨款", "一般公共预算"]))).toEqual([]);
    expect(doubted(sheet({ fund: "fiscal" }, ["合计", "一般公共预算"]))).toHaveLength(6);
  });
});

describe("a kind that is paid for by one source", () => {
  it("is in doubt where the income has its amount from another, that is spent on nothing", () => {
    const spent = (kind: "business" | "remittance") =>
      table(
        "expenditure-summary",
        SPENT,
        [...BY_FUNCTION, ["amount", { kind }]],
        [
          ["", "合计", "100.00", "50.47", "20.00", "29.53"],
          ["207", "文化旅游体育与传媒支出", "60.00", "20.47", "10.00", "29.53"],
          ["208", "社会保障和就业支出", "40.00", "30.00", "10.00", ""],
        ],
      );
    const income = table(
      "income-summary",
      { flow: "income", fund: "total" },
      [["amount"], ["amount", { fund: "general_public" }], ["amount", { fund: "business" }]],
      [["100.00", "70.47", "29.53"]],
    );
    expect(trusted(spent("business"), income)).toContain("1,5");
    expect(trusted(spent("remittance"), income)).not.toContain("1,5");
  });
});

describe("a heading exchanged with one over a blank column", () => {
  it("is no reason to move the figures below the headings after it", () => {
    const kinds = ["remittance", "basic", "project", "total", "business", "subsidy"] as const;
    const exchanged = table(
      "expenditure-summary",
      SPENT,
      [...BY_FUNCTION.slice(0, 2), ...kinds.map((kind) => ["amount", { kind }] as const)],
      [
        ["", "合计", "238.00", "172.00", "66.00"],
        ["207", "文化旅游体育与传媒支出", "191.00", "125.00", "66.00"],
        ["20701", "文化和旅游", "175.00", "125.00", "50.00"],
        ["20702", "文物", "16.00", "", "16.00"],
        ["208", "社会保障和就业支出", "47.00", "47.00"],
      ],
    );
    const { facts } = run([exchanged]);
    const moved = facts.filter(({ status }) => status === "repaired").map(({ kind }) => kind);
    expect(moved).not.toContain("business");
    expect(moved).not.toContain("subsidy");
  });
});

describe("the row of a unit", () => {
  const units = (rows: readonly (readonly string[])[]) =>
    table(
      "expenditure-summary",
      SPENT,
      [["function"], ["unit-code"], ["label"], ...BY_FUNCTION.slice(2)],
      [
        ["", "", "合计", "300.00", "220.00", "80.00"],
        ["", "313001", "甲县文化局", "120.00", "90.00", "30.00"],
        ["2070101", "", "行政运行", "70.00", "60.00", "10.00"],
        ["2070109", "", "群众文化", "50.00", "30.00", "20.00"],
        ...rows,
      ],
    );
  const lines = [
    ["2070111", "", "文化创作与保护", "110.00", "80.00", "30.00"],
    ["2070114", "", "文化和旅游管理事务", "70.00", "50.00", "20.00"],
  ];

  it("was lost where the total lacks it: the lines may be of either unit", () => {
    const both = [["", "313002", "甲县文化馆", "180.00", "130.00", "50.00"], ...lines];
    expect(trusted(units(both))).toHaveLength(21);
    const lost = trusted(units(lines));
    expect(lost.filter((at) => !/^[12],/.test(at))).toEqual([]);
  });

  it("is not that of a line with another unit's code", () => {
    const slid = lines.map(([code = "", , ...rest]) => [code, "313001", ...rest]);
    const both = [["", "", "甲县文化馆", "180.00", "130.00", "50.00"], ...slid];
    expect(trusted(units(both)).filter((at) => /^[67],/.test(at))).toEqual([]);
  });
});

describe("the code of a unit", () => {
  it("does not stand beside the name of another", () => {
    const sheet = (name: string) =>
      table(
        "expenditure-summary",
        SPENT,
        [["unit-code"], ["unit-name"], ...BY_FUNCTION.slice(2)],
        [
          ["", "合计", "82.00", "42.00", "40.00"],
          ["313", name, "82.00", "42.00", "40.00"],
          ["313001", "安阳市医疗保障局本级", "16.00", "6.00", "10.00"],
          ["313002", "安阳市社会医疗保险中心", "66.00", "36.00", "30.00"],
        ],
      );
    const sound = sheet("安阳市医疗保障局");
    expect(trusted(sound, sound)).toContain("2,2");
    expect(trusted(sheet("安阳市社会医疗保险中心"), sound)).not.toContain("2,2");
  });

  it("is no subject's: a unit's name beside a subject is told", () => {
    const name = "安阳市医疗保障局";
    const sheet = table("expenditure-summary", SPENT, BY_FUNCTION, [
      ["2101299", name, "26.00", "20.00", "6.00"],
    ]);
    const reasons = (units: readonly string[]) => run([sheet], [], units).facts[0]?.reasons ?? [];
    expect(reasons([name])).toContain("name-contradicts-code");
  });
});

describe("the names of one list in the place of another's", () => {
  it("leave nothing to be believed but its total, and that is of the other flow", () => {
    const list = (flow: "income" | "expenditure") =>
      table(
        "appropriation-summary",
        { fund: "fiscal" },
        [["label"], ["amount", { flow }]],
        [
          ["一、一般公共服务支出", "156.36"],
          ["二、外交支出", ""],
          ["总计", "156.36"],
        ],
      );
    const doubted = (flow: "income" | "expenditure") =>
      run([list(flow)]).facts.filter(({ reasons }) => reasons.includes("row-damaged"));
    expect(doubted("expenditure")).toEqual([]);
    expect(doubted("income").map(({ row }) => row)).toContain(3);
  });
});

/** Projects by 类, 款 and 项. */
const PROJECTS: readonly ColumnSpec[] = [
  ["function"],
  ["function"],
  ["function"],
  ["function-name"],
  ["project-name"],
  ["amount"],
  ["amount", { fund: "general_public" }],
  ["amount", { fund: "unit" }],
];

describe("a level of a code that was lost", () => {
  it("leaves the others: a project is not without a subject", () => {
    const sheet = (second: string) => {
      const read = table("project-expenditure", { ...SPENT, kind: "project" }, PROJECTS, [
        ["", "", "", "合计", "", "60.00", "40.00", "20.00"],
        ["213", second, "02", "一般行政管理事务", "古籍修复", "30.00", "20.00", "10.00"],
        ["213", "01", "08", "病虫害控制", "库房改造", "30.00", "20.00", "10.00"],
      ]);
      const levels = [1, 2, 3] as const;
      const columns = read.columns.map((c, i) => ({
        ...c,
        ...(levels[i] && { level: levels[i] }),
      }));
      return { ...read, columns };
    };
    expect(trusted(sheet("01"))).toContain("2,5");
    expect(trusted(sheet("")).filter((at) => at.startsWith("2,"))).toEqual([]);
  });
});

describe("words among the codes", () => {
  it("are those of the next cell, where other words stand among the names", () => {
    const sheet = (third: string, name: string, project: string) =>
      table("project-expenditure", { ...SPENT, kind: "project" }, PROJECTS, [
        ["", "", "", "合计", "", "60.00", "40.00", "20.00"],
        ["213", "01", third, name, project, "30.00", "20.00", "10.00"],
        ["213", "01", "08", "病虫害控制", "库房改造", "30.00", "20.00", "10.00"],
      ]);
    const doubted = (one: Table) =>
      run([one]).facts.filter(({ reasons }) => reasons.includes("row-damaged"));
    expect(doubted(sheet("02", "一般行政管理事务", "古籍修复"))).toEqual([]);
    const slid = doubted(sheet("一般行政管理事务", "古籍修复", ""));
    expect(slid.map(({ row }) => row)).toEqual([2, 2, 2]);
  });
});
