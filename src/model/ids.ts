import type { FigureRef } from "./check.ts";

/** The id of a source file. Its letter keeps spreadsheets, R and pandas from reading a number in it. */
export function documentId(sha256: string): string {
  return `d${sha256.slice(0, 16)}`;
}

/** The id of a figure: `d0123456789abcdef-t2-r5-c3`, all counted from 1. */
export function factId(document: string, { tableIndex, row, column }: FigureRef): string {
  return `${document}-t${tableIndex + 1}-r${row}-c${column + 1}`;
}
