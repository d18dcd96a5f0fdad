import { describe, expect, it, test } from "vitest";
import { parseMoney, parseNumber } from "../../src/model/money.ts";
import { plain } from "../../src/taxonomy/plain.ts";

describe("parseNumber", () => {
  it.each([
    ...["¥1,234.56", "￥1,234.56", "¥ 1,234.56", "RMB1,234.56", "RMB 1,234.56", "人民币1,234.56"],
    ...["１，２３４．５６", "1 234.56", "+1,234.56", "1,234.56²", "1,234.56①", "1,234.56[1]"],
    ...["1,234.56*", "1,234.56〔2〕", "1,234.56（注1）", "*1,234.56", "1,234.56⁽¹⁾", "1,234.56₁"],
  ])("%s is 1234.56", (text) => expect(parseNumber(text)).toBe("1234.56"));

  it.each([
    ...[
      "-12.50",
      "−12.50",
      "–12.50",
      "—12.50",
      "‑12.50",
      "‐12.50",
      "－12.50",
      "﹣12.50",
      "- 12.50",
    ],
    ...["△12.50", "▲12.50", "△ 12.50", "(12.50)", "（12.50）", "12.50-", "12.50－", "12.50−"],
    ...["-¥12.50", "¥-12.50", "（￥12.50）", "￥（12.50）", "负12.50", "△12.50①", "（12.50）²"],
  ])("%s is -12.50", (text) => expect(parseNumber(text)).toBe("-12.50"));

  it.each([
    ...[
      "①",
      "¹",
      "²³",
      "⑴",
      "*",
      "[1]",
      "（注）",
      "-",
      "—",
      "△",
      "",
      "#####",
      "#REF!",
      "12%",
      "3-5",
    ],
    ...[
      "752 38",
      "12 5",
      "1 2345",
      "12.\ufffd0",
      "7\ufffd52",
      "12.50—",
      "$12.50",
      "12.50万元",
      "1.2.3",
    ],
  ])("%s is no number", (text) => expect(parseNumber(text)).toBeUndefined());

  it("digits all set apart are one number", () => {
    expect(parseNumber("2 0 1 . 0 3")).toBe("201.03");
  });
});

test("an amount may say its unit, in full or short, with a currency before and a mark behind", () => {
  const read = (text: string) => {
    const money = parseMoney(text, "元");
    return money && [money.published, money.unit];
  };
  expect(read("￥12.50万元")).toEqual(["12.50", "万元"]);
  expect(read("12.50万")).toEqual(["12.50", "万元"]);
  expect(read("12.50元①")).toEqual(["12.50", "元"]);
  expect(read("1.2亿")).toEqual(["1.2", "亿元"]);
  expect(read("RMB 12.50")).toEqual(["12.50", "元"]);
  expect(read("12.50万人")).toBeUndefined();
});

test("labels and codes are compared without marks; an ordinal before words is none", () => {
  expect(plain("公务接待费①")).toBe("公务接待费");
  expect(plain("公务接待费¹")).toBe("公务接待费");
  expect(plain("公务接待费*")).toBe("公务接待费");
  expect(plain("2080501²")).toBe("2080501");
  expect(plain("财预〔2024〕12号")).toBe("财预〔2024〕12号");
  expect(plain("①")).toBe("1");
  expect(plain("③=①+②")).toBe("3=1+2");
});
