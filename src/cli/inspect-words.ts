import type { Scope, Stage } from "../model/coordinates.ts";
import type { Status } from "../model/fact.ts";
import type { Language } from "../model/message.ts";
import type { ColumnRole, UnitFrom } from "../model/table.ts";
import { SCOPE_TERMS, STAGE_TERMS, STATUS_TERMS } from "../write/terms.ts";

/** The labels of `yusuan inspect`. Ids of coordinates stay: they are what the datasets and vocabularies say. */
export interface InspectWords {
  readonly source: string;
  readonly pages: (count: number) => string;
  readonly scanned: (pages: readonly number[]) => string;
  readonly document: string;
  readonly department: string;
  readonly division: string;
  readonly unknown: string;
  readonly of: string;
  readonly edition: (year: string, stage: Stage, scope: Scope) => string;
  readonly stage: (stage: Stage) => string;
  readonly tables: string;
  readonly figures: string;
  readonly figuresOfTable: string;
  readonly indicators: string;
  readonly statements: string;
  readonly status: (status: Status) => string;
  readonly comma: string;
  readonly colon: string;
  readonly unitDoubts: Readonly<Record<UnitFrom, string>>;
  readonly identities: (holding: string, failing: string) => string;
  readonly off: (difference: string) => string;
  readonly declaredEmpty: string;
  readonly noHeading: string;
  readonly role: (role: ColumnRole) => string;
  readonly block: (number: number) => string;
  readonly row: string;
  readonly ofNoTable: string;
  readonly absent: string;
  readonly legend: string;
}

const UNITS: Readonly<Record<Language, Readonly<Record<UnitFrom, string>>>> = {
  en: {
    label: "",
    several: " (one of several that are printed)",
    document: " (by the other tables)",
  },
  zh: { label: "", several: "（印有几个单位）", document: "（据其他表）" },
};

const ROLES: Readonly<Record<ColumnRole, string>> = {
  amount: "金额",
  change: "增减",
  function: "功能科目编码",
  economic: "部门经济科目编码",
  "gov-economic": "政府经济科目编码",
  "function-name": "功能科目名称",
  "economic-name": "部门经济科目名称",
  "gov-economic-name": "政府经济科目名称",
  label: "行名",
  "unit-code": "单位编码",
  "unit-name": "单位名称",
  "project-code": "项目编码",
  "project-name": "项目名称",
  "project-type": "项目类型",
  attribute: "其他",
  unknown: "不认识",
};

export const INSPECT_WORDS: Readonly<Record<Language, InspectWords>> = {
  en: {
    source: "Source",
    pages: (count) => `, ${count} pages`,
    scanned: (pages) => `, scanned: ${pages.join(" ")}`,
    document: "Document",
    department: "Department",
    division: "Division",
    unknown: "unknown",
    of: "Of",
    edition: (year, stage, scope) => `${year} ${stage}, ${scope}`,
    stage: (stage) => stage,
    tables: "Tables",
    figures: "Figures",
    figuresOfTable: "figures",
    indicators: "Indicators",
    statements: "Statements",
    status: (status) => status,
    comma: ", ",
    colon: ": ",
    unitDoubts: UNITS.en,
    identities: (holding, failing) =>
      `identities: ${holding} ${holding === "1" ? "holds" : "hold"}${failing && `, ${failing} ${failing === "1" ? "fails" : "fail"}`}`,
    off: (difference) => `, off by ${difference}`,
    declaredEmpty: "declared empty",
    noHeading: "(no heading)",
    role: (role) => role,
    block: (number) => `block ${number}`,
    row: "row",
    ofNoTable: "Checks of no one table:",
    absent: "Promised by the contents and absent: ",
    legend: "Figures: no mark proved, ~ repaired, = stated in the text, ? unproved, ! in conflict",
  },
  zh: {
    source: "文件",
    pages: (count) => `，${count}页`,
    scanned: (pages) => `，扫描页：${pages.join(" ")}`,
    document: "文档编号",
    department: "部门",
    division: "地区",
    unknown: "不明",
    of: "年度",
    edition: (year, stage, scope) =>
      `${year}年${STAGE_TERMS[stage].slice(0, -1)}，${SCOPE_TERMS[scope]}`,
    stage: (stage) => STAGE_TERMS[stage].slice(0, -1),
    tables: "表",
    figures: "数字",
    figuresOfTable: "数字",
    indicators: "绩效指标",
    statements: "文字陈述",
    status: (status) => STATUS_TERMS[status],
    comma: "，",
    colon: "：",
    unitDoubts: UNITS.zh,
    identities: (holding, failing) =>
      `加总关系：${holding}个成立${failing && `，${failing}个不成立`}`,
    off: (difference) => `，相差${difference}`,
    declaredEmpty: "声明为空表",
    noHeading: "（无表头）",
    role: (role) => ROLES[role],
    block: (number) => `第${number + 1}栏组`,
    row: "行",
    ofNoTable: "不属于某一张表的检查：",
    absent: "目录列有而未见的表：",
    legend: "数字：无记号已证实，~ 已修复，= 有文字印证，? 未证实，! 矛盾",
  },
};
