import type { Box } from "../../model/place.ts";

/** Fields of the raster, each way. */
const FIELDS = 40;

/** Which part of a page things cover, on a raster: the strips and tiles of one picture count once. */
export class Coverage {
  readonly #fields = new Uint8Array(FIELDS * FIELDS);
  readonly #width: number;
  readonly #height: number;
  #covered = 0;

  /** Size of the page, in points. */
  constructor(width: number, height: number) {
    this.#width = width;
    this.#height = height;
  }

  /** Covers every field whose middle a box covers. */
  add({ x0, y0, x1, y1 }: Box): void {
    const first = (at: number, size: number) => Math.max(0, Math.ceil((at / size) * FIELDS - 0.5));
    const last = (at: number, size: number) =>
      Math.min(FIELDS - 1, Math.ceil((at / size) * FIELDS - 0.5) - 1);
    for (let row = first(y0, this.#height); row <= last(y1, this.#height); row++)
      for (let column = first(x0, this.#width); column <= last(x1, this.#width); column++)
        this.#cover(row * FIELDS + column);
  }

  /** Covers the field that a point lies in. */
  point(x: number, y: number): void {
    const field = this.#fieldAt(x, y);
    if (field !== undefined) this.#cover(field);
  }

  has(x: number, y: number): boolean {
    const field = this.#fieldAt(x, y);
    return field !== undefined && this.#fields[field] === 1;
  }

  /** From 0 to 1. */
  get share(): number {
    return this.#covered / (FIELDS * FIELDS);
  }

  #fieldAt(x: number, y: number): number | undefined {
    if (!(x >= 0 && x < this.#width && y >= 0 && y < this.#height)) return undefined;
    const row = Math.floor((y / this.#height) * FIELDS);
    return row * FIELDS + Math.floor((x / this.#width) * FIELDS);
  }

  #cover(field: number): void {
    if (this.#fields[field] === 0) this.#covered++;
    this.#fields[field] = 1;
  }
}
