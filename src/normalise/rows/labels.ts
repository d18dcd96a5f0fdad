import type { Coordinates, Flow, Fund, Kind, ProjectType } from "../../model/coordinates.ts";
import { FUNDS, PROJECT_TYPES as PROJECT_TYPE_IDS } from "../../model/coordinates.ts";
import { ownWords } from "../../taxonomy/own/own.ts";
import { plain, withoutOrdinal } from "../../taxonomy/plain.ts";
import { FUND_CONCEPTS } from "../../taxonomy/words/funds.ts";
import { ECONOMIC_KINDS } from "../../taxonomy/words/index.ts";
import { PROJECT_TYPE_CONCEPTS } from "../../taxonomy/words/kinds.ts";
import { meaningBelow } from "../../taxonomy/words/lookup.ts";
import { whole } from "../../taxonomy/words/notation.ts";
import type { Catalogue } from "../catalogue/index.ts";

/** What a named line of a table is about. */
export interface LineMeaning {
  readonly coordinates: Coordinates;
  readonly total?: true;
}

interface LineWords extends LineMeaning {
  readonly words: RegExp;
}

/** Totals, which say nothing but that they are the sum of what stands with them. */
const TOTAL = whole("合计[：] 总计[：] (总|本年|金额|部门|单位)合计[：] 小计[：] 资产总额[：]");

/** What 陕西 calls the money of the year, above all that it is made of. */
const WHOLE_BUDGET = "部门预算";
const APPROPRIATED = `(本年|当年)${FUND_CONCEPTS.fiscal.zh}`;
const SUM = "(总计|总数|合计|总额)";

/** Lines whose words mean one thing as a row and another as a heading, by the side that they stand on. */
const INCOME_LINES: readonly LineWords[] = [
  {
    words: whole(`[部门|单位]收入[预算|决算]${SUM}[：] [部门|单位]总收入[：]`),
    coordinates: { fund: "total" },
    total: true,
  },
  {
    words: whole(`${APPROPRIATED}收入[合计|小计][：] ${WHOLE_BUDGET}`),
    coordinates: { fund: "current" },
  },
];

const EXPENDITURE_LINES: readonly LineWords[] = [
  {
    words: whole(`[部门|单位]支出[预算|决算]${SUM}[：] [部门|单位]总支出[：]`),
    coordinates: { kind: "total" },
    total: true,
  },
  // 财决01: below the kinds of expenditure the same money again, by economic class.
  {
    words: whole(`${APPROPRIATED}支出[合计|小计][：] ${WHOLE_BUDGET} [支出]经济分类[支出]合计`),
    coordinates: { kind: "current" },
  },
  { words: whole("人员(经费|支出)合计"), coordinates: { kind: "basic.personnel" }, total: true },
  {
    words: whole("[日常]公用(经费|支出)合计"),
    coordinates: { kind: "basic.operating" },
    total: true,
  },
  // What forms call the whole budget of a department or a project.
  {
    words: whole("[部门|年度|项目|专项]*[预算][资金](总额|预算数|规模)[：] 年度预算资金[：]"),
    coordinates: {},
    total: true,
  },
];

const PROJECT_TYPES = PROJECT_TYPE_IDS.map((type) => {
  return [whole(PROJECT_TYPE_CONCEPTS[type].heading ?? ""), type] as const;
});

/** The type of project that a cell names, or undefined. */
export function projectTypeOf(text: string): ProjectType | undefined {
  const label = plain(text);
  return PROJECT_TYPES.find(([words]) => words.test(label))?.[1];
}

/** The one type of project that a title says its table is about: 特定目标类项目绩效目标表. */
export function projectTypeIn(title: string): ProjectType | undefined {
  const types = TITLE_TYPES.filter(([word]) => plain(title).includes(word));
  return types.length === 1 ? types[0]?.[1] : undefined;
}

const TITLE_TYPES = (["other_operation", "specific_purpose"] as const).map(
  (type) => [PROJECT_TYPE_CONCEPTS[type].zh, type] as const,
);

/** What a form says before the first of several lines: 2、资金结构：(1)基本支出. */
const PREFACE = /^资金(?:来源|结构)[:：]/;

/** Counts that print no unit. */
const COUNTS = /(?:团组数?|(?:接待|出国).*(?:批次|人次|人数)|保有量|购置数量?)$/;

/** True for 团组数（个）, 保有量（辆）, 批次: what stands beside them is no money (contract section 5). */
export function isCount(text: string): boolean {
  const label = plain(text);
  return (
    /\((?:个|人|人次|次|辆|批|批次|台|套|台\(套\))\)$/.test(label) ||
    /^(?:相关统计数|数量$)/.test(withoutOrdinal(label)) ||
    COUNTS.test(label)
  );
}

/** True for 合计, 总计 and their like. */
export function isTotal(text: string): boolean {
  const label = withoutOrdinal(plain(text));
  if (TOTAL.test(label)) return true;
  const own = ownWords().rows.get(label);
  if (typeof own === "string") return TOTAL.test(withoutOrdinal(plain(own)));
  return own?.total === true && Object.keys(own.coordinates).length === 0;
}

/**
 * The meaning of a line that no code names: a source of income, a class or a kind of expenditure, an item.
 * `before` is the fund of the line above it: after 上年结转 the names of the budgets mean what is left of them. `above` is the
 * kind of that line: below 基本支出 the economic classes are its parts.
 */
export function lineMeaning(
  text: string,
  flow: Flow | undefined,
  catalogue: Catalogue,
  before: Fund | undefined,
  above?: Kind,
): LineMeaning | undefined {
  const { rows, first } = ownWords();
  const label = withoutOrdinal(plain(text));
  const said = rows.get(label);
  const known = () => knownLine(text, flow, catalogue, before, above);
  if (said === undefined) return known();
  const own =
    typeof said === "string"
      ? knownLine(said, flow, catalogue, before, above)
      : (said.coordinates.flow ?? flow) === flow
        ? said
        : undefined;
  return first.has(label) ? own : (known() ?? own);
}

function knownLine(
  text: string,
  flow: Flow | undefined,
  catalogue: Catalogue,
  before: Fund | undefined,
  above?: Kind,
): LineMeaning | undefined {
  const printed = withoutOrdinal(plain(text).replace(/\((?:亿元|万元|千元|元)\)/g, ""));
  const label = withoutOrdinal(printed.replace(PREFACE, ""));
  if (label === "") return undefined;
  if (isTotal(label)) return { coordinates: {}, total: true };
  const lines = flow === "income" ? INCOME_LINES : flow === "expenditure" ? EXPENDITURE_LINES : [];
  const line = lines.find(({ words }) => words.test(label));
  if (line) return { coordinates: line.coordinates, ...(line.total ? { total: true } : {}) };
  // Of sources of money only a part (其中) stands below the line before it: 教育收费 after 事业收入 is another source. What is
  // left of last year's money is listed by what it was for.
  const isPart = label.startsWith("其中:") || before?.startsWith("carry_over") === true;
  const upper = { fund: isPart ? before : undefined, kind: above };
  const { fund, kind, item } = meaningBelow(upper, label)?.gives ?? {};
  if (flow === "expenditure") {
    // 教育支出小计 below the lines of the class.
    const name = text.trim().replace(/小计$/, "");
    const subject = kind === undefined ? catalogue.functionClass(name) : undefined;
    if (subject) return { coordinates: { functionCode: subject.code } };
  }
  if (
    kind !== undefined &&
    ECONOMIC_KINDS.has(kind) &&
    flow !== "income" &&
    above?.startsWith("basic")
  )
    return { coordinates: { kind } };
  if (flow === "income") {
    if (fund !== undefined) return { coordinates: { fund: left(before, fund) } };
    if (kind === undefined || !before?.startsWith("carry_over")) return undefined;
    return { coordinates: { fund: before, kind } };
  }
  if (item !== undefined) return { coordinates: { item } };
  if (kind !== undefined && ECONOMIC_KINDS.has(kind)) return undefined;
  if (kind !== undefined) return { coordinates: { kind } };
  // What is left of a source stands among the incomes; where money is spent the same words may mean next year.
  return fund === undefined || fund.startsWith("carry_over.")
    ? undefined
    : { coordinates: { fund } };
}

/** The budgets listed below 上年结转 are its parts. */
function left(before: Fund | undefined, fund: Fund): Fund {
  if (fund.startsWith("carry_over.")) return fund;
  const part = `carry_over.${fund}`;
  return before?.startsWith("carry_over") && part in FUNDS ? (part as Fund) : fund;
}
