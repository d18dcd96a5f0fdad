import type { Block } from "../../src/model/block.ts";
import { CELL_DAMAGES } from "./damage-cells.ts";
import { COLUMN_DAMAGES } from "./damage-columns.ts";
import { type Damage, ROW_DAMAGES } from "./damage-rows.ts";
import { withOtherUnit } from "./damage-unit.ts";
import { oneOf, type Random } from "./random.ts";
import { gridOf, sheetOf } from "./sheet.ts";

const OTHER_UNIT = "print another unit";
const DAMAGES: Readonly<Record<string, Damage>> = {
  ...ROW_DAMAGES,
  ...COLUMN_DAMAGES,
  ...CELL_DAMAGES,
};

/** The kinds of damage that extraction does to tables. */
export const DAMAGE_KINDS: readonly string[] = [...Object.keys(DAMAGES), OTHER_UNIT];

/** A document with these damages, all in one table or each in any; undefined where one of them does not fit. */
export function damaged(
  blocks: readonly Block[],
  kinds: readonly string[],
  random: Random,
): readonly Block[] | undefined {
  const tables = blocks.flatMap((block, i) => (sheetOf(block) ? [i] : []));
  let at = oneOf(tables, random);
  const together = random() < 0.5;
  let worse: readonly Block[] | undefined = blocks;
  for (const [i, kind] of kinds.entries()) {
    const others = tables.filter((table) => table !== at);
    if (i > 0 && !together) at = oneOf(others, random);
    worse = at === undefined || !worse ? undefined : withDamage(worse, at, kind, random);
  }
  return worse;
}

function withDamage(
  blocks: readonly Block[],
  at: number,
  kind: string,
  random: Random,
): readonly Block[] | undefined {
  if (kind === OTHER_UNIT) {
    // Nothing can contradict the unit of a table that stands alone.
    const alone = blocks.filter((block) => sheetOf(block) !== undefined).length < 2;
    return alone ? undefined : withOtherUnit(blocks, at, random);
  }
  const grid = blocks[at];
  const sheet = sheetOf(grid);
  const rows = sheet && DAMAGES[kind]?.(sheet, random);
  if (!rows || grid?.type !== "grid") return undefined;
  return blocks.map((block, i) => (i === at ? gridOf(rows, grid) : block));
}
