import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { catalogueFor } from "../../src/normalise/catalogue/index.ts";
import { BY_FUNCTION, run, SPENT, table } from "./tables.ts";

/** 项 of three classes, as many as a table may have lines: figures of unknown codes are never proved. */
const ITEMS: Readonly<Record<string, string>> = {
  "201": "0301 0302 0303 0304 0305 0306 0350 0399 0404 0405 0406 0408",
  "208": "0501 0502 0503 0505 0506 0507 0508 0599 1001 1002 1004 1005",
  "210": "1101 1102 1103 1199 1501 1502 1503 1504 1505 1506 1550 1599",
};

function nameOf(code: string): string {
  const name = catalogueFor("2024").function(code)?.name;
  if (name === undefined) throw new Error(`no subject ${code}`);
  return name;
}

/**
 * Cents of basic and project expenditure by function code, in three classes. No row has one part only, so that every row says
 * which of its columns is which.
 */
const amounts = fc.array(
  fc.record({
    class: fc.constantFrom("201", "208", "210"),
    basic: fc.integer({ min: 1, max: 9_999_999 }),
    project: fc.integer({ min: 1, max: 9_999_999 }),
  }),
  { minLength: 4, maxLength: 12 },
);
type Amounts = readonly { class: string; basic: number; project: number }[];

/**
 * A sound table of these amounts: total, classes, items. All four claims are witnessed: digits and rows by sums down the
 * columns under codes with their own names, columns by sums of two parts in every row, the scale by the printed unit.
 */
function rowsOf(lines: Amounts): string[][] {
  const row = (code: string, name: string, of: Amounts): string[] => {
    const basic = of.reduce((sum, line) => sum + line.basic, 0);
    const project = of.reduce((sum, line) => sum + line.project, 0);
    return [
      code,
      name,
      ...[basic + project, basic, project].map((cents) => (cents / 100).toFixed(2)),
    ];
  };
  const classes = [...new Set(lines.map((line) => line.class))].sort();
  return [
    row("", "合计", lines),
    ...classes.flatMap((code) => {
      const own = lines.filter((line) => line.class === code);
      const codes = ITEMS[code]?.split(" ").map((rest) => code + rest) ?? [];
      const items = own.map((line, i) => row(codes[i] ?? "", nameOf(codes[i] ?? ""), [line]));
      return [row(code, nameOf(code), own), ...items];
    }),
  ];
}

const expenditure = (rows: readonly (readonly string[])[]) =>
  table("expenditure-summary", SPENT, BY_FUNCTION, rows);

describe("laws", () => {
  it("proves every figure of a sound table", () => {
    fc.assert(
      fc.property(amounts, (lines) => {
        const { facts } = run([expenditure(rowsOf(lines))]);
        expect(facts.filter(({ status }) => status !== "proved")).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it("lets no changed digit stay proved", () => {
    fc.assert(
      fc.property(amounts, fc.nat(), fc.integer({ min: 1, max: 9 }), (lines, pick, by) => {
        const rows = rowsOf(lines);
        const [row, column] = [pick % rows.length, 2 + (pick % 3)];
        const text = rows[row]?.[column] ?? "";
        const digit = String((Number(text[0]) + by) % 10);
        const wrong = rows.map((r, i) =>
          r.map((t, j) => (i === row && j === column ? digit + text.slice(1) : t)),
        );
        const { facts } = run([expenditure(wrong)]);
        const fact = facts.find((f) => f.row === row + 1 && f.column === column);
        expect(fact?.status).toBe("conflict");
        expect(fact?.money.published).toBe(digit + text.slice(1));
      }),
      { numRuns: 60 },
    );
  });

  it("does not care in which order the tables come", () => {
    fc.assert(
      fc.property(amounts, (lines) => {
        const one = expenditure(rowsOf(lines));
        const other = table(
          "general-public-expenditure",
          { ...SPENT, fund: "general_public" },
          BY_FUNCTION,
          rowsOf(lines.slice(1)),
        );
        const statuses = (tables: Parameters<typeof run>[0]) =>
          run(tables)
            .facts.map((f) => `${f.table} ${f.row},${f.column} ${f.status}`)
            .sort();
        expect(statuses([one, other])).toEqual(statuses([other, one]));
      }),
      { numRuns: 20 },
    );
  });

  /** A row shifted right by one, so that its last amount is lost: what is said of it, and of all others, must be true. */
  const shifted = (lines: Amounts, pick: number): void => {
    const rows = rowsOf(lines);
    const at = pick % rows.length;
    const damaged = rows.map((r, i) => (i === at ? [r[0], r[1], "", r[2], r[3]] : r) as string[]);
    const printed = damaged.flatMap((r) => r.slice(2)).filter((text) => text !== "");
    const { facts } = run([expenditure(damaged)]);
    expect(facts.map(({ money }) => money.published).sort()).toEqual(printed.sort());
    const lies = facts.filter(({ row, column, money, status }) => {
      const trusted = status === "proved" || status === "repaired";
      return trusted && rows[row - 1]?.[column] !== money.published;
    });
    expect(lies).toEqual([]);
  };

  it("moves amounts, and changes none", () => {
    fc.assert(fc.property(amounts, fc.nat(), shifted), { numRuns: 40 });
  });

  it.each([
    // Basic 0.02 in place of 0.01: of a sum that closes within rounding only, an amount no more than its rounding says nothing.
    [[1, 1, 1, 1], 2],
    // Project 0.04 in place of 0.05 in the total: the one sum of the table that is not exact.
    [[1, 1, 1, 2], 0],
  ])("calls no amount right that is as small as the rounding: %j", (projects, pick) => {
    shifted(
      projects.map((project) => ({ class: "201", basic: 1, project })),
      pick,
    );
  });

  it("takes no rows to add up within rounding in one column that do not in another", () => {
    // Basic 0.05 in place of 0.03 and project 0.03 in place of 0.02: both within the rounding of the class.
    const cent = { basic: 1, project: 1 };
    const lines = [
      ...Array.from({ length: 6 }, () => ({ class: "201", ...cent })),
      { class: "208", ...cent },
      { class: "208", basic: 3, project: 2 },
      { class: "208", ...cent },
      { class: "210", ...cent },
    ];
    shifted(lines, 10);
  });
});
