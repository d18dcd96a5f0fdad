import type { Block } from "../model/block.ts";
import type { Box, Place } from "../model/place.ts";

/** Points. */
interface Size {
  readonly width: number;
  readonly height: number;
}

/** Blocks of a picture that was laid straight, their places where the picture has them. `tilt`: of the page (model/page.ts). */
export function tiltBlock(block: Block, tilt: number, size: Size): Block {
  if (tilt === 0) return block;
  const at = (place: Place): Place =>
    place.box ? { ...place, box: tilted(place.box, tilt, size) } : place;
  if (block.type === "paragraph") return { ...block, place: at(block.place) };
  const cells = block.cells.map((cell) => ({ ...cell, place: at(cell.place) }));
  return { ...block, place: at(block.place), cells };
}

/** A box moved as its middle is: it keeps its size, as a frame around what it holds. */
function tilted({ x0, y0, x1, y1 }: Box, tilt: number, { width, height }: Size): Box {
  const [x, y] = [(x0 + x1 - width) / 2, (y0 + y1 - height) / 2];
  const dx = x * Math.cos(tilt) - y * Math.sin(tilt) - x;
  const dy = x * Math.sin(tilt) + y * Math.cos(tilt) - y;
  return { x0: x0 + dx, y0: y0 + dy, x1: x1 + dx, y1: y1 + dy };
}
