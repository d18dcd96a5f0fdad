import { describe, expect, test } from "vitest";
import type { Table } from "../../src/model/table.ts";
import { BY_FUNCTION, factAt, run, SPENT, statement, statuses, table } from "./tables.ts";

/** A table of which all amounts are recognised; `5.00|8.00` is read as the first and may be the second. */
function scanned(
  rows: readonly (readonly string[])[],
  id: Table["id"] = "expenditure-summary",
): Table {
  const printed = table(
    id,
    SPENT,
    BY_FUNCTION,
    rows.map((row) => row.map((text) => text.split("|")[0] ?? "")),
  );
  return {
    ...printed,
    rows: printed.rows.map((row, i) => ({
      ...row,
      cells: row.cells.map((cell) => {
        const readings = (rows[i]?.[cell.column] ?? "").split("|");
        const sure = readings.length > 1 ? 0.6 : 0.99;
        return {
          ...cell,
          place: { ...cell.place, recognised: { sure, readings, likely: readings.length } },
        };
      }),
    })),
  };
}

const ROWS = [
  ["", "合计", "900.00", "440.75", "459.25"],
  ["213", "农林水支出", "600.00", "300.00", "300.00"],
  ["201", "一般公共服务支出", "300.00", "140.75", "159.25"],
];

/** The rows with one amount printed otherwise. */
function withAmount(row: number, column: number, text: string): string[][] {
  return ROWS.map((cells, i) => cells.map((cell, j) => (i === row && j === column ? text : cell)));
}

describe("amounts that were recognised in a picture", () => {
  test("are proved by sums", () => {
    expect(run([scanned(ROWS)]).facts.map(({ status }) => status)).toEqual(Array(9).fill("proved"));
  });

  test("that a sum contradicts are read as the one reading that satisfies everything", () => {
    const result = run([scanned(withAmount(2, 3, "148.75|140.75|146.75"))]);
    expect(factAt(result, 3, 3)).toMatchObject({
      status: "repaired",
      reasons: ["reread"],
      money: { published: "140.75" },
    });
    expect(statuses(result).filter((line) => !line.endsWith(" proved"))).toEqual([
      "3,3 140.75 repaired",
    ]);
    expect(result.checks.filter(({ check }) => check === "repair")).toMatchObject([
      { outcome: "repaired", expected: "140.75", found: "148.75 140.75 146.75", row: 3 },
    ]);
  });

  test("are never read as what the recogniser does not offer", () => {
    const result = run([scanned(withAmount(2, 3, "148.75|146.75"))]);
    expect(factAt(result, 3, 3)).toMatchObject({ status: "conflict" });
    expect(factAt(result, 3, 3).money.published).toBe("148.75");
  });

  test("stay as they were read first where two readings would do", () => {
    // Its row and its column fail; two lines of the row may be at fault, each in two ways.
    const result = run([
      scanned([["213", "农林水支出", "600.00|601.00", "300.00|299.00", "301.00|300.00"]]),
    ]);
    expect(result.facts.map(({ money, status }) => `${money.published} ${status}`)).not.toContain(
      "300.00 repaired",
    );
    expect(result.facts.some(({ status }) => status === "proved" || status === "repaired")).toBe(
      false,
    );
  });

  test("prove nothing where errors of two would make up for each other", () => {
    const row = (total: string, basic: string) =>
      run([scanned([["213", "农林水支出", total, basic, "300.00"]])]).facts.map(
        ({ status, reasons }) => `${status} ${reasons[0] ?? ""}`,
      );
    expect(row("1100.00|800.00", "800.00|500.00")).toEqual([
      ...Array(3).fill("unproved recognition-unsure"),
    ]);
    // Where only one of them is unsure, the others decide.
    expect(row("1100.00", "800.00|500.00")).not.toContain("unproved recognition-unsure");
  });

  test("are not stated by a sentence that says the same, without a sum", () => {
    const alone = scanned([["213", "农林水支出", "600.00", "", ""]]);
    const said = statement({ ...SPENT, functionCode: "213" }, "600.00");
    const result = run([alone], [said]);
    expect(factAt(result, 1, 2)).toMatchObject({ status: "unproved" });
    expect(factAt(result, 1, 2).reasons[0]).toBe("recognition-unsure");
    const printed = table("expenditure-summary", SPENT, BY_FUNCTION, [
      ["213", "农林水支出", "600.00", "", ""],
    ]);
    expect(factAt(run([printed], [said]), 1, 2).status).toBe("stated");
  });

  test("are proved within rounding where no other reading is within it too", () => {
    const rounded = (total: string) => [
      ["", "合计", total, "440.75", "459.25"],
      ["213", "农林水支出", "600.00", "300.00", "300.00"],
      ["201", "一般公共服务支出", "300.00", "140.75", "159.25"],
    ];
    expect(factAt(run([scanned(rounded("900.01"))]), 1, 2).status).toBe("proved");
    // What is printed may as well be 900.00 or 900.02.
    expect(factAt(run([scanned(rounded("900.01|900.00"))]), 1, 2).status).not.toBe("proved");
    expect(factAt(run([scanned(rounded("900.01|908.01"))]), 1, 2).status).toBe("proved");
  });

  test("are read otherwise beside a total of which rows are missing", () => {
    const result = run([
      scanned([
        ["", "合计", "1,000.00", "490.75", "509.25"],
        ["213", "农林水支出", "600.00|800.00", "300.00", "300.00"],
        ["21301", "农业农村", "48250|482.50", "282.50", "200.00"],
        ["21302", "林业和草原", "117.50", "17.50", "100.00"],
        ["201", "一般公共服务支出", "300.00", "140.75", "159.25"],
      ]),
    ]);
    expect(factAt(result, 3, 2)).toMatchObject({
      status: "repaired",
      money: { published: "482.50" },
    });
  });

  test("in a cell that is higher than others of its row may be the next row's", () => {
    const high = (printed: Table, row: number, column: number, y1: number) => ({
      ...printed,
      rows: printed.rows.map((one) => ({
        ...one,
        cells: one.cells.map((cell) => {
          const [top, left] = [10 * one.index, 50 * cell.column];
          const isHigh = one.index === row && cell.column === column;
          const box = { x0: left, x1: left + 50, y0: top, y1: isHigh ? y1 : top + 10 };
          return { ...cell, place: { ...cell.place, box } };
        }),
      })),
    });
    expect(factAt(run([high(scanned(ROWS), 2, 4, 31)]), 2, 4).status).toBe("proved");
    expect(factAt(run([high(scanned(ROWS), 2, 4, 40)]), 2, 4)).toMatchObject({
      status: "unproved",
      reasons: ["row-damaged"],
    });
    // The lines of a print are all there.
    const printed = table("expenditure-summary", SPENT, BY_FUNCTION, ROWS);
    expect(factAt(run([high(printed, 2, 4, 40)]), 2, 4).status).toBe("proved");
  });
});
