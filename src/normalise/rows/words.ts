import { isCode } from "../../extract/headings/path.ts";
import type { Coordinates, ProjectType } from "../../model/coordinates.ts";
import { parseNumber } from "../../model/money.ts";
import type { Cell, Column, ColumnRole, Row, Table } from "../../model/table.ts";
import { isBlank, plain } from "../../taxonomy/plain.ts";
import { namesUnitsAndSubjects } from "../../taxonomy/words/keys.ts";
import { type KnownUnits, looksLikeUnit } from "../units.ts";
import type { CodeReading } from "./codes.ts";
import { isTotal, projectTypeOf } from "./labels.ts";

/** The words of a row, told apart by their columns and, where cells slid, by what they are. */
export interface RowWords {
  readonly unitCode?: string;
  readonly unitName?: string;
  readonly projectName?: string;
  readonly projectCode?: string;
  readonly projectType?: ProjectType;
  /** Names of the row from left to right. */
  readonly labels: readonly string[];
  /** What a form calls the amount of a project, beside the project's own name: 其中：财政资金. */
  readonly line?: string;
  /** The name that stands for the row. */
  readonly label: string;
}

type Found = { -readonly [K in keyof Omit<RowWords, "labels" | "label">]?: RowWords[K] } & {
  labels: string[];
};

const SUBJECT_NAMES: ReadonlySet<ColumnRole> = new Set([
  "function-name",
  "economic-name",
  "gov-economic-name",
]);

/** Reads the words among the key cells of a row. */
export function wordsOf(
  cells: readonly Cell[],
  columns: readonly Column[],
  codes: CodeReading,
  units: KnownUnits,
): RowWords {
  const hasProjects = columns.some((column) => column.role === "project-name");
  // Where the project stands in its own column, so does its unit: a narrow cell may have cut the end off its name.
  const named = cells.some(({ column, text }) => {
    return columns[column]?.role === "project-name" && isProjectName(text, units);
  });
  const upper = upperNames(cells, columns, units);
  const found: Found = { labels: [] };
  for (const cell of cells) {
    if (upper.has(cell)) continue;
    const fused = codes.names.get(cell);
    if (codes.used.has(cell) && fused === undefined) continue;
    const role = columns[cell.column]?.role ?? "label";
    const text = fused ?? cell.text;
    if (isAmount(text) || !/[\p{L}\p{N}]/u.test(text)) continue;
    if (readProjectCode(found, text, columns[cell.column])) continue;
    if (readNumber(found, text, role, hasProjects)) continue;
    if (hasProjects && role === "label") found.line = text;
    else if (role === "attribute" || isTotal(text)) found.labels.push(text);
    else if (hasProjects) readProjectWord(found, text, role, units, named);
    else if (role === "unit-name") found.unitName = text;
    else found.labels.push(text);
  }
  if (listsUnits(columns)) readUnitRow(found, units);
  if (found.line !== undefined && found.projectName === undefined) found.labels.unshift(found.line);
  // 一般公共预算资金 › 小计: names in two columns make one.
  const names = cells.filter(
    (cell) => columns[cell.column]?.role === "label" && !codes.used.has(cell),
  );
  const nested = names.length > 1 ? names.map((cell) => cell.text).join(" › ") : undefined;
  const above = [...upper].map(({ text }) => `${text} › `).join("");
  const project = found.projectName === undefined ? undefined : above + found.projectName;
  const label = found.line ?? nested ?? found.labels[0] ?? project ?? found.unitName ?? "";
  return { ...found, label };
}

/** Names of what a project belongs to, in columns before its own: 一级项目名称 › 二级项目名称. */
function upperNames(
  cells: readonly Cell[],
  columns: readonly Column[],
  units: KnownUnits,
): ReadonlySet<Cell> {
  const names = cells.filter(({ column, text }) => {
    return columns[column]?.role === "project-name" && isProjectName(text, units);
  });
  const own = names.at(-1)?.column;
  return new Set(names.filter(({ column }) => column !== own));
}

/** A code under 项目编码 is a project's, however short. Units have theirs there only if the heading says so. */
function readProjectCode(found: Found, text: string, column: Column | undefined): boolean {
  const heading = column?.heading.join("") ?? "";
  if (column?.role !== "project-code" || heading === "" || heading.includes("单位")) return false;
  const label = plain(text);
  if (!/^(?=.*\d)[0-9A-Za-z-]{2,32}$/.test(label)) return false;
  found.projectCode = label;
  return true;
}

/** True where units and their projects are listed under one heading: 项目单位（项目名称）. */
function listsUnits(columns: readonly Column[]): boolean {
  const names = columns.filter(({ role }) => role === "project-name" || role === "project-code");
  return (
    names.some(({ heading }) => heading.join("").includes("单位")) &&
    !columns.some(({ role }) => role === "unit-name")
  );
}

/** There a unit's name without the code of a project is the unit itself; its own code may be left out. */
function readUnitRow(found: Found, units: KnownUnits): void {
  const { projectName, projectCode, unitName, unitCode } = found;
  if (projectName === undefined || (projectCode ?? unitName) !== undefined) return;
  const coded = unitCode !== undefined && looksLikeUnit(projectName);
  if (!coded && !units.names.has(plain(projectName))) return;
  found.unitName = projectName;
  delete found.projectName;
}

/** The unit's own coordinates. */
export function unitCoordinates(code: string | undefined, name: string | undefined): Coordinates {
  return {
    ...(code !== undefined ? { unitCode: code } : {}),
    ...(name !== undefined && name !== "" ? { unitName: name } : {}),
  };
}

/** Is a name that of a budget unit: one that the document knows, or one written like a unit's? */
export function isUnitName(name: string, units: KnownUnits): boolean {
  return units.names.has(plain(name)) || looksLikeUnit(name);
}

function isAmount(text: string): boolean {
  return parseNumber(text) !== undefined && /[.,，．]/.test(text);
}

/** Codes of units and projects; any other bare number names nothing. */
function readNumber(found: Found, text: string, role: ColumnRole, hasProjects: boolean): boolean {
  const label = plain(text);
  if (/^\d{3,12}$/.test(label) && (role === "unit-code" || role === "label" || hasProjects)) {
    found.unitCode = label;
    return true;
  }
  if (/^(?=.*\d)[0-9A-Z]{13,32}$/.test(label)) {
    found.projectCode = label;
    return true;
  }
  return /^\d+$/.test(label);
}

function isProjectName(text: string, units: KnownUnits): boolean {
  const name = plain(text);
  return (
    /[\u4e00-\u9fff]{2}/.test(name) &&
    projectTypeOf(name) === undefined &&
    !isTotal(name) &&
    !units.names.has(name)
  );
}

function readProjectWord(
  found: Found,
  text: string,
  role: ColumnRole,
  units: KnownUnits,
  named: boolean,
): void {
  const type = projectTypeOf(text);
  if (type !== undefined) {
    found.projectType = type;
    return;
  }
  // A type that no concept names (常年性项目) is no part of the name that stands in its own column.
  if (role === "project-type" && named) return;
  const known = units.names.has(plain(text));
  const isUnit =
    found.unitName === undefined &&
    ((role === "unit-name" && (named || isUnitName(text, units))) ||
      (role !== "project-name" && known) ||
      (known && found.unitCode !== undefined));
  if (isUnit) found.unitName = text;
  // Subjects have names of their own, under a heading of codes as well: 功能科目 over 农业生产支持补贴.
  else if (SUBJECT_NAMES.has(role) || (named && isCode(role))) found.labels.push(text);
  else found.projectName = (found.projectName ?? "") + text;
}

/** Units and subjects in one column of names (单位名称/科目名称) beside one of codes: what is named there without a code is a unit. */
export function isNamedAmongUnits({ columns }: Pick<Table, "columns">, row: Row): boolean {
  const names = columns.find(
    ({ role, heading }) => role === "label" && heading.some(namesUnitsAndSubjects),
  );
  return (
    names !== undefined &&
    columns.some(({ role }) => role === "function") &&
    row.cells.some(({ column, text }) => column === names.index && !isBlank(text))
  );
}
