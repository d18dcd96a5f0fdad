import type { Coordinates, Flow, Fund, Kind, ProjectType } from "../../model/coordinates.ts";
import { parseNumber } from "../../model/money.ts";
import type { Cell, Column, ColumnRole, Row, RowKey, Table } from "../../model/table.ts";
import { plain, withoutOrdinal } from "../../taxonomy/plain.ts";
import { declarationOf } from "../../taxonomy/tables/declarations.ts";
import type { RowStyle } from "../../taxonomy/tables/declare.ts";
import type { Catalogue } from "../catalogue/index.ts";
import type { KnownUnits } from "../units.ts";
import { type CodeStack, type RowCodes, readCodes } from "./codes.ts";
import { type KeyReading, UNKNOWN } from "./key-reading.ts";
import { isCount, isTotal, type LineMeaning, lineMeaning } from "./labels.ts";
import { classOfName, namesClasses } from "./named-classes.ts";
import { withNonTax } from "./non-tax.ts";
import { withPeriods } from "./periods.ts";
import { withClasses } from "./procurement.ts";
import { withSections } from "./sections.ts";
import { withTotals } from "./totals.ts";
import { withUnitNames } from "./unit-names.ts";
import { withWages } from "./wages.ts";
import { isNamedAmongUnits, isUnitName, type RowWords, unitCoordinates, wordsOf } from "./words.ts";

/** What the rows of a block have said so far, for the rows below that leave it out. */
interface State {
  stack: CodeStack;
  fund?: Fund;
  kind?: Kind;
  projectType?: ProjectType;
  unitName?: string;
  /** The class that a list by name has come to. */
  className?: string;
}

interface Context {
  readonly table: Table;
  readonly style: RowStyle;
  readonly catalogue: Catalogue;
  readonly units: KnownUnits;
  /** Whether some row is called a total. */
  readonly hasTotal: () => boolean;
}

/**
 * Keys the rows of a table: `keys[i]` belongs to `table.rows[i]`, with one reading a block.
 * A column says what its cells are, but damaged rows slide: a code, a type of project or a known unit is read for what it is.
 */
export function keyRows(table: Table, catalogue: Catalogue, units: KnownUnits): KeyReading[][] {
  const style = declarationOf(table.id).rows;
  let total: boolean | undefined;
  const hasTotal = (): boolean => {
    total ??= table.rows.some(({ cells }) => cells.some(({ text }) => isTotal(text)));
    return total;
  };
  const context = { table, style, catalogue, units, hasTotal };
  const blocks = [...new Set(table.columns.map((column) => column.block))];
  const states = blocks.map((block): [number, State] => [block, { stack: {} }]);
  const readings = table.rows.map((row) =>
    states.map(([block, state]) => keyOf(context, row, block, state)),
  );
  const flow = (block: number) => flowOf(table, block);
  const dated = withPeriods(table, style, catalogue.year, readings);
  const listed = style === "lines" ? withWages(withNonTax(dated, flow)) : dated;
  const whole = withUnitNames(withTotals(table, style, flow, listed));
  const keyed = withSections(table, style, whole);
  return style === "purchases" ? withClasses(table, keyed) : keyed;
}

function keyOf(context: Context, row: Row, block: number, state: State): KeyReading {
  const { table, catalogue, units } = context;
  const { columns } = table;
  const cells = keyCells(table, row, block);
  const codes = readCodes(cells, columns, state.stack);
  const words = subjectWords(wordsOf(cells, columns, codes, units), codes.codes, context);
  const base = { row: row.index, block, label: words.label };
  const line = (coordinates: Coordinates) => ({
    key: { ...base, role: "line" as const, coordinates },
  });
  if (isUnitRow(context, row, words, codes.codes)) {
    const code = words.unitCode ?? Object.values(codes.codes)[0];
    return line(unitCoordinates(code, words.unitName ?? words.label));
  }
  state.stack = codes.stack;
  const coordinates = { ...codeCoordinates(codes.codes), ...projectCoordinates(words, state) };
  if (codes.orphan !== undefined && Object.keys(codes.codes).length === 0) {
    return { ...line(coordinates), orphan: codes.orphan };
  }
  if (Object.keys(coordinates).length > 0) {
    if (words.line !== undefined) return formLine(context, block, words.line, line(coordinates));
    return line({
      ...coordinates,
      ...unitCoordinates(words.unitCode, coordinates.unitName ?? words.unitName),
    });
  }
  const unitName = unitOfTotal(context, words);
  if (unitName !== undefined) {
    state.unitName = unitName;
    return line({ unitName });
  }
  if (words.label === "") return unnamed(context, row, base);
  if (isCount(words.label)) return { key: { ...base, role: "note", coordinates: {} } };
  const meaning = meaningOfLabels(words.labels, flowOf(table, block), catalogue, state);
  // 公务接待费 is an item in the three-public table alone: elsewhere it is a class, or a thing that is bought.
  if (meaning && (meaning.coordinates.item === undefined || context.style === "items")) {
    const { fund, kind } = meaning.coordinates;
    if (fund !== undefined) state.fund = fund;
    if (kind !== undefined) state.kind = kind;
    const role = meaning.total ? "total" : "line";
    return { key: { ...base, role, coordinates: meaning.coordinates } };
  }
  const named =
    listedClass(context, block, words, state) ?? namedClass(context, block, words, state);
  if (named) return line(named);
  if (NAMED_ONLY.has(context.style)) return line({});
  return { ...line({}), unknown: UNKNOWN.word(words.label) };
}

/** An economic class in a list of them that prints no codes. */
function listedClass(
  { table, style, catalogue }: Context,
  block: number,
  { label }: RowWords,
  state: State,
): Coordinates | undefined {
  if (style !== "economic" || !namesClasses(table.columns, block)) return undefined;
  const found = classOfName(catalogue, label, table.columns, state.className);
  const code = found?.economicCode ?? found?.govEconomicCode;
  if (code?.length === 3) state.className = code;
  return found;
}

/**
 * An economic class that a line names in a list of them (陕西: the same expenditure by function, by department economy and by
 * government economy side by side), or below 项目支出, of which it is a part.
 */
function namedClass(
  { table, style, catalogue }: Context,
  block: number,
  { label }: RowWords,
  { kind }: State,
): Coordinates | undefined {
  if (style !== "lines" && style !== "function") return undefined;
  if (flowOf(table, block) !== "expenditure") return undefined;
  const lists = (role: ColumnRole) =>
    table.columns.some((column) => column.block === block && column.role === role);
  const dimension = lists("gov-economic-name") ? "gov-economic" : "economic";
  const project = kind?.startsWith("project") ? { kind } : undefined;
  // 按支出性质和经济分类: kinds, and below them classes.
  const both = table.columns.some(({ block: own, role, heading }) => {
    return own === block && role === "label" && /经济分类/.test(heading.join(""));
  });
  if (dimension === "economic" && !lists("economic-name") && !both && !project) return undefined;
  const name = withoutOrdinal(plain(label));
  const found = catalogue.findByName(dimension, name).find(({ code }) => code.length === 3);
  if (!found) return undefined;
  return dimension === "gov-economic"
    ? { govEconomicCode: found.code }
    : { economicCode: found.code, ...project };
}

/** An amount of a project that its form names: 年度预算资金总额, 其中：财政拨款. */
function formLine(
  { table, style, catalogue }: Context,
  block: number,
  name: string,
  reading: KeyReading,
): KeyReading {
  // Its whole is the project's money: 其中 parts that by its sources, and is no part of a source before it.
  const source = name.replace(/^其中[:：]/, "");
  const meaning = lineMeaning(source, flowOf(table, block), catalogue, undefined);
  if (!meaning) {
    return NAMED_ONLY.has(style) ? reading : { ...reading, unknown: UNKNOWN.word(name) };
  }
  const coordinates = { ...meaning.coordinates, ...reading.key.coordinates };
  return { key: { ...reading.key, coordinates } };
}

/** Tables whose rows are things of their own: their names are labels and no coordinates. */
const NAMED_ONLY: ReadonlySet<RowStyle> = new Set(["assets", "words", "purchases"]);

/**
 * The cells that name a row in one block. Where a name is merged over several blocks (江苏: 当年支出小计 before the second
 * list of expenditures) it is that of the block that has the amount.
 */
function keyCells(table: Table, row: Row, block: number): Cell[] {
  const inBlock = (b: number) =>
    row.cells.filter((cell) => table.columns[cell.column]?.block === b);
  const names = (b: number) => inBlock(b).filter((cell) => isKeyCell(table, cell));
  const own = names(block);
  if (own.length > 0 || inBlock(block).length === 0) return own;
  for (let before = block - 1; before >= 0; before--) {
    if (inBlock(before).some((cell) => parseNumber(cell.text) !== undefined)) return own;
    if (names(before).length > 0) return names(before);
  }
  return own;
}

function isKeyCell(table: Table, cell: Cell): boolean {
  const column = table.columns[cell.column];
  if (!column || column.role === "change" || column.role === "unknown") return false;
  // 合计 stands where a row begins, below 序号 as well.
  if (column.role === "attribute")
    return (
      isTotal(cell.text) || (declarationOf(table.id).rows === "purchases" && isGoods(table, column))
    );
  // A word in a column of money slid there from the names.
  return (
    column.role !== "amount" ||
    (parseNumber(cell.text) === undefined && /[\u4e00-\u9fff]{2}/.test(cell.text))
  );
}

/** What is bought names a row only where no project does. */
function isGoods(table: Table, column: Column): boolean {
  const first = table.columns.findIndex((c) => c.role === "amount");
  return column.index < first && /品目|物品|大类|内容/.test(column.heading.join(""));
}

function codeCoordinates(codes: RowCodes): Coordinates {
  return {
    ...(codes.function !== undefined ? { functionCode: codes.function } : {}),
    ...(codes.economic !== undefined ? { economicCode: codes.economic } : {}),
    ...(codes["gov-economic"] !== undefined ? { govEconomicCode: codes["gov-economic"] } : {}),
  };
}

/** Under one heading for subjects and projects (四川: 单位名称（科目）) the name of the row's own code is no project. */
function subjectWords(words: RowWords, codes: RowCodes, { table, catalogue }: Context): RowWords {
  const { projectName, ...others } = words;
  if (projectName === undefined || codes.function === undefined) return words;
  const both = table.columns.some(
    ({ role, heading }) => role === "project-name" && heading.join("").includes("科目"),
  );
  return both && catalogue.sameName("function", codes.function, projectName) ? others : words;
}

/** Project coordinates; type and unit are carried down where they are printed once for several projects. */
function projectCoordinates(words: RowWords, state: State): Coordinates {
  if (words.projectName === undefined && words.projectCode === undefined) return {};
  const projectType = words.projectType ?? state.projectType;
  const unitName = words.unitName ?? state.unitName;
  if (projectType !== undefined) state.projectType = projectType;
  if (unitName !== undefined) state.unitName = unitName;
  return {
    ...(words.projectCode !== undefined ? { projectCode: words.projectCode } : {}),
    ...(words.projectName !== undefined ? { projectName: words.projectName } : {}),
    ...(projectType !== undefined ? { projectType } : {}),
    ...(unitName !== undefined ? { unitName } : {}),
  };
}

/** 小计 beside a unit's name is what the unit has; its projects are listed below, where the name is left out. */
function unitOfTotal({ table }: Context, { label, unitName }: RowWords): string | undefined {
  const has = (role: ColumnRole) => table.columns.some((column) => column.role === role);
  return isTotal(label) && has("unit-name") && has("project-name") ? unitName : undefined;
}

/** A row without any name is the total where it stands first or last, and none is called so. */
function unnamed(
  { table, hasTotal }: Context,
  row: Row,
  base: Pick<RowKey, "row" | "block" | "label">,
): KeyReading {
  const edge = (row === table.rows[0] || row === table.rows.at(-1)) && !hasTotal();
  const key = { ...base, coordinates: {} };
  return edge
    ? { key: { ...key, role: "total" } }
    : { key: { ...key, role: "line" }, unknown: UNKNOWN.nameless };
}

/** The fund of 其他资金 › 小计 is that of 其他资金: names in two columns are read from the left. */
function meaningOfLabels(
  labels: readonly string[],
  flow: Flow | undefined,
  catalogue: Catalogue,
  state: State,
): LineMeaning | undefined {
  let found: LineMeaning | undefined;
  for (const label of labels) {
    const before = found?.coordinates.fund ?? state.fund;
    const meaning = lineMeaning(label, flow, catalogue, before, state.kind);
    const onlyTotal = meaning?.total && Object.keys(meaning.coordinates).length === 0;
    if (meaning && !(found && onlyTotal)) found = meaning;
  }
  return found;
}

function flowOf(table: Table, block: number): Flow | undefined {
  const column = table.columns.find((c) => c.block === block && c.role === "amount");
  return column?.gives.flow ?? table.gives.flow;
}

/**
 * A budget unit's own row: 313 安阳市… among subjects or projects. 313 is an economic class as well, so that beside
 * a code the name decides: it is a unit's if it is none of the code's and is written like a unit's.
 */
function isUnitRow(
  { table, catalogue, units }: Context,
  row: Row,
  words: RowWords,
  codes: RowCodes,
): boolean {
  const { label } = words;
  if (codes.function !== undefined) return false;
  const dimension = codes.economic !== undefined ? "economic" : "gov-economic";
  const code = codes[dimension];
  if (code !== undefined) {
    return (
      code.length === 3 && isUnitName(label, units) && !catalogue.sameName(dimension, code, label)
    );
  }
  if (words.projectName !== undefined || words.projectCode !== undefined) return false;
  if (words.unitCode !== undefined || units.names.has(plain(label))) return true;
  const isAmongUnits = label !== "" && isNamedAmongUnits(table, row);
  if (isAmongUnits && !lineMeaning(label, flowOf(table, 0), catalogue, undefined)) return true;
  // Beside the names of projects a unit's name says whose the project is, even where the project's own is lost.
  const has = (...roles: ColumnRole[]) => table.columns.some(({ role }) => roles.includes(role));
  const beside = has("project-name", "project-code") && has("unit-name");
  return !beside && words.unitName !== undefined && !isTotal(words.unitName);
}
