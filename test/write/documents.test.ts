import { describe, expect, test } from "vitest";
import { documentRecord } from "../../src/write/documents.ts";
import { disclosure, incomeSummary } from "./fixture.ts";

describe("documentRecord", () => {
  const record = documentRecord({ outcome: "done", disclosure: disclosure() });

  test("says who published what", () => {
    expect(record).toMatchObject({
      source: "inbox/某市档案馆.pdf",
      document: "d0123456789abcdef",
      division_code: "410500",
      department_code: "0313",
      department: "安阳市档案馆",
      year: "2024",
      stage: "budget",
      scope: "department",
      outcome: "done",
      reason: "",
      pages: "12",
      scanned_pages: "11 12",
      recognised_pages: "",
      tables: "4",
      tables_empty: "",
      tables_absent: "state-capital-expenditure carry-over",
    });
  });

  test("carries counts that add up", () => {
    expect(record).toMatchObject({
      facts: "13",
      proved: "8",
      stated: "1",
      repaired: "1",
      unproved: "2",
      conflict: "1",
      unplaced: "1",
      indicators: "1",
      statements: "1",
    });
    const { proved, stated, repaired, unproved, conflict } = record;
    const sum = [proved, stated, repaired, unproved, conflict].reduce((n, x) => n + Number(x), 0);
    expect(String(sum)).toBe(record.facts);
  });

  test("names tables declared empty", () => {
    const empty = { ...incomeSummary, rows: [], declaredEmpty: "本表无数据" };
    const tables = [empty];
    expect(
      documentRecord({ outcome: "done", disclosure: disclosure({ tables, facts: [] }) }),
    ).toMatchObject({ tables: "1", tables_empty: "income-summary", facts: "0" });
  });

  test("gives a failed source a line with its reason", () => {
    const failure = { source: "a.pdf", sha256: "f".repeat(64), reason: "no text layer on page 1" };
    expect(documentRecord({ outcome: "failed", failure })).toMatchObject({
      source: "a.pdf",
      document: "dffffffffffffffff",
      outcome: "failed",
      reason: "no text layer on page 1",
      pages: "",
      facts: "0",
      conflict: "0",
    });
    const unread = { source: "b.pdf", reason: "permission denied" };
    expect(documentRecord({ outcome: "failed", failure: unread })).toMatchObject({ document: "" });
  });
});
