import type { Block, Layout } from "../model/block.ts";
import { InputError } from "../model/errors.ts";
import { flowing } from "./text-flow.ts";
import type { TextForm } from "./text-form.ts";
import { tabbed } from "./text-tabbed.ts";

/** The ways of writing tables that are known, the surest first. A new one is a new file and a new line here. */
const FORMS: readonly TextForm[] = [tabbed];

/** Disclosures have thousands of lines; a text beyond these is something else. */
const MAX_LINES = 1_000_000;
const MAX_CELLS = 2_000_000;

/** The paragraphs and grids of a text, in order, each at its line. Throws InputError for a text too large to be a disclosure. */
export function layoutText(text: string): Layout {
  const lines = text.split("\n", MAX_LINES + 1);
  if (lines.length > MAX_LINES) throw new InputError(`the text has more than ${MAX_LINES} lines`);
  const blocks: Block[] = [];
  let cells = 0;
  for (let at = 0; at < lines.length; ) {
    const taken = FORMS.map((form) => form(lines, at)).find((found) => found !== undefined);
    if (taken) {
      cells += taken.grid.cells.length;
      if (cells > MAX_CELLS)
        throw new InputError(`the text has more than ${MAX_CELLS} table cells`);
      blocks.push(taken.grid);
      at = taken.next;
    } else {
      const line = tidy(lines[at] ?? "");
      if (line) blocks.push({ type: "paragraph", text: line, place: { line: at + 1 } });
      at++;
    }
  }
  return { format: "text", pages: 0, scannedPages: [], blocks: flowing(blocks) };
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
