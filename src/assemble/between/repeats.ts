import type { Stage } from "../../model/coordinates.ts";
import { bookOf, type Compared, compareFigures } from "./compare.ts";
import { reasonFor, SPEAKS_OF } from "./restated.ts";
import type { Shared, Shares } from "./shared.ts";

/** The year and stage of a disclosure. */
export interface Issue {
  readonly year: string;
  readonly stage: Stage;
}

/** What a figure of a disclosure was first published in: a 上年 column in that of the year before, 预算数 in the budget. */
export function firstIssue({ period, stage }: Pick<Shared, "period" | "stage">, of: Issue): Issue {
  const year = period === "previous" ? String(Number(of.year) - 1) : of.year;
  return { year, stage };
}

/** The other years and stages whose figures a disclosure may repeat. */
export function repeatedBy(of: Issue): Issue[] {
  const before = String(Number(of.year) - 1);
  return [
    ...(of.stage === "budget" ? [] : [{ year: of.year, stage: "budget" } as const]),
    { year: before, stage: "budget" },
    { year: before, stage: "final" },
  ];
}

/** The figures that a disclosure repeats from another of the same department, against what that one printed. */
export function compareRepeats(repeating: Shares & Issue, repeated: Shares & Issue): Compared {
  const isOf = (one: Issue, other: Issue): boolean =>
    one.year === other.year && one.stage === other.stage;
  const figures = repeating.figures.filter((each) => {
    return isOf(firstIssue(each, repeating), repeated);
  });
  const own = repeated.figures.filter((each) => isOf(firstIssue(each, repeated), repeated));
  const kind = repeating.year === repeated.year ? "budget" : "year";
  const speaks = kind === "budget" ? SPEAKS_OF.budget() : SPEAKS_OF.year(repeated.year);
  return compareByUnit(figures, own, {
    kind,
    reason: (table) => reasonFor(repeating.said, table, speaks),
  });
}

/** Rows of a unit are held against rows of that unit. */
function compareByUnit(
  figures: readonly Shared[],
  own: readonly Shared[],
  tell: Parameters<typeof compareFigures>[2],
): Compared {
  const named = (each: Shared): Shared => ({ ...each, about: `${each.unit} ${each.about}` });
  return compareFigures(figures.map(named), bookOf(own.map(named)), tell);
}
