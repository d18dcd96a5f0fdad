import type { Coordinates, Stage } from "../../model/coordinates.ts";
import type { Assertion, Measure, UnreadFigure } from "./assertion.ts";
import type { Figure } from "./figures.ts";
import { type FunctionPath, functionCodeOf, functionSubjectAt } from "./function-path.ts";
import { reasonEnd, usageEnd } from "./spans.ts";
import {
  freeSubject,
  isSameSubject,
  keyOf,
  nounPhrase,
  type Phrase,
  type Subject,
  subjectOf,
} from "./subject.ts";
import { foldSentence, type Token, tokensOf } from "./tokens.ts";
import type { Direction } from "./vocabulary.ts";

/** What a paragraph is read with: who, when, and what the paragraphs above it have set. */
export interface ParagraphContext {
  readonly year: string;
  readonly department: string;
  readonly stage: Stage;
  /** Coordinates that the section gives to subjects which do not say otherwise. */
  readonly section: Coordinates;
  readonly path: FunctionPath;
  /** The whole whose parts the paragraphs list (其中： at the end of the one above). */
  readonly whole?: Subject;
}

export interface ParagraphReading {
  readonly assertions: readonly Assertion[];
  readonly unread: readonly UnreadFigure[];
  readonly path: FunctionPath;
  /** What a paragraph that ends with a colon announces: those below it list its parts. */
  readonly announces?: Subject;
}

/** What is known at a place of a sentence. Brackets open a copy and drop it again. */
interface State {
  subject?: Subject | undefined;
  /** The subject has no figure yet: words behind it measure it, they do not replace it. */
  fresh: boolean;
  /** What was stated last, and changed last. */
  current: readonly Assertion[];
  changed: readonly Assertion[];
  /** The whole whose parts are being listed (其中). */
  whole?: Subject | undefined;
  /** What was stated of the sentence's outermost whole, and the whole outside of a list within a list. */
  lead?: Assertion | undefined;
  outer?: Subject | undefined;
  period: string;
  /** The date of a stock (截至2023年12月31日), for the rest of the paragraph. */
  stock?: string | undefined;
  comparing?: string | undefined;
  /** The clause measures the subject that is known: its words name no other. */
  measured?: boolean;
  measure?: "budget" | "final" | "execution" | undefined;
  direction?: Direction | undefined;
  mode?: "share" | "completion" | "target" | undefined;
  base?: Subject | undefined;
  /** Where the words of the clause begin, and those of them that no vocabulary knows. */
  from: number;
  loose: string;
}

/** Reads the sentences of one paragraph, in order. */
export function readParagraph(
  sentences: readonly string[],
  context: ParagraphContext,
): ParagraphReading {
  const assertions: Assertion[] = [];
  const unread: UnreadFigure[] = [];
  let path = context.path;
  let state: State = { ...clean(), whole: context.whole };
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

/**
 * What a sentence leaves to the next one: its subject if that has a figure or is one of its own. Where it listed parts, the
 * whole is the subject again.
 */
function nextSentence(ended: State): State {
  const { lead, stock } = ended;
  const kept = !ended.fresh || (ended.subject?.own && !ended.subject.free);
  const [subject, current] = lead
    ? [lead.subject, [lead]]
    : [kept ? ended.subject : undefined, ended.current];
  const fresh = ended.fresh && !lead;
  const changed = lead ? [] : ended.changed;
  return { ...clean(), subject, fresh, current, changed, stock, period: stock ?? "current" };
}

interface Run {
  readonly number: number;
  readonly text: string;
  readonly context: ParagraphContext;
  readonly assertions: Assertion[];
  readonly unread: UnreadFigure[];
  path: FunctionPath;
  state: State;
  /** Inside of a reason: its figures are stated of what the clause names, and meet no table. */
  readonly reason: boolean;
}

function clean(): State {
  return { fresh: false, current: [], changed: [], period: "current", from: 0, loose: "" };
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
        if (found) setFunction(run, found.name, found.code, found.path);
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
        if (token.stock) state.stock = state.period;
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
        else listUnread(run, tokens.slice(i + 1, end), "stands among words that say what for");
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

function openList(state: State, end: number): void {
  const whole = state.current[0]?.subject ?? state.subject ?? state.whole;
  if (state.whole) state.outer = state.whole;
  else state.lead ??= state.current[0];
  state.whole = whole;
  begin(state, end);
}

function phraseEnd(tokens: readonly Token[], from: number): number {
  let end = from;
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i];
    if (token?.type !== "part" && token?.type !== "measure") break;
    end = i + 1;
  }
  return end;
}

function setPhrase(run: Run, tokens: readonly Token[], measured: boolean): void {
  const { state } = run;
  const parts = tokens.flatMap((token) => (token.type === "part" ? [token] : []));
  for (const token of tokens)
    if (token.type === "measure" && token.measure) state.measure = token.measure;
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return;
  const phrase: Phrase = { parts, start: first.start, end: last.end };
  const above = state.whole?.coordinates[0] ?? run.context.section;
  const subject = subjectOf(phrase, run.text, above);
  if (state.mode === "share") {
    state.base = subjectOf(phrase, run.text, {});
    return;
  }
  const strong = parts.some((part) => part.word.strong);
  if (state.direction && !strong) return;
  const before = nounPhrase(run.text.slice(state.from, first.start));
  const empty = parts.every((part) => Object.keys(part.word.gives).length === 0 && !part.word.both);
  if (before && (empty || !strong)) {
    setNamed(run, before + subject.name);
    return;
  }
  // 支出决算为 behind a subject that is already there measures it; so does 合计 behind one that has no figure yet.
  const weak = !strong && measured && state.subject && !isPlain(state.subject);
  const plain = isPlain(subject);
  const keeps =
    state.subject && (state.fresh ? state.subject.own && plain : weak && isKept(run, subject));
  if (keeps || (empty && state.subject)) state.measured = true;
  else setSubject(run, subject);
}

function isPlain(subject: Subject): boolean {
  return subject.coordinates.every(({ fund, kind, item, functionCode }) =>
    [fund, kind, item, functionCode].every((one) => one === undefined),
  );
}

function isKept(run: Run, subject: Subject): boolean {
  const flow = subject.coordinates[0]?.flow;
  const known = run.state.subject;
  if (!known || subject.coordinates.length > 1) return false;
  const stated = known.own || run.state.current.some((one) => isSameSubject(one.subject, known));
  return stated && known.coordinates.every((one) => one.flow === undefined || one.flow === flow);
}

function setFunction(run: Run, name: string, code: string | undefined, path: FunctionPath): void {
  run.path = path;
  const fund = run.state.whole?.coordinates[0]?.fund ?? run.context.section.fund;
  const coordinates: Coordinates = {
    flow: "expenditure",
    ...(fund && { fund }),
    ...(code && { functionCode: code }),
  };
  setSubject(run, { name, coordinates: [coordinates], own: true, free: code === undefined });
}

/** A subject by the sentence's own words: a functional subject without 类 or 项, or what no vocabulary knows. */
function setNamed(run: Run, name: string): void {
  const code = functionCodeOf(name, run.context.year, run.path);
  if (code) setFunction(run, name, code, run.path);
  else setSubject(run, freeSubject(name));
}

function setSubject(run: Run, subject: Subject): void {
  run.state.subject = run.reason ? { ...subject, coordinates: [{}], free: true } : subject;
  run.state.fresh = true;
}

function periodOf(run: Run, period: string): string {
  if (period === run.context.year) return "current";
  return period === String(Number(run.context.year) - 1) ? "previous" : period;
}

function readChange(run: Run, token: Extract<Token, { type: "change" }>): void {
  const { state } = run;
  const compared = state.comparing !== undefined || state.subject?.own === true;
  if (token.direction === "none") {
    const known = state.changed.some((one) => one.direction === "none") && !state.fresh;
    if (state.subject && compared && !known && !run.reason)
      change(run, (one) => setDirection(one, "none"));
    return;
  }
  nameFromClause(run, token.start);
  state.direction = token.direction;
}

/** In front of a change, words that no vocabulary knows name what changed: 项目资金市级财政补助资金较上年增加. */
function nameFromClause(run: Run, end: number): void {
  const { state } = run;
  if (state.fresh || !nounPhrase(state.loose)) return;
  const words = run.text
    .slice(state.from, end)
    .split(/(?:与|比|较|同)(?=\d{4}年|上年|去年|上一年)/)[0];
  const name = nounPhrase(words ?? "");
  if (name.length > 1 && name.length <= MAX_NAME && !/预算|决算|相比|增|减/.test(name))
    setNamed(run, name);
}

const MAX_NAME = 40;

/** Applies a change to what was stated of the subject, or states a change alone. */
function change(run: Run, apply: (one: Assertion) => void): void {
  const { state, assertions } = run;
  const subject = state.subject;
  if (!subject) return;
  const open = (one: Assertion): boolean =>
    one.direction === undefined && one.period === "current" && isAmount(one.measure);
  const same = [...assertions]
    .reverse()
    .filter((one) => open(one) && !one.subject.free === !subject.free);
  const found = subject.coordinates.flatMap((wanted) => {
    const hit = same.find((one) =>
      subject.free
        ? isSameSubject(one.subject, subject)
        : one.subject.coordinates.some((has) => keyOf([has]) === keyOf([wanted])),
    );
    return hit ? [hit] : [];
  });
  const whole = found.length === subject.coordinates.length;
  const targets = whole
    ? [...new Set(found)]
    : [push(run, { measure: "change", period: "current" })];
  for (const one of targets) {
    apply(one);
    if (!one.sentences.includes(run.number)) one.sentences.push(run.number);
  }
  state.changed = targets;
  state.fresh = false;
}

/** A second change of a subject that is not compared with anything is a reason's, not the subject's. */
function isAside({ state, assertions }: Run): boolean {
  const { subject } = state;
  if (!subject || state.fresh || state.comparing !== undefined) return false;
  const stated = assertions.filter((one) => isSameSubject(one.subject, subject));
  return stated.length > 0 && stated.every((one) => one.direction !== undefined);
}

function isAmount(measure: Measure): boolean {
  return measure === "budget" || measure === "final" || measure === "execution";
}

function setDirection(one: Assertion, direction: Direction): void {
  one.direction = direction;
}

function readClaim(run: Run, direction: Direction): void {
  if (!run.state.subject) return;
  const claim = push(run, { measure: "claim" });
  claim.direction = direction;
  run.state.changed = [claim];
}

function readFigure(run: Run, figure: Figure, next: Token | undefined): void {
  const { state } = run;
  if (figure.kind === "money" || figure.kind === "bare") readAmount(run, figure, next);
  else if (figure.kind === "percent") readPercent(run, figure);
  else readCount(run, figure);
  begin(state, figure.end);
}

/** A clause, or what is left of it, begins. */
function begin(state: State, from: number): void {
  state.from = from;
  state.loose = "";
}

function readAmount(run: Run, figure: Figure, next: Token | undefined): void {
  const { state } = run;
  if (state.mode === "target") return target(run, figure);
  if (state.direction) {
    const { direction } = state;
    if (figure.kind === "bare") return miss(run, figure, "has no unit");
    if (isAside(run)) return miss(run, figure, "is a change of nothing named");
    change(run, (one) => {
      one.direction = direction;
      one.changeFigure = figure;
    });
    state.direction = undefined;
    return;
  }
  const known = resolveUnit(run, figure, next);
  if (!known) return miss(run, figure, "has no unit");
  if (state.comparing !== undefined && state.subject) {
    // 与2023年预算2.8万元相比, 较上年2.08减少 …: the figure of the year compared with.
    const period = state.comparing === "?" ? "previous" : state.comparing;
    push(run, { measure: state.measure ?? "budget", period, figure: known });
    return;
  }
  const named = nounPhrase(state.loose) !== "" || !state.subject;
  if (!state.fresh && !state.measured && named) {
    const name = nounPhrase(run.text.slice(state.from, figure.start));
    if (name.length > 1 && name.length <= MAX_NAME) setNamed(run, name);
    else if (name.length > MAX_NAME)
      return miss(run, figure, "stands behind words that name no subject");
  }
  if (!state.subject) return miss(run, figure, "has no subject");
  const measure = state.measure ?? (run.context.stage === "final" ? "final" : "budget");
  state.current = [push(run, { measure, figure: known })];
  state.changed = [];
  state.fresh = false;
}

/** A figure without a unit takes that of the change next to it (较上年2.08减少0.03万元); zero needs none. */
function resolveUnit(run: Run, figure: Figure, next: Token | undefined): Figure | undefined {
  if (figure.kind !== "bare") return figure;
  const clause = run.text.slice(figure.end).split(/[，；。)]/)[0] ?? "";
  const unit = /\d(亿元|万元|千元|元)$/.exec(clause)?.[1];
  if (next?.type === "change" && unit) return { ...figure, kind: "money", unit };
  const zero = /^0+(\.0+)?$/.test(figure.published) && run.state.subject?.own;
  return zero ? { ...figure, kind: "money", unit: "万元" } : undefined;
}

function readPercent(run: Run, figure: Figure): void {
  const { state } = run;
  if (state.mode === "target") return target(run, figure);
  if (state.mode === "share" || state.mode === "completion") {
    const whole = state.base ?? state.whole;
    if (!state.subject) return miss(run, figure, "has no subject");
    push(run, { measure: state.mode, figure, ...(state.mode === "share" && whole && { whole }) });
    state.mode = undefined;
    state.base = undefined;
    return;
  }
  const continues = state.changed.some((one) => one.changeFigure && !one.changePercent);
  if (!state.direction && !continues) return miss(run, figure, "is a percentage of nothing named");
  if (continues) for (const one of state.changed) one.changePercent = figure;
  else {
    const { direction } = state;
    change(run, (one) => {
      one.direction = direction ?? "open";
      one.changePercent = figure;
    });
  }
  state.direction = undefined;
}

function readCount(run: Run, figure: Figure): void {
  const { state } = run;
  const before = nounPhrase(run.text.slice(state.from, figure.start));
  const after = COUNTED.exec(run.text.slice(figure.end))?.[0] ?? "";
  const name = before.length > 1 ? before : after || state.subject?.name;
  if (state.mode === "target" && name) return target(run, figure);
  if (!name) return miss(run, figure, "counts nothing named");
  const subject = freeSubject(name);
  run.assertions.push({
    ...{ subject, measure: "count", period: state.period, figure, sentences: [run.number] },
  });
  state.direction = undefined;
}

/** 2个预算单位开展了 …: what is counted stands behind the figure. */
const COUNTED = /^[^，。；、:()\d]{2,10}?(?=开展|实行|进行|实施|纳入|编报|财政|[，。；和])/;

function target(run: Run, figure: Figure): void {
  const { state } = run;
  const words = run.text.slice(state.from, figure.start).replace(/[≥≤=].*$|达到(?:应.*)?$/, "");
  const name = nounPhrase(words);
  state.mode = undefined;
  if (!name) return miss(run, figure, "is a target of nothing named");
  const subject = freeSubject(name);
  run.assertions.push({
    ...{ subject, measure: "target", period: "current", figure, sentences: [run.number] },
  });
}

function push(run: Run, made: Partial<Assertion> & { readonly measure: Measure }): Assertion {
  const { state } = run;
  const subject = state.subject ?? freeSubject("");
  const assertion: Assertion = {
    ...{ subject, period: state.period, sentences: [run.number] },
    ...(state.whole && { whole: state.whole }),
    ...made,
  };
  run.assertions.push(assertion);
  return assertion;
}

function miss(run: Run, figure: Figure, reason: string): void {
  run.unread.push({ figure, sentence: run.number, reason });
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

function listUnread(run: Run, tokens: readonly Token[], reason: string): void {
  for (const token of tokens) if (token.type === "figure") miss(run, token.figure, reason);
}

function endClause(state: State, token: Token): void {
  Object.assign(state, { direction: undefined, mode: undefined, measured: false });
  begin(state, token.end);
  if (token.type === "stop") {
    if (state.outer) state.whole = state.outer;
    state.outer = undefined;
    state.comparing = undefined;
    state.measure = undefined;
    state.period = state.stock ?? "current";
  }
}
