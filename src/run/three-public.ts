import { FIGURES } from "../assemble/three-public.ts";
import type { Records } from "../write/records.ts";

/** How many three-public figures are there. */
export function countThreePublic(records: Records): number {
  return records["three-public"].reduce(
    (count, line) => count + FIGURES.filter((figure) => line[figure] !== "").length,
    0,
  );
}
