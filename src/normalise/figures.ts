import type { Check } from "../model/check.ts";
import { type Coordinates, FUNDS, type Fund, KINDS, type Kind } from "../model/coordinates.ts";
import type { Message } from "../model/message.ts";
import { parseMoney, parseNumber, publishedIn } from "../model/money.ts";
import { type Meeting, meeting } from "../model/narrower.ts";
import type { Cell, Column, RowKey, Table, TableFigure } from "../model/table.ts";
import { isUndivided } from "../taxonomy/orders.ts";
import { plain } from "../taxonomy/plain.ts";
import type { Catalogue } from "./catalogue/index.ts";
import { codeChecks, UNPLACED, unplacedCheck } from "./checks.ts";
import type { KeyReading } from "./rows/key-reading.ts";
import { keyRows } from "./rows/keys.ts";
import type { KnownUnits } from "./units.ts";

/** The figures of a table, and what could not be made one. */
export interface Figures {
  /** The keys of all rows; a table of several blocks has several a row. */
  readonly keys: readonly RowKey[];
  readonly figures: readonly TableFigure[];
  /** Numbers that are no fact and no attribute, unknown codes. */
  readonly checks: readonly Check[];
}

/** `24,458.43二、财政专户管理资金`: extraction joined neighbouring cells. Amounts that a name speaks of have a unit behind them. */
const FUSED = /(?:^|[^\d.,])-?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d{2}(?:$|[^\d.%‰万亿元])/;

/** What a spreadsheet prints for a number too wide for its cell, or for one that it could not calculate. */
const UNPRINTED = /^#(?:#+|(?:REF|N\/A|VALUE|DIV\/0|NAME|NUM|NULL|SPILL|CALC)[!?]?)$/i;

/** Marks that publishers print for nothing. */
const NOTHING = /^(?:[-—–－/*]+|无|单位不需填列)$/;

/**
 * Joins rows and columns: every amount of a table with its coordinates. A cell that is printed blank gives nothing;
 * a printed zero is a figure. Numbers that no row or column explains are reported as unplaced.
 */
export function figuresOf(table: Table, catalogue: Catalogue, units: KnownUnits): Figures {
  const readings = keyRows(table, catalogue, units);
  const tellUnits = severalSections(readings);
  const keys: RowKey[] = [];
  const byRow = new Map(table.rows.map((row, i) => [row.index, i]));
  const figures: TableFigure[] = [];
  const checks: Check[] = [];
  for (const [i, row] of table.rows.entries()) {
    const rowReadings = readings[i] ?? [];
    for (const reading of rowReadings) keys.push(reading.key);
    for (const reading of rowReadings) checks.push(...codeChecks(table, row, reading, catalogue));
    for (const cell of row.cells) {
      const column = table.columns[cell.column];
      const reading = rowReadings.find(({ key }) => key.block === column?.block);
      const unplaced = column && reading ? whyUnplaced(cell, column, reading) : UNPLACED.column;
      if (unplaced !== undefined) {
        checks.push(unplacedCheck(table, row, cell, unplaced));
        continue;
      }
      if (!column || !reading || column.role !== "amount") continue;
      if (reading.key.role === "note") continue;
      const money = parseMoney(cell.text, column.unit ?? table.unit);
      if (!money) continue;
      const section =
        tellUnits && reading.key.section !== undefined
          ? readings[byRow.get(reading.key.section) ?? -1]?.find(
              ({ key }) => key.block === column.block,
            )
          : undefined;
      figures.push({
        row: row.index,
        column: cell.column,
        block: column.block,
        label: reading.key.label,
        ...meetingOf(table, column, reading.key, section?.key.coordinates ?? {}),
        money,
        place: cell.place,
      });
    }
  }
  return { keys, figures, checks };
}

/** Column and row say what a figure is; the table weighs least, but for a total, which is that of its table. */
function meetingOf(table: Table, column: Column, key: RowKey, section: Coordinates): Meeting {
  const said = meeting(column.gives, { ...section, ...key.coordinates });
  const usual = { period: "current", stage: table.stage, ...table.gives } as const;
  const kind = kindIn(table, said.coordinates);
  const fund = fundIn(table, said.coordinates);
  const coordinates: Coordinates = {
    ...usual,
    ...said.coordinates,
    ...(fund !== undefined ? { fund } : {}),
    ...(kind !== undefined ? { kind } : {}),
  };
  return { ...said, coordinates: ofFlow(coordinates, { ...table.gives, ...said.coordinates }) };
}

/** In a table of one budget its total is that budget's, and so are this year's income and what is left of last year's. */
function fundIn({ gives }: Table, { fund, flow }: Coordinates): Fund | undefined {
  const own = gives.fund;
  if (own === undefined || fund === undefined) return fund;
  if (fund === "total") return own;
  const left = `carry_over.${own}`;
  if (!(left in FUNDS) || flow !== "income") return fund;
  return fund === "current" ? own : fund === "carry_over" ? (left as Fund) : fund;
}

/** In a table of one kind, say of projects, all expenditure is of that kind, and so is what is left for next year. */
function kindIn({ gives }: Table, { kind }: Coordinates): Kind | undefined {
  const own = gives.kind;
  if (own === undefined || kind === undefined) return kind;
  if (kind === "total" || (kind === "current" && !isUndivided(own))) return own;
  const left = `${kind}.${own}`;
  return left in KINDS ? (left as Kind) : kind;
}

/**
 * Income is spent on nothing yet; but a column, a row or the table may say what it is for: 本年收入 › 基本支出. What is carried
 * forward is no income.
 */
function ofFlow(coordinates: Coordinates, { kind }: Coordinates): Coordinates {
  if (coordinates.flow !== "income") return coordinates;
  if (kind?.startsWith("carried_forward")) return { ...coordinates, flow: "expenditure" };
  if (kind !== undefined && !isUndivided(kind)) return coordinates;
  const { kind: _none, ...income } = coordinates;
  return income;
}

/** A unit tells rows apart where the table has several that lines stand under, or lines that stand under none. */
function severalSections(readings: readonly (readonly KeyReading[])[]): boolean {
  const lines = readings.flat().filter(({ key, unknown }) => key.role === "line" && !unknown);
  const sections = new Set(lines.map(({ key }) => key.section));
  return sections.size > 1;
}

function whyUnplaced(cell: Cell, column: Column, reading: KeyReading): Message | undefined {
  const text = plain(cell.text);
  if (UNPRINTED.test(text)) return UNPLACED.unprinted;
  if (!/\d/.test(text) || NOTHING.test(text)) return undefined;
  const number = parseNumber(cell.text) !== undefined;
  switch (column.role) {
    case "amount":
      if (publishedIn(cell.text) === undefined) return wordsAmong(text, reading);
      if (reading.unknown !== undefined) return reading.unknown;
      return reading.orphan !== undefined && Object.keys(reading.key.coordinates).length === 0
        ? UNPLACED.orphan(reading.orphan)
        : undefined;
    case "unknown":
      return number ? UNPLACED.heading : undefined;
    case "attribute":
    case "change":
      return undefined;
    default:
      // Money among the names: codes have neither a point nor separators.
      if (number && /[.,]/.test(text)) return UNPLACED.names;
      return FUSED.test(text) ? UNPLACED.fused : undefined;
  }
}

/** Money with words in its cell: `12.50（含结转）`. Years, counts and footnotes below the amounts are none. */
const WORDED = /\d[\d,]*\.\d+(?![\d%‰])|\d[\d,.]*[万亿]?元/;

function wordsAmong(text: string, { key }: KeyReading): Message | undefined {
  if (!/[\u4e00-\u9fff]/.test(text)) return UNPLACED.several;
  return key.role !== "note" && WORDED.test(text) ? UNPLACED.words : undefined;
}
