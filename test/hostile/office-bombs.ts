import { utils, type WorkSheet, write } from "@e965/xlsx";
import { strToU8, zipSync } from "fflate";
import type { Bomb } from "./bombs.ts";

function xlsx(sheet: WorkSheet): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "表1");
  return new Uint8Array(write(book, { type: "array", bookType: "xlsx" }));
}

const rows = (count: number, row: (at: number) => string[]) =>
  utils.aoa_to_sheet(Array.from({ length: count }, (_, at) => row(at)));

/** Workbooks and documents that are small, and would be large. */
export const OFFICE_BOMBS: readonly Bomb[] = [
  {
    name: "cells-far-apart.xlsx",
    make: () => xlsx(rows(700, (at) => [...Array<string>(at).fill(""), "甲", "乙"])),
  },
  {
    name: "single-cells-60k.xlsx",
    make: () => xlsx(rows(60_000, (at) => (at === 0 ? ["项目", "金额"] : [`行${at}`]))),
  },
  {
    name: "tables-20k.xlsx",
    make: () => xlsx(rows(60_000, (at) => [["甲", "乙"], [], [`第${at}段`]][at % 3] ?? [])),
  },
  {
    name: "merged-1e9.xlsx",
    make: () => {
      const sheet = rows(2_000, () => Array<string>(50).fill("1.50"));
      sheet["!merges"] = Array.from({ length: 500 }, (_, r) =>
        utils.decode_range(`A${r + 1}:AX2000`),
      );
      return xlsx(sheet);
    },
  },
  {
    name: "packed-60m.docx",
    make: () => zipSync({ "word/document.xml": new Uint8Array(60_000_000) }),
  },
  {
    name: "laughs.docx",
    make: () => {
      const lines = Array.from(
        { length: 20 },
        (_, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`,
      );
      const text = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a0 "ha">${lines.join("")}]><a>&a20;</a>`;
      return zipSync({ "word/document.xml": strToU8(text) });
    },
  },
];
