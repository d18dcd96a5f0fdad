import type { Scope } from "../../model/coordinates.ts";
import type { CellRow, Printed } from "./lines.ts";
import { type Votes, vote, winner } from "./votes.ts";
import {
  AFTER_NAME,
  BODY_ENDINGS,
  CALLED,
  NAME_LABELS,
  NO_NAMES,
  OWN_OFFICES,
  PLACEHOLDER,
  PORTAL,
  RELATIVE,
  WEAK_LABELS,
  WEIGHTS,
} from "./words.ts";

const SEALED = "(?:[(](?:公章|盖章|签章)[)])?";
/** `417某某局`, `[118007]某某镇人民政府`, `405001_某某局2024年部门预算`; a year is no code. */
const LEADING_CODE = /^[[(【]?(?!20\d\d年)(\d{3,9})[\])】]?[-—_]?(?=[^\d])/;
const LABELLED = new RegExp(`^(?:${NAME_LABELS})${SEALED}(?:[:]|(?=[[【]\\d{3}))(.+)$`);
const LABEL_CELL = new RegExp(`^(?:${NAME_LABELS})${SEALED}[:]?$`);
const WEAK_CELL = new RegExp(`^(?:${WEAK_LABELS})[:]?$`);
const AFTER = new RegExp(`(?:${AFTER_NAME})[:].*$|[(](?:公章|盖章|签章)[)].*$`);
/** `某某局`, `某某局(某某办)`. */
const BODY = new RegExp(`(?:${BODY_ENDINGS})(?:[(][^()]*(?:${BODY_ENDINGS})[)])?$`);
/** `发布机构:` on a line of its own: a field of the page, whose value stands on the next line. */
const FIELD = /^[^\d,，。]{2,8}:$/;

const NAME = "([^\\d,，。;；:：、%]{3,40}?)";
const BEFORE = "^(?:附件\\d*[:]?|第.部分)?(?:关于)?";
/** `现将某某镇2020年度“三公”经费决算情况公布如下` */
const ANNOUNCED_OF = new RegExp(`(?:^|[,，。])(?:现将|现就)${NAME}20\\d\\d年`);
/**
 * `某某局2024年度部门预算`, `某县2024年度某某局部门预算`, `2024年某某局部门预算`,
 * `关于某某局财政拨款“三公”经费2014年预算情况的说明`, `第一部分某某局概况`: the name is what the groups say.
 */
const TITLES = [
  new RegExp(`${BEFORE}${NAME}20\\d\\d年度?(?:${CALLED}|$)`),
  new RegExp(`${BEFORE}([^\\d]{1,12}[省市县区州旗])20\\d\\d年度?${NAME}(?:${CALLED})`),
  new RegExp(`${BEFORE}20\\d\\d年度?${NAME}(?:${CALLED})`),
  new RegExp(`${BEFORE}${NAME}(?:${CALLED}).*20\\d\\d年`),
  new RegExp(`^(?:第.部分)${NAME}(?:部门|单位)?概况$`),
  ANNOUNCED_OF,
];
/** A sentence about the department itself (某某局是区政府工作部门), or one that announces its figures. */
const SENTENCES = [
  new RegExp(`^${NAME}(?:20\\d\\d年|部门汇总预算|是主管)`),
  new RegExp(`(?:^|[,，。])${NAME}是[^,，。]{0,12}(?:工作|组成|职能)部门`),
  new RegExp(`^${NAME}(?:部门|单位)?的?主要(?:职责|职能|任务)`),
  new RegExp(`(?:^|。)(?:20\\d\\d年度?,)?${NAME}(?:部门|单位)?(?:收支总|收入|支出)预算`),
  new RegExp(`^${NAME}(?:始建|成立|创建|位)于`),
  ANNOUNCED_OF,
];
/** `417 某某局` above a table, `1.417某某局(一级预算单位)` in a list of units. */
const CODED =
  /^(?:\d{1,2}[.、])?[[(【]?(\d{3,9})[\])】]?[-—]?([^\d].{2,40}?)(?:[(].级预算单位[)])?$/;

/** The text as the name of a body, if it can be one. */
type BodyName = (text: string | undefined) => string | undefined;

/**
 * The name of the body that publishes, as most of the evidence says it. `bodyName` tells what can be one:
 * `placeholderName` finds what a blank form prints instead.
 */
export function departmentOf(
  { lines, rows }: Printed,
  bodyName: BodyName = realName,
): string | undefined {
  const votes: Votes<string> = new Map();
  // Behind a label stands a name however it ends, but no placeholder for one.
  const named = (name: string | undefined) =>
    bodyName === realName && PLACEHOLDER.test(name ?? "") ? undefined : name;
  for (const [i, { text, kind }] of lines.entries()) {
    const labelled = named(nameBehindLabel(text));
    if (labelled) vote(votes, labelled, WEIGHTS.label);
    else if (kind === "site") {
      if (!PORTAL.test(text) && bodyName(text)) vote(votes, text, WEIGHTS.site);
    } else if (kind === "sentence") {
      const name = spokenName(text, bodyName);
      if (name) vote(votes, name, WEIGHTS.sentence);
    } else {
      const coded = bodyName(CODED.exec(text)?.[2]);
      if (coded) vote(votes, coded, WEIGHTS.label);
      const weight = kind === "cover" ? WEIGHTS.cover : WEIGHTS.title;
      const bare = text.replace(LEADING_CODE, "");
      const titles = TITLES.map((title) => {
        const said = title.exec(bare)?.slice(1) ?? [];
        return bodyName(said.at(-1)) && bodyName(joined(said));
      });
      const name = titles.find((found) => found !== undefined);
      const spoken = text.endsWith(":") ? spokenName(text, bodyName) : undefined;
      if (name) vote(votes, name, RELATIVE.test(name) ? WEIGHTS.relative : weight);
      else if (spoken) vote(votes, spoken, WEIGHTS.sentence);
      else if (kind === "cover" && bodyName(text))
        vote(votes, text, FIELD.test(lines[i - 1]?.text ?? "") ? WEIGHTS.weak : weight);
    }
  }
  for (const row of rows) {
    const labelled = nameInRow(row, LABEL_CELL, bodyName);
    const name = labelled ?? row.map((cell) => named(nameBehindLabel(cell))).find(Boolean);
    if (name) vote(votes, name, WEIGHTS.cell);
    const weak = nameInRow(row, WEAK_CELL, bodyName);
    if (weak) vote(votes, weak, WEIGHTS.weak);
  }
  return winner(votes);
}

/**
 * The budget-unit code printed beside the department's name, above tables (`417 某某局`) or in their unit rows. A department's
 * own code is the shortest (313), its first unit, of the same name, has a longer one (313001): that is a unit's.
 */
export function departmentCodeOf(
  { lines, rows }: Printed,
  department: string,
  scope: Scope,
): string {
  const codes = new Set<string>();
  const name = withoutMark(department);
  for (const { text, kind } of lines) {
    const [, code = "", body = ""] = CODED.exec(LABELLED.exec(text)?.[1] ?? text) ?? [];
    if (code && withoutMark(body.replace(AFTER, "")) === name) codes.add(code);
    const [title = "", titled] = LEADING_CODE.exec(text) ?? [];
    const isTitle = kind !== "sentence" && /^20\d\d年/.test(text.slice(title.length + name.length));
    if (titled && isTitle && text.startsWith(name, title.length)) codes.add(titled);
  }
  for (const row of rows)
    row.forEach((cell, i) => {
      const code = row[i - 1] ?? "";
      if (withoutMark(cell) === name && /^\d{3,9}$/.test(code)) codes.add(code);
    });
  const byLength = [...codes].sort((a, b) => a.length - b.length);
  return (scope === "unit" ? byLength.at(-1) : byLength[0]) ?? "";
}

/** 江苏省 and 省委办公厅 are 江苏省委办公厅. */
function joined(said: readonly string[]): string {
  const [place = "", name = ""] = said;
  return RELATIVE.test(name) && place.endsWith(name.charAt(0))
    ? place + name.slice(1)
    : said.join("");
}

function spokenName(text: string, bodyName: BodyName): string | undefined {
  const names = SENTENCES.map((sentence) => bodyName(sentence.exec(text)?.[1]));
  return names.find((name) => name !== undefined);
}

function nameBehindLabel(text: string): string | undefined {
  const value = LABELLED.exec(text)?.[1]?.replace(AFTER, "").replace(LEADING_CODE, "");
  if (value === undefined || value.length < 3 || value.length > 40 || NO_NAMES.test(value))
    return undefined;
  return BODY.test(value) || !/^(?:单位|部门)[:]/.test(text) ? value : undefined;
}

/** The name in the cell after a label's. */
function nameInRow(row: CellRow, label: RegExp, bodyName: BodyName): string | undefined {
  return bodyName(row[row.findIndex((cell) => label.test(cell)) + 1 || row.length]);
}

/** What a publisher adds to its name where it reports for its units as well: 某某局（汇总）, 某某局系统. */
const ALL_UNITS = /[(](?:部门)?(?:汇总|合并)[)]$|(?<=[局委厅])系统$/;

/** The text, if it is the name of a body. */
export function realName(text: string | undefined): string | undefined {
  return PLACEHOLDER.test(text ?? "") ? undefined : bodyName(text);
}

/** 上海市XX局. */
export function placeholderName(text: string | undefined): string | undefined {
  return PLACEHOLDER.test(text ?? "") ? bodyName(text) : undefined;
}

function bodyName(printed: string | undefined): string | undefined {
  const text = printed?.replace(ALL_UNITS, "");
  if (text === undefined || text.length < 3 || text.length > 40) return undefined;
  if (!/^[\p{Script=Han}(]/u.test(text) || /[\d,，。;；:：、%…]/.test(text)) return undefined;
  return BODY.test(text) && !NO_NAMES.test(text) ? text : undefined;
}

function withoutMark(name: string): string {
  return name.replace(OWN_OFFICES, "");
}
