import type { Box } from "../../model/place.ts";
import { IDENTITY, type Matrix } from "./matrix.ts";

/** What text needs to know of a font. Lengths are in ems. */
export interface Font {
  /** Of one unit of glyph space: 0.001, or what a Type 3 font says. */
  readonly unit: number;
  /** Vertical writing: glyphs advance downwards. */
  readonly vertical: boolean;
  /** Default [advance, x, y] of vertical writing. */
  readonly verticalMetrics: readonly [number, number, number];
}

/** Fill or stroke: brightness 0 (black) to 1 (white) as seen, and the colour itself to tell two from each other. */
export interface Paint {
  readonly colour: string;
  readonly brightness: number;
}

export const BLACK: Paint = { colour: "#000000", brightness: 0 };
/** Of no one colour: it is seen, and may have holes. */
export const PATTERN: Paint = { colour: "pattern", brightness: 0 };

/** The graphics state of PDF as far as text and straight lines need it. Replaced, never shared, by save and restore. */
export interface GraphicsState {
  /** From user space to the page as displayed. */
  transform: Matrix;
  /** Nothing is visible outside; undefined: everything is. */
  clip: Box | undefined;
  /** False if the clip is less than its box: a shape, or several boxes. */
  clipIsBox: boolean;
  fill: Paint;
  stroke: Paint;
  /** Opacity, 0 to 1. */
  fillAlpha: number;
  strokeAlpha: number;
  /** Opacity of the transparency groups around, multiplied. */
  groupAlpha: number;
  /** A blend mode, or a soft mask: what is painted is mixed with what lies below it, and hides nothing. */
  blends: boolean;
  masked: boolean;
  /** True if a group around mixes. */
  mixes: boolean;
  lineWidth: number;
  font: Font;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  horizontalScale: number;
  leading: number;
  rise: number;
  renderingMode: number;
  textMatrix: Matrix;
  /** The pen, and the start of its line, in text space. */
  x: number;
  y: number;
  lineX: number;
  lineY: number;
}

export const PLAIN_FONT: Font = {
  unit: 0.001,
  vertical: false,
  verticalMetrics: [-1000, 500, 880],
};

export function initialState(transform: Matrix): GraphicsState {
  return {
    transform,
    clip: undefined,
    clipIsBox: true,
    fill: BLACK,
    stroke: BLACK,
    fillAlpha: 1,
    strokeAlpha: 1,
    groupAlpha: 1,
    blends: false,
    masked: false,
    mixes: false,
    lineWidth: 1,
    font: PLAIN_FONT,
    fontSize: 0,
    charSpacing: 0,
    wordSpacing: 0,
    horizontalScale: 1,
    leading: 0,
    rise: 0,
    renderingMode: 0,
    textMatrix: IDENTITY,
    x: 0,
    y: 0,
    lineX: 0,
    lineY: 0,
  };
}

/** Brightness of `#rrggbb` as the eye weighs it (ITU-R BT.601). */
export function paintOf(colour: unknown): Paint {
  if (typeof colour !== "string" || !/^#[0-9a-f]{6}$/i.test(colour)) return PATTERN;
  const value = Number.parseInt(colour.slice(1), 16);
  const red = value >> 16;
  const green = (value >> 8) & 255;
  const blue = value & 255;
  return { colour, brightness: (0.299 * red + 0.587 * green + 0.114 * blue) / 255 };
}

/** Brightness over white paper once opacity has thinned it. */
export function seen(paint: Paint, alpha: number): number {
  return 1 - (1 - paint.brightness) * alpha;
}
