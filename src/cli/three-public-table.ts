import type { Item } from "../model/coordinates.ts";
import { ITEM_CONCEPTS } from "../taxonomy/words/items.ts";
import { STAGE_NAMES } from "../taxonomy/words/stages.ts";
import { columns, printable } from "./terminal.ts";
import { lineKey, type ThreePublicFigure } from "./three-public-figures.ts";

/** The name of an item, below what it is a part of. */
function nameOf(item: Item): string {
  return `${"  ".repeat(item.split(".").length - 1)}${ITEM_CONCEPTS[item].zh}`;
}

const STAGES: Readonly<Record<string, string>> = STAGE_NAMES;
const CHANGES: Record<string, string> = { increase: "增加", decrease: "减少", none: "持平" };

/** What stands for an amount that is not there. */
const SHOWN: Record<string, string> = { nil: "—", "not-found": "未见" };

/** The figures as a table for the terminal, under a line for each disclosure, stage and year that they are of. */
export function threePublicTable(figures: readonly ThreePublicFigure[]): string {
  const groups = new Map<string, ThreePublicFigure[]>();
  for (const figure of figures) {
    const key = lineKey(figure);
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  return [...groups.values()].map((group) => `${headOf(group)}\n${table(group)}`).join("\n");
}

/** Whose figures they are, and which files they are from. */
function headOf(figures: readonly ThreePublicFigure[]): string {
  const [{ department, year, stage, period, scope } = NOBODY] = figures;
  const of = `${department} ${period === "previous" ? `${year}之上年` : year} ${STAGES[stage] ?? stage}`;
  const sources = [...new Set(figures.map(({ source }) => source))].join("、");
  return printable(`${of}${scope === "unit" ? "（单位）" : ""}  ${sources}`);
}

const NOBODY = { department: "", year: "", stage: "", period: "", scope: "" };

function table(figures: readonly ThreePublicFigure[]): string {
  const rows = figures.map((figure) => [
    nameOf(figure.item as Item),
    SHOWN[figure.state] ?? figure.amount,
    figure.status,
    figure.page ? `p. ${figure.page}` : figure.line ? `line ${figure.line}` : "",
    changeOf(figure),
    printable(figure.reason),
  ]);
  const used = [["", "万元", "status", "place", "change", "reason"], ...rows];
  return columns(used, ["left", "right"]).replace(/^(?=.)/gm, "  ");
}

function changeOf({ change, change_amount, change_percent }: ThreePublicFigure): string {
  const percent = change_percent === "" ? "" : `${change_percent.replace(/%$/, "")}%`;
  return [
    CHANGES[change] ?? "",
    change === "none" ? "" : change_amount,
    change === "none" ? "" : percent,
  ]
    .filter((text) => text !== "")
    .join(" ");
}
