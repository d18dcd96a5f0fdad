import { describe, expect, it } from "vitest";
import { factAt, run, SPENT, statuses, table } from "../tables.ts";

/** “三公”经费 of two years with their changes in 万元 and in percent, as 浙江 and others print it. */
function twoYears(rows: readonly (readonly string[])[], changeFirst = false) {
  const percent = ["change", {}, "增减（%）"] as const;
  const amount = ["change", {}, "增减额"] as const;
  return table(
    "three-public",
    SPENT,
    [
      ["label"],
      ["amount", { period: "previous" }, "2023年预算数"],
      ["amount", { period: "current" }, "2024年预算数"],
      ...(changeFirst ? [percent, amount] : [amount, percent]),
    ],
    rows,
  );
}

const ROWS = [
  ["“三公”经费合计", "12.00", "11.00", "-1.00", "-8.33"],
  ["1.因公出国（境）费用", "0.00", "0.00", "0.00", "-"],
  ["2.公务接待费", "4.00", "3.00", "-1.00", "-25.00"],
  ["3.公务用车购置及运行维护费", "8.00", "8.00", "0.00", "0.00"],
];

describe("a column of changes", () => {
  it("witnesses which of two columns is which year, and their digits", () => {
    expect(statuses(run([twoYears(ROWS)])).filter((line) => !line.endsWith(" proved"))).toEqual([]);
  });

  it("contradicts two years whose headings changed places, and with them all columns of either", () => {
    const exchanged = ROWS.map(([label = "", a = "", b = "", ...more]) => [label, b, a, ...more]);
    const { facts } = run([twoYears(exchanged)]);
    for (const reason of ["column-unwitnessed", "heading-doubtful"] as const) {
      expect(facts.map(({ reasons }) => reasons.includes(reason))).toEqual(Array(8).fill(true));
    }
  });

  it("is believed only where all its rows agree: a percentage is no change of money", () => {
    const wrong = ROWS.map((row, i) => (i === 2 ? [...row.slice(0, 3), "-1.50", "-25.00"] : row));
    expect(factAt(run([twoYears(wrong)]), 1, 2).reasons).toContain("column-unwitnessed");
    const percents = ROWS.map(([label = "", a = "", b = "", , c = ""]) => [label, a, b, c]);
    expect(factAt(run([twoYears(percents)]), 1, 2).reasons).toContain("column-unwitnessed");
  });
});
