import { describe, expect, it } from "vitest";
import { document, drawn } from "../../extract/blocks.ts";
import { readingsOf } from "../readings.ts";

const read = (text: string) =>
  readingsOf(document("一般公共预算安排基本支出分经济科目表", "单位：万元", drawn(text)));

describe("classes by name alone", () => {
  it("a 款 is one of the 类 above it", () => {
    const { figures, checks } = read(
      "经济科目名称 | 预算数\n工资福利支出 | 9\n基本工资 | 9\n资本性支出 | 2\n办公设备购置 | 2\n合计 | 11",
    );
    expect(figures.map((line) => line.replace(/ out.* general_public/, ""))).toEqual([
      expect.stringContaining("301"),
      expect.stringContaining("30101"),
      expect.stringContaining("310"),
      expect.stringContaining("31002"),
      expect.stringContaining("合计"),
    ]);
    expect(checks).toEqual([]);
  });

  // 办公设备购置 is 30902 and 31002.
  it("a name that two classes divide is open where none stands above it", () => {
    const { figures, checks } = read(
      "经济科目名称 | 预算数\n办公费 | 9\n办公设备购置 | 2\n合计 | 11",
    );
    expect(figures).toHaveLength(2);
    expect(figures[0]).toContain("30201");
    expect(checks.map(({ check }) => check)).toEqual(["unplaced"]);
  });
});
