import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { utils, write } from "@e965/xlsx";
import { htmlOf, isAmount } from "../draw/html.ts";
import type { Printed, PrintedTable } from "../draw/printed.ts";
import { drawn, MANNERS, PRODUCERS } from "../draw/producers.ts";

/** How a disclosure of the benchmark becomes a file. */
export interface Maker {
  readonly ending: string;
  readonly isThere: () => boolean;
  readonly make: (printed: Printed, index: number) => Promise<Uint8Array> | Uint8Array;
}

const always = () => true;
const manners = Object.values(MANNERS);
const utf8 = (text: string) => new TextEncoder().encode(text);
/** A browser takes its time: what it printed once is kept for the text that is made of it. */
const BROWSED = new WeakMap<Printed, Uint8Array>();
const byBrowser: Maker = {
  ending: "pdf",
  isThere: () => PRODUCERS.chromium?.isThere() ?? false,
  make: async (printed) => {
    const bytes = BROWSED.get(printed) ?? (await PRODUCERS.chromium?.draw(printed));
    if (bytes) BROWSED.set(printed, bytes);
    return bytes ?? new Uint8Array();
  },
};

export const MAKERS: Readonly<Record<string, Maker>> = {
  html: { ending: "html", isThere: always, make: (printed) => utf8(htmlOf(printed)) },
  xlsx: { ending: "xlsx", isThere: always, make: workbook },
  markdown: { ending: "md", isThere: always, make: (printed) => utf8(markdown(printed)) },
  // Each form in another of our own writer's habits.
  pdf: {
    ending: "pdf",
    isThere: always,
    make: (printed, index) => drawn(printed, manners[index % manners.length] ?? {}),
  },
  "pdf-browser": byBrowser,
  // What pdftotext -layout keeps of our PDF: no line, no merged cell, columns that touch.
  "text-layout": {
    ending: "txt",
    isThere: () => byBrowser.isThere() && has("pdftotext", "-v"),
    make: async (printed, index) =>
      converted(await byBrowser.make(printed, index), "txt", (from, to) =>
        execFileSync("pdftotext", ["-layout", from, to]),
      ),
  },
};

/** A sheet a table; cells are merged and amounts are numbers, as in an office's own workbook. */
function workbook(printed: Printed): Uint8Array {
  const book = utils.book_new();
  let lines: string[] = [];
  for (const part of printed) {
    if (part.type === "line") {
      lines.push(part.text);
      continue;
    }
    const sheet = utils.aoa_to_sheet([...lines.map((line) => [line]), ...rowsOf(part).map(typed)]);
    const from = lines.length;
    sheet["!merges"] = part.cells
      .filter(({ r0, r1, c0, c1 }) => r1 > r0 || c1 > c0)
      .map(({ r0, r1, c0, c1 }) => ({ s: { r: from + r0, c: c0 }, e: { r: from + r1, c: c1 } }));
    utils.book_append_sheet(book, sheet, `Sheet${book.SheetNames.length + 1}`);
    lines = [];
  }
  if (lines.length > 0)
    utils.book_append_sheet(book, utils.aoa_to_sheet(lines.map((line) => [line])), "说明");
  return new Uint8Array(write(book, { type: "buffer", bookType: "xlsx" }));
}

/** Codes stay text; what has a point or separators is an amount. */
function typed(row: readonly string[]): (string | number)[] {
  return row.map((text) =>
    isAmount(text) && /[.,]/.test(text) ? Number(text.replaceAll(",", "")) : text,
  );
}

function markdown(printed: Printed): string {
  return printed
    .map((part) =>
      part.type === "line"
        ? part.text
        : rowsOf(part)
            .map((row) => `| ${row.join(" | ")} |`)
            .join("\n"),
    )
    .join("\n\n");
}

/** The texts by row and column; a merged cell has its text at its top left. */
export function rowsOf({ rowCount, columnCount, cells }: PrintedTable): string[][] {
  const rows = Array.from({ length: rowCount }, () => Array<string>(columnCount).fill(""));
  for (const { r0, c0, text } of cells) {
    const row = rows[r0];
    if (row) row[c0] = text;
  }
  return rows;
}

function converted(
  bytes: Uint8Array,
  ending: string,
  convert: (from: string, to: string) => void,
): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "yusuan-benchmark-"));
  const [from, to] = [join(folder, "from.pdf"), join(folder, `to.${ending}`)];
  try {
    writeFileSync(from, bytes);
    convert(from, to);
    return new Uint8Array(readFileSync(to));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function has(command: string, ...args: string[]): boolean {
  return spawnSync(command, args).status === 0;
}
