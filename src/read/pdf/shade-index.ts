import type { Shade } from "./painting.ts";

/** Points a band of the index is high. */
const BAND = 24;
/** Bands of one shade, and shades of one band, beyond which the rest is left out: a picture, not a table's background. */
const MOST_BANDS = 400;
const MOST_SHADES = 1_000;

/** Finds the shades behind a point, by horizontal bands of the page. */
export class ShadeIndex {
  readonly #bands = new Map<number, Shade[]>();

  constructor(shades: readonly Shade[]) {
    for (const shade of shades) {
      const first = Math.floor(shade.box.y0 / BAND);
      const last = Math.min(Math.floor(shade.box.y1 / BAND), first + MOST_BANDS);
      for (let band = first; band <= last; band++) {
        const list = this.#bands.get(band);
        if (!list) this.#bands.set(band, [shade]);
        else if (list.length < MOST_SHADES) list.push(shade);
      }
    }
  }

  /** The shades within `reach` of a point, bottom first. */
  at(x: number, y: number, reach = 0): Shade[] {
    const found: Shade[] = [];
    for (const shade of this.#bands.get(Math.floor(y / BAND)) ?? []) {
      const { x0, y0, x1, y1 } = shade.box;
      if (x >= x0 - reach && x <= x1 + reach && y >= y0 - reach && y <= y1 + reach)
        found.push(shade);
    }
    return found;
  }
}
