import type { Fact } from "../../../src/model/fact.ts";

/** Kind, amount and status of each figure. */
export function statusesOf(facts: readonly Fact[]) {
  return facts.map(({ kind, money, status }) => [kind, money.published, status]);
}

/** Those of the table that the Office documents of these tests print: four rows of 合计, 基本支出 and 项目支出. */
export const FOUR_ROWS = Array.from({ length: 4 }, () => [
  ["total", "120.50", "proved"],
  ["basic", "80.20", "proved"],
  ["project", "40.30", "proved"],
]).flat();
