import type { Block, Grid, Layout } from "../model/block.ts";
import { InputError } from "../model/errors.ts";
import { boxed } from "./text-boxed.ts";
import { withoutDoubling } from "./text-doubled.ts";
import { flowing } from "./text-flow.ts";
import type { Line, TextForm } from "./text-form.ts";
import { htmlParts, isHtml } from "./text-html.ts";
import { barred, cellAndBar, cellPerLine, closed } from "./text-piped.ts";
import { spaced } from "./text-spaced.ts";
import { tabbed } from "./text-tabbed.ts";

/** The ways of writing tables in lines, the surest first. A new one is a new file and a new name here. */
const FORMS: readonly TextForm[] = [tabbed, boxed, barred, closed, cellPerLine, cellAndBar, spaced];

/** Disclosures have thousands of lines; a text beyond these is something else. */
const MAX_LINES = 1_000_000;
const MAX_LINE = 1_000_000;
const MAX_CELLS = 300_000;

/** The paragraphs and grids of a text, in order, each at its line. Throws InputError for a text too large to be a disclosure. */
export function layoutText(text: string): Layout {
  const blocks: Block[] = [];
  let cells = 0;
  const add = (grid: Grid) => {
    cells += grid.cells.length;
    if (cells > MAX_CELLS)
      throw new InputError(`the text has more than ${MAX_CELLS} table cells`, "too-large");
    blocks.push(grid);
  };
  const marked = isHtml(text);
  for (const part of marked ? stretches(htmlParts(text)) : [withoutDoubling(linesOf(text))]) {
    if ("type" in part) add(part);
    else layoutLines(part, blocks, add);
  }
  return { format: "text", pages: 0, scannedPages: [], blocks: flowing(blocks, marked) };
}

function layoutLines(lines: readonly Line[], blocks: Block[], add: (grid: Grid) => void): void {
  const long = lines.find((line) => line.text.length > MAX_LINE);
  if (long)
    throw new InputError(
      `line ${long.number}: more than ${MAX_LINE} characters on one line`,
      "too-large",
    );
  for (let at = 0; at < lines.length; ) {
    const taken = firstOf(FORMS, lines, at);
    if (taken) {
      add(taken.grid);
      at = taken.next;
      continue;
    }
    const line = lines[at];
    // Things set apart on one line: a name at the left margin, the unit at the right one.
    for (const piece of line?.text.split(/[\f\n]|\s{4,}/) ?? []) {
      const tidied = tidy(piece);
      if (line && tidied)
        blocks.push({ type: "paragraph", text: tidied, place: { line: line.number } });
    }
    at++;
  }
}

function firstOf(forms: readonly TextForm[], lines: readonly Line[], at: number) {
  for (const form of forms) {
    const taken = form(lines, at);
    if (taken) return taken;
  }
  return undefined;
}

function linesOf(text: string): readonly Line[] {
  const lines = text.split("\n", MAX_LINES + 1);
  if (lines.length > MAX_LINES)
    throw new InputError(`the text has more than ${MAX_LINES} lines`, "too-large");
  return lines.map((line, i) => ({ text: line, number: i + 1 }));
}

/** Runs of lines between the tables of HTML. */
function stretches(parts: readonly (Line | Grid)[]): readonly (readonly Line[] | Grid)[] {
  const runs: (Line[] | Grid)[] = [];
  for (const part of parts) {
    const last = runs.at(-1);
    if ("type" in part) runs.push(part);
    else if (Array.isArray(last)) last.push(part);
    else runs.push([part]);
  }
  return runs;
}

/** Markdown marks of headings, lists and emphasis, and LaTeX signs, as plain text. */
function tidy(line: string): string {
  return line
    .trim()
    .replace(/^(?:#{1,6}|[-*+])\s+/, "")
    .replace(/\*\*|__/g, "")
    .replace(/\\leq?\b\s*/g, "≤")
    .replace(/\\geq?\b\s*/g, "≥")
    .trim();
}
