import { SCOPES, STAGES } from "../model/coordinates.ts";
import type { Disclosure } from "../model/disclosure.ts";
import { field } from "./dataset.ts";

const administrative = "administrative-classification:generic:level";

/** The fields that say which disclosure a line belongs to; datasets take those that they carry. */
export const IDENTITY = {
  document: field(
    "code",
    "document",
    "文件编号",
    "Id of the source file: d and the first 16 hexadecimal digits of its SHA-256.",
    { required: true },
  ),
  disclosure: field(
    "text",
    "disclosure",
    "公开编号",
    "Id of the disclosure that the file is, or is part of: where its files stand in the output, without extension.",
    { required: true },
  ),
  division_code: field(
    "code",
    "division_code",
    "行政区划代码",
    "GB/T 2260 code of the administrative division; empty where the department's name does not tell.",
    { columnType: "geo:source:code" },
  ),
  division: field("text", "division", "行政区划", "Name of the administrative division.", {
    columnType: "geo:source:title",
  }),
  department_code: field(
    "code",
    "department_code",
    "部门编码",
    "Budget-unit code of the department as printed.",
    { columnType: `${administrative}1:code` },
  ),
  department: field("text", "department", "部门名称", "Full official name of the department.", {
    columnType: `${administrative}1:label`,
  }),
  year: field("year", "year", "财政年度", "Fiscal year.", { columnType: "date:fiscal-year" }),
  stage: field(
    "text",
    "stage",
    "预算阶段",
    "budget (预算), adjusted (调整预算) or final (决算): of the figure, not of the document, where both occur.",
    { columnType: "phase:id", values: STAGES },
  ),
  scope: field(
    "text",
    "scope",
    "公开范围",
    "department (部门汇总), unit (单位) or government (a roll-up of a place's departments).",
    {
      values: SCOPES,
    },
  ),
} as const;

/** What every line of a disclosure repeats. */
export interface IdentityRecord {
  readonly document: string;
  readonly division_code: string;
  readonly division: string;
  readonly department_code: string;
  readonly department: string;
  readonly year: string;
  readonly scope: string;
}

export function identityRecord({ document, identity }: Disclosure): IdentityRecord {
  return {
    document,
    division_code: identity.divisionCode,
    division: identity.division,
    department_code: identity.departmentCode,
    department: identity.department,
    year: identity.year,
    scope: identity.scope,
  };
}
