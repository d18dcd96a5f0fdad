import { createReadStream } from "node:fs";
import { trueText } from "../../write/formula.ts";

/** A line of a CSV file, and where it stands in it, in bytes. */
export interface CsvLine {
  readonly cells: readonly string[];
  readonly start: number;
  readonly bytes: number;
}

/** A line of a table that stands in one file or in several, each with the names of its columns first. */
export interface TableLine extends CsvLine {
  readonly fields: readonly string[];
  /** Number of the file. */
  readonly file: number;
}

const QUOTE = 0x22;
const END = 0x0a;

/**
 * The lines of a CSV file as the datasets are written (RFC 4180, LF), as they are read: a file of many gigabytes takes no
 * more memory than its longest line.
 */
export async function* csvLines(path: string): AsyncGenerator<CsvLine> {
  let rest: Buffer = Buffer.alloc(0);
  let start = 0;
  let scanned = 0;
  let quoted = false;
  for await (const part of createReadStream(path, { highWaterMark: 1 << 18 })) {
    const bytes = rest.length === 0 ? (part as Buffer) : Buffer.concat([rest, part as Buffer]);
    let from = 0;
    for (let at = scanned; at < bytes.length; at += 1) {
      const byte = bytes[at];
      if (byte === QUOTE) quoted = !quoted;
      if (byte !== END || quoted) continue;
      yield {
        cells: cellsOf(bytes.toString("utf8", from, at)),
        start: start + from,
        bytes: at - from,
      };
      from = at + 1;
    }
    rest = bytes.subarray(from);
    start += from;
    scanned = rest.length;
  }
  if (rest.length > 0) yield { cells: cellsOf(rest.toString("utf8")), start, bytes: rest.length };
}

export async function* tableLines(paths: readonly string[]): AsyncGenerator<TableLine> {
  for (const [file, path] of paths.entries()) {
    let fields: readonly string[] | undefined;
    for await (const line of csvLines(path)) {
      if (fields) yield { ...line, fields, file };
      fields ??= line.cells;
    }
  }
}

/** The cells of one line, without what keeps spreadsheets from running a text. */
export function cellsOf(given: string): string[] {
  const line = given.charCodeAt(0) === 0xfeff ? given.slice(1) : given;
  if (!line.includes('"')) return line.split(",").map(trueText);
  const cells: string[] = [];
  for (let at = 0; at <= line.length; ) {
    if (line[at] !== '"') {
      const comma = line.indexOf(",", at);
      const end = comma < 0 ? line.length : comma;
      cells.push(trueText(line.slice(at, end)));
      at = end + 1;
      continue;
    }
    let end = at + 1;
    while (end < line.length && (line[end] !== '"' || line[end + 1] === '"'))
      end += line[end] === '"' ? 2 : 1;
    cells.push(trueText(line.slice(at + 1, end).replaceAll('""', '"')));
    at = end + 2;
  }
  return cells;
}
