import { withoutScripts } from "../../model/marks.ts";
import { type Figure, figuresOf, match } from "./figures.ts";
import { CODE_FIRST, CODED, DASHED, PLAIN_CLASS, SEGMENT } from "./function-path.ts";
import {
  CHANGES,
  CLAIM,
  COMPARE,
  COMPLETION,
  type Direction,
  MEASURES,
  NONE_HERE,
  NONE_OF,
  PART_OF,
  PARTS,
  type PartWord,
  PERIOD,
  PROJECT,
  REASON,
  SHARE,
  TARGET,
  USAGE,
} from "./vocabulary.ts";

interface Span {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** `spent`: the words say that it was spent, and leave open by which measure. */
export type Measure = "budget" | "adjusted" | "final" | "execution" | "spent" | "";

/** Words that say no more than what they are. */
type Plain =
  | "compare"
  /** 一般公共服务支出（类）…: read by `functionSubjectAt`, which also says how long it is. */
  | "function"
  | "project"
  | "share"
  | "completion"
  | "part-of"
  | "reason"
  | "usage"
  | "target"
  /** 未安排 before an item, 没有 behind one. */
  | "none-of"
  | "none-here"
  | "pause"
  | "stop"
  | "open"
  | "close"
  | "text";

export type Token = Span &
  (
    | { readonly type: "figure"; readonly figure: Figure }
    | { readonly type: "part"; readonly word: PartWord }
    | { readonly type: "measure"; readonly measure: Measure }
    /** `each`: of all that was just stated (各增加). */
    | { readonly type: "change"; readonly direction: Direction; readonly each: boolean }
    | { readonly type: "claim"; readonly direction: Direction }
    /** A year, `previous`, or `current`; `stock` for the end of a year, which holds for the rest of the paragraph. */
    | { readonly type: "period"; readonly period: string; readonly stock: boolean }
    | { readonly type: Plain }
  );

/**
 * A sentence as the vocabulary compares it: no spaces, no raised marks of notes, full-width letters, digits, brackets and colons folded, a Chinese
 * comma kept apart from a separator of thousands.
 */
export function foldSentence(text: string): string {
  return withoutScripts(text)
    .replace(/\s+/g, "")
    .replace(/[\uff01-\uff5e]/g, (c) =>
      c === "，" || c === "；" ? c : String.fromCharCode(c.charCodeAt(0) - 0xfee0),
    )
    .replace(/(?<!\d),|,(?!\d{3})/g, "，")
    .replace(/;/g, "；");
}

const MARKS: Readonly<Record<string, "pause" | "stop" | "open" | "close">> = {
  "，": "pause",
  "、": "pause",
  ":": "pause",
  "；": "stop",
  "。": "stop",
  "(": "open",
  ")": "close",
};

/** The words of a folded sentence, in order and without gaps. */
export function tokensOf(sentence: string): Token[] {
  const figures = new Map(figuresOf(sentence).map((figure) => [figure.start, figure]));
  const tokens: Token[] = [];
  let textStart = 0;
  for (let at = 0; at < sentence.length; ) {
    const aside = figures.has(at) ? undefined : asideAt(sentence, at, figures);
    if (aside) {
      at = aside;
      continue;
    }
    // 基本工资:64.13万元: between a name and its figure a colon is no pause.
    const joins = sentence[at] === ":" && figures.has(at + 1);
    const token = joins ? undefined : tokenAt(sentence, at, figures.get(at));
    if (!token) {
      at++;
      continue;
    }
    if (textStart < at) tokens.push(span("text", sentence, textStart, at));
    tokens.push(token);
    at = textStart = token.end;
  }
  if (textStart < sentence.length) tokens.push(span("text", sentence, textStart, sentence.length));
  return tokens;
}

const LONGEST_ASIDE = 200;
const TITLE = /《[^》]{1,100}》/y;

/** Titles in 《》, and brackets without a figure, are part of the words around them: where they end. */
function asideAt(
  text: string,
  start: number,
  figures: ReadonlyMap<number, Figure>,
): number | undefined {
  const title = match(TITLE, text, start);
  if (title) return start + title.length;
  if (text[start] !== "(") return undefined;
  const end = start + text.slice(start, start + LONGEST_ASIDE).indexOf(")");
  if (end < start || text.slice(start, end).includes("其中")) return undefined;
  for (let at = start; at < end; at++) if (figures.has(at)) return undefined;
  return end + 1;
}

/** What a word at a place of a sentence says. */
type Maker = (at: Span, sentence: string) => Token;

const plain =
  (type: Plain): Maker =>
  (at) => ({ ...at, type });

/** Words and what each says; of those that are equally long the first counts. */
const WORDS: readonly (readonly [pattern: RegExp, make: Maker])[] = [
  [PROJECT, plain("project")],
  [CLAIM, (at) => ({ ...at, type: "claim", direction: claimOf(at.text) })],
  [
    PERIOD,
    (at, sentence) => {
      const before = sentence.slice(Math.max(0, at.start - 2), at.start);
      return { ...at, type: "period", ...periodOf(at.text, before) };
    },
  ],
  [COMPARE, plain("compare")],
  [COMPLETION, plain("completion")],
  [REASON, plain("reason")],
  [USAGE, plain("usage")],
  [PART_OF, plain("part-of")],
  ...CHANGES.map(([pattern, direction]): [RegExp, Maker] => [
    pattern,
    (at) => ({ ...at, type: "change", direction, each: /^(?:各|均|分别)/.test(at.text) }),
  ]),
  ...PARTS.map((word): [RegExp, Maker] => [word.pattern, (at) => ({ ...at, type: "part", word })]),
  ...MEASURES.map(([pattern, measure]): [RegExp, Maker] => [
    pattern,
    (at) => ({ ...at, type: "measure", measure }),
  ]),
  [SHARE, plain("share")],
  [TARGET, plain("target")],
  [NONE_OF, plain("none-of")],
  [NONE_HERE, plain("none-here")],
];

/** Any of them: at most places of a sentence none begins, and it is enough to ask once. */
const ANY_WORD = new RegExp(WORDS.map(([{ source }]) => source).join("|"), "y");

function tokenAt(text: string, start: number, figure: Figure | undefined): Token | undefined {
  if (figure && !(figure.kind === "bare" && match(CODE_FIRST, text, start))) {
    const { end } = figure;
    return { type: "figure", figure, start, end, text: text.slice(start, end) };
  }
  const candidates: Token[] = [];
  const add = (pattern: RegExp, make: Maker): void => {
    const found = match(pattern, text, start);
    if (found) candidates.push(make({ start, end: start + found.length, text: found }, text));
  };
  if (startsName(text, start))
    for (const pattern of [SEGMENT, DASHED, CODED, CODE_FIRST, PLAIN_CLASS])
      add(pattern, plain("function"));
  if (match(ANY_WORD, text, start) !== undefined)
    for (const [pattern, make] of WORDS) add(pattern, make);
  const mark = MARKS[text[start] ?? ""];
  if (mark) candidates.push(span(mark, text, start, start + 1));
  return candidates.reduce<Token | undefined>(
    (best, token) => (best && best.end >= token.end ? best : token),
    undefined,
  );
}

function span(
  type: "text" | "pause" | "stop" | "open" | "close",
  text: string,
  start: number,
  end: number,
): Token {
  return { type, start, end, text: text.slice(start, end) };
}

/** Names of functional subjects begin after a mark, an ordinal or a quotation mark. */
function startsName(text: string, at: number): boolean {
  return at === 0 || /[，、。；:(“"‘.．)\d\]]/.test(text[at - 1] ?? "");
}

function periodOf(text: string, before: string): { period: string; stock: boolean } {
  const year = /^\d{4}/.exec(text)?.[0];
  const stock = /[末底]$/.test(text) || /截[至止]$/.test(before);
  return { period: year ?? (/^上|^去/.test(text) ? "previous" : "current"), stock };
}

function claimOf(text: string): Direction {
  if (/小于|低于|少于/.test(text)) return "decrease";
  return /大于|高于|多于/.test(text) ? "increase" : "none";
}
