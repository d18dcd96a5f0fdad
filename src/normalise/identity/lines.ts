import type { Block } from "../../model/block.ts";

/** A printed line (or a cell of a table), without spaces, brackets and digits in their half-width form. */
export interface Line {
  readonly text: string;
  /**
   * `cover`: before the contents or the first table; `title`: short and no sentence; `site`: what a web page adds to its title,
   * the name of its site; `sentence`: prose.
   */
  readonly kind: "cover" | "title" | "site" | "sentence";
}

/** A row of a table: its cells that are not blank, in order, in the same form. */
export type CellRow = readonly string[];

export interface Printed {
  readonly lines: readonly Line[];
  readonly rows: readonly CellRow[];
}

/** A cover has no more lines than these, whatever follows it. */
const COVER = 12;
/** No title is longer. */
const TITLE = 60;
/** A title may be drawn inside its table, alone in one of the first rows. */
const TITLE_ROWS = 4;
/** Texts of cells that can be a name or a label are short; long ones are prose of forms. */
const CELL = 60;

/** Several questions are asked of the same lines. */
const known = new WeakMap<readonly Block[], Printed>();

/** Lines and rows of a document, as evidence of who published it and when. */
export function printed(blocks: readonly Block[]): Printed {
  const print = known.get(blocks) ?? printOf(blocks);
  known.set(blocks, print);
  return print;
}

function printOf(blocks: readonly Block[]): Printed {
  const lines: Line[] = [];
  const rows: CellRow[] = [];
  let cover = true;
  for (const block of blocks) {
    if (block.type === "grid") {
      cover = false;
      const cells = rowsOf(block.cells);
      for (const row of cells) rows.push(row);
      for (const [text, beside] of cells.slice(0, TITLE_ROWS))
        if (text !== undefined && beside === undefined) lines.push({ text, kind: "title" });
      continue;
    }
    // Two things set apart on one line: `部门：某某局      单位：万元`.
    for (const part of block.text.replace(SECTION, "").split(/[ \u3000\t]{3,}/)) {
      if (plain(part) === "") continue;
      if (/^目录/.test(plain(part)) || lines.length >= COVER) cover = false;
      const [first = "", ...site] = sided(part);
      const text = plain(first);
      const sentence = text.length > TITLE || /[。；]/.test(text);
      lines.push({ text, kind: sentence ? "sentence" : cover ? "cover" : "title" });
      for (const name of site) lines.push({ text: plain(name), kind: "site" });
    }
  }
  return { lines: [...lines, ...coverPairs(lines)], rows };
}

/** `【财政预算】某镇2020年部门预算`: the section of the site that a title stands in. */
const SECTION = /【[^\d【】]{2,8}】/g;

/** What stands between a title and the names beside it; a code before a name belongs to it. */
const SIDES = /\s+[-–—]+\s+|(?<!^\s*\d{3,9}\s*)\s*[|_｜]\s*/;

/** A title and the names after it: `某某局2016年部门预算 - 某某市人民政府`. */
function sided(text: string): string[] {
  const parts = text.split(SIDES).filter((part) => plain(part) !== "");
  const titles = parts.filter((part) => /20\d\d|[二〇○零]{2}|预算|决算/.test(part));
  return parts.length > 1 && titles.length > 0
    ? [...titles, ...parts.filter((part) => !titles.includes(part))]
    : [text];
}

/** Full-width forms and Chinese numerals of years (二〇二四年) folded, spaces dropped. */
export function plain(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\s/g, "")
    .replace(/[二][〇○零Oo0][一二三四五六七八九〇○零Oo0]{2}(?=年)/g, (year) =>
      [...year]
        .map((digit) => "〇一二三四五六七八九".indexOf(digit))
        .map((n) => Math.max(n, 0))
        .join(""),
    );
}

/** A title is often set on two lines: the department, and below it the year and what it is. */
function coverPairs(lines: readonly Line[]): readonly Line[] {
  const cover = lines.filter((line) => line.kind === "cover");
  return cover
    .slice(1)
    .map((line, i) => ({ text: cover[i]?.text + line.text, kind: "cover" as const }));
}

function rowsOf(cells: readonly { readonly r0: number; readonly text: string }[]): CellRow[] {
  const rows: string[][] = [];
  for (const cell of cells) {
    if (cell.text === "" || cell.text.length > CELL) continue;
    rows[cell.r0] ??= [];
    rows[cell.r0]?.push(plain(cell.text));
  }
  return rows.filter(Boolean);
}
