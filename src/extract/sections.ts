import type { Block, Grid } from "../model/block.ts";
import type { MoneyUnit } from "../model/money.ts";
import type { Place } from "../model/place.ts";
import { hasOrdinal, plain, withoutOrdinal } from "../taxonomy/plain.ts";
import type { TableDeclaration } from "../taxonomy/tables/declare.ts";
import { matchTitle } from "../taxonomy/tables/match.ts";
import { isCaption, isNote, strangeUnit, unitLabel } from "./captions.ts";
import { peelCaptions } from "./grids/caption-rows.ts";
import { lowered } from "./grids/lowered.ts";

/** Lines between a title and its table: more than this, and the title belongs to something else. */
const MOST_CAPTIONS = 10;

/** Lines above a title among which its unit may stand. */
const MOST_BEFORE = 3;

/** The last line of a broken title is at most so long where it looks like a title of its own. */
const LONGEST_REMNANT = 6;

/** 公开09表：, 表9: in front of a title. */
const TABLE_NUMBER = /^\s*(?:财决|部门|预算)*(?:公开)?\s*(?:\d+\s*表|表\s*\d+)\s*[:：]/;

/** A grid with what is printed around it: the piece of a table that stands on one page. */
export interface Section {
  readonly grid: Grid;
  /** The standard table that the title names; undefined where no title stands above the grid. */
  readonly declaration?: TableDeclaration;
  readonly title: string;
  /** What may be its title where none stands above it: see `bareTitle`. */
  readonly bare?: BareTitle;
  readonly place: Place;
  /** The units that its label names: one, as a rule. */
  readonly units?: readonly MoneyUnit[];
  /** A unit that is printed but that no reader of money knows. */
  readonly strangeUnit?: string;
  /** Lines after the grid and before the next title or grid. */
  readonly after: readonly string[];
  /** True where a chapter, a list or prose stands between the grid before and this one. */
  readonly apart: boolean;
}

/** A line over a table that would be a title if it said 表. */
export interface BareTitle {
  readonly text: string;
  readonly place: Place;
  readonly declaration: TableDeclaration;
}

interface Caption {
  readonly text: string;
  readonly place: Place;
}

/** Cuts a document into sections, one a grid, each with the title, the unit and the notes printed with it. */
export function sectionsOf(blocks: readonly Block[], start: number): Section[] {
  const sections: Section[] = [];
  let captions: Caption[] = [];
  for (const block of blocks.slice(start)) {
    if (block.type === "paragraph") {
      captions.push({ text: block.text, place: block.place });
      continue;
    }
    const peeled = peelCaptions(lowered(block));
    const above = [...captions, ...peeled.captions];
    if (peeled.grid) {
      attachNotes(sections, captions);
      sections.push(sectionOf(peeled.grid, above));
      captions = peeled.below.map((text) => ({ text, place: block.place }));
    } else {
      captions = above;
    }
  }
  attachNotes(sections, captions);
  return sections;
}

function sectionOf(grid: Grid, captions: readonly Caption[]): Section {
  const title = findTitle(captions);
  const bare = title ? undefined : bareTitle(captions);
  const near = captions.slice(title ? title.index : 0);
  const before = captions.slice(Math.max(0, (title?.index ?? 0) - MOST_BEFORE), title?.index ?? 0);
  const units = unitsAmong(near) ?? unitsAmong(before);
  const strange = units ? undefined : lastOf(near.map((caption) => strangeUnit(caption.text)));
  return {
    grid,
    title: title?.text ?? "",
    place: title?.place ?? grid.place,
    after: [],
    apart: captions.some(({ text }) => (!isCaption(text) && !isNote(text)) || namesTable(text)),
    ...(title ? { declaration: title.declaration } : {}),
    ...(bare ? { bare } : {}),
    ...(units ? { units } : {}),
    ...(strange ? { strangeUnit: strange } : {}),
  };
}

interface Title extends Caption {
  readonly declaration: TableDeclaration;
  readonly index: number;
}

/** The nearest title above a grid. It may be broken over two or three lines, labels of the table beside the last of them. */
function findTitle(captions: readonly Caption[]): Title | undefined {
  const around = titleAround(captions);
  if (around) return around;
  const lowest = Math.max(0, captions.length - MOST_CAPTIONS);
  for (let i = captions.length - 1; i >= lowest; i--) {
    for (const lines of [3, 2, 1]) {
      const joined = captions.slice(i - lines + 1, i + 1);
      if (joined.length < lines || i - lines + 1 < 0) continue;
      if (lines > 1 && !joined.every((line) => isTitleLine(line.text))) continue;
      const text = joined.map((line) => line.text).join("");
      const declaration = matchTitle(text);
      const first = joined[0];
      if (!declaration || !first) continue;
      if (
        lines > 1 &&
        !isBroken(
          joined.map((line) => line.text),
          declaration,
        )
      )
        continue;
      const below = captions.slice(i + 1);
      // A nearer line that names a table, even one that is none of the standard tables, is the title.
      if (!below.every(({ text }) => isCaption(text) && !namesTable(text))) return undefined;
      return { text, place: first.place, declaration, index: i - lines + 1 };
    }
  }
  return undefined;
}

/**
 * A title in two lines, the second between the department and the unit: what is printed beside that line stands between
 * the two in reading order.
 */
function titleAround(captions: readonly Caption[]): Title | undefined {
  for (const [i, rest] of captions.entries()) {
    const above = captions.slice(0, i);
    const start = above.findLastIndex(({ place }) => !isBeside(place, rest.place));
    const first = captions[start];
    if (!first || start === i - 1 || !/[:：]/.test(captions[start + 1]?.text ?? "")) continue;
    if (!isTitleLine(first.text) || !isTitleLine(rest.text) || matchTitle(first.text)) continue;
    const text = first.text + rest.text;
    const declaration = matchTitle(text);
    const others = captions.slice(start + 1).filter((caption) => caption !== rest);
    if (!declaration || matchTitle(rest.text)) continue;
    if (!others.every((other) => isCaption(other.text) && !namesTable(other.text))) continue;
    return { text, place: first.place, declaration, index: start };
  }
  return undefined;
}

function isBeside({ page, box }: Place, other: Place): boolean {
  if (!box || !other.box || page !== other.page) return false;
  return box.y0 < other.box.y1 && other.box.y0 < box.y1;
}

/**
 * 部门收支总体情况 over a grid, nothing but the unit between (天津). Headings of the narrative are written alike, but have
 * ordinals, or prose below them.
 */
function bareTitle(captions: readonly Caption[]): BareTitle | undefined {
  const [line, unit] = captions.slice(-2);
  if (!line || !unit || !unitLabel(unit.text)) return undefined;
  const label = plain(line.text);
  if (!/情况$/.test(label) || hasOrdinal(label)) return undefined;
  const declaration = matchTitle(`${label}表`);
  return declaration && { ...line, declaration };
}

/**
 * Several lines are one title if none of them is a title by itself: the last one perhaps by accident, where it is short
 * (支出预算表) or another table's than the whole (一般公共预算⏎基本支出预算表).
 */
function isBroken(lines: readonly string[], whole: TableDeclaration): boolean {
  const last = lines.at(-1) ?? "";
  if (lines.slice(0, -1).some((line) => /表$/.test(plain(line)) || matchTitle(line))) return false;
  const alone = matchTitle(last);
  return !alone || alone !== whole || plain(last).length <= LONGEST_REMNANT;
}

/** Is a line written like the title of a table? 公开01表 and 续表 are numbers and remarks. */
function namesTable(text: string): boolean {
  const label = withoutOrdinal(plain(text)).replace(/\([^()]*\)$/, "");
  const words = label.replace(
    /(?:财决|部门|预算|决算|公开|附|续|第|\d|[一二三四五六七八九十]|[-—:])+表?/g,
    "",
  );
  return /表$/.test(label) && words.length > 1 && isCaption(text) && !isNote(text);
}

/** The heading of the document or of a chapter: 2018年部门预算及“三公”经费预算编制说明. No title goes on after it. */
const HEADING = /(?:说明|目录|公开)$/;

function isTitleLine(text: string): boolean {
  return (
    !HEADING.test(plain(text)) &&
    isCaption(text) &&
    !unitLabel(text) &&
    !/[:：]/.test(text.replace(TABLE_NUMBER, ""))
  );
}

/** The lines that follow a grid up to the next title are its notes, or at least stand where notes stand. */
function attachNotes(sections: Section[], captions: readonly Caption[]): void {
  const last = sections.at(-1);
  if (!last) return;
  const end = captions.findIndex((caption) => matchTitle(caption.text) !== undefined);
  const after = (end < 0 ? captions : captions.slice(0, end)).slice(0, 4).map((c) => c.text);
  sections[sections.length - 1] = { ...last, after };
}

function unitsAmong(captions: readonly Caption[]): readonly MoneyUnit[] | undefined {
  return lastOf(captions.map((caption) => unitLabel(caption.text)));
}

function lastOf<T>(values: readonly (T | undefined)[]): T | undefined {
  return values.filter((value) => value !== undefined).at(-1);
}

/** True if any title of a standard table stands among the blocks: what a disclosure has and nothing else. */
export function hasStandardTitle(blocks: readonly Block[]): boolean {
  return blocks.some((block) => block.type === "paragraph" && matchTitle(block.text) !== undefined);
}
