import { createRequire } from "node:module";
import type { CheerioAPI } from "cheerio";
import type { Grid, GridCell } from "../model/block.ts";
import { InputError } from "../model/errors.ts";
import { raised } from "../model/marks.ts";
import { checkHtml } from "./html-bounds.ts";
import { joinLines } from "./lines.ts";
import { type Line, MAX_COLUMNS } from "./text-form.ts";

const BLOCKS = new Set(
  "p div section article li ul ol dl dd dt h1 h2 h3 h4 h5 h6 br hr tr td th tbody thead tfoot table form center header footer main pre blockquote title".split(
    " ",
  ),
);
const SILENT = new Set(["script", "style", "head", "noscript", "template", "svg"]);

/** True for a text that holds tables, or paragraphs, in HTML. */
export function isHtml(text: string): boolean {
  return /<table[\s>]|<!doctype html|<html[\s>]/i.test(text);
}

let loaded: typeof import("cheerio") | undefined;

/** The parser, loaded with the first HTML: that takes a third of all that a process takes to load itself. */
function cheerio(): typeof import("cheerio") {
  loaded ??= createRequire(import.meta.url)("cheerio") as typeof import("cheerio");
  return loaded;
}

/** Lines and tables of HTML, or of a text with HTML in it, in order. A table around others is a frame, and no table. */
export function htmlParts(text: string): readonly (Line | Grid)[] {
  checkHtml(text);
  const $ = cheerio().load(text, { sourceCodeLocationInfo: true });
  raiseMarks($);
  const parts: (Line | Grid)[] = [];
  let open: { text: string[]; number: number } | undefined;
  const close = () => {
    if (open) parts.push({ text: open.text.join(""), number: open.number });
    open = undefined;
  };
  // A stack instead of recursion: markup may be nested as deep as its author likes.
  const stack: Task[] = [{ node: $.root()[0] as Node }];
  for (let task = stack.pop(); task; task = stack.pop()) {
    if (!task.node) {
      close();
      continue;
    }
    const { node } = task;
    const number = node.sourceCodeLocation?.startLine ?? 1;
    if (node.type === "text") {
      (node.data ?? "").split("\n").forEach((line, i) => {
        if (i > 0) close();
        open ??= { text: [], number: number + i };
        open.text.push(line);
      });
    } else if (!SILENT.has(node.name ?? "")) {
      const block = BLOCKS.has(node.name ?? "");
      if (block) close();
      if (node.name === "table" && $(node as never).find("table").length === 0) {
        parts.push(tableGrid($, node, number));
        continue;
      }
      if (block) stack.push({});
      for (const child of [...(node.children ?? [])].reverse()) stack.push({ node: child });
    }
  }
  close();
  return parts;
}

/** Raised and lowered text beside other text is a mark, and none of its digits belong to the number before it. */
function raiseMarks($: CheerioAPI): void {
  for (const mark of $("sup, sub").toArray()) {
    const own = $(mark).text();
    const around = $(mark).closest("td, th, p, li, div, body").text();
    if (own !== "" && around.trim() !== own.trim()) $(mark).text(raised(own));
  }
}

/** What is used of a parsed node. */
interface Node {
  readonly type: string;
  readonly name?: string;
  readonly data?: string;
  readonly children?: readonly Node[];
  readonly sourceCodeLocation?: { readonly startLine: number } | null;
}
/** A node to visit, or (without one) the end of a block. */
interface Task {
  readonly node?: Node;
}

/** A table with its merged cells. Spans are known if the table has any: conversions drop them all or none. */
function tableGrid($: CheerioAPI, table: Node, line: number): Grid {
  const rows = $(table as never)
    .find("tr")
    .toArray() as unknown as Node[];
  const cells: GridCell[] = [];
  /** For each column, the first row that is free in it. */
  const free: number[] = [];
  let spansKnown = false;
  rows.forEach((row, r0) => {
    let c0 = 0;
    for (const cell of row.children ?? []) {
      if (cell.name !== "td" && cell.name !== "th") continue;
      while ((free[c0] ?? 0) > r0) c0++;
      const width = span($, cell, "colspan");
      const height = Math.min(span($, cell, "rowspan"), rows.length - r0);
      let c1 = c0;
      while (c1 - c0 + 1 < width && (free[c1 + 1] ?? 0) <= r0) c1++;
      if (c1 >= MAX_COLUMNS)
        throw new InputError(
          `line ${line}: a table of more than ${MAX_COLUMNS} columns`,
          "too-large",
        );
      for (let c = c0; c <= c1; c++) free[c] = r0 + height;
      spansKnown ||= c1 > c0 || height > 1;
      cells.push({
        r0,
        r1: r0 + height - 1,
        c0,
        c1,
        text: cellText($, cell),
        place: { line: cell.sourceCodeLocation?.startLine ?? line },
      });
      c0 = c1 + 1;
    }
  });
  return {
    type: "grid",
    rowCount: rows.length,
    columnCount: free.length,
    cells,
    spansKnown,
    place: { line },
  };
}

function span($: CheerioAPI, cell: Node, name: "rowspan" | "colspan"): number {
  const value = Number.parseInt($(cell as never).attr(name) ?? "1", 10);
  return value > 0 ? value : 1;
}

/** Lines of a cell joined as those of any cell; within a line, blanks are one, and none beside Chinese characters. */
function cellText($: CheerioAPI, cell: Node): string {
  const inner = $(cell as never);
  inner.find("br").replaceWith(BREAK);
  inner.find("p, div, li").append(BREAK);
  const lines = inner
    .text()
    .replace(/\u00a0/g, " ")
    .split(BREAK)
    .map(tidied)
    .filter((line) => line !== "");
  return joinLines(lines);
}

/** Stands for the end of a line; no text has it. */
const BREAK = "\u2028";

function tidied(line: string): string {
  return line
    .replace(/(?<=[^\x21-\x7e])\s*\n\s*|\s*\n\s*(?=[^\x21-\x7e])/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
