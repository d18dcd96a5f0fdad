import { describe, expect, it } from "vitest";
import { document, drawn } from "../../extract/blocks.ts";
import { readingsOf } from "../readings.ts";

const read = (text: string) => readingsOf(document("部门收支总表", "单位：万元", drawn(text)));

describe("the charges and fines below 非税收入 (湖南)", () => {
  const { figures, checks } = read(`
    收入 | < | 支出 | <
    项目 | 预算数 | 项目 | 预算数
    一、一般公共预算拨款 | 90 | 一、农林水支出 | 100
    经费拨款 | 60 | |
    纳入预算管理的非税收入拨款 | 30 | |
    国有资本经营收入 | 10 | |
    其他收入 | 20 | |
    二、其他收入 | 10 | |
    收入总计 | 100 | 支出总计 | 100`);

  it("are no sources of their own, and told", () => {
    expect(figures.filter((line) => line.includes("| in"))).toEqual([
      "一、一般公共预算拨款 | in general_public | 90 万元",
      "经费拨款 | in general_public.appropriation | 60 万元",
      "二、其他收入 | in other | 10 万元",
      "收入总计 | in | 100 万元",
    ]);
    const unplaced = checks.filter(({ check }) => check === "unplaced").map(({ found }) => found);
    expect(unplaced).toEqual(["30", "10", "20"]);
  });
});

describe("人员支出 as a line", () => {
  const lines = (first: string, last: string) =>
    read(`
      收入 | < | 支出 | <
      项目 | 预算数 | 项目 | 预算数
      一、财政拨款 | 10 | ${first} | 5
       | | 二、公用支出 | 3
       | | ${last} | 2
      收入总计 | 10 | 支出总计 | 10`).figures.filter((line) => line.includes("人员"))[0];

  it("beside 对个人和家庭的补助 it is without that (深圳)", () => {
    expect(lines("一、人员支出", "三、对个人和家庭的补助支出")).toBe(
      "一、人员支出 | out basic.personnel.wages | 5 万元",
    );
  });

  it("beside no such line it is all of it", () => {
    expect(lines("一、人员支出", "三、项目支出")).toBe(
      "一、人员支出 | out basic.personnel | 5 万元",
    );
  });
});
