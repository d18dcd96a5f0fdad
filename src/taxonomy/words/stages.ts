import type { Stage } from "../../model/coordinates.ts";

/** What people call a disclosure, or a figure, of each stage. */
export const STAGE_NAMES: Readonly<Record<Stage, string>> = {
  budget: "预算",
  adjusted: "调整预算",
  final: "决算",
};
