import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, it } from "vitest";
import { readStatements } from "../../../src/narrate/prose/statements.ts";
import { identify } from "../../../src/normalise/identity/index.ts";
import { layoutOf } from "../../../src/run/layout-of.ts";
import { expectAsked, type Kind, noScores } from "../asked.ts";

const CORPUS = process.env.YUSUAN_CORPUS;

/**
 * What the sentences of real disclosures state, each line read beside its sentence: subject, measure, period, stage, amount,
 * direction, amount and percentage of the change, its base, and how the reason begins. Targets of performance are left out.
 */
type Line = readonly string[];
const COLUMNS = 10;

function expected(): Map<string, Line[]> {
  const lists = new Map<string, Line[]>();
  let list: Line[] = [];
  const text = readFileSync(new URL("documents.tsv", import.meta.url), "utf8");
  for (const row of text.trimEnd().split("\n").slice(1)) {
    if (row.startsWith("# ")) {
      list = [];
      lists.set(row.slice(2), list);
    } else list.push(Array.from({ length: COLUMNS }, (_, i) => row.split("\t")[i] ?? ""));
  }
  return lists;
}

async function found(name: string): Promise<Line[]> {
  const bytes = readFileSync(join(CORPUS ?? "", name));
  const { blocks } = await layoutOf({ name: basename(name), bytes });
  const { identity } = identify(blocks, [], basename(name));
  return readStatements(blocks, { ...identity }).statements.flatMap((one) => {
    if (one.measure === "target") return [];
    const counted = one.count ? `${one.count}${one.measureUnit}` : undefined;
    const other = `${one.published ?? ""}${one.unit ?? ""}`;
    const amount = one.money ? `${one.money.published}${one.money.unit}` : (counted ?? other);
    const stage = one.coordinates.stage ?? "";
    const change = [one.change, one.changeMoney?.published, one.changePercent, one.base];
    const reason = one.reason?.slice(0, 10);
    return [
      [one.subject, one.measure, one.period, stage, amount, ...change, reason].map((x) => x ?? ""),
    ];
  });
}

const plain = (name = "") => name.replace(/[^\p{Script=Han}\d]/gu, "");
/** A name may have more words in the one than in the other. */
const isSubject = (a: string, b: string) =>
  plain(a).includes(plain(b)) || plain(b).includes(plain(a));

/** How many lines of the first list the second one has, each once. */
function matched(
  lines: readonly Line[],
  others: readonly Line[],
  columns: readonly number[],
): number {
  const left = [...others];
  return lines.filter((line) => {
    const at = left.findIndex(
      (other) =>
        isSubject(line[0] ?? "", other[0] ?? "") &&
        columns.every((column) => line[column] === other[column]),
    );
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
}

const [MEASURE, PERIOD, STAGE, AMOUNT] = [1, 2, 3, 4];
const CHANGE = [5, 6, 7, 8];
const [REASON] = [9];

describe.skipIf(!CORPUS)("what real sentences state", () => {
  it("is read with its subject, measure, year, stage and base", { timeout: 60_000 }, async () => {
    const lists = expected();
    const scores = noScores();
    for (const [name, right] of lists) {
      const read = await found(name);
      const kinds = {
        amounts: [
          (line: Line) => line[AMOUNT] !== "" && line[MEASURE] !== "count",
          [MEASURE, PERIOD, STAGE, AMOUNT],
        ],
        changes: [(line: Line) => line[5] !== "", [AMOUNT, ...CHANGE]],
        reasons: [(line: Line) => line[REASON] !== "", [AMOUNT, REASON]],
        counts: [(line: Line) => line[MEASURE] === "count", [PERIOD, AMOUNT]],
      } as const;
      for (const [kind, [is, columns]] of Object.entries(kinds)) {
        const [here, there] = [right.filter(is), read.filter(is)];
        const score = scores[kind as Kind];
        score.hits += matched(here, there, columns);
        score.right += here.length;
        score.read += there.length;
      }
    }
    expectAsked(scores);
  });
});
