import { describe, expect, it } from "vitest";
import { run, SPENT, statement, statuses, table } from "./tables.ts";

describe("the numbered rows of a table of assets", () => {
  const assets = (rows: readonly (readonly string[])[]) =>
    table(
      "assets",
      { fund: "total" },
      [
        ["label", {}, "项目"],
        ["amount", {}, "价值"],
      ],
      rows,
    );
  const rows = (devices: string) => [
    ["资产总额", "1503.09"],
    ["1、房屋（平方米）", ""],
    ["其中：办公用房（平方米）", ""],
    ["2、车辆（台、辆）", "19.57"],
    ["3、单价在20万元以上的设备", devices],
    ["4、其他固定资产", "810.96"],
  ];

  it("prove each other where they add up to the total", () => {
    expect(statuses(run([assets(rows("672.56"))]))).toEqual([
      "1,1 1503.09 proved",
      "4,1 19.57 proved",
      "5,1 672.56 proved",
      "6,1 810.96 proved",
    ]);
  });

  it("contradict it where they do not and the last of them is all others", () => {
    const { facts, checks } = run([assets(rows("672.65"))]);
    expect(facts.every(({ status }) => status === "conflict")).toBe(true);
    const failing = checks.filter(({ check }) => check === "identity");
    expect(failing.map(({ message }) => message.en)).toEqual([
      expect.stringContaining("1503.09 against 1503.18"),
    ]);
  });

  it("say nothing where they do not and need not be all of it", () => {
    const named = rows("672.65").map(([label = "", amount = ""]) => [
      label.replace("其他固定资产", "办公家具"),
      amount,
    ]);
    const { facts, checks } = run([assets(named)]);
    expect(facts.map(({ status }) => status)).toEqual(Array(4).fill("unproved"));
    expect(facts.map(({ reasons }) => reasons)).toEqual(Array(4).fill(["no-sum"]));
    expect(checks.filter(({ outcome }) => outcome === "fails")).toEqual([]);
  });

  it("say nothing where one of them is missing", () => {
    const lost = rows("672.56").filter(([label]) => !label?.startsWith("2、"));
    lost[0] = ["资产总额", "1483.52"];
    expect(statuses(run([assets(lost)]))[0]).toBe("1,1 1483.52 unproved");
  });
});

describe("a column without a total that the text states", () => {
  const carried = (amounts: readonly string[]) =>
    table(
      "carry-over",
      { flow: "expenditure", fund: "carry_over", kind: "total" },
      [
        ["project-name", {}, "预算项目名称"],
        ["amount", {}, "金额"],
      ],
      amounts.map((amount, i) => [`古籍修复${"一二三四五六"[i]}`, amount]),
    );
  // They add up to 109.28: each is rounded.
  const amounts = ["2.68", "12.22", "5", "87", "0.81", "1.57"];
  const left = (amount: string) => statement({ flow: "income", fund: "carry_over" }, amount);

  it("is stated line by line where it adds up", () => {
    const { facts } = run([carried(amounts)], [left("109.29")]);
    expect(facts.map(({ status }) => status)).toEqual(Array(6).fill("stated"));
  });

  it("is not where it does not, or where the text says two things", () => {
    const wrong = run(
      [carried(amounts.map((amount, i) => (i === 1 ? "12.42" : amount)))],
      [left("109.29")],
    );
    expect(wrong.facts.every(({ status }) => status === "unproved")).toBe(true);
    const two = run([carried(amounts)], [left("109.29"), left("119.29")]);
    expect(two.facts.every(({ status }) => status === "unproved")).toBe(true);
  });

  it("is not where the text speaks of other money", () => {
    const { facts } = run([carried(amounts)], [statement({ flow: "income" }, "109.29")]);
    expect(facts.every(({ status }) => status === "unproved")).toBe(true);
  });
});

describe("人员经费合计 and 公用经费合计 below lists side by side", () => {
  const lists = (operating: string) =>
    table(
      "general-public-basic",
      { flow: "expenditure", fund: "general_public", kind: "basic" },
      [
        ["economic"],
        ["label"],
        ["amount", { kind: "basic.personnel" }, "决算数"],
        ["economic"],
        ["label"],
        ["amount", { kind: "basic.operating" }, "决算数"],
        ["economic"],
        ["label"],
        ["amount", { kind: "basic.operating" }, "决算数"],
      ],
      [
        [
          "301",
          "工资福利支出",
          "160.20",
          "302",
          "商品和服务支出",
          "45.30",
          "310",
          "资本性支出",
          "2.80",
        ],
        ["303", "对个人和家庭的补助", "9.70", "", "", "", "", "", ""],
        ["", "人员经费合计", "169.90", "", "", "", "", "公用经费合计", operating],
      ],
      [0, 0, 0, 1, 1, 1, 2, 2, 2],
    );

  it("are the classes of all lists", () => {
    const result = run([lists("48.10")]);
    expect(result.facts.map(({ status }) => status)).toEqual(Array(6).fill("proved"));
    expect(result.checks).toEqual([]);
  });

  it("are in conflict where they are not", () => {
    const result = run([lists("48.20")]);
    expect(result.facts.find(({ row, column }) => row === 3 && column === 8)?.status).toBe(
      "conflict",
    );
    expect(result.checks[0]?.message.en).toContain("48.2 against 48.1");
  });
});

describe("a list that goes on in the next one", () => {
  it("adds up with it: 302 in one, its last lines at the head of the other", () => {
    const list = [["economic"], ["economic-name"], ["amount"]] as const;
    const printed = table(
      "general-public-basic",
      { ...SPENT, fund: "general_public", kind: "basic.operating" },
      [...list, ...list],
      [
        ["302", "商品和服务支出", "60.79", "30226", "劳务费", "15.17"],
        ["30201", "办公费", "10.20", "30228", "工会经费", "9.98"],
        ["30202", "印刷费", "10.05", "30229", "福利费", "4.46"],
        ["30205", "水费", "1.92", "30231", "公务用车运行维护费", "9.01"],
      ],
      [0, 0, 0, 1, 1, 1],
    );
    expect(statuses(run([printed])).filter((line) => !line.endsWith(" proved"))).toEqual([]);
    const wrong = { ...printed, rows: printed.rows.slice(0, 3) };
    expect(statuses(run([wrong])).some((line) => line.endsWith(" conflict"))).toBe(true);
  });
});

describe("a department without a code above its coded unit", () => {
  it("is the sum of the unit, and not added beside it", () => {
    const unit = table(
      "expenditure-summary",
      SPENT,
      [
        ["function", {}, "科目编码"],
        ["unit-code", {}, "单位代码"],
        ["label", {}, "单位名称（科目）"],
        ["amount", {}, "合计"],
        ["amount", { kind: "basic" }, "基本支出"],
        ["amount", { kind: "project" }, "项目支出"],
      ],
      [
        ["", "", "合计", "30", "20", "10"],
        ["", "", "古籍管理局", "30", "20", "10"],
        ["", "318301", "古籍管理局机关", "30", "20", "10"],
        ["2070101", "318301", "行政运行", "18", "14", "4"],
        ["2070109", "318301", "群众文化", "12", "6", "6"],
      ],
    );
    const failing = run([unit], undefined, ["古籍管理局"]).checks.filter(
      ({ outcome }) => outcome === "fails",
    );
    expect(failing).toEqual([]);
  });
});
