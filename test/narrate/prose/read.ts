import type { Block } from "../../../src/model/block.ts";
import type { Stage } from "../../../src/model/coordinates.ts";
import {
  type NarrativeReading,
  type NarrativeStatement,
  readStatements,
} from "../../../src/narrate/prose/statements.ts";

/** Reads paragraphs of a made-up department's budget (or final account) of 2024. */
export function read(paragraphs: readonly string[], stage: Stage = "budget"): NarrativeReading {
  const blocks = paragraphs.map(
    (text, i): Block => ({ type: "paragraph", text, place: { line: i + 1 } }),
  );
  return readStatements(blocks, { year: "2024", department: "云山市档案局", stage });
}

/** A statement on one line: topic, subject, measure, period, amount, change, coordinates. */
export function line(statement: NarrativeStatement): string {
  const { topic, subject, measure, period, money, published, unit, coordinates } = statement;
  const { stage: _stage, period: _period, ...rest } = coordinates;
  const amount = money ? `${money.published}${money.unit}` : `${published ?? ""}${unit ?? ""}`;
  const change = [
    statement.change,
    statement.changeMoney?.published,
    statement.changePercent && `${statement.changePercent}%`,
  ];
  const where = Object.entries(rest)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`);
  return [topic, subject, measure, period, amount, ...change, where.join(",")]
    .filter((part) => part !== undefined && part !== "")
    .join(" ");
}
