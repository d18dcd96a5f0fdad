import type { Raster } from "../../../src/read/recognise/raster.ts";

/** White paper of so many pixels, and a pen: boxes of ink, and a turn (degrees, clockwise) around the middle. */
export function paper(width: number, height: number, turn = 0) {
  const grey = new Uint8Array(width * height).fill(255);
  const angle = (turn * Math.PI) / 180;
  const [cx, cy] = [width / 2, height / 2];
  return {
    raster: { width, height, grey } satisfies Raster,
    box(x0: number, y0: number, x1: number, y1: number, shade = 0): void {
      for (let y = 0; y < height; y++)
        for (let x = 0; x < width; x++) {
          const [dx, dy] = [x + 0.5 - cx, y + 0.5 - cy];
          const px = cx + dx * Math.cos(angle) + dy * Math.sin(angle);
          const py = cy - dx * Math.sin(angle) + dy * Math.cos(angle);
          if (px >= x0 && px < x1 && py >= y0 && py < y1) grey[y * width + x] = shade;
        }
    },
  };
}
