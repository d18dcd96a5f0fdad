import { raised } from "../model/marks.ts";
import type { Glyph, Rule } from "../model/page.ts";

/** What footnote marks are made of. */
const MARK = /^[\d()[\]（）〔〕【】*＊①-⑳⑴-⒇]$/;
const DIGIT = /^\d$/;
/** Ems of the text it stands at by which a mark is raised or lowered: less is nothing, more is another line. */
const LEAST = 0.12;
const MOST = 0.8;
/** A mark is smaller than the text that it stands at; without being raised, it is this small, and stands at a digit. */
const SMALLER = 0.85;
const SMALL = 0.75;
/** Gap (in ems) between a mark and its text, and how far they may overlap. */
const NEAR = 0.3;
const OVERLAP = -0.2;
/** Characters of a mark: `[12]`. One of the text's own size is a number, and may be the next cell's. */
const LONGEST = 4;
const LONGEST_NUMBER = 2;
/** Points of a band in which a mark's text is looked for. */
const BAND = 12;

/**
 * Upright glyphs with footnote marks as marks: digits and brackets that are raised or lowered beside a text, or small behind
 * a digit, become raised characters on the text's own line, so that no number contains them.
 */
export function withRaised(glyphs: readonly Glyph[], rules: readonly Rule[]): readonly Glyph[] {
  const candidates = candidatesIn(glyphs);
  if (candidates.length === 0) return glyphs;
  const bands = bandsOf(glyphs);
  const marks = new Map<Glyph, Glyph>();
  for (const run of runsOf(candidates)) {
    const text = textBefore(run, bands, rules);
    if (!text || !isMarkAt(run, text, bands)) continue;
    for (const glyph of run)
      marks.set(glyph, { ...glyph, text: raised(glyph.text), baseline: text.baseline });
  }
  return marks.size === 0 ? glyphs : glyphs.map((glyph) => marks.get(glyph) ?? glyph);
}

/** Glyphs that may be marks: off the line of what was painted before, or small among the page's text. */
function candidatesIn(glyphs: readonly Glyph[]): Glyph[] {
  const sizes = Float64Array.from(glyphs, ({ size }) => size).sort();
  const small = SMALLER * (sizes[sizes.length >> 1] ?? 0);
  const found: Glyph[] = [];
  let before: Glyph | undefined;
  let inRun: boolean = false;
  for (const glyph of glyphs) {
    if (glyph.turn || !MARK.test(glyph.text)) {
      before = glyph;
      inRun = false;
      continue;
    }
    const off = before ? Math.abs(before.baseline - glyph.baseline) : 0;
    const follows: boolean | undefined =
      inRun &&
      before &&
      off < 0.05 * glyph.size &&
      before.size === glyph.size &&
      isBeside(before, glyph);
    const leaves =
      before && off > LEAST * before.size && off < MOST * before.size && isBeside(before, glyph);
    const shrinks = before && glyph.size <= SMALLER * before.size && isBeside(before, glyph);
    inRun = Boolean(follows || leaves || shrinks || glyph.size <= small);
    if (inRun) found.push(glyph);
    before = glyph;
  }
  return found;
}

function isBeside(one: Glyph, other: Glyph): boolean {
  const gap = other.box.x0 - one.box.x1;
  const em = Math.max(one.size, other.size);
  return gap > OVERLAP * em && gap < NEAR * em;
}

/** Candidates of one line and size that touch each other. */
function runsOf(candidates: readonly Glyph[]): Glyph[][] {
  const sorted = [...candidates].sort((a, b) => a.baseline - b.baseline || a.box.x0 - b.box.x0);
  const runs: Glyph[][] = [];
  for (const glyph of sorted) {
    const last = runs.at(-1)?.at(-1);
    if (last && last.baseline === glyph.baseline && isBeside(last, glyph)) runs.at(-1)?.push(glyph);
    else runs.push([glyph]);
  }
  return runs;
}

function bandsOf(glyphs: readonly Glyph[]): ReadonlyMap<number, readonly Glyph[]> {
  const bands = new Map<number, Glyph[]>();
  for (const glyph of glyphs) {
    if (glyph.turn) continue;
    const band = Math.floor(glyph.baseline / BAND);
    const list = bands.get(band);
    if (list) list.push(glyph);
    else bands.set(band, [glyph]);
  }
  return bands;
}

function* near(bands: ReadonlyMap<number, readonly Glyph[]>, glyph: Glyph): Generator<Glyph> {
  const middle = Math.floor(glyph.baseline / BAND);
  for (let band = middle - 1; band <= middle + 1; band++) yield* bands.get(band) ?? [];
}

/** The glyph that a run of candidates stands right behind, in the same cell. */
function textBefore(
  run: readonly Glyph[],
  bands: ReadonlyMap<number, readonly Glyph[]>,
  rules: readonly Rule[],
): Glyph | undefined {
  const first = run[0] as Glyph;
  let best: Glyph | undefined;
  for (const glyph of near(bands, first)) {
    if (run.includes(glyph) || !isBeside(glyph, first) || glyph.box.x0 >= first.box.x0) continue;
    if (Math.abs(glyph.baseline - first.baseline) > MOST * glyph.size) continue;
    if (!best || glyph.size > best.size) best = glyph;
  }
  const text = best;
  if (!text) return undefined;
  const [left, right] = [(text.box.x0 + text.box.x1) / 2, (first.box.x0 + first.box.x1) / 2];
  const parted = rules.some(
    ({ direction, at, from, to }) =>
      direction === "vertical" &&
      at > left &&
      at < right &&
      from < text.baseline &&
      to > first.box.y0,
  );
  return parted ? undefined : text;
}

function isMarkAt(
  run: readonly Glyph[],
  text: Glyph,
  bands: ReadonlyMap<number, readonly Glyph[]>,
): boolean {
  const [first, last] = [run[0] as Glyph, run.at(-1) as Glyph];
  const shift = Math.abs(text.baseline - first.baseline) / text.size;
  const ratio = first.size / text.size;
  const longest = ratio <= SMALLER ? LONGEST : LONGEST_NUMBER;
  if (run.length > longest || ratio > 1.02) return false;
  // A number goes on behind it, on its own line or as large as the text: it is a part of that.
  for (const glyph of near(bands, last)) {
    if (run.includes(glyph) || !isBeside(last, glyph) || glyph.box.x0 <= last.box.x0) continue;
    const onItsLine = Math.abs(glyph.baseline - last.baseline) < LEAST * last.size;
    if (onItsLine && (shift >= LEAST || /^[\d.,]$/.test(glyph.text))) return false;
  }
  if (shift >= LEAST) return shift <= MOST;
  return ratio <= SMALL && DIGIT.test(text.text) && run.every(({ text: char }) => DIGIT.test(char));
}
