/** What may stand before the sign without keeping every program from seeing a formula; the same text in JavaScript and in DuckDB. */
const START = "(?:[\\t\\r\\n]|[ \\t\\r\\n\\f\\v\u00a0\u3000]*[=+\\-@＝＋－＠])";

/**
 * A spreadsheet runs a cell of a CSV file that begins with one of these as a formula: `=`, `+`, `-`, `@`, their full-width
 * forms, and control characters that programs skip (OWASP, “CSV Injection”).
 */
const FORMULA = new RegExp(`^'*${START}`, "u");

/** The cells that `withoutFormula` has changed, as a regular expression for other programs (RE2 syntax). */
export const ESCAPED = `^'+${START}`;

/** A number stays a number, negative amounts above all; a sign on its own (`=` as an operator, `-` for nothing) runs nothing. */
const HARMLESS = /^(?:[-+]?\d+(?:\.\d+)?%?|[=+\-@＝＋－＠])$/u;

/**
 * A cell's text as CSV may show it: what could run as a formula gets an apostrophe in front. `trueText` takes it away again:
 * a text that looks escaped itself gets one more, so that nothing is lost.
 */
export function withoutFormula(text: string): string {
  return FORMULA.test(text) && !HARMLESS.test(text) ? `'${text}` : text;
}

export function trueText(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
