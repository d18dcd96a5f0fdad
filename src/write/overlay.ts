import type { Block } from "../model/block.ts";
import type { Glyph, Page } from "../model/page.ts";
import type { Box } from "../model/place.ts";

/** Something to draw over a page: a fact with its coordinates, at its cell. */
export interface Annotation {
  readonly box: Box;
  readonly text: string;
}

/**
 * A page as SVG, to see what was read where: its words and lines in grey, each grid's cells outlined with their row and
 * column, paragraphs outlined, and the annotations. In points, like the page.
 */
export function overlaySvg(
  page: Page,
  blocks: Iterable<Block>,
  annotations: Iterable<Annotation> = [],
): string {
  const { width, height } = page;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${round(width)}" height="${round(height)}" viewBox="0 0 ${round(width)} ${round(height)}">`,
    STYLE,
    `<rect class="page" width="${round(width)}" height="${round(height)}"/>`,
  ];
  for (const { direction, at, from, to } of page.rules)
    parts.push(
      direction === "horizontal"
        ? `<path class="rule" d="M${round(from)} ${round(at)}H${round(to)}"/>`
        : `<path class="rule" d="M${round(at)} ${round(from)}V${round(to)}"/>`,
    );
  for (const glyph of page.glyphs) parts.push(drawGlyph(glyph));
  for (const block of blocks) parts.push(...drawBlock(block));
  for (const { box, text } of annotations)
    parts.push(
      `<g class="fact">${rect(box)}<text x="${round(box.x0 + 1)}" y="${round(box.y1 - 1)}">${escapeXml(text)}</text></g>`,
    );
  parts.push("</svg>\n");
  return parts.join("\n");
}

const STYLE = `<style>
.page { fill: #fff } .rule { stroke: #bbb; stroke-width: .5 } .glyph { fill: #888; font-family: serif }
.cell { fill: none; stroke: #06c; stroke-width: .6 } .index { fill: #06c; font: 4px monospace }
.grid { fill: none; stroke: #06c; stroke-width: 1.5 } .paragraph { fill: none; stroke: #0a0; stroke-width: .4 }
.fact rect { fill: #fc0; fill-opacity: .2; stroke: #c60; stroke-width: .4 } .fact text { fill: #c00; font: 4px sans-serif }
</style>`;

function drawGlyph({ text, box, baseline, size, turn }: Glyph): string {
  const [x, y] =
    turn === 1 || turn === 3 ? [baseline, turn === 1 ? box.y0 : box.y1] : [box.x0, baseline];
  const rotate = turn ? ` transform="rotate(${turn * 90} ${round(x)} ${round(y)})"` : "";
  return `<text class="glyph" x="${round(x)}" y="${round(y)}" font-size="${round(size)}"${rotate}>${escapeXml(text)}</text>`;
}

function drawBlock(block: Block): string[] {
  const { box } = block.place;
  if (block.type === "paragraph") return box ? [rect(box, "paragraph")] : [];
  const cells = block.cells.flatMap(({ r0, r1, c0, c1, place }) => {
    if (!place.box) return [];
    const label = `${span(r0, r1)},${span(c0, c1)}`;
    const { x0, y0 } = place.box;
    return [
      rect(place.box, "cell"),
      `<text class="index" x="${round(x0 + 1)}" y="${round(y0 + 4)}">${label}</text>`,
    ];
  });
  return box ? [...cells, rect(box, "grid")] : cells;
}

function span(first: number, last: number): string {
  return first === last ? `${first}` : `${first}-${last}`;
}

function rect({ x0, y0, x1, y1 }: Box, name?: string): string {
  const kind = name ? ` class="${name}"` : "";
  return `<rect${kind} x="${round(x0)}" y="${round(y0)}" width="${round(x1 - x0)}" height="${round(y1 - y0)}"/>`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Control characters have no place in XML, escaped or not. */
function escapeXml(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}]/gu, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}
