import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { differencesOf } from "../../src/assemble/differences.ts";
import { type Part, partFrom, partText } from "../../src/assemble/part.ts";
import { together as putTogether } from "../../src/assemble/together.ts";
import type { Disclosure } from "../../src/model/disclosure.ts";
import { readDocument } from "../../src/run/document.ts";
import { recordsOf } from "../../src/write/records.ts";

/** A sample as its cover, which says whose it is, its narrative, and each table with its title. */
function sampleOf(name: string, end: string, title: RegExp, cover: number) {
  const url = new URL(`../../samples/${name}`, import.meta.url);
  const lines = readFileSync(url, "utf8").split("\n");
  const body = lines.slice(lines.findIndex((line) => line.replace("## ", "") === end));
  const starts = body.flatMap((line, i) => (title.test(line) ? [i] : []));
  const tables = starts.map((at, i) => body.slice(at, starts[i + 1]));
  const narrative = body.slice(0, starts[0]);
  const isNarrative = narrative.some((line) => /\d\.\d\d/.test(line));
  const chunks = [...(isNarrative ? [narrative] : []), ...tables].map((each) => each.join("\n"));
  return { name, cover: lines.slice(0, cover).join("\n"), chunks };
}

type Sample = ReturnType<typeof sampleOf>;

const HENAN = sampleOf("henan-budget-2024.txt", "第一部分", /^2024年.*表$/, 1);
const SHANDONG = sampleOf(
  "shandong-budget-2024.md",
  "第一部分 部门概况",
  /^(?:### .*表|## .*说明)$/,
  1,
);
const CHUNKS = HENAN.chunks;

async function partOf(
  { cover, name }: Sample,
  chunks: readonly string[],
): Promise<{ part: Part; trusted: number }> {
  const bytes = Buffer.from([cover, ...chunks].join("\n\n"), "utf8");
  const source = { name: `部门预算${name.slice(name.lastIndexOf("."))}`, bytes };
  const { part, disclosure } = await readDocument(source);
  const trusted = disclosure.facts.filter(({ status }) => status === "proved").length;
  return { part: partFrom(partText(part)), trusted };
}

async function together(files: readonly (readonly string[])[], sample = HENAN) {
  const parts = await Promise.all(files.map((chunks) => partOf(sample, chunks)));
  const { disclosure, standings } = putTogether(parts);
  return { standings, disclosure, differences: differencesOf(disclosure, standings) };
}

/** What a disclosure says, wherever it stands. */
function saidBy(disclosure: Disclosure) {
  const records = recordsOf(disclosure);
  const lines = (all: readonly Record<string, string>[]): string[] =>
    all
      .map(({ fact, document, place, page, bbox, line, row_no, source, ...rest }) =>
        JSON.stringify(rest),
      )
      .sort();
  return {
    facts: lines(records.facts),
    statements: lines(records.statements),
    threePublic: lines(records["three-public"]),
    indicators: lines(records.indicators),
  };
}

describe("a disclosure cut into files", () => {
  test.each([
    [HENAN, 9, 100],
    [SHANDONG, 5, 40],
  ])(
    "says what it says in one file, however it is cut: $name",
    async (sample, count, facts) => {
      const { chunks: all } = sample;
      expect(all).toHaveLength(count);
      const whole = saidBy((await together([all], sample)).disclosure);
      expect(whole.facts.length).toBeGreaterThan(facts);
      expect(whole.statements.length).toBeGreaterThan(3);
      const cuts = fc.array(fc.integer({ min: 0, max: 2 }), {
        ...{ minLength: all.length, maxLength: all.length },
      });
      await fc.assert(
        fc.asyncProperty(cuts, async (where) => {
          const files = [0, 1, 2]
            .map((file) => all.filter((_, i) => where[i] === file))
            .filter((chunks) => chunks.length > 0);
          const { disclosure, differences } = await together(files, sample);
          expect(saidBy(disclosure)).toEqual(whole);
          expect(differences).toEqual([]);
        }),
        { numRuns: 12, seed: 7 },
      );
    },
    60_000,
  );

  test("is the same in whatever order its files come", async () => {
    const files = [CHUNKS.slice(0, 1), CHUNKS.slice(1, 5), CHUNKS.slice(5)];
    const { disclosure } = await together(files);
    const reversed = (await together(files.toReversed())).disclosure;
    expect(recordsOf(reversed)).toEqual(recordsOf(disclosure));
  });

  test("says it once where a file has again what another has", async () => {
    const whole = saidBy((await together([CHUNKS])).disclosure);
    const { standings, disclosure, differences } = await together([CHUNKS, CHUNKS.slice(0, 4)]);
    expect(saidBy(disclosure)).toEqual(whole);
    expect(standings.map(({ role }) => role)).toEqual(["stands", "edition"]);
    expect(differences).toEqual([]);
  });
});

describe("two editions", () => {
  test("give the better one's figures, the other's further tables, and every difference", async () => {
    const [narrative = "", first = "", second = "", ...rest] = CHUNKS;
    const changed = second.replace("246.14", "250.00");
    expect(changed).not.toBe(second);
    const { standings, disclosure, differences } = await together([
      [first, second],
      [narrative, changed, ...rest.slice(0, 1)],
    ]);
    expect(standings.map(({ role }) => role).sort()).toEqual(["partly", "stands"]);
    const whole = saidBy(
      (await together([[narrative, first, second, ...rest.slice(0, 1)]])).disclosure,
    );
    expect(saidBy(disclosure).facts).toHaveLength(whole.facts.length);
    expect(differences).toMatchObject([
      { table: "expenditure-summary", documents: standings.map(({ document }) => document) },
    ]);
  });
});
