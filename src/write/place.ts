import { type Box, type Place, placeWords } from "../model/place.ts";
import { field } from "./dataset.ts";

/** The fields that lead back to the source. */
export const PLACE = {
  place: field(
    "text",
    "place",
    "来源位置",
    "Where it stands, for people: p. 5, Sheet1!C12, table 3, row 4, line 112.",
  ),
  page: field(
    "integer",
    "page",
    "页码",
    "1-based page of the source (PDF), or number of the sheet (spreadsheets).",
  ),
  bbox: field(
    "text",
    "bbox",
    "位置",
    "x0 y0 x1 y1 of the cell in points (1/72 inch) from the top left of the page (PDF).",
  ),
  line: field("integer", "line", "行号", "1-based line of the source (text)."),
} as const;

export function placeRecord(place: Place | undefined): Record<keyof typeof PLACE, string> {
  return {
    place: placeText(place),
    page: integer(place?.page),
    bbox: place?.box ? boxText(place.box) : "",
    line: integer(place?.line),
  };
}

function placeText(place: Place = {}): string {
  if (place.sheet === undefined && place.page !== undefined) return `p. ${place.page}`;
  return placeWords(place).en;
}

/** A count or position as text, empty where there is none. */
export function integer(value: number | undefined): string {
  return value === undefined ? "" : String(value);
}

/** Hundredths of a point are finer than any rule is drawn, and keep the file readable. */
function boxText({ x0, y0, x1, y1 }: Box): string {
  return [x0, y0, x1, y1].map((n) => String(Number(n.toFixed(2)))).join(" ");
}
