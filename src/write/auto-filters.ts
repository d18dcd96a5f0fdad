import type { Blob } from "node:buffer";
import type Stream from "node:stream";
import type { Feature } from "write-excel-file/node";
import {
  getCellAddress,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
} from "write-excel-file/utility";

/** What is filtered in a sheet: its heading row and all that stands below it. */
export interface FilterRange {
  readonly rows: number;
  readonly columns: number;
}

const SHEET = "xl/worksheets/sheet{id}.xml";

/** A filter on every column of those sheets that have a range. */
export function autoFilters(
  ranges: readonly (FilterRange | undefined)[],
): Feature<Stream | Buffer | Blob> {
  return {
    files: {
      transform: {
        [SHEET]: {
          transform: (xml, _options, { sheetIndex }) => {
            const range = ranges[sheetIndex];
            if (!range) return xml;
            const end = getCellAddress(range.rows - 1, range.columns - 1);
            const order = getOrderOfSiblings(SHEET, "worksheet") ?? [];
            return insertElementMarkupAccordingToOrderOfSiblings(
              xml,
              `<autoFilter ref="A1:${end}"/>`,
              order,
              "worksheet",
            );
          },
        },
      },
    },
  };
}
