import { Decimal } from "decimal.js";
import type { Language } from "../model/message.ts";
import { ITEM_CONCEPTS } from "../taxonomy/words/items.ts";
import { STAGE_NAMES } from "../taxonomy/words/stages.ts";
import { exactNumber, type Sheet } from "./spreadsheet.ts";

/** The parts that a three-public total is made of, as the bars of a department. */
const PARTS = ["overseas", "vehicle", "reception"] as const;
const HEADINGS = {
  zh: ["部门、年度、阶段", ...PARTS.map((part) => `${conceptOf(part).zh}（万元）`)],
  en: ["Department, year, stage", ...PARTS.map((part) => `${conceptOf(part).en} (万元)`)],
} as const satisfies Record<Language, readonly string[]>;
const STAGES = {
  zh: STAGE_NAMES,
  en: { budget: "budget", adjusted: "adjusted", final: "final" },
} as const satisfies Record<Language, Readonly<Record<string, string>>>;
const WORDS = {
  zh: { name: "部门对比", title: "“三公”经费，万元", most: "（最大的{}个）" },
  en: { name: "departments", title: "Three public expenses, 万元", most: " (the {} largest)" },
} as const satisfies Record<Language, Readonly<Record<string, string>>>;
/** More bars than these cannot be told apart. */
const MOST_BARS = 40;

/** One line of figures side by side, in 万元. */
export type Side = Readonly<Record<string, string>>;

/** The departments' figures of the current year beside each other, the largest first, and their chart; undefined without one. */
export function comparison(lines: readonly Side[], language: Language = "zh"): Sheet | undefined {
  const headings = HEADINGS[language];
  const words = WORDS[language];
  const stages: Readonly<Record<string, string>> = STAGES[language];
  const bars = lines
    .filter((line) => line.period === "current")
    .map((line) => ({
      name: `${line.department} ${line.year} ${stages[line.stage ?? ""] ?? line.stage}`,
      amounts: PARTS.map((part) =>
        exactNumber(line[part] ?? "") === undefined ? "" : (line[part] ?? ""),
      ),
    }))
    .filter(({ amounts }) => amounts.some((amount) => amount !== ""))
    .map((bar) => ({ ...bar, size: Decimal.sum(0, ...bar.amounts.filter(Boolean)) }))
    .sort((a, b) => b.size.cmp(a.size) || (a.name < b.name ? -1 : 1));
  if (bars.length === 0) return undefined;
  const rows = bars.map((bar) => [bar.name, ...bar.amounts]);
  const more = bars.length > MOST_BARS ? words.most.replace("{}", String(MOST_BARS)) : "";
  return {
    name: words.name,
    columns: headings.map((heading, i) => ({
      heading,
      type: i === 0 ? "text" : "amount",
    })),
    rows,
    chart: { title: `${words.title}${more}`, headings, rows: rows.slice(0, MOST_BARS) },
  };
}

function conceptOf(part: (typeof PARTS)[number]) {
  return ITEM_CONCEPTS[`three_public.${part}`];
}
