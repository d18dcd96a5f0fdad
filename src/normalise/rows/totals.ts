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

/** Words of totals from the least to the greatest: what is printed with the next one is not that itself. */
const TOTALS = [/^小计$/, /^(?:收入|支出)?合计$/, /^(?:收入|支出)?总计$/];

/** 收入合计 above 收入总计 is that of the year: what was left over comes between the two. So is 小计 that has only this below. */
function yearTotals(
  readings: KeyReading[][],
  flow: (block: number) => Flow | undefined,
): KeyReading[][] {
  const inBlock = (block: number) =>
    readings.flat().filter(({ key }) => key.block === block && key.label !== "");
  return readings.map((row) =>
    row.map((reading): KeyReading => {
      const { key } = reading;
      const rank = TOTALS.findIndex((words) => words.test(plain(key.label)));
      if (key.role !== "total" || rank < 0) return reading;
      const lines = inBlock(key.block);
      const totals = lines
        .filter((line) => line.key.role === "total")
        .map(({ key }) => plain(key.label));
      const [least, ...greater] = TOTALS.slice(rank).map(
        (words) => totals.filter((label) => words.test(label)).length,
      );
      if (least !== 1 || greater.every((count) => count === 0)) return reading;
      if (rank === 0 && !lines.slice(lines.indexOf(reading) + 1).every(isNoneOfYear))
        return reading;
      const coordinates: Coordinates =
        flow(key.block) === "income" ? { fund: "current" } : { kind: "current" };
      return { ...reading, key: { ...key, role: "line", coordinates } };
    }),
  );
}

/** Money of other years, or a total. */
function isNoneOfYear({ key: { role, coordinates } }: KeyReading): boolean {
  const { fund = "", kind = "" } = coordinates;
  return (
    role === "total" ||
    /^(?:carry_over|surplus)/.test(fund) ||
    /^(?:carried_forward|distribution)/.test(kind)
  );
}

function withCoordinates(reading: KeyReading, more: Coordinates): KeyReading {
  const { key } = reading;
  return { ...reading, key: { ...key, coordinates: { ...key.coordinates, ...more } } };
}
