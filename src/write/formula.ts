/**
 * A spreadsheet runs a cell of a CSV file that begins with one of these as a formula; full-width forms, leading blanks and
 * control characters do not keep it from doing so in every program (OWASP, “CSV Injection”).
 */
const FORMULA = /^'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/u;

/** A number stays a number, negative amounts above all; a sign on its own (`=` as an operator, `-` for nothing) runs nothing. */
const HARMLESS = /^(?:[-+]?\d+(?:\.\d+)?%?|[=+\-@＝＋－＠])$/u;

/**
 * A cell's text as CSV may show it: what could run as a formula gets an apostrophe in front. The rule is reversible, because
 * a text that begins with an apostrophe and could be taken for an escaped one gets another: see `SQL_UNESCAPE`.
 */
export function withoutFormula(text: string): string {
  return FORMULA.test(text) && !HARMLESS.test(text) ? `'${text}` : text;
}

/** The same rule in reverse, for programs: the true text of a cell. */
export function trueText(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
