import type { ProcurementClass } from "../../model/coordinates.ts";
import type { Row, Table } from "../../model/table.ts";
import { plain, withoutOrdinal } from "../../taxonomy/plain.ts";
import type { KeyReading } from "./key-reading.ts";

/** What publishers call the three classes, each with the letter that its codes begin with (政府采购品目分类目录). */
const CLASSES: readonly (readonly [RegExp, string, ProcurementClass])[] = [
  [/^(?:政府采购)?货物(?:类|支出|采购)*A?$/, "A", "goods"],
  [/^(?:政府采购)?工程(?:类|支出|采购)*B?$/, "B", "works"],
  [/^(?:政府采购)?服务(?:类|支出|采购)*C?$/, "C", "services"],
];

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
  for (const { text } of cells) {
    const word = withoutOrdinal(plain(text))
      .replace(/^其中:/, "")
      .replace(/小计$/, "");
    const found = CLASSES.find(([words]) => words.test(word));
    if (found) return found[2];
  }
  return undefined;
}

function classCoded({ columns }: Table, { cells }: Row): ProcurementClass | undefined {
  for (const { column, text } of cells) {
    if (!CODES.test(columns[column]?.heading.join("") ?? "")) continue;
    const letter = /^([ABC])\d{2,}/.exec(plain(text))?.[1];
    const found = CLASSES.find(([, first]) => first === letter);
    if (found) return found[2];
  }
  return undefined;
}
