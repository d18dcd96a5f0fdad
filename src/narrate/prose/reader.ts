import type { Coordinates } from "../../model/coordinates.ts";
import type { Assertion, UnreadFigure } from "./assertion.ts";
import { forgetChange, readChange, readClaim } from "./changing.ts";
import { readEach } from "./each.ts";
import { type FunctionPath, functionSubjectAt } from "./function-path.ts";
import {
  MAX_NAME,
  nameOfShare,
  phraseEnd,
  setFunction,
  setMeasure,
  setPhrase,
  setSubject,
} from "./naming.ts";
import { reasonEnd, usageEnd } from "./spans.ts";
import {
  amountMeasure,
  begin,
  clean,
  endClause,
  nextSentence,
  openList,
  type ParagraphContext,
  type Run,
  type State,
  type Whole,
} from "./state.ts";
import { miss, readFigure, stateNone } from "./stating.ts";
import { freeSubject, isSameSubject, nounPhrase } from "./subject.ts";
import { foldSentence, type Token, tokensOf } from "./tokens.ts";
import type { UnreadReason } from "./unread.ts";

export interface ParagraphReading {
  readonly assertions: readonly Assertion[];
  readonly unread: readonly UnreadFigure[];
  readonly path: FunctionPath;
  /** What a paragraph that ends with a colon announces: those below it list its parts. */
  readonly announces?: Whole;
}

/** Reads the sentences of one paragraph, in order. */
export function readParagraph(
  sentences: readonly string[],
  context: ParagraphContext,
): ParagraphReading {
  const assertions: Assertion[] = [];
  const unread: UnreadFigure[] = [];
  let path = context.path;
  let state: State = { ...clean(), whole: context.whole, subject: context.subject };
  let last = "";
  let lead: Whole | undefined;
  for (const [number, sentence] of sentences.entries()) {
    const text = foldSentence(sentence).replaceAll(foldSentence(context.department) || "\0", "");
    const run: Run = { number, text, context, assertions, unread, path, state, reason: false };
    if (goesOnWithReason(run)) continue;
    const before = { ...state };
    readTokens(run, tokensOf(text));
    path = run.path;
    lead = announced(run.state);
    state = { ...nextSentence(run.state, before), whole: context.whole };
    last = text;
  }
  return { assertions, unread, path, ...(/:$/.test(last) && lead && { announces: lead }) };
}

function readTokens(run: Run, tokens: readonly Token[]): void {
  const stack: State[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) continue;
    const { state } = run;
    switch (token.type) {
      case "part": {
        const end = phraseEnd(tokens, i);
        if (isAllOf(run, token.start, tokens[end])) {
          i = end - 1;
          break;
        }
        setPhrase(run, tokens.slice(i, end), tokens[end - 1]?.type === "measure");
        if (isNoneOf(run, tokens, i) && !/^[人团组]/.test(tokens[end]?.text ?? "")) {
          stateNone(run);
          state.noneEnd = tokens[end - 1]?.end;
        }
        i = end - 1;
        break;
      }
      case "function": {
        const found = functionSubjectAt(run.text, token.start, run.context.year, run.path);
        if (!found) {
          state.loose += token.text;
          break;
        }
        setFunction(run, found.name, found.code, found.path);
        while ((tokens[i + 1]?.end ?? Infinity) <= token.start + found.length) i++;
        break;
      }
      case "project": {
        const name = /项目名称:([^，]+)/.exec(token.text)?.[1] ?? "";
        const coordinates: Coordinates = {
          flow: "expenditure",
          kind: "project",
          projectName: name,
        };
        setSubject(run, { name, coordinates: [coordinates], own: true, free: false });
        break;
      }
      case "measure":
        setMeasure(run, token);
        break;
      case "period":
        if (state.comparing?.open)
          state.comparing = { period: yearOf(run, token.period), ...state.comparing };
        else state.period = yearOf(run, token.period);
        if (token.stock || !state.comparing) state.stock = token.stock ? state.period : undefined;
        break;
      case "compare":
        state.comparing = { open: true, ...(token.text === "同比" && { period: "previous" }) };
        break;
      case "change":
        i = readChange(run, tokens, i);
        break;
      case "claim":
        readClaim(run, token.direction, token.end);
        break;
      case "share":
        nameOfShare(run, token.start);
        state.mode = token.type;
        break;
      case "completion":
      case "target":
        state.mode = token.type;
        break;
      case "part-of":
        openList(run, token.end);
        break;
      case "none-here":
        if (state.fresh) stateNone(run);
        break;
      case "figure": {
        const end = readEach(run, tokens, i);
        if (end === undefined) readFigure(run, token.figure, tokens[i + 1]);
        i = end ?? i;
        break;
      }
      case "text":
        // A figure of the change stands right behind it: 标准提高并追加资金400万元 is none.
        if (token.text.length > 4) forgetChange(state, token.start);
        if (OFFSET.test(token.text)) Object.assign(state, { subject: undefined, fresh: false });
        state.loose += token.text;
        if (/(?:[均都]|分别)$/.test(token.text) && tokens[i + 1]?.type === "compare")
          state.each = true;
        break;
      case "reason":
      case "usage": {
        if (run.reason) break;
        const named = token.type === "usage" ? nameBehindUsage(run, tokens, i) : i;
        if (named > i) {
          i = named;
          break;
        }
        const why = token.type === "reason" && isReason(run, token.text);
        const unchanged = state.changed.length === 0;
        const end = why ? reasonEnd(tokens, i + 1, unchanged) : usageEnd(tokens, i + 1);
        if (why) setReason(run, tokens.slice(i + 1, end));
        else listUnread(run, tokens.slice(i + 1, end), "usage");
        i = end - 1;
        break;
      }
      case "open":
        stack.push({ ...state });
        Object.assign(state, { comparing: undefined, direction: undefined, mode: undefined });
        state.clause = token.end;
        Object.assign(state, { whole: undefined, outer: undefined });
        begin(state, token.end);
        break;
      case "close":
        run.state = { ...(stack.pop() ?? state), from: token.end, loose: "" };
        break;
      case "pause":
      case "stop":
        endClause(state, token);
        break;
    }
  }
}

/** 2023年度用于保障机构正常运转的日常支出1000万元: words at the beginning that say what for lead on to what is stated. */
function nameBehindUsage(run: Run, tokens: readonly Token[], at: number): number {
  const start = tokens[at]?.start ?? 0;
  if (run.state.clause > 0 || nounPhrase(run.text.slice(0, start)) !== "") return at;
  const figure = tokens.findIndex(
    (one, i) => i > at && (one.type === "figure" || one.text === "，"),
  );
  const { type, start: end = 0 } = tokens[figure] ?? {};
  const name = nounPhrase(run.text.slice(run.text.lastIndexOf("的", end) + 1, end));
  if (type !== "figure" || name.length < 2 || name.length > MAX_NAME) return at;
  setSubject(run, freeSubject(name));
  return figure - 1;
}

/** 未安排公务用车购置费和因公出国费 */
function isNoneOf({ text, state }: Run, tokens: readonly Token[], at: number): boolean {
  if (tokens[at - 1]?.type === "none-of") return true;
  const between = text.slice(state.noneEnd ?? text.length, tokens[at]?.start);
  return /^[、和及与]$/.test(between);
}

/** 294万元，全部为公务用车运行费，与预算数一致: what it all is, not what comes next. */
function isAllOf({ text, state }: Run, start: number, next: Token | undefined): boolean {
  return (
    next?.type !== "figure" && /^(?:全部|均|都)(?:为|是)$/.test(text.slice(state.clause, start))
  );
}

/** 增减相抵后增加125万元: what all changes before come to, of none of what they are of. */
const OFFSET = /(?:增减|收支|相互)?(?:相抵|抵消|抵销)/;

function announced({ lead, subject, current, changed }: State): Whole | undefined {
  const of = lead?.subject ?? subject;
  const stated = lead ?? current[0];
  const measure = amountMeasure(stated);
  const base = (lead ?? changed[0] ?? stated)?.base;
  return of && { subject: of, ...(measure && { measure }), ...(base && { base }) };
}

function isReason(run: Run, words: string): boolean {
  const changed = run.state.changed.length > 0;
  return changed || /原因|因素/.test(words);
}

function setReason(run: Run, tokens: readonly Token[]): void {
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (!first || !last) return;
  const reason = run.text
    .slice(first.start, last.end)
    .replace(/^(?:原因|主要(?=是|为)|是|为(?!了)|[:，])+|[，。；:]+$/g, "")
    .replace(/^[一二两三四五]个?(?:方面)?(?:的)?原因[:，]/, "");
  const { changed, current } = run.state;
  const known = changedBefore(run);
  const of = known.length > 0 ? known : changed.length > 0 ? changed : current;
  const open = of.filter((one) => !/^[无/-]*$/.test(reason) && one.reason === undefined);
  for (const one of open) one.reason = reason;
  run.state.reasoned = open;
  const inner: Run = { ...run, reason: true, state: { ...clean(), from: first.start } };
  readTokens(inner, tokens);
}

/** 公务接待费减少0.5万元…。公务接待费减少的主要原因是…: the subject is named again, its change was stated above. */
function changedBefore({ state, assertions }: Run): Assertion[] {
  const { subject, fresh } = state;
  if (!subject || !fresh) return [];
  const before = assertions.findLast(
    (one) => one.direction !== undefined && isSameSubject(one.subject, subject),
  );
  return before ? [before] : [];
}

/** 主要原因：一是…。二是…。: a reason in several sentences. */
function goesOnWithReason(run: Run): boolean {
  const { reasoned } = run.state;
  if (!/^[二三四五六七八九]是/.test(run.text) || reasoned.length === 0) return false;
  for (const one of reasoned) {
    one.reason = `${one.reason}；${run.text.replace(/[，。；:]+$/g, "")}`;
    one.sentences.push(run.number);
  }
  readTokens({ ...run, reason: true, state: clean() }, tokensOf(run.text));
  return true;
}

function listUnread(run: Run, tokens: readonly Token[], reason: UnreadReason): void {
  for (const token of tokens) if (token.type === "figure") miss(run, token.figure, reason);
}

function yearOf(run: Run, period: string): string {
  if (period === run.context.year) return "current";
  return period === String(Number(run.context.year) - 1) ? "previous" : period;
}
