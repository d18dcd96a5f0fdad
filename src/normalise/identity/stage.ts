import type { Scope, Stage } from "../../model/coordinates.ts";
import type { Printed } from "./lines.ts";
import { type Votes, vote, winner } from "./votes.ts";
import { ANNOUNCING, NO_SCOPE, NO_STAGE, SCOPE_WORDS, STAGE_WORDS, WEIGHTS } from "./words.ts";

const SILENT_STAGE = new RegExp(NO_STAGE, "g");
const SILENT_SCOPE = new RegExp(NO_SCOPE, "g");

/** Budget or final account, as the titles say: a final account's prose speaks of the budget on every line. */
export function stageOf(
  { lines }: Printed,
  tables: readonly { readonly title: string; readonly stage?: Stage }[],
): Stage | undefined {
  const votes: Votes<Stage> = new Map();
  for (const { text, kind } of lines) {
    const stage = kind === "sentence" || kind === "site" ? undefined : stageIn(text);
    if (stage) vote(votes, stage, kind === "cover" ? WEIGHTS.cover : WEIGHTS.title);
  }
  for (const table of tables) {
    const stage = stageIn(table.title) ?? table.stage;
    if (stage) vote(votes, stage, WEIGHTS.title);
  }
  return winner(votes) ?? spokenStage(lines);
}

/** What a sentence that stands for a title speaks of, but for what it compares with; else what alone the sentences speak of. */
function spokenStage(lines: Printed["lines"]): Stage | undefined {
  const announcing = lines.find(({ text, kind }) => kind === "sentence" && ANNOUNCING.test(text));
  const [first = ""] = (announcing?.text ?? "").split("。");
  const words = first.replace(/[比较与同][^,，;；]*/g, "");
  if (words.includes("决算")) return "final";
  if (words.includes("预算")) return "budget";
  const all = lines.map(({ text }) => text.replace(BUDGET_OF_FUND, "")).join();
  return all.includes("决算") && !all.includes("预算") ? "final" : undefined;
}

/** 一般公共预算 is a fund, of budgets and final accounts alike. */
const BUDGET_OF_FUND = /(?:公共|基金|经营|财政|政府)预算/g;

/** Stage that a title names, if it does. */
export function stageIn(title: string): "budget" | "final" | undefined {
  const words = title.replace(SILENT_STAGE, "");
  if (STAGE_WORDS.final.some((word) => words.includes(word))) return "final";
  return STAGE_WORDS.budget.some((word) => words.includes(word)) ? "budget" : undefined;
}

/**
 * A department with its units, or one unit. The cover decides: units fill in their department's forms, and leave 部门 in the
 * titles of tables. Most disclosures are departments'; silence is taken for one.
 */
export function scopeOf({ lines }: Printed, titles: readonly string[]): Scope {
  const cover: Votes<Scope> = new Map();
  const rest: Votes<Scope> = new Map();
  for (const { text, kind } of lines) {
    const scope = kind === "sentence" || kind === "site" ? undefined : scopeIn(text);
    // A line in brackets below the title, (部门汇总预算), is there to say just this.
    const said = /^[(].*[)]$/.test(text) ? 2 : 1;
    if (scope) vote(kind === "cover" ? cover : rest, scope, said);
  }
  for (const title of titles) {
    const scope = scopeIn(title);
    if (scope) vote(rest, scope, 1);
  }
  return winner(cover) ?? winner(rest) ?? "department";
}

function scopeIn(title: string): Scope | undefined {
  const words = title.replace(SILENT_SCOPE, "");
  const department = SCOPE_WORDS.department.some((word) => words.includes(word));
  const unit = SCOPE_WORDS.unit.some((word) => words.includes(word));
  if (department === unit) return undefined;
  return unit ? "unit" : "department";
}
