import { plainUnit } from "../assemble/between/shared.ts";
import { nameWithin } from "../normalise/identity/index.ts";
import { groupBy } from "../write/group.ts";
import type { SuccessionRecord } from "../write/successions.ts";
import type { Before, Lineages } from "./lineage.ts";

type Whose = Readonly<Record<"division_code" | "department", string>>;

/** What names of one department have in common. */
export function bodyOf({ division_code, department }: Whose): string {
  return `${division_code} ${nameWithin(plainUnit(department), division_code)}`;
}

/** All names that are said, as `bodyOf` has them. */
export function bodiesIn(said: readonly SuccessionRecord[]): Set<string> {
  return new Set(
    said.flatMap(({ division_code, successor, predecessors }) =>
      [successor, ...predecessors.split(" ")].map((department) =>
        bodyOf({ division_code, department }),
      ),
    ),
  );
}

/** What is said, under the names that departments have in the data; each says which sentence of which document it rests on. */
export function lineagesOf(
  said: readonly SuccessionRecord[],
  departments: ReadonlyMap<string, string>,
): Lineages {
  const named = (division_code: string, department: string): string =>
    departments.get(bodyOf({ division_code, department })) ?? department;
  const later = groupBy(said, ({ division_code, successor }) => named(division_code, successor));
  return Object.fromEntries(
    [...later].map(([name, lines]) => {
      const before = lines.map((line): Before => {
        const { division_code, predecessors, since, merged, document, page, sentence } = line;
        return {
          from: predecessors.split(" ").map((one) => named(division_code, one)),
          ...{ merged: merged === "true", ...(since && { since }) },
          because: `${document}${page && ` p. ${page}`}: ${sentence}`,
        };
      });
      // Each year's document says it again.
      const once = new Map(before.toReversed().map((one) => [one.from.join(" "), one]));
      return [name, [...once.values()].toReversed()];
    }),
  );
}
