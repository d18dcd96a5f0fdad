import type { Box } from "../../model/place.ts";
import { LIMITS, tooMany } from "./limits.ts";
import { type Matrix, scaleOf } from "./matrix.ts";
import type { Moment, Painting } from "./painting.ts";
import { type GraphicsState, PATTERN, seen } from "./state.ts";

/** How pdf.js encodes a path: each step's number, then its coordinates. The numbering differs between its versions. */
export interface PathSteps {
  readonly move: number;
  readonly line: number;
  /** Length of the coordinates of each step, by its number. */
  readonly sizes: readonly number[];
  readonly close: number;
}

/** A filled box up to this wide (points) is a line, not a shade; Word and Excel draw their borders so. */
const THIN = 2.6;
/** A stroke wider than this is a bar: a shade drawn as a line. */
const BAR = 5;
/** A line is a line if it is this much longer than thick; less is a corner square or a dot. */
const SHORTEST = 1.2;
/** Points by which a line may miss the axis, or 1° of its length. */
const SLACK = 0.8;
const SLOPE = 0.0175;
/** Shapes of one path beyond which they are not compared with each other. */
const MOST_OUTLINES = 40;
/** Opacity from which nothing shines through. */
const OPAQUE = 0.98;

/** Paints one path: each of its straight, axis-parallel pieces becomes a rule or a shade. */
export function paintPath(
  state: GraphicsState,
  data: ArrayLike<number>,
  steps: PathSteps,
  how: { readonly fill: boolean; readonly stroke: boolean },
  painting: Painting,
  page: number,
): void {
  const { transform } = state;
  const width = how.stroke ? state.lineWidth * scaleOf(transform) : 0;
  const sink = { painting, page, clip: state.clip, after: momentOf(painting) };
  const outlines: Outline[] = [];
  let outline: Outline | undefined;
  let startX = 0;
  let startY = 0;
  let x = 0;
  let y = 0;
  const finish = () => {
    if (how.fill && outline) outlines.push(outline);
    outline = undefined;
  };
  const lineTo = (toX: number, toY: number) => {
    if (how.stroke) strokeSegment(state, x, y, toX, toY, width, sink);
    outline?.add(x, y, toX, toY);
    x = toX;
    y = toY;
  };
  for (let i = 0; i < data.length; ) {
    const step = data[i] as number;
    const size = steps.sizes[step];
    if (size === undefined) break;
    if (step === steps.close) {
      lineTo(startX, startY);
    } else {
      const px = data[i + size - 1] as number;
      const py = data[i + size] as number;
      const toX = transform[0] * px + transform[2] * py + transform[4];
      const toY = transform[1] * px + transform[3] * py + transform[5];
      if (step === steps.move) {
        finish();
        outline = new Outline(toX, toY);
        startX = x = toX;
        startY = y = toY;
      } else if (step === steps.line) {
        lineTo(toX, toY);
      } else {
        if (outline) outline.straight = false;
        x = toX;
        y = toY;
      }
    }
    i += size + 1;
  }
  finish();
  for (const each of outlines) fillOutline(state, each, sink, standsAlone(each, outlines));
}

/** The box that a transform makes of the unit square: where an image, or a mask of one colour, is placed. */
export function paintUnitSquare(state: GraphicsState, painting: Painting, page: number): void {
  const box = unitSquare(state.transform);
  fillBox(state, box, { painting, page, clip: state.clip, after: momentOf(painting) }, true);
}

export function unitSquare([a, b, c, d, e, f]: Matrix): Box {
  return {
    x0: e + Math.min(0, a, c, a + c),
    y0: f + Math.min(0, b, d, b + d),
    x1: e + Math.max(0, a, c, a + c),
    y1: f + Math.max(0, b, d, b + d),
  };
}

/** Whether a path is one box along the axes of its user space. */
export function isBox(data: ArrayLike<number> | null, steps: PathSteps): boolean {
  if (!data) return false;
  const xs = new Set<number>();
  const ys = new Set<number>();
  let corners = 0;
  for (let i = 0; i < data.length; ) {
    const step = data[i] as number;
    const size = steps.sizes[step];
    if (size === undefined || size > 2 || (step === steps.move && i > 0)) return false;
    if (size === 2) {
      xs.add(data[i + 1] as number);
      ys.add(data[i + 2] as number);
      corners++;
    }
    i += size + 1;
  }
  return corners >= 4 && corners <= 5 && xs.size === 2 && ys.size === 2;
}

/** Whether boxes stay boxes under a transform. */
export function isUpright([a, b, c, d]: Matrix): boolean {
  const small = 1e-3 * (Math.abs(a) + Math.abs(b) + Math.abs(c) + Math.abs(d));
  return (
    (Math.abs(b) <= small && Math.abs(c) <= small) || (Math.abs(a) <= small && Math.abs(d) <= small)
  );
}

/** The box of a path's coordinates [x0 y0 x1 y1] in user space, on the page. */
export function boxOf(transform: Matrix, corners: ArrayLike<number>): Box {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = Array.from(corners);
  const [a, b, c, d, e, f] = transform;
  const xs = [a * x0 + c * y0, a * x1 + c * y0, a * x0 + c * y1, a * x1 + c * y1];
  const ys = [b * x0 + d * y0, b * x1 + d * y0, b * x0 + d * y1, b * x1 + d * y1];
  return {
    x0: Math.min(...xs) + e,
    y0: Math.min(...ys) + f,
    x1: Math.max(...xs) + e,
    y1: Math.max(...ys) + f,
  };
}

interface Sink {
  readonly painting: Painting;
  readonly page: number;
  readonly clip: Box | undefined;
  readonly after: Moment;
}

/** A subpath's box, and whether it is that box: closed, straight, along the axes. */
class Outline {
  straight = true;
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  corners = 0;

  constructor(x: number, y: number) {
    this.x0 = this.x1 = x;
    this.y0 = this.y1 = y;
  }

  add(x: number, y: number, toX: number, toY: number): void {
    if (Math.abs(toX - x) > SLACK && Math.abs(toY - y) > SLACK) this.straight = false;
    this.corners++;
    if (toX < this.x0) this.x0 = toX;
    if (toX > this.x1) this.x1 = toX;
    if (toY < this.y0) this.y0 = toY;
    if (toY > this.y1) this.y1 = toY;
  }
}

/** Of several shapes in one path, one may be a hole in another: they are then not known to hide anything. */
function standsAlone(outline: Outline, all: readonly Outline[]): boolean {
  if (all.length > MOST_OUTLINES) return false;
  return all.every((other) => other === outline || !intersection(outline, other));
}

function fillOutline(state: GraphicsState, outline: Outline, sink: Sink, alone: boolean): void {
  const thin = Math.min(outline.x1 - outline.x0, outline.y1 - outline.y0) <= THIN;
  if (outline.straight && outline.corners > 0 && (thin || outline.corners <= 5))
    fillBox(state, outline, sink, alone);
  else sink.painting.shapes++;
}

function fillBox(
  state: GraphicsState,
  box: Box,
  { painting, page, clip, after }: Sink,
  alone: boolean,
): void {
  const width = box.x1 - box.x0;
  const height = box.y1 - box.y0;
  const { colour } = state.fill;
  const alpha = state.fillAlpha * state.groupAlpha;
  const brightness = seen(state.fill, alpha);
  if (Math.min(width, height) > THIN) {
    const visible = clip ? intersection(box, clip) : box;
    const opaque = alone && alpha > OPAQUE && hides(state);
    if (visible)
      painting.shades.push({
        ...{ box: { ...visible }, colour, brightness, opaque },
        after,
      });
    return;
  }
  const flat = width >= height;
  const [long, thick] = flat ? [width, height] : [height, width];
  if (long < SHORTEST || long < thick * 1.5) return;
  addRule(
    {
      direction: flat ? "horizontal" : "vertical",
      at: flat ? (box.y0 + box.y1) / 2 : (box.x0 + box.x1) / 2,
      from: flat ? box.x0 : box.y0,
      to: flat ? box.x1 : box.y1,
      thickness: thick,
      colour,
      brightness,
    },
    clip,
    painting,
    page,
  );
}

/** Whether nothing shines through what is filled, in all of its box. */
function hides({ fill, clipIsBox, blends, masked, mixes }: GraphicsState): boolean {
  return clipIsBox && !blends && !masked && !mixes && fill !== PATTERN;
}

function strokeSegment(
  state: GraphicsState,
  x: number,
  y: number,
  toX: number,
  toY: number,
  thickness: number,
  { painting, page, clip, after }: Sink,
): void {
  const dx = Math.abs(toX - x);
  const dy = Math.abs(toY - y);
  const flat = dx >= dy;
  const [long, off] = flat ? [dx, dy] : [dy, dx];
  if (long < SHORTEST || off > Math.max(SLACK, SLOPE * long) || off > long / 4) return;
  const { colour } = state.stroke;
  const brightness = seen(state.stroke, state.strokeAlpha * state.groupAlpha);
  const from = flat ? Math.min(x, toX) : Math.min(y, toY);
  const to = flat ? Math.max(x, toX) : Math.max(y, toY);
  const at = flat ? (y + toY) / 2 : (x + toX) / 2;
  if (thickness > BAR) {
    const half = thickness / 2;
    const box = flat
      ? { x0: from, x1: to, y0: at - half, y1: at + half }
      : { x0: at - half, x1: at + half, y0: from, y1: to };
    painting.shades.push({ box, colour, brightness, opaque: false, after });
    return;
  }
  addRule(
    { direction: flat ? "horizontal" : "vertical", at, from, to, thickness, colour, brightness },
    clip,
    painting,
    page,
  );
}

/** Now: what is painted so far. */
function momentOf({ glyphs, rules }: Painting): Moment {
  return { glyphs: glyphs.length, rules: rules.length };
}

function addRule(
  rule: Painting["rules"][number],
  clip: Box | undefined,
  painting: Painting,
  page: number,
): void {
  const { at, from, to } = rule;
  if (!Number.isFinite(at + from + to)) return;
  const visible = clip ? clipped(rule, clip) : rule;
  if (!visible) return;
  if (painting.rules.length >= LIMITS.rules) throw tooMany(page, "rules");
  painting.rules.push(visible);
}

/** A line on the very edge of a clip is half visible: a point's grace. */
function clipped<R extends Painting["rules"][number]>(rule: R, clip: Box): R | undefined {
  const [low, high, start, end] =
    rule.direction === "horizontal"
      ? [clip.y0, clip.y1, clip.x0, clip.x1]
      : [clip.x0, clip.x1, clip.y0, clip.y1];
  if (rule.at < low - 1 || rule.at > high + 1) return undefined;
  const from = Math.max(rule.from, start - 1);
  const to = Math.min(rule.to, end + 1);
  if (to - from < SHORTEST) return undefined;
  return from === rule.from && to === rule.to ? rule : { ...rule, from, to };
}

export function intersection(one: Box, other: Box): Box | undefined {
  const x0 = Math.max(one.x0, other.x0);
  const y0 = Math.max(one.y0, other.y0);
  const x1 = Math.min(one.x1, other.x1);
  const y1 = Math.min(one.y1, other.y1);
  return x0 < x1 && y0 < y1 ? { x0, y0, x1, y1 } : undefined;
}
