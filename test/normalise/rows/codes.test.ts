import { describe, expect, it } from "vitest";
import { document, drawn } from "../../extract/blocks.ts";
import { readingsOf } from "../readings.ts";

const read = (title: string, text: string) =>
  readingsOf(document(title, "单位：万元", drawn(text)));

describe("codes in front of names, where no column has codes (广东, 新疆)", () => {
  it("in brackets, functions", () => {
    const { figures, checks } = read(
      "一般公共预算支出情况表（按功能分类科目）",
      `功能科目名称 | 合计 | 基本支出 | 项目支出
       合计 | 9 | 7 | 2
       [208]社会保障和就业支出 | 9 | 7 | 2
       [20805]行政事业单位养老支出 | 9 | 7 | 2
       [2080501]行政单位离退休 | 9 | 7 | 2`,
    );
    expect(figures.filter((line) => line.includes("general_public |"))).toEqual([
      "合计 | out general_public | 9 万元",
      "208 社会保障和就业支出 | out general_public | 9 万元",
      "20805 行政事业单位养老支出 | out general_public | 9 万元",
      "2080501 行政单位离退休 | out general_public | 9 万元",
    ]);
    expect(checks).toEqual([]);
  });

  it("in brackets, economic classes", () => {
    const { figures } = read(
      "一般公共预算基本支出情况表（按支出经济分类科目）",
      `支出经济分类科目名称 | 2024年预算
       合计 | 5
       [301]工资福利支出 | 5
       [30101]基本工资 | 5`,
    );
    expect(figures).toEqual([
      "合计 | out general_public basic | 5 万元",
      "301 工资福利支出 | out general_public basic | 5 万元",
      "30101 基本工资 | out general_public basic | 5 万元",
    ]);
  });

  it("a list item's number in brackets is no code", () => {
    const { figures } = read(
      "“三公”经费支出表",
      "项目 | 合计\n“三公”经费 | 3\n其中：（一）因公出国（境）支出 | 1\n（二）公务接待费 | 2",
    );
    expect(figures).toEqual([
      "“三公”经费 | out three_public | 3 万元",
      "其中：（一）因公出国（境）支出 | out three_public.overseas | 1 万元",
      "（二）公务接待费 | out three_public.reception | 2 万元",
    ]);
  });
});

describe("codes of a row that slid to the right", () => {
  it("keep their levels: two digits under the names are no name", () => {
    const { figures } = read(
      "一般公共预算基本支出表",
      `科目编码 | < | 部门预算支出经济分类科目 | 科目编码 | < | 政府预算支出经济分类科目 | 合计
       类 | 款 | | 类 | 款 | |
       302 | | 商品和服务支出 | 502 | | 机关商品和服务支出 | 0.60
       302 | 01 | 办公费 | | 502 | 01 | 0.60`,
    );
    expect(figures).toEqual([
      "302 502 商品和服务支出 | out general_public basic | 0.60 万元",
      "30201 50201 办公费 | out general_public basic | 0.60 万元",
    ]);
  });
});

describe("codes under a heading that does not say of what", () => {
  it("are what they are, though the title is about classes", () => {
    const { figures, checks } = read(
      "部门支出总表（按部门预算经济分类）",
      `科目编码 | < | 科目名称 | 总计
       类 | 款 | |
       | | 合计 | 5
       201 | | 一般公共服务支出 | 5
       201 | 03 | 政府办公厅（室）及相关机构事务 | 5`,
    );
    expect(figures).toEqual([
      "合计 | out | 5 万元",
      "201 一般公共服务支出 | out | 5 万元",
      "20103 政府办公厅（室）及相关机构事务 | out | 5 万元",
    ]);
    expect(checks).toEqual([]);
  });

  it("have their levels where two of them stand under one heading", () => {
    const { figures } = read(
      "部门支出总表（按部门预算经济分类）",
      `科目编码 | < | 科目名称 | 总计
       类 | 款 项 | |
       201 | | 一般公共服务支出 | 5
       201 | 03 | 政府办公厅（室）及相关机构事务 | 5
       201 | 03 | 01 行政运行 | 5`,
    );
    expect(figures).toEqual([
      "201 一般公共服务支出 | out | 5 万元",
      "20103 政府办公厅（室）及相关机构事务 | out | 5 万元",
      "2010301 行政运行 | out | 5 万元",
    ]);
  });
});
