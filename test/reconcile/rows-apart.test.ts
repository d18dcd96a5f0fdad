import { describe, expect, it } from "vitest";
import { blocksOf, printedOf, seedNames } from "./seeds.ts";
import { BY_FUNCTION, run, SPENT, table } from "./tables.ts";
import { told } from "./told.ts";

const PROJECTS = { flow: "expenditure", fund: "total", kind: "project" } as const;

/** A table of projects: name, 合计. */
const projects = (rows: readonly (readonly string[])[]) =>
  table(
    "project-expenditure",
    PROJECTS,
    [
      ["project-name", {}, "项目名称"],
      ["amount", {}, "合计"],
    ],
    rows,
  );

/** The same as performance targets list them: code, name, 资金总额. */
const targets = (rows: readonly (readonly string[])[]) =>
  table(
    "project-performance",
    PROJECTS,
    [
      ["project-code", {}, "单位编码（项目编码）"],
      ["project-name", {}, "项目单位（项目名称）"],
      ["amount", {}, "资金总额"],
    ],
    rows,
  );

const messages = (tables: Parameters<typeof run>[0]): string =>
  run(tables)
    .checks.map(({ message }) => message.en)
    .join("\n");

describe("rows that only one of two tables has", () => {
  const three = [
    ["合计", "100.00"],
    ["档案数字化", "60.00"],
    ["库房修缮", "40.00"],
  ];

  it("are named where they make up the gap", () => {
    const said = messages([
      projects(three),
      targets([
        ["", "", "125.50"],
        ["", "档案数字化", "60.00"],
        ["", "库房修缮", "40.00"],
        ["", "展览", "25.50"],
      ]),
    ]);
    expect(said).toContain("100 against 125.5");
    expect(said).toContain(
      "the gap of 25.5 is exactly the row that the project performance table has and the project expenditure table lacks: 展览 25.50 (row 4, line 5)",
    );
  });

  it("are set off against those that only the other has", () => {
    const said = messages([
      projects(three),
      targets([
        ["", "", "85.50"],
        ["", "档案数字化", "60.00"],
        ["", "展览", "25.50"],
      ]),
    ]);
    expect(said).toContain(
      "the gap of 14.5 is exactly the row that the project expenditure table has and the project performance table lacks: 库房修缮 40.00 (row 3, line 4), less what only the project performance table has: 展览 25.50 (row 3, line 4)",
    );
  });

  it("explain nothing where they do not make it up, or where the tables differ in what both have", () => {
    const wrong = [
      ["", "", "126.00"],
      ["", "档案数字化", "60.00"],
      ["", "库房修缮", "40.00"],
      ["", "展览", "25.50"],
    ];
    expect(messages([projects(three), targets(wrong)])).not.toContain("the gap of");
    const other = [
      ["", "", "125.50"],
      ["", "档案数字化", "59.00"],
      ["", "库房修缮", "41.00"],
      ["", "展览", "25.50"],
    ];
    expect(messages([projects(three), targets(other)])).not.toContain("the gap of");
  });

  it("are told where several rows together are lost from a table", () => {
    const columns = BY_FUNCTION.slice(0, 3);
    const rows = [
      ["", "合计", "100.00"],
      ["210", "卫生健康支出", "100.00"],
      ["21011", "行政事业单位医疗", "10.00"],
      ["21013", "医疗救助", "30.00"],
      ["21014", "优抚对象医疗", "40.00"],
      ["21015", "医疗保障管理事务", "20.00"],
    ];
    const income = table(
      "income-summary",
      { flow: "income", fund: "total" },
      [...columns, ["amount", { fund: "fiscal" }, "财政拨款收入"]],
      rows.slice(0, 4).map((row) => [...row, row[2] ?? ""]),
    );
    const said = messages([income, table("expenditure-summary", SPENT, columns, rows)]);
    expect(said).toContain(
      "the expenditure summary table has them as 优抚对象医疗 40.00 (row 5, line 6) + 医疗保障管理事务 20.00 (row 6, line 7)",
    );
  });
});

/** The figures are those of the texts, added up by hand. */
describe.skipIf(seedNames().length === 0)("gaps of real disclosures", () => {
  const said = (number: string): string => {
    const name = seedNames().find((seed) => seed.startsWith(number)) ?? "";
    const { checks } = told(printedOf(blocksOf(name), name));
    return checks.map(({ message }) => message.en).join("\n");
  };

  it("5,869.20 + 730.00 are the 6,599.20 between 10,607.78 and 4,008.58", () => {
    const gap = said("001")
      .split("\n")
      .filter((message) => message.includes("4008.58 against 10607.78"));
    // The total against the two summaries, the projects against the summary and the table of projects.
    expect(gap).toHaveLength(4);
    for (const message of gap) {
      expect(message).toContain(
        "the gap of 6599.2 is exactly the 2 rows that the project performance table",
      );
      expect(message).toMatch(/居民医保\S* 5869\.20 \(row 11, line 275\)/);
      expect(message).toMatch(/护理险\S* 730\.00 \(row 12, line 278\)$/);
    }
    expect(said("001")).not.toContain("rows are missing");
  });

  it("9.00 + 515.00 + 85.00 + 36.00 are the 645 between 5,702.08 and 5,057.08", () => {
    const gap = said("004")
      .split("\n")
      .filter((message) => message.includes("5702.08 against 5057.08"));
    // Against the summary, the table of projects and the department's performance.
    expect(gap).toHaveLength(3);
    for (const amount of ["9.00", "515.00", "85.00", "36.00"]) {
      for (const message of gap) expect(message).toContain(` ${amount} (row `);
    }
  });

  it("each lost row of 招远 is known by the table that has it", () => {
    const lost = said("003")
      .split("\n")
      .filter((message) => message.startsWith("rows are missing"));
    const of = (gap: string) => lost.filter((message) => message.includes(`${gap}, `));
    expect(of("合计 68.21")[0]).toContain(
      "the income and expenditure summary table has it as 十七、住房保障支出 68.21",
    );
    expect(of("合计 2599.57")[0]).toMatch(
      /expenditure summary table has them as 优抚对象医疗 1999\.70 \(row 17, line 160\) \+ 医疗保障管理事务 599\.87 \(row 19, line 162\)$/,
    );
    expect(of("合计 53.08")[0]).toContain(
      "the general public budget basic expenditure table has it as 对个人和家庭补助 53.08",
    );
    expect(of("合计 468.34")[0]).toContain("no other table has the figure");
    expect(of("合 计 468.34")[0]).toContain("no other table has the figure");
  });
});
