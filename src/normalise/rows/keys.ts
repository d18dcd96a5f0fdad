import { plain } from "../../extract/words.ts";
import type { Coordinates, Flow, Fund, ProjectType } from "../../model/coordinates.ts";
import { parseNumber } from "../../model/money.ts";
import type { Cell, Column, Row, RowKey, Table } from "../../model/table.ts";
import type { Catalogue } from "../catalogue/index.ts";
import { type KnownUnits, looksLikeUnit } from "../units.ts";
import { type CodeStack, readCodes } from "./codes.ts";
import { isTotal, lineMeaning, projectTypeOf } from "./labels.ts";

/** A row's key in one block, or why it has none. */
export interface KeyReading {
  readonly key: RowKey;
  /** Set where the words of the row mean nothing that is known: its figures cannot be placed. */
  readonly unknown?: string;
  readonly orphan?: string;
}

/** What the rows of a block have said so far. */
interface State {
  stack: CodeStack;
  fund?: Fund;
  type?: ProjectType;
  unitName?: string;
}

/**
 * Keys the rows of a table, block by block: `keys[i]` belongs to `table.rows[i]`, with one reading a block.
 * A column says what its cells are, but damaged rows slide: a code, a type of project or a known unit is read for what it is.
 */
export function keyRows(table: Table, catalogue: Catalogue, units: KnownUnits): KeyReading[][] {
  const blocks = [...new Set(table.columns.map((column) => column.block))];
  const states = new Map<number, State>(blocks.map((block) => [block, { stack: {} }]));
  const readings = table.rows.map((row, i) =>
    blocks.flatMap((block) => {
      const state = states.get(block);
      return state ? [keyOf(table, row, i, block, state, catalogue, units)] : [];
    }),
  );
  return withSections(threePublicTotals(table, readings));
}

function keyOf(
  table: Table,
  row: Row,
  position: number,
  block: number,
  state: State,
  catalogue: Catalogue,
  units: KnownUnits,
): KeyReading {
  const columns = table.columns;
  const own = row.cells.filter((cell) => columns[cell.column]?.block === block);
  const cells = own.filter((cell) => isKeyCell(cell, columns[cell.column]));
  const codes = readCodes(cells, columns, state.stack);
  const words = new Words(cells, columns, codes.used, codes.names, units);
  const label = words.label;
  const base = { row: row.index, block, label };
  if (isUnitRow(table, words, codes.codes, label, catalogue)) {
    const code = words.unitCode ?? Object.values(codes.codes)[0];
    return {
      key: { ...base, role: "line", coordinates: unitCoordinates(code, words.unitName ?? label) },
    };
  }
  state.stack = codes.stack;
  const coordinates: Coordinates = {
    ...(codes.codes.function !== undefined ? { functionCode: codes.codes.function } : {}),
    ...(codes.codes.economic !== undefined ? { economicCode: codes.codes.economic } : {}),
    ...(codes.codes["gov-economic"] !== undefined
      ? { govEconomicCode: codes.codes["gov-economic"] }
      : {}),
    ...words.project(state),
  };
  if (codes.orphan !== undefined && Object.keys(codes.codes).length === 0) {
    return { key: { ...base, role: "line", coordinates }, orphan: codes.orphan };
  }
  if (Object.keys(coordinates).length > 0) {
    return { key: { ...base, role: "line", coordinates: { ...coordinates, ...words.unit } } };
  }
  if (label === "") {
    const edge = position === 0 || position === table.rows.length - 1;
    return edge || (cells.length === 0 && table.rows.length <= 2)
      ? { key: { ...base, role: "total", coordinates: {} } }
      : {
          key: { ...base, role: "line", coordinates: {} },
          unknown: "the row has no name and no code",
        };
  }
  const flow = flowOf(table, block);
  const meaning = meaningOfLabels(words.labels, flow, catalogue, state.fund);
  if (meaning) {
    if (meaning.coordinates.fund !== undefined) state.fund = meaning.coordinates.fund;
    return {
      key: { ...base, role: meaning.total ? "total" : "line", coordinates: meaning.coordinates },
    };
  }
  if (table.id === "assets" || table.id === "organisation") {
    return { key: { ...base, role: "line", coordinates: {} } };
  }
  return {
    key: { ...base, role: "line", coordinates: {} },
    unknown: `no word of the vocabulary fits “${label}”`,
  };
}

/** The fund of 其他资金 › 小计 is that of 其他资金: names in two columns are read from the left. */
function meaningOfLabels(
  labels: readonly string[],
  flow: Flow | undefined,
  catalogue: Catalogue,
  before: Fund | undefined,
): ReturnType<typeof lineMeaning> {
  let found: ReturnType<typeof lineMeaning>;
  for (const label of labels) {
    const context = found?.coordinates.fund ?? before;
    const meaning = lineMeaning(label, flow, catalogue, context);
    if (!meaning) {
      if (labels.length === 1) return undefined;
      continue;
    }
    const repeatsTotal = meaning.total && Object.keys(meaning.coordinates).length === 0;
    found = found && repeatsTotal ? found : meaning;
  }
  return found;
}

function isKeyCell(cell: Cell, column: Column | undefined): boolean {
  if (
    !column ||
    column.role === "attribute" ||
    column.role === "change" ||
    column.role === "unknown"
  )
    return false;
  if (column.role !== "amount") return true;
  // A word in a column of money slid there from the names.
  return parseNumber(cell.text) === undefined && /[\u4e00-\u9fff]{2}/.test(cell.text);
}

function flowOf(table: Table, block: number): Flow | undefined {
  const flows = table.columns
    .filter((column) => column.block === block && column.role === "amount")
    .map((column) => column.gives.flow ?? table.gives.flow);
  return flows[0];
}

function unitCoordinates(code: string | undefined, name: string): Coordinates {
  return {
    ...(code !== undefined ? { unitCode: code } : {}),
    ...(name !== "" ? { unitName: name } : {}),
  };
}

/**
 * A budget unit's own row: 313 安阳市… among subjects or projects. 313 is an economic class as well, so that beside
 * a code the name decides: it is a unit's if it is none of the code's and is written like a unit's.
 */
function isUnitRow(
  table: Table,
  words: Words,
  codes: Readonly<Record<string, string | undefined>>,
  label: string,
  catalogue: Catalogue,
): boolean {
  if (codes.function !== undefined) return false;
  const code = codes.economic ?? codes["gov-economic"];
  if (code !== undefined) {
    const dimension = codes.economic !== undefined ? "economic" : "gov-economic";
    return (
      code.length === 3 && words.isUnitName(label) && !catalogue.sameName(dimension, code, label)
    );
  }
  if (words.unitCode !== undefined)
    return words.projectName === undefined && words.projectCode === undefined;
  const unitTable = !table.columns.some(
    (column) => column.role === "project-name" || column.role === "project-code",
  );
  return unitTable && words.unitName !== undefined && !isTotal(words.unitName);
}

/** The words of a row, told apart by their columns and by what they are. */
class Words {
  readonly unitCode: string | undefined;
  readonly unitName: string | undefined;
  readonly projectName: string | undefined;
  readonly projectCode: string | undefined;
  readonly type: ProjectType | undefined;
  readonly labels: readonly string[];

  readonly #units: KnownUnits;

  constructor(
    cells: readonly Cell[],
    columns: readonly Column[],
    codeCells: ReadonlySet<Cell>,
    fused: ReadonlyMap<Cell, string>,
    units: KnownUnits,
  ) {
    this.#units = units;
    const hasProjects = columns.some((column) => column.role === "project-name");
    let unitCode: string | undefined;
    let unitName: string | undefined;
    let projectName: string | undefined;
    let projectCode: string | undefined;
    let type: ProjectType | undefined;
    const labels: string[] = [];
    for (const cell of cells) {
      const role = columns[cell.column]?.role;
      const text = fused.get(cell) ?? cell.text;
      const label = plain(text);
      if (codeCells.has(cell) && !fused.has(cell)) continue;
      if (parseNumber(label) !== undefined && /[.,]/.test(label)) continue;
      if (/^\d{3,12}$/.test(label) && (role === "unit-code" || hasProjects || role === "label"))
        unitCode = label;
      else if (/^[0-9A-Z]{13,32}$/.test(label)) projectCode = label;
      else if (/^\d+$/.test(label)) continue;
      else if (role === "project-type" || (hasProjects && projectTypeOf(label) !== undefined)) {
        const known = projectTypeOf(label);
        if (known !== undefined || role === "project-type") type = known ?? type;
        if (known === undefined && role === "project-type") {
          // A word that is no type slid into this column.
          if (units.names.has(label)) unitName = text;
          else if (isTotal(label)) labels.push(text);
          else if (projectName === undefined) projectName = text;
        }
      } else if (isTotal(label) && !hasProjects) labels.push(text);
      else if (isTotal(label)) labels.push(text);
      else if (
        role === "unit-name" ||
        (hasProjects && role !== "project-name" && units.names.has(label))
      ) {
        if (hasProjects && !this.isUnitName(label) && projectName === undefined) projectName = text;
        else unitName = text;
      } else if (hasProjects && role !== "project-name" && /-name$/.test(role ?? ""))
        labels.push(text);
      else if (
        hasProjects &&
        units.names.has(label) &&
        unitName === undefined &&
        unitCode !== undefined
      )
        unitName = text;
      else if (hasProjects) projectName = projectName === undefined ? text : projectName + text;
      else labels.push(text);
    }
    this.unitCode = unitCode;
    this.unitName = unitName;
    this.projectName = projectName;
    this.projectCode = projectCode;
    this.type = type;
    this.labels = labels;
  }

  get label(): string {
    return this.labels[0] ?? this.projectName ?? this.unitName ?? "";
  }

  get unit(): Coordinates {
    return unitCoordinates(this.unitCode, this.unitName ?? "");
  }

  isUnitName(label: string): boolean {
    return this.#units.names.has(plain(label)) || looksLikeUnit(label);
  }

  /** Project coordinates; type and unit are carried down where they are printed once for several projects. */
  project(state: State): Coordinates {
    if (this.projectName === undefined && this.projectCode === undefined) return {};
    const type = this.type ?? state.type;
    if (type !== undefined) state.type = type;
    const unitName = this.unitName ?? state.unitName;
    if (unitName !== undefined) state.unitName = unitName;
    return {
      ...(this.projectCode !== undefined ? { projectCode: this.projectCode } : {}),
      ...(this.projectName !== undefined ? { projectName: this.projectName } : {}),
      ...(type !== undefined ? { projectType: type } : {}),
      ...(unitName !== undefined ? { unitName } : {}),
    };
  }
}

/**
 * 合计 of a three-public list is the three-public total, unless 会议费 or 培训费 stand in the list:
 * then it is the total over all of them and has no item (contract section 5).
 */
function threePublicTotals(table: Table, readings: KeyReading[][]): KeyReading[][] {
  const items = readings.flat().map(({ key }) => key.coordinates.item);
  const wider = items.some((item) => item === "meeting" || item === "training");
  if (table.id !== "three-public" || wider || !items.some((item) => item !== undefined))
    return readings;
  return readings.map((row) =>
    row.map((reading) =>
      reading.key.role === "total" && reading.key.coordinates.item === undefined
        ? {
            ...reading,
            key: {
              ...reading.key,
              coordinates: { ...reading.key.coordinates, item: "three_public" },
            },
          }
        : reading,
    ),
  );
}

/** Unit rows among other rows open sections: what follows belongs to them. */
function withSections(readings: KeyReading[][]): KeyReading[][] {
  const isUnit = (reading: KeyReading | undefined) =>
    reading !== undefined &&
    (reading.key.coordinates.unitCode !== undefined ||
      reading.key.coordinates.unitName !== undefined) &&
    Object.keys(reading.key.coordinates).every(
      (name) => name === "unitCode" || name === "unitName",
    );
  const mixed = readings.some((row) =>
    row.some((r) => !isUnit(r) && r.key.role === "line" && !r.unknown),
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
