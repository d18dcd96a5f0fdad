import type { Coordinates } from "../../model/coordinates.ts";
import type { Row, Table } from "../../model/table.ts";
import { plain } from "../../taxonomy/plain.ts";
import type { RowStyle } from "../../taxonomy/tables/declare.ts";
import { meaningOf } from "../../taxonomy/words/lookup.ts";
import { type KeyReading, UNKNOWN } from "./key-reading.ts";
import { unitCoordinates } from "./words.ts";

/**
 * Rows that are years or stages (北京: the three-public items as columns, a row of 2024年 above one of 2025年; 江苏: 预算数 above
 * 决算数): the year stands in a
 * column of its own, or is all that the row is called (2024年预算数). A row that compares years has no figures.
 */
export function withPeriods(
  table: Table,
  style: RowStyle,
  year: string,
  readings: KeyReading[][],
): KeyReading[][] {
  if (style !== "items") return readings;
  const dated = new Set(
    table.columns
      .filter(({ role, heading }) => role === "attribute" && YEARS.test(plain(heading.join(""))))
      .map(({ index }) => index),
  );
  const above = new Map<number, KeyReading>();
  return readings.map((row, i) =>
    row.map((reading) => {
      const { key } = reading;
      const named = above.get(key.block);
      if (key.label !== "") above.set(key.block, reading);
      const bare = Object.keys(key.coordinates).every((name) => name.startsWith("unit"));
      if (!bare) return reading;
      const printed = yearOf(table.rows[i], dated) ?? plain(key.label);
      const meaning = /20\d\d|年|^(?:预算|决算|执行)数?$/.test(printed)
        ? meaningOf(printed)
        : undefined;
      if (meaning?.role === "change") return { key: { ...key, role: "note", coordinates: {} } };
      if (meaning?.year === undefined && meaning?.stage === undefined) return reading;
      if (/^\d+$/.test(meaning.year ?? "") && Number(meaning.year) > Number(year))
        return { ...reading, unknown: UNKNOWN.future(printed) };
      const previous = meaning.year !== undefined && meaning.year !== year;
      // Each unit is named once, before the first of its years (深圳).
      const unit = key.label === "" ? unitOf(named) : {};
      const coordinates: Coordinates = {
        ...unit,
        ...key.coordinates,
        period: previous ? "previous" : "current",
        ...(meaning.stage !== undefined ? { stage: meaning.stage } : {}),
      };
      return {
        key: { ...key, role: "line", label: key.label || (unit.unitName ?? printed), coordinates },
      };
    }),
  );
}

function unitOf(reading: KeyReading | undefined): Coordinates {
  const { unitCode, unitName } = reading?.key.coordinates ?? {};
  return unitCoordinates(unitCode, unitName);
}

const YEARS = /^(?:预算)?年(?:份|度)$/;

/** The year that a row prints in a column of years, with 年 behind it, or what else it says there: 上年预算数. */
function yearOf(row: Row | undefined, dated: ReadonlySet<number>): string | undefined {
  const cell = row?.cells.find(({ column }) => dated.has(column));
  if (!cell) return undefined;
  return plain(cell.text).replace(/^(20\d\d)(?:年度?)?$/, "$1年");
}
