import type { Mask } from "./ink.ts";

/** Angles (degrees) that pages are laid on a scanner's glass at. */
const MOST = 2.5;
const STEPS = [0.25, 0.05, 0.01] as const;
/** Pixels looked at. */
const SAMPLE = 120_000;

/**
 * The angle (radians, clockwise) by which lines fall to the right: that at which rows of pixels along it differ most from each
 * other, because lines of text and of tables lie in some of them and not in the next.
 */
export function skewOf(ink: Mask, width: number, height: number): number {
  const xs: number[] = [];
  const ys: number[] = [];
  let count = 0;
  for (const pixel of ink) count += pixel;
  const every = Math.max(1, Math.floor(count / SAMPLE));
  let seen = 0;
  for (let at = 0; at < ink.length; at++) {
    if (!ink[at] || seen++ % every) continue;
    xs.push(at % width);
    ys.push(Math.floor(at / width));
  }
  if (xs.length < 100) return 0;
  const reach = Math.ceil(Math.tan((MOST * Math.PI) / 180) * width) + 2;
  const score = (degrees: number): number => {
    const slope = Math.tan((degrees * Math.PI) / 180);
    const rows = new Float64Array(height + 2 * reach);
    for (let i = 0; i < xs.length; i++) {
      const row = Math.round((ys[i] as number) - (xs[i] as number) * slope) + reach;
      rows[row] = (rows[row] as number) + 1;
    }
    let sum = 0;
    for (let i = 1; i < rows.length; i++)
      sum += ((rows[i] as number) - (rows[i - 1] as number)) ** 2;
    return sum;
  };
  let best = 0;
  let span = MOST;
  for (const step of STEPS) {
    let [highest, at] = [score(best), best];
    for (let angle = best - span; angle <= best + span + 1e-9; angle += step) {
      if (Math.abs(angle) > MOST) continue;
      const here = score(angle);
      if (here > highest) [highest, at] = [here, angle];
    }
    best = at;
    span = step;
  }
  return (best * Math.PI) / 180;
}
