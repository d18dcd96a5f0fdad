import type { Paragraph } from "../model/block.ts";
import type { Glyph, Page } from "../model/page.ts";
import { boxAround } from "../model/place.ts";
import { joinLines } from "./lines.ts";
import { recognition } from "./recognition.ts";
import { type Segment, segmentsOf } from "./segments.ts";

/** Lines further apart than this (in ems) belong to two paragraphs. */
const MOST_LEADING = 2.4;
/** Nor do lines whose distance outgrows that of the lines before by this. */
const WIDER = 1.35;
/** Sizes that differ more than this are two paragraphs. */
const SAME_SIZE = 1.12;
/** An indent (in ems) from the left margin that begins a paragraph. */
const INDENT = 0.8;
/** An indent (in ems) that no first line has: what begins so far right of the next line is a label beside the text. */
const BESIDE = 12;
/** Room (in ems) beyond the next word that a line in the middle of a sentence may leave, and one that ends a sentence. */
const RAGGED = 3;
const RAGGED_END = 0.6;

const LEADERS = /[.．·…。]{6,}|…{2,}/;
/** Ordinals that begin a heading; a heading has no sentence in it. */
const ORDINAL =
  /^(?:[一二三四五六七八九十]+、|第[一二三四五六七八九十]+[部章节]|[（(][一二三四五六七八九十]+[）)]|\d+[.．、](?!\d))/;
const SENTENCE = /[，。；：]/;
const SENTENCE_END = /[。！？；：!?;:]$/;
const PAGE_NUMBER =
  /^(?:[-–—－─\s]*\d{1,4}[-–—－─\s]*|第\s*\d{1,4}\s*页(?:[，,\s/]*共\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4})$/;
/** Page numbers stand in this last part of the page's height. */
const FOOT = 0.88;
/** Characters that no line begins with: they stay with the word before. */
const CLINGING = /^[，。；：、！？）)】」”’》%％‰,.;:!?]/;
const WORD = /^[\p{Script=Latin}\p{Nd}.,%]/u;

/** A paragraph, and what its ends say about lines that came before and may follow on the next page. */
export interface Flow {
  readonly paragraph: Paragraph;
  /** True if its first line is indented, or no line shows that it is not. */
  readonly indented: boolean;
  /** True if it begins at the left margin, where a paragraph goes on rather than begins. */
  readonly flush: boolean;
  /** Width that its first word needs, and room that its last line leaves, in points. */
  readonly need: number;
  readonly room: number;
  readonly size: number;
}

/** Prose in reading order, its lines joined; a page number at the foot is left out. */
export function flowsOf(glyphs: readonly Glyph[], page: Page): Flow[] {
  const segments = withoutPageNumber(segmentsOf(glyphs), page);
  const margins = marginsOf(segments, page.width);
  const flows: Flow[] = [];
  let lines: Segment[] = [];
  const close = () => {
    if (lines.length > 0) flows.push(flowOf(lines, margins, page.number));
    lines = [];
  };
  for (const segment of segments) {
    if (lines.length > 0 && !continues(lines, segment, margins)) close();
    lines.push(segment);
  }
  close();
  return flows;
}

/** Whether the second paragraph, which opens a page, goes on where the first, which ends the page before, was cut. */
export function flowsOn(last: Flow, first: Flow): boolean {
  return (
    first.flush &&
    isFull(last.paragraph.text, last.room, first.need, last.size) &&
    Math.max(first.size, last.size) < SAME_SIZE * Math.min(first.size, last.size) &&
    (last.indented || !SENTENCE_END.test(last.paragraph.text))
  );
}

interface Margins {
  readonly left: number;
  readonly right: number;
}

/** Ems by which the right margin may differ from the left: beyond it no line of the page is full. */
const ASYMMETRY = 6;
/** Ems by which a line without its like may hang over the margin. */
const OVERHANG = 3;

/** The margins of the page's prose: where its longer lines begin and end. */
function marginsOf(segments: readonly Segment[], width: number): Margins {
  const long = segments.filter(({ alone, text }) => alone && text.length >= 15);
  const left = Math.min(...long.map(({ box }) => box.x0));
  const ends = long.map(({ box, size }) => ({ x: box.x1, size })).sort((a, b) => b.x - a.x);
  const longest = ends[0];
  if (!longest) return { left, right: Number.POSITIVE_INFINITY };
  const shared = ends.find(({ x, size }, i) => x - (ends[i + 1]?.x ?? 0) < size);
  const right = shared && longest.x - shared.x < OVERHANG * shared.size ? shared.x : longest.x;
  return { left, right: right < width - left - ASYMMETRY * longest.size ? width - left : right };
}

function continues(lines: readonly Segment[], next: Segment, margins: Margins): boolean {
  const last = lines.at(-1) as Segment;
  const first = lines[0] as Segment;
  if (!last.alone || !next.alone || LEADERS.test(last.text) || LEADERS.test(next.text))
    return false;
  if (ORDINAL.test(next.text) && (SENTENCE_END.test(last.text) || !SENTENCE.test(last.text)))
    return false;
  const { size } = last;
  if (last.box.x0 - next.box.x0 > BESIDE * size) return false;
  if (Math.max(size, next.size) > SAME_SIZE * Math.min(size, next.size)) return false;
  const leading = next.baseline - last.baseline;
  const before = last.baseline - (lines.at(-2)?.baseline ?? Number.NEGATIVE_INFINITY);
  if (leading > MOST_LEADING * size || leading > WIDER * before) return false;
  if (!isFull(last.text, margins.right - last.box.x1, firstWord(next), size)) return false;
  if (next.box.x0 > margins.left + INDENT * size && next.box.x0 > first.box.x0 - INDENT * size)
    return lines.length > 1 && Math.abs(next.box.x0 - last.box.x0) < INDENT * size;
  return true;
}

/** Whether a line was broken because the next word did not fit, rather than because the paragraph ended. */
function isFull(text: string, room: number, need: number, size: number): boolean {
  return room - need <= (SENTENCE_END.test(text) ? RAGGED_END : RAGGED) * size;
}

/** Width of what would have had to fit on the line before: a character with its punctuation, or a whole word or number. */
function firstWord({ glyphs }: Segment): number {
  const first = glyphs[0] as Glyph;
  let end = first.box.x1;
  const isWord = WORD.test(first.text);
  for (const glyph of glyphs.slice(1)) {
    if (!CLINGING.test(glyph.text) && !(isWord && WORD.test(glyph.text))) break;
    end = glyph.box.x1;
  }
  return end - first.box.x0;
}

function flowOf(lines: readonly Segment[], margins: Margins, page: number): Flow {
  const first = lines[0] as Segment;
  const last = lines.at(-1) as Segment;
  const box = boxAround(lines.map((line) => line.box)) ?? first.box;
  const text = joinLines(lines.map((line) => line.text));
  const glyphs = lines.flatMap((line) => line.glyphs);
  return {
    paragraph: {
      ...{ type: "paragraph", text },
      place: { page, box, ...recognition(glyphs, text) },
    },
    indented: first.box.x0 > margins.left + INDENT * first.size,
    flush: first.alone && first.box.x0 < margins.left + INDENT * first.size,
    need: firstWord(first),
    room: last.alone ? margins.right - last.box.x1 : Number.POSITIVE_INFINITY,
    size: last.size,
  };
}

function withoutPageNumber(segments: readonly Segment[], page: Page): readonly Segment[] {
  const last = segments.at(-1);
  return last?.alone && last.box.y0 > FOOT * page.height && PAGE_NUMBER.test(last.text)
    ? segments.slice(0, -1)
    : segments;
}
