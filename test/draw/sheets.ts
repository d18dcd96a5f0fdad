import { escaped, isAmount } from "./html.ts";
import type { Printed, PrintedLine, PrintedTable } from "./printed.ts";

const NAMESPACES = ["office", "table", "text", "style"]
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(" ");

const STYLES = `<office:automatic-styles>
<style:page-layout style:name="lying"><style:page-layout-properties style:print-orientation="landscape" fo:page-width="29.7cm" fo:page-height="21cm" style:scale-to-X="1" style:scale-to-Y="0"/></style:page-layout>
<style:style style:name="sheet" style:family="table" style:master-page-name="Default"/>
<style:style style:name="column" style:family="table-column"><style:table-column-properties style:column-width="2.6cm"/></style:style>
<style:style style:name="row" style:family="table-row"><style:table-row-properties style:use-optimal-row-height="true"/></style:style>
<style:style style:name="cell" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000" fo:wrap-option="wrap"/></style:style>
<style:style style:name="amount" style:family="table-cell" style:parent-style-name="cell"><style:table-cell-properties fo:border="0.5pt solid #000000"/><style:paragraph-properties fo:text-align="end"/></style:style>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Default" style:page-layout-name="lying"/></office:master-styles>`;

/** How many characters of a paragraph stand in a row: sheets have no prose. */
const LINE = 40;

/** A number of so many characters is a code, which is broken over lines rather than cut off. */
const LONG = 14;

/** The document as a flat OpenDocument workbook: each title opens a sheet, which is fitted to the width of its page. */
export function sheetsOf(printed: Printed): string {
  const sheets: (PrintedLine | PrintedTable)[][] = [[]];
  for (const part of printed) {
    if (part.type === "line" && part.role === "title") sheets.push([]);
    sheets.at(-1)?.push(part);
  }
  const tables = sheets.filter((parts) => parts.length > 0).map(sheetXml);
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${NAMESPACES} xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
${STYLES}<office:body><office:spreadsheet>${tables.join("\n")}</office:spreadsheet></office:body></office:document>`;
}

function sheetXml(parts: readonly (PrintedLine | PrintedTable)[], index: number): string {
  const columns = Math.max(
    1,
    ...parts.map((part) => (part.type === "table" ? part.columnCount : 1)),
  );
  const rows = parts.flatMap((part) =>
    part.type === "line" ? lineRows(part, columns) : tableRows(part),
  );
  return `<table:table table:name="${index + 1}" table:style-name="sheet"><table:table-column table:style-name="column" table:number-columns-repeated="${columns}"/>${rows.join("\n")}</table:table>`;
}

/** Lines run on over the cells beside them, a unit stands in the last column. */
function lineRows({ text, role }: PrintedLine, columns: number): string[] {
  if (role === "unit") return [row([...Array<string>(columns - 1).fill(BLANK), cell(text, "")])];
  return (text.match(new RegExp(`.{1,${LINE}}`, "gu")) ?? []).map((piece) =>
    row([cell(piece, "")]),
  );
}

function tableRows({ rowCount, columnCount, cells }: PrintedTable): string[] {
  const owners = new Map(cells.map((one) => [one.r0 * columnCount + one.c0, one]));
  return Array.from({ length: rowCount }, (_, r) =>
    row(
      Array.from({ length: columnCount }, (_, c) => {
        const own = owners.get(r * columnCount + c);
        if (!own) return "<table:covered-table-cell/>";
        const spans = ` table:number-columns-spanned="${own.c1 - own.c0 + 1}" table:number-rows-spanned="${own.r1 - own.r0 + 1}"`;
        const style = isAmount(own.text) && own.text.length < LONG ? "amount" : "cell";
        return cell(own.text, `${spans} table:style-name="${style}"`);
      }),
    ),
  );
}

const BLANK = "<table:table-cell/>";

function row(cells: readonly string[]): string {
  return `<table:table-row table:style-name="row">${cells.join("")}</table:table-row>`;
}

function cell(text: string, attributes: string): string {
  return `<table:table-cell office:value-type="string"${attributes}><text:p>${escaped(text)}</text:p></table:table-cell>`;
}
