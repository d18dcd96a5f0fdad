import { describe, expect, it } from "vitest";
import type { Table } from "../../src/model/table.ts";
import { BY_FUNCTION, factAt, run, SPENT, statement, statuses, table } from "./tables.ts";

const PROJECTS = { ...SPENT, kind: "project" } as const;
const [A, B] = ["建业市文化局", "建业市图书馆"];
const trusted = (tables: readonly Table[], at = 0) =>
  statuses(run(tables, [], [A, B]), at)
    .filter((line) => /(?:proved|repaired|stated)$/.test(line))
    .filter((line) => !line.endsWith("unproved"));

describe("a column that slid from one line on, in a table that also lost a row", () => {
  const spent = (end: readonly (readonly string[])[]) =>
    table("expenditure-summary", SPENT, BY_FUNCTION, [
      ["", "合计", "180.00", "120.00", "60.00"],
      ["201", "一般公共服务支出", "100.00", "60.00", "40.00"],
      ["205", "教育支出", "40.00", "40.00", ""],
      ...end,
    ]);
  const projects = table(
    "project-expenditure",
    PROJECTS,
    [
      ["function", {}, "科目编码"],
      ["function-name", {}, "科目名称"],
      ["amount", {}, "合计"],
    ],
    [
      ["", "合计", "60.00"],
      ["201", "一般公共服务支出", "40.00"],
      ["206", "科学技术支出", "20.00"],
    ],
  );

  it("keeps what sums along the row and down the column hold", () => {
    const sound = spent([["208", "社会保障和就业支出", "20.00", "20.00", ""]]);
    expect(trusted([sound, projects])).toContain("4,3 20.00 proved");
  });

  it("leaves in doubt what stands in a row without the total that its other rows have", () => {
    const slid = spent([
      ["208", "社会保障和就业支出", "20.00", "", ""],
      ["210", "卫生健康支出", "", "20.00", ""],
    ]);
    const { facts } = run([slid, projects]);
    const wrong = facts.find(
      ({ row, column, tableIndex }) => tableIndex === 0 && row === 5 && column === 3,
    );
    expect(wrong?.status).toBe("unproved");
    expect(wrong?.reasons).toContain("row-damaged");
    expect(trusted([slid, projects])).toContain("2,3 60.00 proved");
  });
});

describe("two columns of one code, names in the first and codes in the second", () => {
  it("have a heading that is another's: no sentence states what their rows are", () => {
    const listed = (first: string, role: "unit-code" | "function-name") =>
      table(
        "carry-over",
        { flow: "expenditure", fund: "carry_over", kind: "total" },
        [
          ["function", {}, "功能分类编码"],
          [role, {}, first],
          ["unit-code", {}, "预算单位编码"],
          ["project-name", {}, "预算项目名称"],
          ["amount", {}, "金额"],
        ],
        [
          ["2101505", "医疗保障政策管理", "313001", "监管专项", "2.68"],
          ["2101599", "其他医疗保障管理事务支出", "313001", "能力提升", "12.22"],
        ],
      );
    const said = statement(
      { flow: "expenditure", fund: "carry_over", functionCode: "2101505" },
      "2.68",
    );
    const reasons = (one: Table) => factAt(run([one], [said]), 1, 4).reasons;
    expect(reasons(listed("功能分类名称", "function-name"))).not.toContain("heading-doubtful");
    expect(reasons(listed("预算单位编码", "unit-code"))).toContain("heading-doubtful");
  });
});

const performance = (rows: readonly (readonly string[])[]) =>
  table(
    "project-performance",
    PROJECTS,
    [
      ["unit-code", {}, "单位编码"],
      ["project-name", {}, "项目名称"],
      ["amount", {}, "资金总额"],
      ["amount", { fund: "fiscal" }, "政府预算资金"],
    ],
    rows,
  );

const listed = table(
  "project-expenditure",
  PROJECTS,
  [
    ["project-name", {}, "项目名称"],
    ["unit-name", {}, "项目单位"],
    ["amount", {}, "合计"],
    ["amount", { fund: "fiscal" }, "财政拨款"],
  ],
  [
    ["合计", "", "90.00", "90.00"],
    ["古籍修复", A, "25.00", "25.00"],
    ["库房改造", A, "30.00", "30.00"],
    ["乡村讲堂", B, "20.00", "20.00"],
    ["专项调查", B, "15.00", "15.00"],
  ],
);

describe("a project of no unit in a table of units", () => {
  it("is not trusted because another table has it with a unit: whose it is, is lost here", () => {
    const sound = performance([
      ["", "", "90.00", "90.00"],
      ["707001", "古籍修复", "25.00", "25.00"],
      ["707001", "库房改造", "30.00", "30.00"],
      ["707002", "乡村讲堂", "20.00", "20.00"],
      ["707002", "专项调查", "15.00", "15.00"],
    ]);
    expect(trusted([sound, listed])).toContain("3,2 30.00 proved");
    const lost = {
      ...sound,
      rows: sound.rows.map((row) =>
        row.index === 3 ? { ...row, cells: row.cells.slice(1) } : row,
      ),
    };
    expect(trusted([lost, listed]).filter((line) => line.startsWith("3,"))).toEqual([]);
  });
});

describe("a table whose codes of units and projects slid away from their names", () => {
  it("does not say whose its projects are, though another table and a sentence have the amount", () => {
    const slid = table(
      "project-performance",
      PROJECTS,
      [
        ["project-name", {}, "项目名称"],
        ["amount", {}, "资金总额"],
        ["amount", { fund: "fiscal" }, "政府预算资金"],
      ],
      [
        ["古籍修复", "25.00", "25.00"],
        ["库房改造", "30.00", "30.00"],
        ["乡村讲堂", "20.00", "20.00"],
      ],
    );
    const said = statement({ flow: "expenditure", projectName: "库房改造" }, "30.00");
    expect(factAt(run([slid, listed], [said], [A, B]), 2, 1).reasons).toContain("lost-rows");
    expect(trusted([slid, listed])).toEqual([]);
  });
});

describe("a sum that some of another table's rows complete, and not all that it lacks", () => {
  const projects = (third: string) =>
    table(
      "project-performance",
      PROJECTS,
      [
        ["project-name", {}, "项目名称"],
        ["amount", {}, "资金总额"],
      ],
      [
        ["合计", "90.00"],
        ["古籍修复", "25.00"],
        [third, "30.00"],
        ["乡村讲堂", "20.00"],
      ],
    );
  const all = table(
    "project-expenditure",
    PROJECTS,
    [
      ["project-name", {}, "项目名称"],
      ["amount", {}, "合计"],
    ],
    [
      ["合计", "90.00"],
      ["古籍修复", "25.00"],
      ["库房改造", "30.00"],
      ["乡村讲堂", "20.00"],
      ["专项调查", "15.00"],
    ],
  );

  it("says of no row what it is: one may have another's name", () => {
    expect(trusted([projects("库房改造"), all])).toContain("3,1 30.00 proved");
    expect(trusted([projects("仓库租赁"), all])).not.toContain("3,1 30.00 proved");
  });
});

describe("names below a heading of money in most rows", () => {
  it("lost their own heading: what was moved there is not called put right", () => {
    const columns = [
      ["function", {}, "科目编码"],
      ["function-name", {}, "科目名称"],
      ["amount", {}, "项目支出合计"],
      ["amount", { economicCode: "302" }, "商品和服务支出"],
      ["amount", { economicCode: "303" }, "对个人和家庭的补助"],
      ["amount", { economicCode: "310" }, "资本性支出"],
      ["amount", { economicCode: "399" }, "其他支出"],
    ] as const;
    // Printed without the heading 项目名称, and without one project.
    const slid = table("project-expenditure", PROJECTS, columns, [
      ["2130102", "一般行政管理事务", "古籍修复与数字化", "94.90", "", "58.61", "36.29"],
      ["2130108", "病虫害控制", "乡村讲堂巡回服务", "73.96", "16.14", "57.82", ""],
      ["2130135", "农业资源保护", "业务用房维修改造", "205.28", "143.11", "", "62.17"],
      ["", "合计", "", "549.95", "335.06", "116.43", "98.46"],
    ]);
    const spent = table("expenditure-summary", SPENT, BY_FUNCTION, [
      ["", "合计", "567.19", "17.24", "549.95"],
      ["2130102", "一般行政管理事务", "112.14", "17.24", "94.90"],
      ["2130106", "科技转化与推广服务", "175.81", "", "175.81"],
      ["2130108", "病虫害控制", "73.96", "", "73.96"],
      ["2130135", "农业资源保护", "205.28", "", "205.28"],
    ]);
    expect(trusted([slid, spent])).toEqual([]);
  });
});

describe("合计 that changed places with the heading of a blank column", () => {
  it("leaves the list in doubt, though its rows do not contradict it", () => {
    const income = (first: string, last: string) => {
      const gives = (heading: string) =>
        heading === "合计" ? { fund: "total" as const } : { fund: "other" as const };
      return table(
        "income-summary",
        { flow: "income" },
        [
          ["function", {}, "科目编码"],
          ["function-name", {}, "科目名称"],
          ["amount", gives(first), first],
          ["amount", { fund: "general_public" }, "一般公共预算"],
          ["amount", { fund: "business" }, "事业收入"],
          ["amount", gives(last), last],
        ],
        [
          ["", "合计", "140.00", "140.00", "", ""],
          ["201", "一般公共服务支出", "100.00", "100.00", "", ""],
          ["205", "教育支出", "40.00", "40.00", "", ""],
        ],
      );
    };
    const reasons = (one: Table) => factAt(run([one]), 2, 3).reasons;
    expect(reasons(income("合计", "其他收入"))).not.toContain("heading-doubtful");
    expect(reasons(income("其他收入", "合计"))).toContain("heading-doubtful");
  });
});
