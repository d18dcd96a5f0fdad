import type { ThreePublicLine } from "./overview.ts";

/** What a view of the three-public figures is narrowed to; empty for everything. */
export interface ThreePublicQuery {
  readonly q?: string | undefined;
  readonly year?: string | undefined;
  readonly stage?: string | undefined;
  readonly department?: string | undefined;
}

/** The lines of this year that a query asks for, the largest total first; in the order of years for one department. */
export function linesFor(
  lines: readonly ThreePublicLine[],
  query: ThreePublicQuery,
): ThreePublicLine[] {
  const { q = "", year, stage, department } = query;
  return lines
    .filter(
      (line) =>
        line.period === "current" &&
        `${line.division}${line.department}`.includes(q.trim()) &&
        (!year || line.year === year) &&
        (!stage || line.stage === stage) &&
        (!department || line.department === department),
    )
    .sort((a, b) => size(b.total) - size(a.total));
}

/** The year before as the same table prints it, where it does. */
export function yearBefore(
  lines: readonly ThreePublicLine[],
  { document, stage, disclosure }: ThreePublicLine,
): ThreePublicLine | undefined {
  return lines.find(
    (line) =>
      line.period === "previous" &&
      line.document === document &&
      line.stage === stage &&
      line.disclosure === disclosure,
  );
}

/** For lengths and order only. */
export function size(amount: string): number {
  return Number(amount) || 0;
}
