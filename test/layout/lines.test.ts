import { describe, expect, it } from "vitest";
import { joinLines } from "../../src/layout/lines.ts";
import { parseNumber } from "../../src/model/money.ts";

describe("joinLines", () => {
  it.each([
    [["财政对城乡居民基本", "医疗保险基金的补助"], "财政对城乡居民基本医疗保险基金的补助"],
    [["World", "Bank"], "World Bank"],
    // A number that wraps in a narrow column is one number.
    [["91,016,77", "5.35"], "91,016,775.35"],
    [["2,940", ".05"], "2,940.05"],
    [["26,838.7", "2"], "26,838.72"],
    [["20805", "05"], "2080505"],
  ])("joins %j", (lines, text) => {
    expect(joinLines(lines)).toBe(text);
  });

  it.each([[["1,234.00", "0"]], [["156,211,123", "56,505,103"]], [["12.50", "8.00"]]])(
    "never makes one number of two amounts: %j",
    (lines) => {
      expect(parseNumber(joinLines(lines))).toBeUndefined();
    },
  );
});
