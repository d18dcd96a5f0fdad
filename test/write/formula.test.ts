import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { trueText, withoutFormula } from "../../src/write/formula.ts";

describe("withoutFormula", () => {
  test.each([
    "=1+1",
    "+1+1",
    "-1+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n1",
    "＝1+1",
    "＠SUM(A1)",
    " =1+1",
    "\u3000=1+1",
    '=HYPERLINK("http://example.com","x")',
  ])("keeps %j from running", (text) => {
    expect(withoutFormula(text)).toBe(`'${text}`);
  });

  test.each(["-12.00", "+3", "12", "-5%", "=", "-", "", "基本工资", "a=b", "'", "≥90%", "1-3"])(
    "leaves %j alone",
    (text) => {
      expect(withoutFormula(text)).toBe(text);
    },
  );

  test("tells a text that looks escaped from one that is", () => {
    expect(withoutFormula("'=1+1")).toBe("''=1+1");
    expect(trueText("''=1+1")).toBe("'=1+1");
    expect(trueText("'90年代")).toBe("'90年代");
  });

  test("is reversible, and what it gives never begins with a sign unless it is harmless", () => {
    const text = fc.string({ unit: fc.constantFrom(..."'=+-@＝\t\r\n \u30001.%x元") });
    fc.assert(
      fc.property(text, (original) => {
        const cell = withoutFormula(original);
        expect(trueText(cell)).toBe(original);
        if (/^[=+\-@\t\r\n＝]/.test(cell)) expect(cell).toMatch(/^([-+]?\d+(\.\d+)?%?|[=+\-@＝])$/);
      }),
      { numRuns: 2_000 },
    );
  });
});
