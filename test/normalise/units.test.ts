import { expect, it } from "vitest";
import { knownUnits, looksLikeUnit } from "../../src/normalise/units.ts";
import { document, drawn } from "../extract/blocks.ts";
import { readingsOf } from "./readings.ts";

it.each([
  "某市统计局",
  "某市社会医疗保险中心",
  "某区人民政府办公室",
  "某县第一中学校",
  "某市财政局（本级）",
  "某市第一中学",
  "某县残联",
])("%s is written like a unit's name", (name) => {
  expect(looksLikeUnit(name)).toBe(true);
});

it.each(["工资福利支出", "办公楼租赁经费", "行政运行", "对社会保障基金补助"])(
  "%s is not",
  (name) => {
    expect(looksLikeUnit(name)).toBe(false);
  },
);

it("units are those of the columns that name them, and the department", () => {
  const { tables } = readingsOf(
    document(
      "项目支出表\n单位：元",
      drawn("项目名称 | 项目单位 | 合计\n维修 | 某市统计局 | 5\n租赁 | 其他 | 6"),
    ),
  );
  expect([...knownUnits(tables, "某市人民政府").names].sort()).toEqual([
    "某市人民政府",
    "某市统计局",
  ]);
});
