import { InputError } from "../../model/errors.ts";

/**
 * Bounds on what one PDF may ask of us. Far above any document that people publish (a dense A3 table has 20,000 glyphs),
 * far below what exhausts memory: only hostile or broken files meet them.
 */
export const LIMITS = {
  pages: 10_000,
  /** Drawing operations of one page, forms expanded. */
  operators: 1_000_000,
  glyphs: 400_000,
  rules: 600_000,
  /** Nested graphics states; deeper ones are not kept apart. */
  savedStates: 1_000,
} as const;

export function tooMany(page: number, limit: "operators" | "glyphs" | "rules"): InputError {
  const what = { operators: "drawing operations", glyphs: "glyphs", rules: "lines" }[limit];
  return new InputError(
    `page ${page}: more than ${LIMITS[limit].toLocaleString("en")} ${what}`,
    "too-large",
  );
}
