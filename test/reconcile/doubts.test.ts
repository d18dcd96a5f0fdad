import { describe, expect, it } from "vitest";
import { lacksDigitThroughout } from "../../src/doubt/digits.ts";
import type { Table } from "../../src/model/table.ts";
import type { Entry } from "../../src/normalise/ledger/ledger.ts";
import { BY_FUNCTION, run, SPENT, statuses, table } from "./tables.ts";

const ROWS = [
  ["", "合计", "100.00", "70.00", "30.00"],
  ["208", "社会保障和就业支出", "40.00", "40.00", ""],
  ["210", "卫生健康支出", "60.00", "30.00", "30.00"],
];
const unlabelled: Table = {
  ...table("general-public-expenditure", { ...SPENT, fund: "general_public" }, BY_FUNCTION, ROWS),
  unitFrom: "document",
};
const inYuan: Table = {
  ...table("state-capital-expenditure", { ...SPENT, fund: "state_capital" }, BY_FUNCTION, [
    ["", "合计", "7.00", "7.00", ""],
  ]),
  unit: "元",
};

describe("figures of a table that prints no unit", () => {
  it("are not proved by its sums alone: they close in any unit", () => {
    const { facts } = run([unlabelled]);
    expect(facts.map(({ reasons }) => reasons)).toEqual(Array(8).fill(["scale-doubtful"]));
  });

  it("are proved where a table that prints one has the same figure", () => {
    const labelled = table(
      "general-public-basic",
      { ...SPENT, fund: "general_public", kind: "basic" },
      [["economic", {}, "科目编码"], ["economic-name", {}, "科目名称"], ["amount"]],
      [
        ["", "合计", "70.00"],
        ["301", "工资福利支出", "50.00"],
        ["302", "商品和服务支出", "20.00"],
      ],
    );
    const result = statuses(run([unlabelled, labelled]));
    expect(result).toHaveLength(8);
    expect(result.filter((line) => !line.endsWith(" proved"))).toEqual([]);
  });

  it("are not proved either where the document has two units", () => {
    const inWan = table("carry-over", { ...SPENT, fund: "carry_over" }, BY_FUNCTION, []);
    const result = run([unlabelled, inYuan, inWan]);
    expect(statuses(result)).not.toEqual([]);
    expect(statuses(result).every((line) => line.endsWith(" unproved"))).toBe(true);
  });
});

describe("figures of a table that lost a heading", () => {
  const lost: Table = {
    ...table("expenditure-summary", SPENT, BY_FUNCTION, ROWS),
    unheaded: "filled",
  };
  const project = ([code = "", name = "", , , amount = ""]: readonly string[]) => [
    code,
    name,
    amount,
  ];

  it("are not proved by its sums: its columns close as well under other headings", () => {
    const result = statuses(run([lost]));
    expect(result).toHaveLength(8);
    expect(result.every((line) => line.endsWith(" unproved"))).toBe(true);
  });

  it("are proved where another table has them", () => {
    const other = table(
      "project-expenditure",
      { ...SPENT, kind: "project" },
      BY_FUNCTION.slice(0, 3),
      ROWS.filter(([, , , , amount]) => amount !== "").map(project),
    );
    expect(statuses(run([lost, other]))).toEqual([
      "1,2 100.00 unproved",
      "1,3 70.00 unproved",
      "1,4 30.00 proved",
      "2,2 40.00 unproved",
      "2,3 40.00 unproved",
      "3,2 60.00 unproved",
      "3,3 30.00 unproved",
      "3,4 30.00 proved",
    ]);
  });

  it("are proved by its sums too where nothing stands below the gap and another table has one of the column", () => {
    const total = table(
      "project-expenditure",
      { ...SPENT, kind: "project" },
      BY_FUNCTION.slice(0, 3),
      [["", "合计", "30.00"]],
    );
    expect(statuses(run([{ ...lost, unheaded: "blank" }, total]))).toEqual([
      "1,2 100.00 unproved",
      "1,3 70.00 unproved",
      "1,4 30.00 proved",
      "2,2 40.00 unproved",
      "2,3 40.00 unproved",
      "3,2 60.00 unproved",
      "3,3 30.00 unproved",
      "3,4 30.00 proved",
    ]);
  });
});

describe("figures of a row whose cells changed places", () => {
  const columns = [
    ["project-name", {}, "项目名称"],
    ["amount", { item: "project_budget" }, "预算资金"],
    ["attribute", {}, "采购物品名称"],
    ["amount", {}, "合计"],
    ["amount", { fund: "general_public" }, "一般公共预算"],
    ["amount", { fund: "government_fund" }, "政府性基金预算"],
  ] as const;
  const budgets = table(
    "project-expenditure",
    { ...SPENT, kind: "project" },
    [["project-name", {}, "项目名称"], ["amount"]],
    [
      ["合计", "90.00"],
      ["公用类项目", "67.55"],
      ["渠道清淤", "22.45"],
    ],
  );
  const bought = (...goods: string[]) =>
    statuses(
      run([
        table("procurement", SPENT, columns, [
          ["合计", "", "", "30.00", "21.00", "9.00"],
          ["公用类项目", "67.55", "办公桌", "20.00", "15.00", "5.00"],
          ["公用类项目", ...goods, "10.00", "6.00", "4.00"],
        ]),
        budgets,
      ]),
    ).filter((line) => line.startsWith("3,"));

  it("are not proved where words that stand for money are taken for a part of its name", () => {
    expect(bought("67.55", "物业管理")).toEqual([
      "3,1 67.55 proved",
      "3,3 10.00 proved",
      "3,4 6.00 proved",
      "3,5 4.00 proved",
    ]);
    expect(bought("物业管理", "67.55")).toEqual([
      "3,3 10.00 unproved",
      "3,4 6.00 unproved",
      "3,5 4.00 unproved",
    ]);
  });
});

describe("figures of a row whose name ends in a code", () => {
  it("are not proved: it is the code of another column", () => {
    const rows = (name: string) => [
      ["", "合计", "100.00", "70.00", "30.00"],
      ["208", name, "100.00", "70.00", "30.00"],
    ];
    const proved = (name: string) =>
      statuses(run([table("expenditure-summary", SPENT, BY_FUNCTION, rows(name))])).filter(
        (line) => line.startsWith("2,") && line.endsWith(" proved"),
      );
    expect(proved("社会保障和就业支出")).toHaveLength(3);
    expect(proved("社会保障和就业支出 509")).toEqual([]);
  });
});

describe("figures of a table with one heading over two columns of codes", () => {
  it("are not proved: the codes of one of them are of another classification", () => {
    const columns = (role: "economic" | "gov-economic") =>
      [
        [role, {}, "科目编码"],
        ["economic-name", {}, "科目名称"],
        ["gov-economic", {}, "科目编码"],
        ...BY_FUNCTION.slice(2),
      ] as const;
    const rows = [
      ["", "合计", "", "30.00", "20.00", "10.00"],
      ["30101", "基本工资", "50101", "30.00", "20.00", "10.00"],
    ];
    const proved = (role: "economic" | "gov-economic") =>
      statuses(run([table("expenditure-summary", SPENT, columns(role), rows)])).filter((line) =>
        line.endsWith(" proved"),
      );
    expect(proved("economic")).toHaveLength(6);
    expect(proved("gov-economic")).toEqual([]);
  });
});

describe("figures of a row whose code is one of its amounts", () => {
  it("are not proved: the row slid under the codes", () => {
    const columns = [["unit-code", {}, "单位编码"], ...BY_FUNCTION.slice(1)] as const;
    const proved = (code: string) =>
      statuses(
        run([
          table("expenditure-summary", SPENT, columns, [
            ["", "合计", "10000", "6000", "4000"],
            [code, "水利局", "8200", "5000", "3200"],
            ["314", "水文站", "1800", "1000", "800"],
          ]),
        ]),
      ).filter((line) => line.startsWith("2,") && line.endsWith(" proved"));
    expect(proved("313")).toHaveLength(3);
    expect(proved("8200")).toEqual([]);
  });
});

describe("figures of a row with a number among the codes that is none", () => {
  it("are not proved: its code stands elsewhere", () => {
    const rows = (code: string) => [
      ["", "合计", "16.18", "11.18", "5.00"],
      [code, "培训费", "6.18", "4.18", "2.00"],
      ["30201", "办公费", "10.00", "7.00", "3.00"],
    ];
    const columns = [["economic", {}, "科目编码"], ...BY_FUNCTION.slice(1)] as const;
    const proved = (code: string) =>
      statuses(run([table("expenditure-summary", SPENT, columns, rows(code))])).filter(
        (line) => line.startsWith("2,") && line.endsWith(" proved"),
      );
    expect(proved("30216")).toHaveLength(3);
    expect(proved("18")).toEqual([]);
  });
});

describe("a digit that hardly occurs", () => {
  const entries = (amounts: readonly string[]) =>
    amounts.map((published) => ({ figure: { money: { published } } })) as unknown as Entry[];
  const distinct = Array.from({ length: 20 }, (_, i) => `${i + 1}${9 - (i % 9)}.${i % 10}7`);

  it("is in doubt where it is missing among different amounts", () => {
    expect(
      lacksDigitThroughout(entries(distinct.map((amount) => amount.replaceAll("3", "8")))),
    ).toBe(true);
  });

  it("is in doubt as well where a few amounts were not read in that font", () => {
    const read = [...distinct, "100.05", "204.07", "30.80"].map((text) =>
      text.replaceAll("0", "7"),
    );
    expect(lacksDigitThroughout(entries([...read, "10"]))).toBe(true);
  });

  it("is not, only because some amounts are printed in many tables", () => {
    expect(lacksDigitThroughout(entries(distinct))).toBe(false);
    expect(lacksDigitThroughout(entries([...distinct, ...Array<string>(50).fill("1111.11")]))).toBe(
      false,
    );
  });
});
