/**
 * A DECIMAL holds 38 digits, in DuckDB and Parquet as in most databases; one column has one number of decimals for all its
 * rows. So that no document's digits take away another's, each has its share of them: 元 up to 10²⁰, and 18 decimals.
 */
const WHOLE = 20;
const MOST_DECIMALS = 18;

/** What has to be known of a CSV file to read it with types. */
export interface Measure {
  /** The most decimals of an amount that fits a decimal column. */
  readonly scale: number;
  /** Whether there are amounts that do not fit. */
  readonly oversized: boolean;
  /** Bytes of the longest line, or a little more. */
  readonly longest: number;
}

/** What has to be known to read several files as one. */
export function joinMeasures(all: readonly Measure[]): Measure {
  return {
    scale: Math.max(0, ...all.map(({ scale }) => scale)),
    oversized: all.some(({ oversized }) => oversized),
    longest: Math.max(0, ...all.map(({ longest }) => longest)),
  };
}

/** Of a decimal as text, what has to be known to type its column; an empty cell has none and fits. */
export function decimalsOf(text: string): { readonly decimals: number; readonly fits: boolean } {
  const point = text.indexOf(".");
  const decimals = point < 0 ? 0 : text.length - point - 1;
  const whole = (point < 0 ? text.length : point) - (text.startsWith("-") ? 1 : 0);
  return { decimals, fits: whole <= WHOLE && decimals <= MOST_DECIMALS };
}

/** The most decimals of amounts that fit. */
export function decimalsIn(
  lines: readonly { readonly amount_yuan: string; readonly published: string }[],
): number {
  let most = 0;
  for (const { amount_yuan, published } of lines)
    for (const text of [amount_yuan, published]) {
      const { decimals, fits } = decimalsOf(text);
      if (fits) most = Math.max(most, decimals);
    }
  return most;
}

/** A pattern of the texts that fit, for SQL; they have no zeros in front. */
export const FITTING = `-?[0-9]{1,${WHOLE}}([.][0-9]{1,${MOST_DECIMALS}})?`;
