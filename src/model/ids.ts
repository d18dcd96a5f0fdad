import type { Check, FigureRef } from "./check.ts";
import type { Disclosure } from "./disclosure.ts";
import type { Place } from "./place.ts";

/** The id of a source file. Its letter keeps spreadsheets, R and pandas from reading a number in it. */
export function documentId(sha256: string): string {
  return `d${sha256.slice(0, 16)}`;
}

/** The id of a figure: `d0123456789abcdef-t2-r5-c3`, all counted from 1. */
export function factId(document: string, { tableIndex, row, column }: FigureRef): string {
  return `${document}-t${tableIndex + 1}-r${row}-c${column + 1}`;
}

/** Which document of a disclosure something is from, and what its figures are called. */
export interface Origins {
  /** Of something that is printed at a place. */
  at(place: Place | undefined): string;
  /** Of a table, by its position. */
  ofTable(index: number): string;
  ofCheck(check: Check): string;
  factId(figure: FigureRef): string;
}

/** A table keeps the number that it has in its own document, so that figures have one id in whatever they are put together. */
export function originsOf({
  document,
  tables = [],
}: Pick<Disclosure, "document"> & Partial<Pick<Disclosure, "tables">>): Origins {
  const at = (place: Place | undefined): string => place?.document ?? document;
  const ofTable = (index: number): string => at(tables[index]?.place);
  return {
    at,
    ofTable,
    ofCheck: ({ place, tableIndex, figures }) => {
      const index = tableIndex ?? figures[0]?.tableIndex;
      return place?.document ?? (index === undefined ? document : ofTable(index));
    },
    factId: (figure) => {
      const number = tables[figure.tableIndex]?.number ?? figure.tableIndex + 1;
      return factId(ofTable(figure.tableIndex), { ...figure, tableIndex: number - 1 });
    },
  };
}
