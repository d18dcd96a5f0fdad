import { describe, expect, it } from "vitest";
import type { Table } from "../../src/model/table.ts";
import { BY_FUNCTION, factAt, run, SPENT, table } from "./tables.ts";

const PROJECTS = { ...SPENT, kind: "project" } as const;

/** Row numbers of the figures that are called right. */
const trustedRows = (tables: readonly Table[], units: readonly string[] = []) => {
  const { facts } = run(tables, [], units);
  const right = facts.filter(({ status }) => ["proved", "repaired", "stated"].includes(status));
  const trusted = right.filter(({ tableIndex }) => tableIndex === 0);
  return [...new Set(trusted.map(({ row }) => row))];
};

describe("a project that is named for a unit without a code", () => {
  const UNITS = ["建业市文化局", "建业市图书馆", "建业市博物馆"];
  const rows = [
    ["", "合计", "100.00", "60.00", "40.00"],
    ["运转保障经费", UNITS[0], "40.00", "30.00", "10.00"],
    ["古籍修复", UNITS[1], "25.00", "15.00", "10.00"],
    ["运转保障经费", UNITS[1], "20.00", "10.00", "10.00"],
    ["库房改造", UNITS[2], "15.00", "5.00", "10.00"],
  ].map((row) => row.map((text) => text ?? ""));
  const list = (id: "project-expenditure" | "project-performance", lines: typeof rows) =>
    table(
      id,
      PROJECTS,
      [
        ["project-name", {}, "项目名称"],
        ["unit-name", {}, "项目单位"],
        ["amount", {}, "合计"],
        ["amount", { fund: "general_public" }, "一般公共预算"],
        ["amount", { fund: "unit" }, "单位资金"],
      ],
      lines,
    );

  it("may be another's, where there are several units: the sums hold under any name", () => {
    expect(trustedRows([list("project-expenditure", rows)], UNITS)).toEqual([1]);
    const { facts } = run([list("project-expenditure", rows)], [], UNITS);
    const reasons = facts.filter(({ row }) => row > 1).map((fact) => fact.reasons);
    expect(reasons).toEqual(Array(12).fill(["row-unwitnessed"]));
  });

  it("can be no other's in a list of one unit", () => {
    const own = rows.flatMap((row, i) =>
      i === 3 ? [] : [row.with(1, i ? (UNITS[0] ?? "") : "合计")],
    );
    const lines = own.with(0, ["", "合计", "80.00", "50.00", "30.00"]);
    expect(trustedRows([list("project-expenditure", lines)], UNITS)).toEqual([1, 2, 3, 4]);
  });

  it("may be another below one of two functions as well", () => {
    const byFunction = (second: string) =>
      table(
        "project-expenditure",
        PROJECTS,
        [["function"], ["project-name"], ...BY_FUNCTION.slice(2, 3), ["amount", { fund: "unit" }]],
        [
          ["", "合计", "60.00", "60.00"],
          ["2130108", "信息系统运行维护", "20.00", "20.00"],
          ["2130108", "专项调查", "25.00", "25.00"],
          [second, "信息系统运行维护", "15.00", "15.00"],
        ],
      );
    const untold = (second: string) =>
      run([byFunction(second)]).facts.filter(({ reasons }) => reasons.includes("row-unwitnessed"));
    expect(untold("2130108")).toEqual([]);
    expect(untold("2130106").map(({ row }) => row)).toEqual([2, 2, 4, 4]);
  });

  it("is where another table has these amounts under its name", () => {
    const again = list("project-performance", rows.slice(1));
    expect(trustedRows([list("project-expenditure", rows), again], UNITS)).toEqual([1, 2, 3, 4, 5]);
  });
});

describe("a code and its name in one cell", () => {
  const columns = [
    ["function", {}, "科目编码"],
    ["function-name", {}, "科目名称"],
    ["project-name", {}, "项目名称"],
    ["amount", {}, "合计"],
    ["amount", { fund: "general_public" }, "一般公共预算"],
    ["amount", { fund: "unit" }, "单位资金"],
  ] as const;
  const sheet = (fused: readonly string[]) =>
    table("project-expenditure", PROJECTS, columns, [
      ["", "合计", "", "60.00", "40.00", "20.00"],
      [...fused],
      ["2070109", "群众文化", "库房改造", "30.00", "20.00", "10.00"],
    ]);

  it("leave the name of the next column in theirs: the row is in doubt", () => {
    const whole = ["2070102", "一般行政管理事务", "古籍修复", "30.00", "20.00", "10.00"];
    expect(trustedRows([sheet(whole)])).toEqual([1, 2, 3]);
    const slid = ["2070102 一般行政管理事务", "古籍修复", "30.00", "20.00", "10.00", ""];
    expect(trustedRows([sheet(slid)])).not.toContain(2);
    const messages = run([sheet(slid)]).checks.map(({ message }) => message.en);
    expect(messages.join("\n")).toContain("its code and its name are fused in one cell");
  });
});

describe("a code that changed places with its name", () => {
  it("leaves the row in doubt: the name is taken for the project's", () => {
    const sheet = (row: readonly string[]) =>
      table(
        "project-expenditure",
        PROJECTS,
        [
          ["function", {}, "类"],
          ["function", {}, "款"],
          ["function", {}, "项"],
          ["function-name", {}, "科目名称"],
          ["project-name", {}, "项目名称"],
          ["amount", {}, "合计"],
          ["amount", { fund: "general_public" }, "一般公共预算"],
          ["amount", { fund: "unit" }, "单位资金"],
        ],
        [
          ["", "", "", "合计", "", "60.00", "40.00", "20.00"],
          ["207", "01", ...row, "古籍修复", "30.00", "20.00", "10.00"],
          ["207", "01", "09", "群众文化", "库房改造", "30.00", "20.00", "10.00"],
        ],
      );
    expect(trustedRows([sheet(["04", "图书馆"])])).toEqual([1, 2, 3]);
    expect(trustedRows([sheet(["图书馆", "04"])])).not.toContain(2);
  });
});

describe("codes of another kind than their heading says", () => {
  it("leave the row in doubt: the headings of units and of classes changed places", () => {
    const sheet = (...roles: readonly ["unit-code" | "economic", "unit-code" | "economic"]) =>
      table(
        "carry-over",
        SPENT,
        [
          ["function"],
          [roles[0]],
          ["function-name"],
          [roles[1]],
          ["unit-name"],
          ["amount", {}, "合计"],
          ["amount", { kind: "basic" }],
          ["amount", { kind: "project" }],
        ],
        [
          ["2070104", "30299", "图书馆", "313001", "建业市图书馆", "30.00", "20.00", "10.00"],
          ["2070109", "30201", "群众文化", "313001", "建业市图书馆", "30.00", "20.00", "10.00"],
          ["", "", "合计", "", "", "60.00", "40.00", "20.00"],
        ],
      );
    const units = ["建业市图书馆"];
    expect(trustedRows([sheet("economic", "unit-code")], units)).toEqual([1, 2, 3]);
    expect(trustedRows([sheet("unit-code", "economic")], units)).toEqual([3]);
  });
});

describe("projects that are called by a source of money", () => {
  it("stand below the heading of another column", () => {
    const sheet = (name: string, source: string) =>
      table(
        "project-expenditure",
        PROJECTS,
        [["project-name"], ["attribute"], ...BY_FUNCTION.slice(2, 3), ["amount", { fund: "unit" }]],
        [
          ["合计", "", "60.00", "60.00"],
          [name, source, "35.00", "35.00"],
          ["专项调查", "", "25.00", "25.00"],
        ],
      );
    const doubted = (one: Table) =>
      run([one]).facts.filter(({ reasons }) => reasons.includes("heading-doubtful"));
    expect(doubted(sheet("古籍修复", "财政拨款"))).toEqual([]);
    expect(doubted(sheet("财政拨款", "古籍修复"))).toHaveLength(6);
  });
});

describe("classes as headings, some of them blank", () => {
  const CLASSES = [
    ["301", "工资福利支出"],
    ["302", "商品和服务支出"],
    ["303", "对个人和家庭的补助"],
  ] as const;
  const sheet = (rows: readonly (readonly string[])[]) =>
    table(
      "project-expenditure",
      PROJECTS,
      [
        ["function"],
        ["function-name"],
        ["project-name"],
        ["amount", {}, "合计"],
        ...CLASSES.map(([code, name]) => ["amount", { economicCode: code }, name] as const),
      ],
      rows,
    );
  const untold = (rows: readonly (readonly string[])[]) => {
    const { facts } = run([sheet(rows)]);
    return facts.flatMap(({ reasons, column }) => (reasons.length > 0 ? [column] : []));
  };

  it("may all have slid below the next: nothing but their sum is known of them", () => {
    const rows = [
      ["", "合计", "", "60.00", "40.00", "20.00", ""],
      ["2070104", "图书馆", "古籍修复", "30.00", "20.00", "10.00", ""],
      ["2070109", "群众文化", "库房改造", "30.00", "20.00", "10.00", ""],
    ];
    expect([...new Set(untold(rows))]).toEqual([4, 5]);
  });

  it("are told where none is blank", () => {
    const rows = [
      ["", "合计", "", "66.00", "40.00", "20.00", "6.00"],
      ["2070104", "图书馆", "古籍修复", "33.00", "20.00", "10.00", "3.00"],
      ["2070109", "群众文化", "库房改造", "33.00", "20.00", "10.00", "3.00"],
    ];
    expect(untold(rows)).toEqual([]);
  });
});

describe("lines in another column than their total", () => {
  it("are placed by no sum among themselves", () => {
    const funds = [
      ...BY_FUNCTION.slice(0, 3),
      ["amount", { fund: "general_public" }, "一般公共预算"],
      ["amount", { fund: "institutional" }, "事业收入"],
      ["amount", { fund: "business" }, "经营收入"],
    ] as const;
    const income = { flow: "income", fund: "total" } as const;
    const result = run([
      table("income-summary", income, funds, [
        ["", "合计", "100.00", "60.00", "", "40.00"],
        ["208", "社会保障和就业支出", "20.00", "20.00", "", ""],
        // 40.00 stands one column to the left, three times.
        ["213", "农林水支出", "80.00", "40.00", "40.00", ""],
        ["21301", "农业农村", "80.00", "40.00", "40.00", ""],
        ["2130104", "事业运行", "20.00", "20.00", "", ""],
        ["2130135", "农业资源保护修复与利用", "60.00", "20.00", "40.00", ""],
      ]),
    ]);
    for (const row of [3, 4, 6]) {
      const { status, fund } = factAt(result, row, 4);
      expect(status === "unproved" || status === "conflict" || fund === "business").toBe(true);
    }
  });
});

describe("a list whose amounts slid down", () => {
  it("is told by no other table that has their total alone: any order of them adds up to it", () => {
    const lists = table(
      "income-expenditure-summary",
      { fund: "total" },
      [
        ["label", {}, "项目"],
        ["amount", { flow: "income" }, "金额"],
        ["label", {}, "项目"],
        ["amount", { flow: "expenditure", kind: "total" }, "金额"],
      ],
      [
        ["一、一般公共预算", "100.00", "五、教育支出", ""],
        ["", "", "六、科学技术支出", "40.00"],
        ["", "", "七、文化旅游体育与传媒支出", "60.00"],
        ["本年收入合计", "100.00", "本年支出合计", ""],
        ["", "", "结余分配", "100.00"],
        ["收入总计", "100.00", "支出总计", ""],
      ],
      [0, 0, 1, 1],
    );
    const spent = table("expenditure-summary", SPENT, BY_FUNCTION, [
      ["", "合计", "100.00", "70.00", "30.00"],
    ]);
    const { facts } = run([lists, spent]);
    const slid = facts.filter(({ tableIndex, column }) => tableIndex === 0 && column === 3);
    expect(slid.map(({ status }) => status)).not.toContain("proved");
  });
});

describe("the one line of a list that has money", () => {
  const list = (lines: readonly (readonly string[])[]) =>
    table(
      "appropriation-summary",
      { fund: "fiscal" },
      [
        ["label", {}, "项目"],
        ["amount", { flow: "income" }, "金额"],
        ["label", {}, "项目"],
        ["amount", { flow: "expenditure", kind: "total" }, "合计"],
        ["amount", { flow: "expenditure", kind: "total", fund: "general_public" }, "一般公共预算"],
        ["amount", { flow: "expenditure", kind: "total", fund: "government_fund" }, "政府性基金"],
      ],
      lines,
      [0, 0, 1, 1, 1, 1],
    );

  it("may be any other: its total alone is the same in any row", () => {
    const result = run([
      list([
        ["一、一般公共预算", "80.12", "八、社会保障和就业支出", "", "", ""],
        ["二、政府性基金预算", "", "九、社会保险基金支出", "80.12", "", ""],
        ["", "", "十、卫生健康支出", "", "80.12", ""],
        ["", "", "十一、节能环保支出", "", "", ""],
        ["收入总计", "80.12", "支出总计", "80.12", "80.12", ""],
      ]),
    ]);
    expect(factAt(result, 2, 3).status).toBe("unproved");
  });
});

describe("a table whose sums are exact", () => {
  const sheet = (id: "expenditure-summary" | "general-public-expenditure", amounts: string[][]) =>
    table(id, SPENT, BY_FUNCTION, [
      ...amounts.slice(0, 1).map((row) => ["", "合计", ...row]),
      ...amounts.slice(1).map((row, i) => [...(CLASSES[i] ?? []), ...row]),
    ]);
  const CLASSES = [
    ["208", "社会保障和就业支出"],
    ["210", "卫生健康支出"],
    ["221", "住房保障支出"],
    ["213", "农林水支出"],
  ];
  /** Each row is a cent off, as rounded terms are. */
  const ROUNDED = [
    ["10.11", "5.05", "5.05"],
    ["2.22", "1.11", "1.12"],
    ["3.34", "1.66", "1.67"],
    ["4.55", "2.28", "2.26"],
  ];
  const EXACT = [
    ["19.00", "9.00", "10.00"],
    ["3.00", "1.00", "2.00"],
    ["5.00", "3.00", "2.00"],
    ["7.00", "4.00", "3.00"],
    ["4.00", "1.00", "3.00"],
  ];

  it("proves no digit within rounding, whatever another table does", () => {
    const changed = EXACT.map((row, i) => (i === 2 ? ["5.00", "3.00", "2.01"] : row));
    const budgeted = { ...sheet("general-public-expenditure", ROUNDED), stage: "final" } as const;
    const result = run([sheet("expenditure-summary", changed), budgeted]);
    expect(factAt(result, 3, 4).status).not.toBe("proved");
    expect(factAt(run([sheet("expenditure-summary", EXACT), budgeted]), 3, 4).status).toBe(
      "proved",
    );
  });
});

describe("a last digit in a document that rounds", () => {
  const CODES = [
    "201",
    "202",
    "203",
    "204",
    "205",
    "206",
    "207",
    "208",
    "210",
    "211",
    "212",
    "213",
  ];
  const NAMES =
    "一般公共服务 外交 国防 公共安全 教育 科学技术 文化旅游体育与传媒 社会保障和就业 卫生健康 节能环保 城乡社区 农林水";
  /** Twelve classes of 2.00, but for some. */
  const sheet = (others: Readonly<Record<number, readonly string[]>>) => {
    const { 0: total = ["24.00", "12.00", "12.00"] } = others;
    const lines = CODES.map((code, i) => {
      return [code, `${NAMES.split(" ")[i]}支出`, ...(others[i + 1] ?? ["2.00", "1.00", "1.00"])];
    });
    return table("expenditure-summary", SPENT, BY_FUNCTION, [["", "合计", ...total], ...lines]);
  };
  /** One of them is a cent off its parts, and so is the total. */
  const ROUNDED = { 0: ["25.34", "12.66", "12.67"], 3: ["3.34", "1.66", "1.67"] };
  const MISPRINTED = { ...ROUNDED, 6: ["2.00", "1.00", "1.01"] };

  it("is doubted where all sums of the figure are off by it: one misprint explains them", () => {
    const spent = { ...sheet({}), stage: "final" } as const;
    expect(factAt(run([sheet(ROUNDED), spent]), 7, 4).status).toBe("proved");
    const misprinted = run([sheet(MISPRINTED), spent]);
    expect(factAt(misprinted, 7, 4).reasons).toEqual(["identity-fails"]);
    // The total and the other part are in a sum that closes.
    expect(factAt(misprinted, 7, 2).status).toBe("proved");
    expect(factAt(misprinted, 7, 3).status).toBe("proved");
  });

  it("is doubted where a fund has all of the money, and prints another", () => {
    const of = (one: Table) =>
      ({
        ...one,
        id: "general-public-expenditure",
        gives: { ...SPENT, fund: "general_public" },
      }) as const;
    expect(factAt(run([sheet(ROUNDED), of(sheet(ROUNDED))]), 7, 4).status).toBe("proved");
    const other = run([sheet(ROUNDED), of(sheet(MISPRINTED))]);
    expect(factAt(other, 7, 4, 1).reasons).toContain("identity-fails");
  });
});

describe("personnel and operating expenditure that another table adds up", () => {
  it("are witnessed by it, though their own table prints no basic expenditure", () => {
    const spent = table(
      "general-public-expenditure",
      { ...SPENT, fund: "general_public" },
      BY_FUNCTION,
      [["", "合计", "100.00", "70.00", "30.00"]],
    );
    const basic = table(
      "general-public-basic",
      { ...SPENT, fund: "general_public", kind: "basic" },
      [
        ["label", {}, "项目"],
        ["amount", { kind: "basic.personnel" }, "人员经费"],
        ["amount", { kind: "basic.operating" }, "公用经费"],
      ],
      [["合计", "50.00", "20.00"]],
    );
    expect(factAt(run([spent, basic]), 1, 1, 1).checkedBy.sum).toBe(1);
  });
});
