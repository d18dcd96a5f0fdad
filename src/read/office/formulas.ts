import { type CellObject, type Range, utils, type WorkSheet } from "@e965/xlsx";

/** Cells that sums are taken of, in a sheet: beyond these its formulas are not gone through. */
const MOST = 2_000_000;
/** Part of a result by which binary fractions may miss it. */
const EXACT = 1e-7;

const ADDRESS = String.raw`[A-Z]{1,3}\d{1,7}`;
const SUM = new RegExp(`^SUM\\((${ADDRESS}(?::${ADDRESS})?(?:,${ADDRESS}(?::${ADDRESS})?)*)\\)$`);
const CHAIN = new RegExp(`^[+-]?${ADDRESS}(?:[+-]${ADDRESS})+$`);
const TERM = new RegExp(`([+-]?)(${ADDRESS}(?::${ADDRESS})?)`, "g");

/**
 * The addresses of formulas whose kept result is not what their cells add up to: a cell was changed, and the sheet not computed
 * again. Only plain sums are gone through, `SUM(C5:C9)` and `C5+C6-C7`; no figure is taken from what they give.
 */
export function outdated(sheet: WorkSheet): string[] {
  const lines = (sheet["!data"] ?? []) as Lines;
  const found: string[] = [];
  let left = MOST;
  for (const [r, line] of lines.entries()) {
    for (const [c, cell] of (line ?? []).entries()) {
      if (cell?.f === undefined || cell.t !== "n" || left < 0) continue;
      const terms = termsOf(cell.f, lines.length - 1);
      left -= terms.reduce(
        (sum, { range: { s, e } }) => sum + (e.r - s.r + 1) * (e.c - s.c + 1),
        0,
      );
      const sum = terms.length > 0 && left >= 0 ? sumOf(terms, lines) : undefined;
      if (sum !== undefined && differs(sum, cell.v as number))
        found.push(utils.encode_cell({ r, c }));
    }
  }
  return found;
}

type Lines = readonly (readonly (CellObject | undefined)[] | undefined)[];

interface Term {
  readonly sign: 1 | -1;
  readonly range: Range;
  /** A function passes over text; what an operator makes of it nobody knows. */
  readonly skipsText: boolean;
}

function termsOf(formula: string, bottom: number): Term[] {
  const bare = formula.replace(/^=|\s|\$/g, "").toUpperCase();
  const listed = SUM.exec(bare)?.[1];
  if (listed === undefined && !CHAIN.test(bare)) return [];
  const skipsText = listed !== undefined;
  return [...(listed ?? bare).matchAll(TERM)].map(([, sign, area = ""]): Term => {
    const { s, e } = utils.decode_range(area);
    const range = {
      s: { r: Math.min(s.r, e.r), c: Math.min(s.c, e.c) },
      e: { r: Math.min(bottom, Math.max(s.r, e.r)), c: Math.max(s.c, e.c) },
    };
    return { sign: sign === "-" ? -1 : 1, range, skipsText };
  });
}

/** Undefined where it hangs on an error, on text, or on a formula without a result. */
function sumOf(terms: readonly Term[], lines: Lines): number | undefined {
  let sum = 0;
  for (const { sign, range, skipsText } of terms) {
    for (let r = range.s.r; r <= range.e.r; r++)
      for (const cell of (lines[r] ?? []).slice(range.s.c, range.e.c + 1)) {
        if (cell?.t === "n") sum += sign * (cell.v as number);
        else if (cell && isUnknown(cell, skipsText)) return undefined;
      }
  }
  return sum;
}

function isUnknown({ t, f }: CellObject, skipsText: boolean): boolean {
  return t === "e" || (t === "z" && f !== undefined) || (t === "s" && !skipsText);
}

/** Binary fractions do not add up to the last digit. */
function differs(one: number, other: number): boolean {
  return Math.abs(one - other) > EXACT * Math.max(1, Math.abs(one), Math.abs(other));
}
