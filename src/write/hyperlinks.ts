import type { Blob } from "node:buffer";
import type Stream from "node:stream";
import type { Feature } from "write-excel-file/node";
import {
  getCellAddress,
  getOrderOfSiblings,
  getSelfClosingTagMarkup,
  insertElementMarkupAccordingToOrderOfSiblings,
} from "write-excel-file/utility";

export interface Hyperlink {
  /** 0-based position in the sheet, its heading row included. */
  readonly row: number;
  readonly column: number;
  /** A URI, absolute or relative to the workbook. */
  readonly target: string;
}

const SHEET = "xl/worksheets/sheet{id}.xml";
const TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink";

/** Links on cells, by sheet; links are no formulas, so that nothing a document prints is ever computed. */
export function hyperlinks(
  linksOfSheets: readonly (readonly Hyperlink[])[],
): Feature<Stream | Buffer | Blob> {
  return {
    files: {
      transform: {
        [SHEET]: {
          transform: (xml, _options, { sheetIndex }) => {
            const links = linksOfSheets[sheetIndex] ?? [];
            if (links.length === 0) return xml;
            const order = getOrderOfSiblings(SHEET, "worksheet") ?? [];
            return insertElementMarkupAccordingToOrderOfSiblings(
              xml,
              `<hyperlinks>${links.map(reference).join("")}</hyperlinks>`,
              order,
              "worksheet",
            );
          },
        },
        "xl/worksheets/_rels/sheet{id}.xml.rels": {
          insert: (_options, { sheetIndex }) =>
            (linksOfSheets[sheetIndex] ?? []).map(relationship).join(""),
        },
      },
    },
  };
}

function reference({ row, column }: Hyperlink, index: number): string {
  return getSelfClosingTagMarkup("hyperlink", {
    ref: getCellAddress(row, column),
    "r:id": idOf(index),
  });
}

function relationship({ target }: Hyperlink, index: number): string {
  return getSelfClosingTagMarkup("Relationship", {
    Id: idOf(index),
    Type: TYPE,
    Target: target,
    TargetMode: "External",
  });
}

const idOf = (index: number): string => `rId-link-${index + 1}`;
