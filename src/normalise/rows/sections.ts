import type { RowStyle } from "../../extract/titles/declare.ts";
import type { Table } from "../../model/table.ts";
import type { KeyReading } from "./keys.ts";

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
 * Purchases as an outline (江苏 采购品目大类 › 专项名称 › 采购物品): a row belongs to the last row above it that starts
 * further to the left. 小计 rows open sections as well.
 */
function withOutline(table: Table, readings: KeyReading[][]): KeyReading[][] {
  const depths = table.rows.map((row) => {
    const first = row.cells.find((cell) => table.columns[cell.column]?.role !== "amount");
    return first?.column ?? 0;
  });
  const open: { depth: number; row: number; projectName?: string }[] = [];
  return readings.map((row, i) =>
    row.map((reading): KeyReading => {
      const { key } = reading;
      if (key.role === "total") return reading;
      const subtotal = /小计$/.test(key.label);
      const depth = subtotal ? -1 : (depths[i] ?? 0);
      while ((open.at(-1)?.depth ?? -2) >= depth) open.pop();
      const above = open.at(-1);
      const projectName = key.coordinates.projectName ?? above?.projectName;
      const opens = subtotal || (depths[i + 1] ?? 0) > depth;
      if (opens)
        open.push({ depth, row: key.row, ...(projectName !== undefined ? { projectName } : {}) });
      return {
        ...reading,
        key: {
          ...key,
          role: opens ? "section" : key.role,
          coordinates: {
            ...key.coordinates,
            ...(projectName !== undefined ? { projectName } : {}),
          },
          ...(above !== undefined ? { section: above.row } : {}),
        },
      };
    }),
  );
}
