import { statSync } from "node:fs";
import { sourceFiles } from "./sources.ts";

const thorough = Number(process.env.YUSUAN_THOROUGH ?? 0);
/** Larger documents take too long for the suite. */
const SMALL = 12_000;

/** How much the harnesses try: `YUSUAN_THOROUGH` is a number of cases, over all documents; `YUSUAN_SEED` makes them others. */
export const SEED = Number(process.env.YUSUAN_SEED ?? 21);

export function casesOr(few: number): number {
  return thorough || few;
}

export function documents(): readonly string[] {
  const all = sourceFiles();
  return thorough ? all : all.filter((file) => statSync(file).size < SMALL);
}
