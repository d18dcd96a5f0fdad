import { describe, expect, it } from "vitest";
import { document, drawn } from "../../extract/blocks.ts";
import { readingsOf } from "../readings.ts";

const read = (text: string) =>
  readingsOf(document("财政拨款“三公”经费支出表", "单位：万元", drawn(text)));

/** The fiscal year of these documents is 2024. */
describe("rows that are years", () => {
  it("a column of years: last year's figures are not this year's", () => {
    const { figures } = read("年份 | 合计 | 公务接待费\n2023年 | 4 | 4\n2024 | 3 | 3");
    expect(figures).toEqual([
      "2023年 | out previous three_public | 4 万元",
      "2023年 | out previous three_public.reception | 4 万元",
      "2024年 | out three_public | 3 万元",
      "2024年 | out three_public.reception | 3 万元",
    ]);
  });

  it("years as names of rows, with what they are; a row that compares them has no figures", () => {
    const { figures, checks } = read(
      "项目 | 合计 | 公务接待费\n2023年决算数 | 4 | 4\n2024年预算数 | 3 | 3\n比上年增减额 | -1 | -1",
    );
    expect(figures).toEqual([
      "2023年决算数 | out previous final three_public | 4 万元",
      "2023年决算数 | out previous final three_public.reception | 4 万元",
      "2024年预算数 | out three_public | 3 万元",
      "2024年预算数 | out three_public.reception | 3 万元",
    ]);
    expect(checks).toEqual([]);
  });

  it("stages as names of rows", () => {
    const { figures } = read("项目 | 合计 | 公务接待费\n预算数 | 4 | 4\n决算数 | 3 | 3");
    expect(figures).toEqual([
      "预算数 | out three_public | 4 万元",
      "预算数 | out three_public.reception | 4 万元",
      "决算数 | out final three_public | 3 万元",
      "决算数 | out final three_public.reception | 3 万元",
    ]);
  });

  it("深圳: a unit is named once, before the first of its years", () => {
    const { figures } = read(
      "预算单位名称 | 年度 | 公务接待费\n合计 | 2023年 | 5\n | 2024年 | 4\n古籍馆 | 2023年 | 5\n | 2024年 | 4",
    );
    expect(figures).toEqual([
      "合计 | out previous three_public.reception | 5 万元",
      "2024年 | out three_public.reception | 4 万元",
      "古籍馆 | out previous three_public.reception | 5 万元",
      "古籍馆 | out three_public.reception | 4 万元",
    ]);
  });

  it("a year to come is none of the disclosure's", () => {
    const { figures, checks } = read("年度 | 合计 | 公务接待费\n2025年 | 4 | 4\n2024年 | 3 | 3");
    expect(figures).toEqual([
      "2024年 | out three_public | 3 万元",
      "2024年 | out three_public.reception | 3 万元",
    ]);
    expect(checks.map(({ check }) => check)).toEqual(["unplaced", "unplaced"]);
  });
});
