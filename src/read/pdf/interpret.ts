import type { OPS as PdfOps } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Box } from "../../model/place.ts";
import { Coverage } from "./coverage.ts";
import { LIMITS } from "./limits.ts";
import { compose, type Matrix } from "./matrix.ts";
import type { OperatorList } from "./open.ts";
import { noteCurves } from "./outlines.ts";
import type { Painting } from "./painting.ts";
import {
  boxOf,
  intersection,
  isBox,
  isUpright,
  type PathSteps,
  paintPath,
  paintUnitSquare,
  unitSquare,
} from "./paths.ts";
import { type Font, type GraphicsState, initialState, paintOf } from "./state.ts";
import { type ShownGlyph, showText } from "./text.ts";

type Ops = typeof PdfOps;

/** What the interpreter needs to know besides the operations. */
export interface Surroundings {
  readonly page: number;
  readonly ops: Ops;
  readonly steps: PathSteps;
  /** From user space to the page as displayed: rotation and crop box are in it. */
  readonly viewport: Matrix;
  readonly width: number;
  readonly height: number;
  font(name: unknown): Font;
  /** Whether an optional layer is shown. */
  shows(layer: unknown): boolean;
}

/** Where the run of the operations stands. */
interface Machine {
  state: GraphicsState;
  readonly saved: GraphicsState[];
  /** Saves beyond the limit: counted, not kept. */
  unsaved: number;
  readonly painting: Painting;
  readonly around: Surroundings;
  /** One entry for each marked content that is open: whether it hides what it encloses. */
  readonly hiding: boolean[];
  hiddenBy: number;
  run: number;
  clipNext: boolean;
  /** Where a picture was placed, unless something is painted there yet. */
  placed: Box | undefined;
}

/** A transparency group as pdf.js opens it. */
interface Group {
  readonly matrix?: ArrayLike<number> | null;
  readonly bbox?: ArrayLike<number> | null;
  readonly smask?: unknown;
}

type Handler = (machine: Machine, args: readonly unknown[]) => void;

/** An area (square points) from which a placed picture may be a scan rather than an ornament. */
const PICTURE = 400;
/** A picture this low (in points) hides a line or two of text; seals and watermarks, which are seen through, are higher. */
const PATCH = 50;
/** So many patches are the strips of something else. */
const PATCHES = 100;

const NOWHERE = { x0: -1e9, y0: -1e9, x1: -1e9, y1: -1e9 };

/** Runs a page's operations once and collects the glyphs and lines that they paint. Nothing is rendered. */
export function interpret(list: OperatorList, around: Surroundings): Painting {
  const { width, height } = around;
  const painting: Painting = {
    ...{ glyphs: [], rules: [], shades: [], patches: [], hasPicture: false },
    pictured: new Coverage(width, height),
    outlines: new Coverage(width, height),
    ...{ shapes: 0, curves: 0, openText: false },
  };
  const machine: Machine = {
    state: initialState(around.viewport),
    saved: [],
    unsaved: 0,
    painting,
    around,
    hiding: [],
    hiddenBy: 0,
    run: 0,
    clipNext: false,
    placed: undefined,
  };
  const handlers = handlersFor(around.ops);
  const { fnArray, argsArray } = list;
  for (let i = 0; i < fnArray.length; i++)
    handlers[fnArray[i] as number]?.(machine, argsArray[i] ?? []);
  notePicture(machine);
  return painting;
}

let handlersOnce: Handler[] | undefined;

/** One handler an operation, by its number. Operations that change nothing here have none. */
function handlersFor(ops: Ops): Handler[] {
  if (handlersOnce) return handlersOnce;
  const on: Handler[] = [];
  const strokes = new Set<unknown>([
    ops.stroke,
    ops.closeStroke,
    ops.fillStroke,
    ops.eoFillStroke,
    ops.closeFillStroke,
    ops.closeEOFillStroke,
  ]);
  const fills = new Set<unknown>([
    ops.fill,
    ops.eoFill,
    ops.fillStroke,
    ops.eoFillStroke,
    ops.closeFillStroke,
    ops.closeEOFillStroke,
  ]);

  on[ops.save] = save;
  on[ops.restore] = restore;
  on[ops.transform] = (m, args) => {
    m.state.transform = compose(m.state.transform, args as number[]);
    notePicture(m);
    placePicture(m);
  };
  on[ops.paintFormXObjectBegin] = (m, [matrix, box]) => {
    save(m);
    if (matrix) m.state.transform = compose(m.state.transform, matrix as ArrayLike<number>);
    if (box) clipTo(m, box as ArrayLike<number>, true);
  };
  on[ops.paintFormXObjectEnd] = restore;
  on[ops.beginGroup] = (m, [group]) => beginGroup(m, (group ?? {}) as Group);
  on[ops.endGroup] = (m) => {
    leave(m);
    restore(m);
  };
  on[ops.beginAnnotation] = (m, [, box, transform, matrix]) => {
    save(m);
    m.state = initialState(m.around.viewport);
    if (box) clipTo(m, box as ArrayLike<number>, true);
    for (const each of [transform, matrix])
      if (each) m.state.transform = compose(m.state.transform, each as ArrayLike<number>);
  };
  on[ops.endAnnotation] = restore;
  on[ops.beginMarkedContent] = (m) => enter(m, false);
  on[ops.beginMarkedContentProps] = (m, [tag, properties]) =>
    enter(m, tag === "OC" && properties !== null && !m.around.shows(properties));
  on[ops.endMarkedContent] = leave;

  on[ops.setFillRGBColor] = (m, [colour]) => {
    m.state.fill = paintOf(colour);
  };
  on[ops.setStrokeRGBColor] = (m, [colour]) => {
    m.state.stroke = paintOf(colour);
  };
  on[ops.setFillColorN] = (m) => {
    m.state.fill = paintOf("pattern");
  };
  on[ops.setStrokeColorN] = (m) => {
    m.state.stroke = paintOf("pattern");
  };
  on[ops.setLineWidth] = (m, [width]) => {
    m.state.lineWidth = Number(width);
  };
  on[ops.setGState] = (m, [entries]) => {
    for (const [key, value] of entries as [string, unknown][]) {
      if (key === "LW") m.state.lineWidth = Number(value);
      else if (key === "CA") m.state.strokeAlpha = Number(value);
      else if (key === "ca") m.state.fillAlpha = Number(value);
      else if (key === "Font") setFont(m, value as unknown[]);
      else if (key === "BM") m.state.blends = value !== "source-over";
      else if (key === "SMask") m.state.masked = Boolean(value);
    }
  };

  on[ops.clip] = on[ops.eoClip] = (m) => {
    m.clipNext = true;
  };
  on[ops.constructPath] = (m, [how, path, box]) => {
    const data = (path as unknown[] | undefined)?.[0];
    const paints = { fill: fills.has(how), stroke: strokes.has(how) };
    if (paints.fill || paints.stroke) m.placed = undefined;
    if (data && !m.hiddenBy && paints.fill)
      noteCurves(m.state, data as ArrayLike<number>, m.around.steps, m.painting);
    if (data && !m.hiddenBy && (paints.fill || paints.stroke))
      paintPath(
        m.state,
        data as ArrayLike<number>,
        m.around.steps,
        paints,
        m.painting,
        m.around.page,
      );
    if (paints.fill || paints.stroke) m.placed = undefined;
    if (m.clipNext && box)
      clipTo(m, box as ArrayLike<number>, isBox(data as ArrayLike<number> | null, m.around.steps));
    m.clipNext = false;
  };
  // Only images of one pixel survive `maxImageSize: 1`; some printer drivers stretch them into lines.
  on[ops.paintImageXObject] =
    on[ops.paintInlineImageXObject] =
    on[ops.paintSolidColorImageMask] =
      (m) => {
        m.placed = undefined;
        if (!m.hiddenBy) paintUnitSquare(m.state, m.painting, m.around.page);
      };
  on[ops.shadingFill] = (m) => {
    m.placed = undefined;
  };

  on[ops.setFont] = setFont;
  on[ops.setCharSpacing] = (m, [spacing]) => {
    m.state.charSpacing = Number(spacing);
  };
  on[ops.setWordSpacing] = (m, [spacing]) => {
    m.state.wordSpacing = Number(spacing);
  };
  on[ops.setHScale] = (m, [percent]) => {
    m.state.horizontalScale = Number(percent) / 100;
  };
  on[ops.setTextRise] = (m, [rise]) => {
    m.state.rise = Number(rise);
  };
  on[ops.setTextRenderingMode] = (m, [mode]) => {
    m.state.renderingMode = Number(mode);
  };
  on[ops.setLeading] = (m, [leading]) => {
    m.state.leading = -Number(leading);
  };
  on[ops.beginText] = (m) => {
    m.painting.openText = true;
    setTextMatrix(m, [1, 0, 0, 1, 0, 0]);
  };
  on[ops.endText] = (m) => {
    m.painting.openText = false;
  };
  on[ops.setTextMatrix] = (m, [matrix]) => setTextMatrix(m, matrix as ArrayLike<number>);
  on[ops.moveText] = (m, [x, y]) => moveText(m.state, Number(x), Number(y));
  on[ops.setLeadingMoveText] = (m, [x, y]) => {
    m.state.leading = Number(y);
    moveText(m.state, Number(x), Number(y));
  };
  on[ops.nextLine] = (m) => moveText(m.state, 0, m.state.leading);
  on[ops.showText] = (m, [glyphs]) => {
    m.placed = undefined;
    showText(
      m.state,
      glyphs as (ShownGlyph | number)[],
      m.run++,
      m.hiddenBy > 0,
      m.painting,
      m.around.page,
    );
  };
  handlersOnce = on;
  return on;
}

function save(m: Machine): void {
  if (m.saved.length >= LIMITS.savedStates) m.unsaved++;
  else m.saved.push({ ...m.state });
}

function restore(m: Machine): void {
  notePicture(m);
  if (m.unsaved > 0) m.unsaved--;
  else m.state = m.saved.pop() ?? m.state;
}

function enter(m: Machine, hides: boolean): void {
  m.hiding.push(hides);
  if (hides) m.hiddenBy++;
}

function leave(m: Machine): void {
  if (m.hiding.pop()) m.hiddenBy--;
}

/** What a group paints is mixed with the page as a whole, by the state it was opened in; inside, the state starts anew. */
function beginGroup(m: Machine, { matrix, bbox, smask }: Group): void {
  const { fillAlpha, groupAlpha, blends, masked, mixes } = m.state;
  save(m);
  // A soft mask's content is a mask, not a picture.
  enter(m, Boolean(smask));
  const groupState = { ...m.state, fillAlpha: 1, strokeAlpha: 1, blends: false, masked: false };
  m.state = {
    ...groupState,
    groupAlpha: groupAlpha * fillAlpha,
    mixes: mixes || blends || masked,
  };
  if (!bbox) return;
  const inside = matrix ? compose(m.state.transform, matrix) : m.state.transform;
  clipTo(m, bbox, true, inside);
}

/** `isBox`: whether the clip is all of its box. A box that is turned is not. */
function clipTo(
  m: Machine,
  corners: ArrayLike<number>,
  isBox: boolean,
  transform: Matrix = m.state.transform,
): void {
  const box = boxOf(transform, corners);
  if (!Number.isFinite(box.x0 + box.y0 + box.x1 + box.y1)) return;
  if (!isBox || !isUpright(transform)) m.state.clipIsBox = false;
  m.state.clip = m.state.clip ? (intersection(m.state.clip, box) ?? NOWHERE) : box;
}

function setFont(m: Machine, [name, size]: readonly unknown[]): void {
  m.state.font = m.around.font(name);
  m.state.fontSize = Number(size);
}

function setTextMatrix(m: Machine, matrix: ArrayLike<number>): void {
  m.state.textMatrix = compose([1, 0, 0, 1, 0, 0], matrix);
  m.state.x = m.state.y = m.state.lineX = m.state.lineY = 0;
}

function moveText(state: GraphicsState, x: number, y: number): void {
  state.x = state.lineX += x;
  state.y = state.lineY += y;
}

/** The image itself is gone, but not the transform that gave the unit square its size. */
function placePicture(m: Machine): void {
  m.placed = m.hiddenBy ? undefined : unitSquare(m.state.transform);
}

/** A unit square in which nothing else was painted held an image: what of it the clip shows. */
function notePicture(m: Machine): void {
  if (!m.placed) return;
  const { clip } = m.state;
  const seen = clip ? intersection(m.placed, clip) : m.placed;
  const large = areaOf(m.placed) > PICTURE;
  m.placed = undefined;
  if (!seen) return;
  notePatch(m, seen);
  if (!large) return;
  m.painting.hasPicture = true;
  m.painting.pictured.add(seen);
}

function notePatch({ state, painting }: Machine, box: Box): void {
  const { fillAlpha, groupAlpha, blends, masked, mixes } = state;
  const isThin = fillAlpha * groupAlpha < 1 || blends || masked || mixes;
  if (isThin || painting.glyphs.length === 0 || painting.patches.length >= PATCHES) return;
  if (box.y1 - box.y0 < PATCH) painting.patches.push({ box, after: painting.glyphs.length });
}

function areaOf({ x0, y0, x1, y1 }: Box): number {
  return (x1 - x0) * (y1 - y0);
}
