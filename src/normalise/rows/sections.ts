import type { Table } from "../../model/table.ts";
import type { RowStyle } from "../../taxonomy/tables/declare.ts";
import type { KeyReading } from "./key-reading.ts";

/** Rows that open a section: what follows belongs to them, up to the next of their kind. */
export function withSections(
  table: Table,
  style: RowStyle,
  readings: KeyReading[][],
): KeyReading[][] {
  return style === "purchases" ? withOutline(table, readings) : withUnits(readings);
}

/** Unit rows among other rows. */
function withUnits(readings: KeyReading[][]): KeyReading[][] {
  const mixed = readings.some((row) =>
    row.some((reading) => !isUnit(reading) && reading.key.role === "line" && !reading.unknown),
  );
  if (!mixed) return readings;
  const open = new Map<number, number>();
  return readings.map((row) =>
    row.map((reading) => {
      const { key } = reading;
      if (isUnit(reading)) {
        open.set(key.block, key.row);
        return { ...reading, key: { ...key, role: "section" as const } };
      }
      const section = open.get(key.block);
      return section === undefined || key.role === "total"
        ? reading
        : { ...reading, key: { ...key, section } };
    }),
  );
}

function isUnit({ key }: KeyReading): boolean {
  const names = Object.keys(key.coordinates);
  return names.length > 0 && names.every((name) => name === "unitCode" || name === "unitName");
}

/**
 * Purchases as an outline (江苏 采购品目大类 › 专项名称 › 经济科目 › 采购物品): a row is as deep as its last name, and belongs
 * to the last row above it that is less deep. 小计 rows open sections as well.
 */
function withOutline(table: Table, readings: KeyReading[][]): KeyReading[][] {
  const depths = table.rows.map((row) =>
    Math.max(0, ...row.cells.map((cell) => cell.column).filter((column) => isName(table, column))),
  );
  const projects = table.columns.findIndex((column) => column.role === "project-name");
  const open: { depth: number; row: number }[] = [];
  let project: string | undefined;
  return readings.map((row, i) =>
    row.map((reading): KeyReading => {
      const { key } = reading;
      if (key.role === "total") return reading;
      const subtotal = /小计$/.test(key.label);
      const depth = subtotal ? -1 : (depths[i] ?? 0);
      while ((open.at(-1)?.depth ?? -2) >= depth) open.pop();
      const above = open.at(-1);
      // A project is printed once, above its kinds of expenditure and its goods.
      project = key.coordinates.projectName ?? (depth > projects ? project : undefined);
      const opens = subtotal || (depths[i + 1] ?? 0) > depth;
      if (opens) open.push({ depth, row: key.row });
      return {
        ...reading,
        key: {
          ...key,
          role: opens ? "section" : key.role,
          coordinates: {
            ...key.coordinates,
            ...(project !== undefined ? { projectName: project } : {}),
          },
          ...(above !== undefined ? { section: above.row } : {}),
        },
      };
    }),
  );
}

/** 采购组织形式 and the like describe what a row buys, and make it no deeper. */
function isName(table: Table, index: number): boolean {
  const column = table.columns[index];
  if (!column || column.role === "amount") return false;
  return column.role !== "attribute" || /品目|物品|大类|内容/.test(column.heading.join(""));
}
