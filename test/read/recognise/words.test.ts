import { expect, test } from "vitest";
import { withKnownWords } from "../../../src/read/recognise/words.ts";

const put = (text: string) => withKnownWords([...text]).join("");

test("slips in the words of headings are put right", () => {
  expect(put("一般公共预算财政拔款支出决算表")).toBe("一般公共预算财政拨款支出决算表");
  expect(put("2024年一般公共预算基木支出表")).toBe("2024年一般公共预算基本支出表");
  expect(put("国有贵本经莒预算")).toBe("国有资本经营预算");
});

test("slips in a piece of such a word that is a line by itself are put right", () => {
  expect(["搜款", "工货福", "利支岀", "基木", "款"].map(put)).toEqual([
    ...["拨款", "工资福", "利支岀", "基本", "款"],
  ]);
  expect(["收人情况", "木年度", "木"].map(put)).toEqual(["收人情况", "木年度", "木"]);
});

test("other words, and digits, stay", () => {
  for (const text of [
    "2024年收支预算表",
    "上年结余",
    "基建支出",
    "经费支出",
    "公务用车购置及运行维护费",
  ])
    expect(put(text)).toBe(text);
  for (const text of ["事业支出", "其他支出", "单位1金", "206.40", "人员"])
    expect(put(text)).toBe(text);
});
