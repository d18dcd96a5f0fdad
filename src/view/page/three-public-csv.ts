import { withoutFormula } from "../../write/formula.ts";
import type { ThreePublicLine } from "../overview.ts";

/** Lines under the names of three-public.csv, for spreadsheets: byte-order mark, RFC 4180, no formula. */
export function csvOf(lines: readonly ThreePublicLine[]): string {
  const names = Object.keys(lines[0] ?? {}) as (keyof ThreePublicLine)[];
  const rows = [names, ...lines.map((line) => names.map((name) => line[name]))];
  return `\uFEFF${rows.map((row) => `${row.map(quoted).join(",")}\n`).join("")}`;
}

function quoted(text: string): string {
  const safe = withoutFormula(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
