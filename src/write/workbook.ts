import { isAbsolute, posix, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Check } from "../model/check.ts";
import type { Disclosure } from "../model/disclosure.ts";
import { type Origins, originsOf } from "../model/ids.ts";
import type { Place } from "../model/place.ts";
import { placeWords } from "../model/place.ts";
import { TABLE_NAMES } from "../taxonomy/tables/declarations.ts";
import type { Field } from "./dataset.ts";
import { DOCUMENTS, documentRecord } from "./documents.ts";
import { INDICATORS } from "./indicators.ts";
import type { Records } from "./records.ts";
import { rectanglesOf } from "./rectangle.ts";
import { type Sheet, type SheetColumn, workbook } from "./spreadsheet.ts";
import { CHECK_TERMS, OUTCOME_TERMS, SEVERITY_TERMS, STATUS_TERMS } from "./terms.ts";
import { THREE_PUBLIC, type ThreePublicRecord } from "./three-public.ts";

/**
 * The workbook of a disclosure: what it is, a sheet a standard table, its targets, and what did not hold with links to the
 * page of the source. `sourceBase` is the folder that relative source names start from, absolute.
 */
export async function disclosureWorkbook(
  disclosure: Disclosure,
  records: Records,
  sourceBase: string | undefined,
): Promise<Uint8Array> {
  const href = hrefOf(disclosure.source.name, sourceBase);
  const tables = rectanglesOf(disclosure).map(({ title, columns, rows }) => ({
    name: title,
    columns,
    rows,
  }));
  return workbook([
    overview(disclosure, href),
    ...tables,
    ...(records.indicators.length > 0 ? [indicatorSheet(records)] : []),
    checkSheet(disclosure, sourceBase),
  ]);
}

/** The workbook of all three-public figures. */
export function threePublicWorkbook(records: readonly ThreePublicRecord[]): Promise<Uint8Array> {
  const rows = records.map((record) =>
    THREE_PUBLIC.fields.map(({ name }) =>
      name === "status" && record.status !== ""
        ? STATUS_TERMS[record.status as keyof typeof STATUS_TERMS]
        : record[name],
    ),
  );
  return workbook([{ name: "三公经费", columns: THREE_PUBLIC.fields.map(columnOf), rows }]);
}

function columnOf({ title, type, unit }: Field): SheetColumn {
  const heading = type === "decimal" && unit === "万元" ? `${title}（${unit}）` : title;
  const types = {
    decimal: "amount",
    integer: "integer",
    text: "text",
    code: "text",
    year: "text",
    boolean: "text",
  };
  return { heading, type: types[type] as SheetColumn["type"] };
}

function overview(disclosure: Disclosure, href: string | undefined): Sheet {
  const record = documentRecord({ outcome: "done", disclosure });
  const rows = DOCUMENTS.fields
    .filter(({ name }) => record[name] !== "")
    .map(({ name, title }) => [title, record[name]]);
  return {
    name: "概况",
    columns: [
      { heading: "项目", type: "text" },
      { heading: "内容", type: "text" },
    ],
    rows,
    links: href ? [{ row: 0, column: 1, target: href }] : [],
  };
}

function indicatorSheet({ indicators }: Records): Sheet {
  const fields = INDICATORS.fields.filter(
    ({ name }) => !["document", "department", "year"].includes(name),
  );
  return {
    name: INDICATORS.title,
    columns: fields.map(columnOf),
    rows: indicators.map((record) => fields.map(({ name }) => record[name])),
  };
}

const CHECK_HEADINGS = [
  "核对类型",
  "结果",
  "表",
  "表内行号",
  "严重程度",
  "坐标",
  "应为",
  "实为",
  "差额",
  "容差",
  "说明",
  "相关数据",
  "来源位置",
] as const;

function checkSheet(disclosure: Disclosure, base: string | undefined): Sheet {
  const { checks, source, others = [] } = disclosure;
  const origins = originsOf(disclosure);
  const names = new Map(others.map((other) => [other.document, other.source.name]));
  const nameOf = (check: Check): string => names.get(origins.ofCheck(check)) ?? source.name;
  return {
    name: "核对记录",
    columns: CHECK_HEADINGS.map((heading) => ({
      heading,
      type: heading === "表内行号" ? "integer" : "text",
    })),
    rows: checks.map((check) => checkRow(check, origins, nameOf(check))),
    links: checks.flatMap((check, row) => {
      const href = hrefOf(nameOf(check), base);
      const target = `${href}${fragmentOf(check.place)}`;
      return href ? [{ row, column: CHECK_HEADINGS.length - 1, target }] : [];
    }),
  };
}

function checkRow(check: Check, origins: Origins, source: string): string[] {
  return [
    CHECK_TERMS[check.check],
    OUTCOME_TERMS[check.outcome],
    check.table ? TABLE_NAMES[check.table].zh : "",
    check.row === undefined ? "" : String(check.row),
    SEVERITY_TERMS[check.severity],
    check.coordinates ?? "",
    check.expected ?? "",
    check.found ?? "",
    check.difference ?? "",
    check.tolerance ?? "",
    check.message.zh,
    check.figures.map(origins.factId).join(" "),
    `${posix.basename(source)} ${placeWords(check.place ?? {}).zh}`.trimEnd(),
  ];
}

/** A source as a link, undefined where it is not known from where its relative name is meant. */
/** The file as a link; of one in an archive the archive, as nothing leads into it. */
function hrefOf(source: string, base: string | undefined): string | undefined {
  const name = source.replace(/(\.zip)\/.*$/i, "$1");
  if (isAbsolute(name)) return pathToFileURL(name).href;
  return base === undefined ? undefined : pathToFileURL(resolve(base, name)).href;
}

/** Where in the file a viewer should go: the page of a PDF, the cell of a workbook. */
function fragmentOf({ page, sheet, cell = "A1" }: Place = {}): string {
  if (sheet !== undefined)
    return `#${encodeURIComponent(`'${sheet.replaceAll("'", "''")}'!${cell}`)}`;
  return page === undefined ? "" : `#page=${page}`;
}
