import type { Block } from "../../src/model/block.ts";
import { MONEY_UNITS, type MoneyUnit } from "../../src/model/money.ts";
import { oneOf, type Random } from "./random.ts";

const UNIT = /(单位\s*[:：]\s*(?:人民币)?)(亿元|万元|千元|元)/;
/** How many blocks before its table a line with the unit can stand. */
const NEAR = 6;

/** The document with another unit printed at one table; undefined where none is printed with it. */
export function withOtherUnit(
  blocks: readonly Block[],
  at: number,
  random: Random,
): readonly Block[] | undefined {
  const from = blocks.findLastIndex((block, i) => i < at && block.type === "grid") + 1;
  const line = blocks.findLastIndex(
    (block, i) =>
      i < at &&
      i >= Math.max(from, at - NEAR) &&
      block.type === "paragraph" &&
      UNIT.test(block.text),
  );
  const printed = UNIT.exec(textOf(blocks[line < 0 ? at : line]))?.[2];
  const unit = oneOf(
    MONEY_UNITS.filter((other) => other !== printed),
    random,
  );
  if (!printed || !unit) return undefined;
  return blocks.map((block, i) => (i === (line < 0 ? at : line) ? renamed(block, unit) : block));
}

function textOf(block: Block | undefined): string {
  if (!block) return "";
  return block.type === "paragraph" ? block.text : block.cells.map(({ text }) => text).join("\n");
}

function renamed(block: Block, unit: MoneyUnit): Block {
  const other = (text: string) => text.replace(UNIT, `$1${unit}`);
  if (block.type === "paragraph") return { ...block, text: other(block.text) };
  return { ...block, cells: block.cells.map((cell) => ({ ...cell, text: other(cell.text) })) };
}
