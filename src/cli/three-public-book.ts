import { FIGURES, ITEM_OF } from "../assemble/three-public.ts";
import { workbook } from "../write/spreadsheet.ts";
import { comparison, type Side } from "../write/three-public-chart.ts";
import { lineKey, THREE_PUBLIC_FIELDS, type ThreePublicFigure } from "./three-public-figures.ts";

const NUMBERS: ReadonlySet<string> = new Set([
  "amount",
  "previous",
  "change_amount",
  "change_percent",
]);

/** The figures as a workbook: the columns of the other formats, and the departments beside each other in a chart. */
export function threePublicBook(figures: readonly ThreePublicFigure[]): Promise<Uint8Array> {
  const compared = comparison(sidesOf(figures));
  return workbook([
    {
      name: "三公经费",
      columns: THREE_PUBLIC_FIELDS.map((heading) => ({
        heading,
        type: NUMBERS.has(heading) ? ("amount" as const) : ("text" as const),
      })),
      rows: figures.map((figure) => THREE_PUBLIC_FIELDS.map((field) => figure[field])),
    },
    ...(compared ? [compared] : []),
  ]);
}

/** One line for each disclosure, stage and period, its items side by side. */
function sidesOf(figures: readonly ThreePublicFigure[]): Side[] {
  const sides = new Map<string, Side>();
  for (const figure of figures) {
    const { department, year, stage, period, item, amount } = figure;
    const key = lineKey(figure);
    const name = FIGURES.find((each) => ITEM_OF[each] === item);
    const side = sides.get(key) ?? { department, year, stage, period };
    sides.set(key, name ? { ...side, [name]: amount } : side);
  }
  return [...sides.values()];
}
