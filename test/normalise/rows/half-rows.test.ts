import { describe, expect, it } from "vitest";
import { document, drawn } from "../../extract/blocks.ts";
import { readingsOf } from "../readings.ts";

const HEAD = "科目编码 | 科目名称 | 合计";
const read = (first: string, second: string) =>
  readingsOf(
    document("支出总表\n单位：万元", drawn(`${HEAD}\n${first}`, 1), drawn(`${HEAD}\n${second}`, 2)),
  );

describe("rows that a page break cut in two", () => {
  it("are joined where the name is whole only with both halves", () => {
    const { figures, tables } = read(
      "2080505 | 机关事业单位基本养老 | 3",
      "| 保险缴费支出 |\n2080506 | 机关事业单位职业年金缴费支出 | 4",
    );
    expect(figures).toEqual([
      "2080505 机关事业单位基本养老保险缴费支出 | out | 3 万元",
      "2080506 机关事业单位职业年金缴费支出 | out | 4 万元",
    ]);
    expect(tables[0]?.rows.map(({ index }) => index)).toEqual([1, 2]);
  });

  it("are joined where only the rest has no number", () => {
    const rows = ["甲", "乙", "丙", "丁"].map((name) => `${name}项目支出 | 1`).join("\n");
    const { tables } = readingsOf(
      document(
        "项目支出预算表\n单位：万元",
        drawn(`项目名称 | 合计\n${rows}\n信息网络及软件购 | 6`, 1),
        drawn("项目名称 | 合计\n置更新 | \n维修项目 | 7", 2),
      ),
    );
    expect(tables[0]?.rows.map(({ cells }) => cells[0]?.text).slice(-2)).toEqual([
      "信息网络及软件购置更新",
      "维修项目",
    ]);
  });

  it("are two rows where the second has a figure of its own", () => {
    const { figures } = read("2010501 | 行政运行 | 3", "2010502 | 一般行政管理事务 | 4");
    expect(figures).toHaveLength(2);
  });
});
