import { readdirSync, readFileSync } from "node:fs";
import type { Block } from "../../../src/model/block.ts";
import type { Stage } from "../../../src/model/coordinates.ts";
import { readStatements } from "../../../src/narrate/prose/statements.ts";
import { foldSentence } from "../../../src/narrate/prose/tokens.ts";
import type { Kind } from "../asked.ts";

/**
 * What a sentence states. In the lists it stands below its paragraph, as `= subject | measure | amount | change | base | reason |
 * period`; what is left out at the end is empty, the period this year's, the stage that of the measure. A narrative begins with
 * `# year stage department`.
 */
export interface Line {
  readonly subject: string;
  readonly measure: string;
  readonly amount: string;
  /** `+12.5 3.2%`, `-`, `0`: direction, amount and percentage. */
  readonly change: string;
  readonly base: string;
  readonly reason: string;
  readonly period: string;
  readonly stage: string;
}

/** A paragraph with what is expected of it. */
interface Passage {
  readonly text: string;
  readonly lines: Line[];
}

interface Narrative {
  readonly name: string;
  readonly year: string;
  readonly stage: Stage;
  readonly department: string;
  readonly passages: readonly Passage[];
}

const folder = new URL(".", import.meta.url);

export function narratives(): Narrative[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .flatMap((name) =>
      readFileSync(new URL(name, folder), "utf8")
        .split(/^# /m)
        .slice(1)
        .map((text) => narrativeOf(text)),
    );
}

function narrativeOf(text: string): Narrative {
  const [head = "", ...rows] = text.trimEnd().split("\n");
  const [year = "", stage = "", department = ""] = head.split(" ");
  const passages: Passage[] = [];
  for (const row of rows) {
    if (row.startsWith("= ")) passages.at(-1)?.lines.push(lineOf(row.slice(2), stage));
    else passages.push({ text: row, lines: [] });
  }
  return { name: head, year, stage: stage as Stage, department, passages };
}

function lineOf(row: string, stage: string): Line {
  const cells = row.split("|").map((cell) => cell.trim());
  const [subject = "", measure = "", amount = "", printed = "", base = "", reason = ""] = cells;
  // 减少0万元 is no change.
  const change = printed.replace(/^[+-](?=0[.0]*(?: 0[.0]*%)?$)/, "0");
  const own =
    { budget: "budget", adjusted: "adjusted", final: "final", execution: "final" }[measure] ??
    stage;
  const period = cells[6] || "current";
  return { subject, measure, amount, change, base, reason, period, stage: own };
}

/** What the program reads of a narrative, by paragraph. */
export function found({ year, stage, department, passages }: Narrative): Line[][] {
  const blocks = passages.map(
    ({ text }, i): Block => ({ type: "paragraph", text, place: { line: i + 1 } }),
  );
  const { statements } = readStatements(blocks, { year, stage, department });
  return passages.map((_, i) =>
    statements
      .filter(({ place, measure }) => place.line === i + 1 && measure !== "target")
      .map((one) => {
        const signs: Record<string, string> = { increase: "+", decrease: "-", none: "0" };
        const percent = one.changePercent && ` ${one.changePercent}%`;
        const change = `${signs[one.change ?? ""] ?? ""}${one.changeMoney?.published ?? ""}${percent ?? ""}`;
        const counted = one.count && `${one.count}${one.measureUnit}`;
        const printed = counted ?? `${one.published ?? ""}${one.unit ?? ""}`;
        return {
          subject: one.subject,
          measure: one.measure,
          amount: one.money ? `${one.money.published}${one.money.unit}` : printed,
          change,
          base: one.base ?? "",
          reason: one.reason ?? "",
          period: one.period,
          // What no vocabulary knows has no coordinates, and no stage.
          stage: one.coordinates.stage ?? "",
        };
      }),
  );
}

const plain = (name: string) => foldSentence(name).replace(/[^\p{Script=Han}\d]/gu, "");
/** A name may have more words in the one than in the other. */
const isSubject = (a: Line, b: Line) =>
  plain(a.subject).includes(plain(b.subject)) || plain(b.subject).includes(plain(a.subject));
const isTime = (a: Line, b: Line) =>
  a.period === b.period && (a.stage === b.stage || a.stage === "" || b.stage === "");

/** What is scored: the lines that are of a kind, and when one of them is right. */
export const KINDS = {
  amounts: {
    is: ({ amount, measure }: Line) => amount !== "" && measure !== "count",
    same: (a: Line, b: Line) => isTime(a, b) && a.measure === b.measure && a.amount === b.amount,
  },
  changes: {
    is: ({ change }: Line) => change !== "",
    same: (a: Line, b: Line) =>
      a.amount === b.amount && a.change === b.change && a.base === b.base && isTime(a, b),
  },
  reasons: {
    is: ({ reason }: Line) => reason !== "",
    same: (a: Line, b: Line) =>
      a.amount === b.amount && (a.reason.startsWith(b.reason) || b.reason.startsWith(a.reason)),
  },
  counts: {
    is: ({ measure }: Line) => measure === "count",
    same: (a: Line, b: Line) => a.period === b.period && a.amount === b.amount,
  },
} as const;
/** The lines of the one list that the other lacks, each matched once. */
export function lacking(kind: Kind, lines: readonly Line[], others: readonly Line[]): Line[] {
  const { is, same } = KINDS[kind];
  const left = others.filter(is);
  return lines.filter(is).filter((line) => {
    const at = left.findIndex((other) => isSubject(line, other) && same(line, other));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
