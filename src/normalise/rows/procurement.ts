import type { ProcurementClass } from "../../model/coordinates.ts";
import type { Row, Table } from "../../model/table.ts";
import { plain } from "../../taxonomy/plain.ts";
import { procurementCoded, procurementNamed } from "../../taxonomy/words/procurement.ts";
import type { KeyReading } from "./key-reading.ts";

/** Headings of codes of the catalogue of purchases. */
const CODES = /品目|目录/;

/**
 * The class of each row of purchases: by its own words or code, or by the class above it (一、货物A). Totals, subtotals and
 * units are of no class, unless they say one.
 */
export function withClasses(table: Table, readings: KeyReading[][]): KeyReading[][] {
  let open: ProcurementClass | undefined;
  return readings.map((row, i) => {
    const printed = table.rows[i];
    const named = printed && classNamed(printed);
    if (row.some(closes)) open = undefined;
    if (named) open = named;
    const procurement = named ?? (printed && classCoded(table, printed)) ?? open;
    if (procurement === undefined) return row;
    return row.map((reading) => {
      const { key } = reading;
      return { ...reading, key: { ...key, coordinates: { ...key.coordinates, procurement } } };
    });
  });
}

function closes({ key: { role, label, coordinates } }: KeyReading): boolean {
  const unit = coordinates.unitName !== undefined && coordinates.projectName === undefined;
  return role === "total" || unit || /小计$/.test(plain(label));
}

function classNamed({ cells }: Row): ProcurementClass | undefined {
  return cells.map(({ text }) => procurementNamed(text)).find((found) => found !== undefined);
}

function classCoded({ columns }: Table, { cells }: Row): ProcurementClass | undefined {
  return cells
    .filter(({ column }) => CODES.test(columns[column]?.heading.join("") ?? ""))
    .map(({ text }) => procurementCoded(text))
    .find((found) => found !== undefined);
}
