import { type Doubt, doubt } from "../../../doubt/index.ts";
import type { Evidence } from "./doubt.ts";

/** A gap that no other table knows explains nothing: it may as well be a damage of the rows that are there. */
export function belowLostRows({ lost, confirmed }: Evidence): Doubt[] {
  const unknown = lost.filter(({ known, apart }) => !known && !apart);
  const cells = unknown.flatMap(({ below }) => below);
  return doubt(
    "lost-rows",
    "合计之下缺行，且其他表也没有这些行",
    "rows are missing below its total, and no other table has them",
    [...new Set(cells)].filter((entry) => !confirmed.has(entry)),
  );
}
