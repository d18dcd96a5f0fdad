import fc from "fast-check";
import { expect, test } from "vitest";
import { type Candidate, compareCandidates, standings } from "../../src/run/editions.ts";

function candidate(
  source: string,
  document: string,
  modified: string,
  stem = "2024/甲/budget",
): Candidate {
  const line = {
    document,
    year: "2024",
    division_code: "410500",
    department: "甲",
    stage: "budget",
    scope: "department",
  };
  return { source, stem, modified, line };
}

test("of three editions the one modified last stands, of two alike the one whose name sorts last", () => {
  const found = standings([
    candidate("c", "3", "100"),
    candidate("a", "1", "2000"),
    candidate("b", "2", "2000"),
    candidate("other", "4", "1", "2023/甲/budget"),
  ]);
  expect(Object.fromEntries(found)).toEqual({
    a: { role: "older", than: "b" },
    b: { role: "current" },
    c: { role: "older", than: "b" },
    other: { role: "current" },
  });
});

test("of the same bytes the first by name stands, whatever its time", () => {
  const found = standings([
    candidate("b", "1", "1"),
    candidate("a", "1", "9"),
    candidate("c", "2", "5"),
  ]);
  expect(Object.fromEntries(found)).toEqual({
    a: { role: "current" },
    b: { role: "duplicate", than: "a" },
    c: { role: "older", than: "a" },
  });
});

test("exactly one document stands for each place, whatever order they come in", () => {
  const any = fc.record({
    source: fc.string(),
    document: fc.constantFrom("1", "2", "3", "4", "5"),
    modified: fc.constantFrom("1", "2", "3"),
    stem: fc.constantFrom("x", "y"),
  });
  fc.assert(
    fc.property(fc.uniqueArray(any, { selector: ({ source }) => source }), (all) => {
      // The same bytes are about the same thing.
      const candidates = all.map(({ source, document, modified }) =>
        candidate(source, document, modified, Number(document) < 3 ? "x" : "y"),
      );
      const found = standings(candidates);
      const current = candidates.filter(({ source }) => found.get(source)?.role === "current");
      expect(found.size).toBe(candidates.length);
      expect(current.map(({ stem }) => stem).toSorted()).toEqual(
        [...new Set(candidates.map(({ stem }) => stem))].toSorted(),
      );
      expect([...standings(candidates.toReversed())].toSorted()).toEqual([...found].toSorted());
    }),
  );
});

test("documents are ordered by year, division, department, stage, scope and id", () => {
  const base = candidate("", "5", "0");
  const ordered = [
    { ...base.line, year: "2023" },
    { ...base.line, division_code: "110000" },
    { ...base.line, department: "乙" },
    { ...base.line, document: "1" },
    base.line,
    { ...base.line, scope: "unit" },
    { ...base.line, stage: "final" },
    { ...base.line, department: "甲甲" },
  ].map((line) => ({ ...base, line }));
  expect(ordered.toReversed().sort(compareCandidates)).toEqual(ordered);
});
