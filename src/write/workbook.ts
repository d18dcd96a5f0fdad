import { posix } from "node:path";
import type { Check } from "../model/check.ts";
import type { Disclosure } from "../model/disclosure.ts";
import { type Origins, originsOf } from "../model/ids.ts";
import { placeWords } from "../model/place.ts";
import { TABLE_NAMES } from "../taxonomy/tables/declarations.ts";
import type { Field } from "./dataset.ts";
import { DOCUMENTS, documentRecord } from "./documents.ts";
import { INDICATORS } from "./indicators.ts";
import { stemOf } from "./paths.ts";
import type { Records } from "./records.ts";
import { rectanglesOf } from "./rectangle.ts";
import { fragmentOf, type LinkOptions, linkTo } from "./source-link.ts";
import { type Sheet, type SheetColumn, workbook } from "./spreadsheet.ts";
import { CHECK_TERMS, OUTCOME_TERMS, SEVERITY_TERMS } from "./terms.ts";

/**
 * The workbook of a disclosure: what it is, a sheet a standard table, its targets, and what did not hold with links to the
 * page of the source.
 */
export async function disclosureWorkbook(
  disclosure: Disclosure,
  records: Records,
  options: LinkOptions,
): Promise<Uint8Array> {
  const path = `${stemOf(disclosure)}.xlsx`;
  const linkOf = (source: string): string | undefined => linkTo(source, path, options);
  const tables = rectanglesOf(disclosure).map(({ title, columns, rows }) => ({
    name: title,
    columns,
    rows,
  }));
  return workbook([
    overview(disclosure, linkOf(disclosure.source.name)),
    ...tables,
    ...(records.indicators.length > 0 ? [indicatorSheet(records)] : []),
    checkSheet(disclosure, linkOf),
  ]);
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

function checkSheet(disclosure: Disclosure, linkOf: (source: string) => string | undefined): Sheet {
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
      const href = linkOf(nameOf(check));
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
