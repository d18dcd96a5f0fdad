import { dirname, resolve } from "node:path";
import { FIGURES, ITEM_OF } from "../assemble/three-public.ts";
import { placed, threePublicBook } from "../write/three-public-book.ts";
import type { Side } from "../write/three-public-chart.ts";
import { THREE_PUBLIC_FIGURES } from "./three-public-dataset.ts";
import { lineKey, type ThreePublicFigure } from "./three-public-figures.ts";
import { spoken } from "./words/say.ts";

/** The figures as a workbook at a path: the columns of the other formats, in the reader's words, with links to the sources. */
export function figuresBook(
  figures: readonly ThreePublicFigure[],
  path: string,
): Promise<Uint8Array> {
  const lines = figures.map((figure) => placed({ ...figure }));
  return threePublicBook(lines, {
    dataset: THREE_PUBLIC_FIGURES,
    sides: sidesOf(figures),
    language: spoken(),
    sourceBase: process.cwd(),
    linkFrom: dirname(resolve(path)),
  });
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
