import { totalOfItems } from "../../extract/headings/columns.ts";
import type { Coordinates, Flow } from "../../model/coordinates.ts";
import { parseNumber } from "../../model/money.ts";
import type { Table } from "../../model/table.ts";
import { plain } from "../../taxonomy/plain.ts";
import type { RowStyle } from "../../taxonomy/tables/declare.ts";
import type { KeyReading } from "./key-reading.ts";

/** Totals whose words say less than the rows beside them do. `flow` is that of a block. */
export function withTotals(
  table: Table,
  style: RowStyle,
  flow: (block: number) => Flow | undefined,
  readings: KeyReading[][],
): KeyReading[][] {
  if (table.id === "three-public") return threePublicTotals(table, readings);
  return style === "lines" ? yearTotals(readings, flow) : readings;
}

/**
 * 合计 of a three-public list is the three-public total, unless the list has more than the three: see `totalOfItems`. Right
 * below “三公”经费支出 without an amount it is the total of those, whatever follows (机构运行信息表: 会议费, 培训费).
 */
function threePublicTotals(table: Table, readings: KeyReading[][]): KeyReading[][] {
  const item = totalOfItems(readings.flat().map(({ key }) => key.coordinates.item));
  if (item === undefined) return readings;
  return readings.map((row, i) =>
    row.map((reading) => {
      const { key } = reading;
      const bare = key.role === "total" && key.coordinates.item === undefined;
      if (!bare) return reading;
      const above = readings[i - 1]?.find((other) => other.key.block === key.block)?.key;
      const opened =
        above?.coordinates.item === "three_public" && !hasAmount(table, i - 1, key.block);
      return withCoordinates(reading, { item: opened ? "three_public" : item });
    }),
  );
}

function hasAmount(table: Table, row: number, block: number): boolean {
  const cells = table.rows[row]?.cells ?? [];
  return cells.some(({ column, text }) => {
    const { role, block: own } = table.columns[column] ?? {};
    return role === "amount" && own === block && parseNumber(text) !== undefined;
  });
}

/** 收入合计 above 收入总计 is that of the year: what was left over comes between the two. */
function yearTotals(
  readings: KeyReading[][],
  flow: (block: number) => Flow | undefined,
): KeyReading[][] {
  const totals = readings.flat().filter(({ key }) => key.role === "total");
  const named = (words: RegExp, block: number) =>
    totals.filter(({ key }) => key.block === block && words.test(plain(key.label)));
  return readings.map((row) =>
    row.map((reading): KeyReading => {
      const { key } = reading;
      const years = named(/^(?:收入|支出)?合计$/, key.block);
      const wholes = named(/^(?:收入|支出)?总计$/, key.block);
      if (years.length !== 1 || years[0] !== reading || wholes.length === 0) return reading;
      const coordinates: Coordinates =
        flow(key.block) === "income" ? { fund: "current" } : { kind: "current" };
      return { ...reading, key: { ...key, role: "line", coordinates } };
    }),
  );
}

function withCoordinates(reading: KeyReading, more: Coordinates): KeyReading {
  const { key } = reading;
  return { ...reading, key: { ...key, coordinates: { ...key.coordinates, ...more } } };
}
