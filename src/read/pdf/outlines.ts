import type { Painting } from "./painting.ts";
import type { PathSteps } from "./paths.ts";
import type { GraphicsState } from "./state.ts";

/** Counts the curves of a filled path, and where they lead: text without a font is drawn of them. */
export function noteCurves(
  { transform: [a, b, c, d, e, f] }: GraphicsState,
  data: ArrayLike<number>,
  steps: PathSteps,
  painting: Painting,
): void {
  for (let i = 0; i < data.length; ) {
    const step = data[i] as number;
    const size = steps.sizes[step];
    if (size === undefined) return;
    if (size > 2) {
      const x = data[i + size - 1] as number;
      const y = data[i + size] as number;
      painting.curves++;
      painting.outlines.point(a * x + c * y + e, b * x + d * y + f);
    }
    i += size + 1;
  }
}
