import type { Block } from "../model/block.ts";
import type { Check } from "../model/check.ts";
import { parseNumber } from "../model/money.ts";
import type { Form, Table } from "../model/table.ts";
import type { TableId } from "../model/table-ids.ts";
import { TABLE_NAMES } from "../taxonomy/tables/declarations.ts";
import { joinPages, type Stray } from "./join.ts";
import { sectionsOf } from "./sections.ts";
import { type ExtractContext, tableOf } from "./table.ts";
import { readContents } from "./titles/contents.ts";
import { commonUnit, unitOf } from "./unit.ts";

export type { ExtractContext };

/** The standard tables of a disclosure, in printed order. */
export interface Extraction {
  readonly tables: readonly Table[];
  readonly forms: readonly Form[];
  /** Tables that the contents list promises and the document lacks. */
  readonly absent: readonly TableId[];
  readonly checks: readonly Check[];
}

/**
 * Recognises the standard tables among the blocks of a document. Grids that are no standard table are left alone.
 * Throws InputError where amounts have no unit, or one that is none of 元, 千元, 万元, 亿元.
 */
export function extractTables(blocks: readonly Block[], context: ExtractContext): Extraction {
  const contents = readContents(blocks);
  const { printed, strays } = joinPages(sectionsOf(blocks, contents.end), context);
  const common = commonUnit(printed);
  const tables: Table[] = [];
  const forms: Form[] = [];
  const checks: Check[] = strays.flatMap(strayFigures);
  for (const table of printed) {
    const [first] = table.pages;
    if (table.declaration.form) {
      forms.push({
        id: table.declaration.id,
        title: first.title,
        place: first.place,
        ...unitOf(table.pages, table.declaration, common, false),
        grids: table.pages.map((page) => page.grid),
      });
      continue;
    }
    const read = tableOf(table, context, common);
    tables.push(read);
    checks.push(...headingChecks(read, tables.length - 1));
  }
  const found = new Set([...tables, ...forms].map((table) => table.id));
  return { tables, forms, checks, absent: contents.promised.filter((id) => !found.has(id)) };
}

/** Figures of a grid that may belong to a table and is none: they are no facts, and nobody may think that they are. */
function strayFigures({ grid, after }: Stray): Check[] {
  return (
    grid.cells
      // Codes and years have neither a point nor separators.
      .filter(({ text }) => /[.,，]/.test(text) && parseNumber(text) !== undefined)
      .map(({ text, place }) => ({
        check: "unplaced",
        outcome: "noted",
        severity: "warning",
        table: after.id,
        found: text,
        place,
        message: {
          zh: `${text}印在${TABLE_NAMES[after.id].zh}之后的一张无标题表格中，其栏目与该表不同`,
          en: `${text} stands in a table without title after the ${TABLE_NAMES[after.id].en} table, whose columns it does not have`,
        },
        figures: [],
      }))
  );
}

function headingChecks(table: Table, tableIndex: number): Check[] {
  const about = {
    ...{ table: table.id, tableIndex, place: table.place, figures: [] },
    ...({ check: "unknown-heading", outcome: "noted", severity: "warning" } as const),
  };
  const checks: Check[] = table.columns
    .filter((column) => column.role === "unknown" && column.heading.length > 0)
    .map((column) => ({
      ...about,
      coordinates: `column=${column.index + 1}`,
      found: column.heading.join(" › "),
      message: {
        zh: `词表中没有词能解释第${column.index + 1}列的表头`,
        en: `no word of the vocabulary fits the heading of column ${column.index + 1}`,
      },
    }));
  if (table.unitFrom !== "label" && table.columns.some((column) => column.role === "amount")) {
    checks.push({
      ...about,
      found: table.unit,
      message: UNIT_MESSAGES[table.unitFrom](table.unit),
    });
  }
  return checks;
}

const UNIT_MESSAGES = {
  document: (unit: string) => ({
    zh: `本表没有印单位；${unit}是本文件其他表格的单位`,
    en: `no unit is printed with the table; ${unit} is the unit of the document's other tables`,
  }),
  several: (unit: string) => ({
    zh: `本表印有几种单位，没有说明哪些金额用哪一种；暂全部按${unit}`,
    en: `several units are printed with the table, and nothing says which amounts have which; ${unit} is taken for all`,
  }),
} as const;
