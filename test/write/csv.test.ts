import fc from "fast-check";
import { parseString } from "fast-csv";
import { describe, expect, test } from "vitest";
import { csvFile, csvHeader, csvRows, rowsOf } from "../../src/write/csv.ts";
import { dataset, field } from "../../src/write/dataset.ts";
import { trueText } from "../../src/write/formula.ts";

describe("csvFile", () => {
  test("begins with a byte-order mark, ends every row with LF, quotes what needs it", async () => {
    const text = await csvFile(
      ["名称", "金额"],
      [
        ["甲,乙", "1"],
        ['说"好"', "-2.50"],
        ["两\n行", ""],
      ],
    );
    expect(text).toBe('\uFEFF名称,金额\n"甲,乙",1\n"说""好""",-2.50\n"两\n行",\n');
  });

  test("leaves the byte-order mark out where asked", async () => {
    expect(await csvFile(["a"], [["1"]], { bom: false })).toBe("a\n1\n");
  });

  test("has a header even without rows", async () => {
    expect(await csvFile(["a", "b"], [])).toBe("\uFEFFa,b\n");
    expect(await csvRows([])).toBe("");
  });

  test("makes formulas harmless in headings too, and leaves amounts numbers", async () => {
    expect(await csvHeader(["=1+1"], { bom: false })).toBe("'=1+1\n");
    expect(await csvRows([["=1+1", "-4.00"]])).toBe("'=1+1,-4.00\n");
  });

  test("quotes a carriage return and leaves out NUL", async () => {
    expect(await csvRows([["a\rb", "c\0d"]])).toBe('"a\rb",cd\n');
  });

  test("gives back every text that a reader of RFC 4180 takes from it", async () => {
    const cell = fc.string({ unit: fc.constantFrom(..."甲乙,\"'\n =-+@1.x|;") });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constant("x"), cell, cell), { minLength: 1 }),
        async (rows) => {
          const read = await parse(await csvFile(["a", "b", "c"], rows));
          expect(read.slice(1).map((row) => row.map(trueText))).toEqual(rows);
        },
      ),
      { numRuns: 200 },
    );
  });
});

test("rowsOf follows the order of the declaration", () => {
  const declared = dataset({
    name: "d",
    title: "",
    description: "",
    fields: [field("text", "b", "", ""), field("text", "a", "", "")],
  });
  expect(rowsOf(declared, [{ a: "1", b: "2" }])).toEqual([["2", "1"]]);
});

function parse(text: string): Promise<string[][]> {
  const rows: string[][] = [];
  return new Promise((resolve, reject) => {
    parseString<string[], string[]>(text, { headers: false })
      .on("data", (row: string[]) => rows.push(row))
      .on("error", reject)
      .on("end", () => resolve(rows));
  });
}
