import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exactNumber, type SheetColumn, workbook } from "../../src/write/spreadsheet.ts";
import { cellsOf, unzip } from "./unzip.ts";

const columns: SheetColumn[] = [
  { heading: "编码", type: "text" },
  { heading: "金额", type: "amount" },
  { heading: "页", type: "integer" },
];
const sheet = (rows: string[][], name = "表") => workbook([{ name, columns, rows }]);

describe("exactNumber", () => {
  test.each([
    ["2411.58", 2411.58],
    ["-12.00", -12],
    ["0.00", 0],
    ["123456789012345", 123456789012345],
    ["0.1", 0.1],
  ])("%s is a number", (text, number) => {
    expect(exactNumber(text)).toBe(number);
  });

  test.each(["1234567890123456", "0.1234567890123456", "1e5", "", "甲", "1,000", "12%"])(
    "%j would not be kept",
    (text) => {
      expect(exactNumber(text)).toBeUndefined();
    },
  );

  test("gives back the digits it was given", () => {
    const digits = fc.tuple(fc.nat({ max: 999_999_999 }), fc.nat({ max: 999_999 }));
    fc.assert(
      fc.property(digits, ([whole, part]) => {
        const text = `${whole}.${String(part).padStart(6, "0")}`;
        expect(exactNumber(text)?.toFixed(6)).toBe(text);
      }),
    );
  });
});

describe("workbook", () => {
  test("writes codes as text, amounts as numbers, and as text what a number would not keep", async () => {
    const zip = await sheet([
      ["0313", "-2411.50", "7"],
      ["=1+1", "1234567890123456.5", ""],
    ]);
    expect(Object.fromEntries(cellsOf(zip, 1))).toEqual({
      A1: '"编码"',
      B1: '"金额"',
      C1: '"页"',
      A2: '"0313"',
      B2: "-2411.5",
      C2: "7",
      A3: '"=1+1"',
      B3: '"1234567890123456.5"',
    });
    expect(unzip(zip).get("xl/worksheets/sheet1.xml")?.text).not.toContain("<f>");
  });

  test("shows as many decimals as were printed", async () => {
    const styles = unzip(await sheet([["", "2411.50", ""]])).get("xl/styles.xml")?.text;
    expect(styles).toContain('formatCode="#,##0.00"');
  });

  test("freezes the headings", async () => {
    const xml = unzip(await sheet([])).get("xl/worksheets/sheet1.xml")?.text;
    expect(xml).toMatch(/<pane ySplit="1"[^>]*state="frozen"/);
  });

  test("is the same whenever it is written", async () => {
    const [one, two] = [await sheet([["a", "1", "1"]]), await sheet([["a", "1", "1"]])];
    expect(Buffer.compare(one, two)).toBe(0);
    // 1 January 1980, 00:00
    for (const { dates } of unzip(one).values()) expect(dates).toEqual([0x00210000, 0x00210000]);
  });

  test("gives sheets names that a spreadsheet accepts, no two alike", async () => {
    const long = "很".repeat(40);
    const names = ["a/b", long, long, "", "A_B"];
    const zip = await workbook(names.map((name) => ({ name, columns, rows: [] })));
    const xml = unzip(zip).get("xl/workbook.xml")?.text ?? "";
    const given = [...xml.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name = ""]) => name);
    expect(given).toEqual(["a_b", "很".repeat(27), `${"很".repeat(27)} 2`, "表", "A_B 2"]);
  });

  test("survives words that are taken in JavaScript, control characters and endless texts", async () => {
    const zip = await sheet([
      ["constructor", "", ""],
      ["__proto__", "", ""],
      ["甲\u0001乙\ud800", "", ""],
      ["长".repeat(40_000), "", ""],
      ["<&>", "", ""],
    ]);
    const cells = cellsOf(zip, 1);
    expect(cells.get("A2")?.trim()).toBe('"constructor "');
    expect(cells.get("A3")).toBe('"__proto__ "');
    expect(cells.get("A4")).toMatch(/^"甲乙/);
    expect(cells.get("A5")).toHaveLength(32_767 + 2);
    expect(cells.get("A6")).toBe('"<&>"');
  });
});
