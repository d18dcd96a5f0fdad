import type { Block } from "../model/block.ts";
import type { Box } from "../model/place.ts";

/** Part of the lower of two tables that must stand beside the other for them to be abreast. */
const ABREAST = 0.5;
/** Points between two tables abreast, at least. */
const GUTTER = 8;

const NOWHERE: Box = { x0: 0, y0: 0, x1: 0, y1: 0 };

/**
 * Blocks of a page from top to bottom. Where two tables stand abreast on one sheet it is cut between them: all that stands to
 * the left is read before what stands to the right; what runs over the gutter parts what is above it from what is below.
 */
export function inReadingOrder(blocks: readonly Block[]): Block[] {
  const sorted = [...blocks].sort((one, other) => {
    const [a, b] = [boxOf(one), boxOf(other)];
    return a.y0 - b.y0 || a.x0 - b.x0;
  });
  const gutter = gutterOf(sorted);
  if (gutter === undefined) return sorted;
  const ordered: Block[] = [];
  let [left, right]: [Block[], Block[]] = [[], []];
  const close = () => {
    ordered.push(...inReadingOrder(left), ...inReadingOrder(right));
    [left, right] = [[], []];
  };
  for (const block of sorted) {
    const { x0, x1 } = boxOf(block);
    if (x1 <= gutter) left.push(block);
    else if (x0 >= gutter) right.push(block);
    else {
      close();
      ordered.push(block);
    }
  }
  close();
  return ordered;
}

/** The middle between two tables abreast. */
function gutterOf(blocks: readonly Block[]): number | undefined {
  const boxes = blocks.filter(({ type }) => type === "grid").map(boxOf);
  for (const one of boxes) {
    const next = boxes
      .filter((other) => other.x0 - one.x1 > GUTTER && areAbreast(one, other))
      .sort((a, b) => a.x0 - b.x0)[0];
    if (next) return (one.x1 + next.x0) / 2;
  }
  return undefined;
}

function areAbreast(one: Box, other: Box): boolean {
  const beside = Math.min(one.y1, other.y1) - Math.max(one.y0, other.y0);
  return beside > ABREAST * Math.min(one.y1 - one.y0, other.y1 - other.y0);
}

function boxOf({ place }: Block): Box {
  return place.box ?? NOWHERE;
}
