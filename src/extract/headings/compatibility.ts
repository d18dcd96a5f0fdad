import { FUNDS, ITEMS, KINDS, type TreeNode } from "../../model/coordinates.ts";
import { plain } from "../../taxonomy/plain.ts";
import { ECONOMIC_KINDS, type Meaning } from "../../taxonomy/words/index.ts";
import { meaningOf } from "../../taxonomy/words/lookup.ts";

/** Whether a heading can stand under another: it surely belongs there, it may, or it never does. */
export type Fit = "belongs" | "may" | "never";

const CODE_ROLES = new Set(["function", "economic", "gov-economic"]);
const KEY_ROLES = new Set([
  ...CODE_ROLES,
  "function-name",
  "economic-name",
  "gov-economic-name",
  "label",
  "unit-code",
  "unit-name",
  "project-code",
  "project-name",
  "project-type",
]);

/** True for a heading of codes or names, not of one level of a code. */
export function isKeyHeading(heading: string): boolean {
  const meaning = meaningOf(heading);
  return meaning?.role !== undefined && meaning.level === undefined && KEY_ROLES.has(meaning.role);
}

/** 合计 or 小计: what it is the total of, other headings say. */
export function isNeutral(heading: string): boolean {
  return meaningOf(heading)?.neutral === true;
}

/** `before` is the heading to the left of `parent`: a name that follows its code column has no codes below it. */
export function fitUnder(child: string, parent: string, before: string | undefined): Fit {
  const below = meaningOf(child);
  const above = meaningOf(parent);
  if (!below || !above) return "may";
  const keyBelow = below.role !== undefined && KEY_ROLES.has(below.role);
  const keyAbove = above.role !== undefined && KEY_ROLES.has(above.role);
  if (below.level !== undefined) return levelFit(above, parent, before);
  if (keyBelow) return keyAbove ? "may" : hasMoney(above) && !isFrame(above) ? "never" : "may";
  if (keyAbove) return above.level === undefined && isProjectHead(parent) ? "may" : "never";
  const flows = [below.gives?.flow, above.gives?.flow];
  // 本年收入 is no part of 本年支出.
  if (flows[0] && flows[1] && flows[0] !== flows[1]) return "never";
  if (below.neutral) return hasMoney(above) ? "belongs" : "may";
  for (const [tree, dimension] of [
    [FUNDS, "fund"],
    [KINDS, "kind"],
    [ITEMS, "item"],
  ] as const) {
    const low = below.gives?.[dimension];
    const high = above.gives?.[dimension];
    if (!low || !high) continue;
    if (standsUnder(tree, low, high)) return "belongs";
    // The economic classes that are kinds of basic expenditure are classes of projects as well.
    return ECONOMIC_KINDS.has(low) && high.startsWith("project") ? "may" : "never";
  }
  return "may";
}

/** 类, 款 and 项 stand under a code heading; a name heading to the right of its code column has none. */
function levelFit(above: Meaning, parent: string, before: string | undefined): Fit {
  if (above.role === undefined || !CODE_ROLES.has(above.role)) {
    return above.role === "label" && isProjectHead(parent) ? "may" : "never";
  }
  const code = /编码|代码$/.test(plain(parent));
  const afterCode = before !== undefined && /(?:编码|代码)$/.test(plain(before));
  return !code && afterCode ? "never" : "belongs";
}

/** 项目 stands over 科目编码 and 科目名称 in many forms (决算 forms, 上海), 收入项目 over 项目, 科目 over 类, 款 and 项 (湖南). */
export function isProjectHead(heading: string): boolean {
  return /^(?:收入|支出)?[项科]目$/.test(plain(heading));
}

function hasMoney(meaning: Meaning): boolean {
  return meaning.gives !== undefined || meaning.neutral === true || meaning.stage !== undefined;
}

/** 收入 and 支出 stand over names and amounts alike. */
function isFrame(meaning: Meaning): boolean {
  const gives = meaning.gives ?? {};
  return gives.fund === undefined && gives.kind === undefined && gives.item === undefined;
}

/** 结转结余 stands over the names of the budgets themselves; so do 本年拨款 and 财政拨款. */
function standsUnder(tree: Readonly<Record<string, TreeNode>>, low: string, high: string): boolean {
  if (high.startsWith("carry_over"))
    return `carry_over.${low}` in tree || low.startsWith("carry_over");
  for (let id: string | undefined = low; id !== undefined; id = tree[id]?.parent)
    if (id === high) return true;
  return false;
}
