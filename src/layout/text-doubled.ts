import type { Line } from "./text-form.ts";

/** Rows that follow each other at once are so rare where a text is double-spaced. */
const RARE = 20;

/**
 * The lines of a text whose rows are set apart by a blank line each (double-spaced, as word processors save them), without
 * those blank lines; any other text as it is, for there a blank line ends a table.
 */
export function withoutDoubling(lines: readonly Line[]): readonly Line[] {
  let [together, apart] = [0, 0];
  for (let i = 0; i + 1 < lines.length; i++) {
    if (!isRow(lines[i])) continue;
    if (isRow(lines[i + 1])) together += 1;
    else if (isBetweenRows(lines, i + 1)) apart += 1;
  }
  if (apart <= RARE * together || apart < 2) return lines;
  return lines.filter((_, i) => !isBetweenRows(lines, i));
}

function isRow(line: Line | undefined): boolean {
  return line !== undefined && /[\t|]/.test(line.text);
}

function isBetweenRows(lines: readonly Line[], at: number): boolean {
  return (
    (lines[at]?.text ?? "|").trim() === "" &&
    !isRow(lines[at]) &&
    isRow(lines[at - 1]) &&
    isRow(lines[at + 1])
  );
}
