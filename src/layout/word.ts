import type { Block } from "../model/block.ts";
import { layoutText } from "./text.ts";

/** The blocks of a Word document from its HTML: tables and paragraphs are counted, as it has no pages before it is printed. */
export function layoutWord(html: string): Block[] {
  let table = 0;
  let paragraph = 0;
  return layoutText(`<html>${html}</html>`).blocks.map((block): Block => {
    if (block.type === "paragraph") return { ...block, place: { paragraph: ++paragraph } };
    const number = ++table;
    const cells = block.cells.map((cell) => ({
      ...cell,
      place: { table: number, row: cell.r0 + 1 },
    }));
    return { ...block, spansKnown: true, cells, place: { table: number, row: 1 } };
  });
}
