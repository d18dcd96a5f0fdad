import type { Block } from "../model/block.ts";
import type { Check } from "../model/check.ts";
import type { Stage } from "../model/coordinates.ts";
import { InputError } from "../model/errors.ts";
import type { MoneyUnit } from "../model/money.ts";
import type { Form, Table } from "../model/table.ts";
import type { TableId } from "../model/table-ids.ts";
import { bodyRows } from "./body-rows.ts";
import { emptyDeclaration, isNote, unitInHeading } from "./captions.ts";
import { headingRowCount, printedRows } from "./grids/body.ts";
import { columnsOf } from "./headings/columns.ts";
import { headingPaths } from "./headings/tree.ts";
import { joinPages, type Printed } from "./join.ts";
import { sectionsOf } from "./sections.ts";
import { readContents } from "./titles/contents.ts";
import { plain } from "./words.ts";

/** What has to be known of a disclosure before its tables can be read. */
export interface ExtractContext {
  readonly year: string;
  readonly stage: Stage;
}

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
  const printed = joinPages(sectionsOf(blocks, contents.end), context.year);
  const common = commonUnit(printed);
  const tables: Table[] = [];
  const forms: Form[] = [];
  const checks: Check[] = [];
  for (const table of printed) {
    const [first] = table.sections;
    const { unit, unitFrom } = unitOf(table, common);
    const { title, place } = first;
    const { id } = table.declaration;
    if (table.declaration.form) {
      forms.push({ id, title, place, unit, unitFrom, grids: table.sections.map((s) => s.grid) });
      continue;
    }
    const read = tableOf(table, context, unit, unitFrom);
    tables.push(read);
    checks.push(...headingChecks(read, tables.length - 1));
  }
  const found = new Set([...tables, ...forms].map((table) => table.id));
  return { tables, forms, checks, absent: contents.promised.filter((id) => !found.has(id)) };
}

function tableOf(
  { declaration, sections }: Printed,
  context: ExtractContext,
  unit: MoneyUnit,
  unitFrom: Table["unitFrom"],
): Table {
  const [first] = sections;
  const width = Math.max(...sections.map((section) => section.grid.columnCount));
  const paths = headingPaths(first.grid, headingRowCount(printedRows(first.grid)));
  const padded = [...paths, ...Array.from({ length: Math.max(0, width - paths.length) }, () => [])];
  const columns = columnsOf(padded, { declaration, year: context.year });
  const notes = sections.flatMap((section) => section.after);
  const declared = notes
    .filter((note, i) => isNote(note) || (i === 0 && plain(note).length < 60))
    .map(emptyDeclaration)
    .find((note) => note !== undefined);
  return {
    id: declaration.id,
    title: first.title,
    place: first.place,
    unit,
    unitFrom,
    stage: /决算/.test(first.title) ? "final" : context.stage,
    gives: declaration.gives,
    columns,
    rows: bodyRows(sections, columns),
    notes: notes.filter(isNote),
    ...(declared !== undefined ? { declaredEmpty: declared } : {}),
  };
}

/** The unit printed with a table, or else the one that the document's other tables agree on. */
function unitOf(
  table: Printed,
  common: MoneyUnit | undefined,
): { unit: MoneyUnit; unitFrom: Table["unitFrom"] } {
  const strange = table.sections.find((section) => section.strangeUnit)?.strangeUnit;
  const label = table.sections.map((section) => section.unit).find((unit) => unit !== undefined);
  if (label) return { unit: label, unitFrom: "label" };
  const title = table.sections[0].title;
  if (strange !== undefined) {
    throw new InputError(`${title}: its unit ${strange} is none of 元, 千元, 万元, 亿元`);
  }
  const heading = table.sections[0].grid.cells
    .map((cell) => unitInHeading(cell.text))
    .find((unit) => unit !== undefined);
  if (heading) return { unit: heading, unitFrom: "label" };
  if (common) return { unit: common, unitFrom: "document" };
  throw new InputError(`${title || table.declaration.id}: no table of the document says its unit`);
}

function commonUnit(printed: readonly Printed[]): MoneyUnit | undefined {
  const counts = new Map<MoneyUnit, number>();
  for (const { sections } of printed) {
    const unit = sections.find((section) => section.unit)?.unit;
    if (unit) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function headingChecks(table: Table, tableIndex: number): Check[] {
  const about = { table: table.id, tableIndex, outcome: "noted", place: table.place } as const;
  const checks: Check[] = table.columns
    .filter((column) => column.role === "unknown" && column.heading.length > 0)
    .map((column) => ({
      ...about,
      check: "unknown-heading",
      coordinates: `column=${column.index + 1}`,
      found: column.heading.join(" › "),
      message: `no word of the vocabulary fits the heading of column ${column.index + 1}`,
    }));
  if (table.unitFrom === "document") {
    checks.push({
      ...about,
      check: "unknown-heading",
      found: table.unit,
      message: `no unit is printed with the table; ${table.unit} is the unit of the document's other tables`,
    });
  }
  return checks;
}
