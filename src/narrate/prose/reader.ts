import type { Coordinates } from "../../model/coordinates.ts";
import type { Assertion, UnreadFigure } from "./assertion.ts";
import { readChange, readClaim } from "./changing.ts";
import { type FunctionPath, functionSubjectAt } from "./function-path.ts";
import { phraseEnd, setFunction, setPhrase, setSubject } from "./naming.ts";
import { reasonEnd, usageEnd } from "./spans.ts";
import {
  begin,
  clean,
  endClause,
  nextSentence,
  openList,
  type ParagraphContext,
  type Run,
  type State,
} from "./state.ts";
import { miss, readFigure } from "./stating.ts";
import type { Subject } from "./subject.ts";
import { foldSentence, type Token, tokensOf } from "./tokens.ts";
import type { UnreadReason } from "./unread.ts";

export interface ParagraphReading {
  readonly assertions: readonly Assertion[];
  readonly unread: readonly UnreadFigure[];
  readonly path: FunctionPath;
  /** What a paragraph that ends with a colon announces: those below it list its parts. */
  readonly announces?: Subject;
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
  let lead: Subject | undefined;
  for (const [number, sentence] of sentences.entries()) {
    const text = foldSentence(sentence).replaceAll(foldSentence(context.department) || "\0", "");
    const run: Run = { number, text, context, assertions, unread, path, state, reason: false };
    readTokens(run, tokensOf(text));
    path = run.path;
    lead = run.state.lead?.subject ?? run.state.subject;
    state = { ...nextSentence(run.state), whole: context.whole };
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
        setPhrase(run, tokens.slice(i, end), tokens[end - 1]?.type === "measure");
        i = end - 1;
        break;
      }
      case "function": {
        const found = functionSubjectAt(run.text, token.start, run.context.year, run.path);
        if (!found) break;
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
        if (token.measure) state.measure = token.measure;
        break;
      case "period":
        if (state.comparing === "?") state.comparing = periodOf(run, token.period);
        else state.period = periodOf(run, token.period);
        if (token.stock || !state.comparing) state.stock = token.stock ? state.period : undefined;
        break;
      case "compare":
        state.comparing = "?";
        break;
      case "change":
        readChange(run, token);
        break;
      case "claim":
        readClaim(run, token.direction);
        break;
      case "share":
      case "completion":
      case "target":
        state.mode = token.type;
        break;
      case "part-of":
        openList(state, token.end);
        break;
      case "figure":
        readFigure(run, token.figure, tokens[i + 1]);
        break;
      case "text":
        // A figure of the change stands right behind it: 标准提高并追加资金400万元 is none.
        if (token.text.length > 4) state.direction = undefined;
        state.loose += token.text;
        break;
      case "reason":
      case "usage": {
        if (run.reason) break;
        const why = token.type === "reason" && isReason(run, token.text);
        const end = (why ? reasonEnd : usageEnd)(tokens, i + 1);
        if (why) setReason(run, tokens.slice(i + 1, end));
        else listUnread(run, tokens.slice(i + 1, end), "usage");
        i = end - 1;
        break;
      }
      case "open":
        stack.push({ ...state });
        Object.assign(state, { comparing: undefined, direction: undefined, mode: undefined });
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

function isReason(run: Run, words: string): boolean {
  const changed = run.state.changed.length > 0;
  return changed || words.includes("原因");
}

function setReason(run: Run, tokens: readonly Token[]): void {
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (!first || !last) return;
  const reason = run.text.slice(first.start, last.end).replace(/^[是为:，]+|[，。；:]+$/g, "");
  const { changed, current } = run.state;
  const of = changed.length > 0 ? changed : current;
  for (const one of of) if (reason && one.reason === undefined) one.reason = reason;
  const inner: Run = { ...run, reason: true, state: { ...clean(), from: first.start } };
  readTokens(inner, tokens);
}

function listUnread(run: Run, tokens: readonly Token[], reason: UnreadReason): void {
  for (const token of tokens) if (token.type === "figure") miss(run, token.figure, reason);
}

function periodOf(run: Run, period: string): string {
  if (period === run.context.year) return "current";
  return period === String(Number(run.context.year) - 1) ? "previous" : period;
}
