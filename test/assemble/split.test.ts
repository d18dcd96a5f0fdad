import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { differencesOf } from "../../src/assemble/differences.ts";
import { type Part, partFrom, partText } from "../../src/assemble/part.ts";
import { together as putTogether } from "../../src/assemble/together.ts";
import type { Disclosure } from "../../src/model/disclosure.ts";
import { readDocument } from "../../src/run/document.ts";
import { recordsOf } from "../../src/write/records.ts";

const SAMPLE = readFileSync(
  new URL("../../samples/henan-budget-2024.txt", import.meta.url),
  "utf8",
).split("\n");

const COVER = SAMPLE.slice(0, 1).join("\n");

/** The narrative and each table of the sample, with its title. */
const CHUNKS = (() => {
  const starts = SAMPLE.flatMap((line, i) => (/^2024年.*表$/.test(line) ? [i] : []));
  const [first = 0] = starts;
  const narrative = SAMPLE.slice(SAMPLE.indexOf("第一部分"), first);
  return [narrative, ...starts.map((at, i) => SAMPLE.slice(at, starts[i + 1]))].map((lines) =>
    lines.join("\n"),
  );
})();

async function partOf(chunks: readonly string[]): Promise<{ part: Part; trusted: number }> {
  const bytes = Buffer.from([COVER, ...chunks].join("\n\n"), "utf8");
  const { part, disclosure } = await readDocument({ name: "部门预算.txt", bytes });
  const trusted = disclosure.facts.filter(({ status }) => status === "proved").length;
  return { part: partFrom(partText(part)), trusted };
}

async function together(files: readonly (readonly string[])[]) {
  const { disclosure, standings } = putTogether(await Promise.all(files.map(partOf)));
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
  test("has its narrative, and its tables one by one", () => {
    expect(CHUNKS).toHaveLength(9);
  });

  test("says what it says in one file, however it is cut", async () => {
    const whole = saidBy((await together([CHUNKS])).disclosure);
    expect(whole.facts.length).toBeGreaterThan(100);
    const cuts = fc.array(fc.integer({ min: 0, max: 2 }), {
      ...{ minLength: CHUNKS.length, maxLength: CHUNKS.length },
    });
    await fc.assert(
      fc.asyncProperty(cuts, async (where) => {
        const files = [0, 1, 2]
          .map((file) => CHUNKS.filter((_, i) => where[i] === file))
          .filter((chunks) => chunks.length > 0);
        const { disclosure, differences } = await together(files);
        expect(saidBy(disclosure)).toEqual(whole);
        expect(differences).toEqual([]);
      }),
      { numRuns: 12, seed: 7 },
    );
  }, 60_000);

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
