import { expect, it } from "vitest";
import { displayedNumber } from "../../../src/read/office/number-format.ts";
import { readWorkbook } from "../../../src/read/office/read-workbook.ts";
import { sheet, workbook } from "./xlsx.ts";

/** What Excel displays. */
it.each([
  ["0.00", 12.5, "12.50"],
  ["#,##0.00,", 1_205_000, "1,205.00"],
  ["0.00,,", 1_205_000, "1.21"],
  ["0!.0000", 1_205_000, "120.5000"],
  ["0!.0,", 1_205_000, "120.5"],
  ["0\\.0,", 1_205_000, "120.5"],
  ['0"."0,', 1_205_000, "120.5"],
  ["#!.0,", 1_205_000, "120.5"],
  ['0!.0,"万元"', 1_205_000, "120.5万元"],
  ["0!.0,", 300, "0.0"],
  ["0!.0,", -1_205_000, "-120.5"],
  ['0!.0,;(0!.0,);"-"', -1_205_000, "(120.5)"],
  ['0!.0,;(0!.0,);"-"', 0, "-"],
  ['[>=10000]0!.0,"万元";0', 1_205_000, "120.5万元"],
  ['[>=10000]0!.0,"万元";0', 9_000, "9000"],
  ["#,##0!.0,", 12_345_678_905, "1234567.9"],
  ["G/通用格式", 120.5, "120.5"],
])("%s of %d is %s", async (z, v, text) => {
  const { sheets } = await readWorkbook(workbook({ 表1: sheet([[{ v, z }]]) }));
  expect(sheets[0]?.cells[0]?.text).toBe(text);
});

it("is nobody's guess where a format cannot be applied", () => {
  expect(displayedNumber({ t: "n", v: 12.5, z: "0.0.0" })).toBeUndefined();
  expect(displayedNumber({ t: "n", v: 12.5, z: "0".repeat(1000), w: "12.5" })).toBeUndefined();
});
