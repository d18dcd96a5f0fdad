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

/** Of a decimal as text, what has to be known to type its column; an empty cell has none and fits. */
export function decimalsOf(text: string): { readonly decimals: number; readonly fits: boolean } {
  const point = text.indexOf(".");
  const decimals = point < 0 ? 0 : text.length - point - 1;
  const whole = (point < 0 ? text.length : point) - (text.startsWith("-") ? 1 : 0);
  return { decimals, fits: whole <= WHOLE && decimals <= MOST_DECIMALS };
}

/** A pattern of the texts that fit, for SQL; they have no zeros in front. */
export const FITTING = `-?[0-9]{1,${WHOLE}}([.][0-9]{1,${MOST_DECIMALS}})?`;
