import type { Blob } from "node:buffer";
import type Stream from "node:stream";
import type { Feature } from "write-excel-file/node";
import { getCellAddress, sanitizeTextContent } from "write-excel-file/utility";

/** Bars of a sheet whose first column names them, and whose others are a series each, stacked. */
export interface Chart {
  readonly title: string;
  readonly sheet: string;
  /** The headings of the columns, that of the names first. */
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";

/** Charts beside the cells of their sheets, by sheet (ECMA-376 part 1, 21.2). The cells stay the only source of the numbers. */
export function charts(ofSheets: readonly (Chart | undefined)[]): Feature<Stream | Buffer | Blob> {
  const fileOf = (index: number): string => `xl/charts/chart${index + 1}.xml`;
  const numbered = ofSheets.flatMap((chart, index) => (chart ? [{ chart, index }] : []));
  return {
    files: {
      write: {
        files: () =>
          Object.fromEntries(
            numbered.map(({ chart, index }) => [fileOf(index), Buffer.from(chartXml(chart))]),
          ),
      },
      transform: {
        "[Content_Types].xml": {
          insert: () =>
            numbered
              .map(({ index }) => `<Override PartName="/${fileOf(index)}" ContentType="${PART}"/>`)
              .join(""),
        },
        "xl/drawings/drawing{id}.xml": {
          insert: (_options, { sheetIndex }) => {
            const chart = ofSheets[sheetIndex];
            return chart && anchor(chart);
          },
        },
        "xl/drawings/_rels/drawing{id}.xml.rels": {
          insert: (_options, { sheetIndex }) =>
            ofSheets[sheetIndex] &&
            `<Relationship Id="${ID}" Type="${RELATIONSHIPS}/chart" Target="../charts/chart${sheetIndex + 1}.xml"/>`,
        },
      },
    },
  };
}

const ID = "rId-chart-1";

/** To the right of the cells, as high as its bars need. */
function anchor({ headings, rows }: Chart): string {
  const corner = (tag: string, column: number, row: number): string =>
    `<xdr:${tag}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${tag}>`;
  const left = headings.length + 1;
  return (
    `<xdr:twoCellAnchor xmlns:xdr="${DRAWING}/spreadsheetDrawing">${corner("from", left, 1)}${corner("to", left + 12, 12 + 2 * rows.length)}` +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="chart"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    `<xdr:xfrm><a:off xmlns:a="${DRAWING}/main" x="0" y="0"/><a:ext xmlns:a="${DRAWING}/main" cx="0" cy="0"/></xdr:xfrm>` +
    `<a:graphic xmlns:a="${DRAWING}/main"><a:graphicData uri="${DRAWING}/chart"><c:chart xmlns:c="${DRAWING}/chart" xmlns:r="${RELATIONSHIPS}" r:id="${ID}"/></a:graphicData></a:graphic>` +
    "</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>"
  );
}

function chartXml(chart: Chart): string {
  const series = chart.headings.slice(1).map((heading, i) => seriesXml(chart, heading, i + 1));
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<c:chartSpace xmlns:c="${DRAWING}/chart" xmlns:a="${DRAWING}/main"><c:roundedCorners val="0"/><c:chart>` +
    `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:rPr lang="zh-CN" sz="1200"/><a:t>${sanitizeTextContent(chart.title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>` +
    '<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/><c:varyColors val="0"/>' +
    series.join("") +
    '<c:gapWidth val="60"/><c:overlap val="100"/><c:axId val="1"/><c:axId val="2"/></c:barChart>' +
    '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="2"/></c:catAx>' +
    '<c:valAx><c:axId val="2"/><c:scaling/><c:delete val="0"/><c:axPos val="b"/><c:majorGridlines/><c:crossAx val="1"/><c:crosses val="max"/></c:valAx>' +
    '</c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/></c:chart></c:chartSpace>'
  );
}

function seriesXml({ sheet, rows }: Chart, heading: string, column: number): string {
  const range = (of: number): string => {
    const [from, to] = [getCellAddress(1, of), getCellAddress(rows.length, of)];
    return `'${sheet}'!${absolute(from)}:${absolute(to)}`;
  };
  const points = (of: number): string =>
    rows
      .map((row, i) => [row[of] ?? "", i] as const)
      .filter(([text]) => text !== "")
      .map(([text, i]) => `<c:pt idx="${i}"><c:v>${sanitizeTextContent(text)}</c:v></c:pt>`)
      .join("");
  const count = `<c:ptCount val="${rows.length}"/>`;
  const name = `'${sheet}'!${absolute(getCellAddress(0, column))}`;
  return (
    `<c:ser><c:idx val="${column - 1}"/><c:order val="${column - 1}"/>` +
    `<c:tx><c:strRef><c:f>${sanitizeTextContent(name)}</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${sanitizeTextContent(heading)}</c:v></c:pt></c:strCache></c:strRef></c:tx>` +
    `<c:spPr><a:solidFill><a:srgbClr val="${COLOURS[(column - 1) % COLOURS.length]}"/></a:solidFill></c:spPr>` +
    '<c:invertIfNegative val="0"/>' +
    `<c:cat><c:strRef><c:f>${sanitizeTextContent(range(0))}</c:f><c:strCache>${count}${points(0)}</c:strCache></c:strRef></c:cat>` +
    `<c:val><c:numRef><c:f>${sanitizeTextContent(range(column))}</c:f><c:numCache><c:formatCode>General</c:formatCode>${count}${points(column)}</c:numCache></c:numRef></c:val></c:ser>`
  );
}

/** Told apart in print and by the colour-blind. */
const COLOURS = ["4e79a7", "f28e2b", "76b7b2", "b07aa1"];

/** B2 as $B$2. */
function absolute(address: string): string {
  return address.replace(/^([A-Z]+)(\d+)$/, "$$$1$$$2");
}
