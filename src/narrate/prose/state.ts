import type { Coordinates, Stage } from "../../model/coordinates.ts";
import type { Base } from "../../model/narrative.ts";
import type { Assertion, Measure, UnreadFigure } from "./assertion.ts";
import { type Comparison, isBudgeted, isSpent, type Measured } from "./comparing.ts";
import type { FunctionPath } from "./function-path.ts";
import { freeSubject, isSameSubject, type Subject } from "./subject.ts";
import type { Token } from "./tokens.ts";
import type { Direction } from "./vocabulary.ts";

/** What a paragraph is read with: who, when, and what the paragraphs above it have set. */
export interface ParagraphContext {
  readonly year: string;
  readonly department: string;
  readonly stage: Stage;
  /** Coordinates that the section gives to subjects which do not say otherwise. */
  readonly section: Coordinates;
  readonly path: FunctionPath;
  /** False where the section is about a part (procurement, three-public …): a plain 支出 is not all of the department's. */
  readonly general: boolean;
  /** The section is about what there is: an amount without a measure is none that was budgeted or spent. */
  readonly assets: boolean;
  /** Where the section is about another measure than the disclosure: 2023年决算情况 in a budget. */
  readonly measure?: Measured;
  /** What the heading is about: 公务接待费支出情况. */
  readonly subject?: Subject;
  /** The whole whose parts the paragraphs list (其中： at the end of the one above). */
  readonly whole?: Whole;
}

/** A whole whose parts are listed: they are of its measure, and change from its base, unless they say otherwise. */
export interface Whole {
  readonly subject: Subject;
  readonly measure?: Measured;
  readonly base?: Base;
  /** Their year, if it is not this one. */
  readonly period?: string;
}

/** What is known at a place of a sentence. Brackets open a copy and drop it again. */
export interface State {
  subject?: Subject | undefined;
  /** Where the item is named that is the subject. */
  item?: { readonly start: number; readonly end: number } | undefined;
  /** The subject has no figure yet: words behind it measure it, they do not replace it. */
  fresh: boolean;
  /** How many subjects the sentence has named. */
  names: number;
  /** What was stated last, and changed last. */
  current: readonly Assertion[];
  changed: readonly Assertion[];
  /** Whose reason was given last: 一是…。二是…。 goes on with it. */
  reasoned: readonly Assertion[];
  /** The whole whose parts are being listed (其中). */
  whole?: Whole | undefined;
  /** What was stated of the sentence's outermost whole, and the whole outside of a list within a list. */
  lead?: Assertion | undefined;
  outer?: Whole | undefined;
  period: string;
  /** The date of a stock (截至2023年12月31日), for the rest of the paragraph. */
  stock?: string | undefined;
  comparing?: Comparison | undefined;
  /** What stands for itself holds for what follows: 与上年相比，基本支出增加2万元；项目支出减少1万元. */
  compared?: Comparison | undefined;
  /** The clause measures the subject that is known: its words name no other. */
  measured?: boolean;
  measure?: Measured | undefined;
  direction?: Direction | undefined;
  /** Where a claim ends (决算数大于预算数): what stands right behind it says by how much. */
  claimed?: number | undefined;
  /** Where the item ends of which there is none. */
  noneEnd?: number | undefined;
  /** The change is one of all that the sentence has stated: 收入80万元，支出80万元，各增加10万元. */
  each?: boolean;
  mode?: "share" | "completion" | "target" | undefined;
  base?: Subject | undefined;
  /** What the share before was of: 基本支出80万元，占本年支出的80%；项目支出20万元，占20%. */
  lastBase?: Subject | undefined;
  /** What was counted last: 24批次、210人次. */
  counted?: string | undefined;
  countedEnd?: number | undefined;
  /** What the next counts are of: 购置数及保有量分别为1辆和130辆. */
  counting?: readonly string[] | undefined;
  /** Where the words of the clause begin, and those of them that no vocabulary knows. */
  from: number;
  loose: string;
  /** Where the clause begins, and where its measure stands. */
  clause: number;
  measureAt: number;
}

export interface Run {
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

export function clean(): State {
  return {
    fresh: false,
    names: 0,
    current: [],
    changed: [],
    reasoned: [],
    period: "current",
    ...{ from: 0, loose: "", clause: 0, measureAt: 0 },
  };
}

/**
 * What a sentence leaves to the next one: its subject if that has a figure or is one of its own. Where it listed parts, the
 * whole is the subject again.
 */
export function nextSentence(ended: State, before: State): State {
  const { lead, stock, reasoned } = ended;
  const only = ended.subject?.own && !ended.subject.free && ended.names <= 1;
  // 收入预算80万元。全部由省财政拨款。与上年相比增加10万元: a sentence without a figure leaves what it found.
  if (ended.fresh && !only && !lead && ended.current === before.current)
    return { ...before, reasoned, stock, period: stock ?? "current" };
  const kept = !ended.fresh || only;
  const [subject, current] = lead
    ? [lead.subject, [lead]]
    : [kept ? ended.subject : undefined, ended.current];
  const fresh = ended.fresh && !lead;
  const changed = lead ? [] : ended.changed;
  const said = { subject, fresh, current, changed, reasoned, stock };
  return { ...clean(), ...said, period: stock ?? "current" };
}

/** A clause, or what is left of it, begins. */
export function begin(state: State, from: number): void {
  state.from = from;
  state.loose = "";
}

export function endClause(state: State, token: Token): void {
  Object.assign(state, { direction: undefined, each: false, mode: undefined, measured: false });
  if (state.comparing) state.comparing = { ...state.comparing, open: false };
  const begins = state.clause === 0 ? /比较?$/ : /^[相对]?比较?$/;
  if (begins.test(state.loose)) state.compared = state.comparing;
  state.clause = token.end;
  // 由中小企业中标的，采购金额…: words that end with 的 belong to the clause behind them.
  if (!(token.text === "，" && state.loose.endsWith("的"))) begin(state, token.end);
  if (token.type === "stop") {
    if (state.outer) state.whole = state.outer;
    state.outer = undefined;
    state.comparing = undefined;
    state.counted = undefined;
    state.measure = undefined;
    state.period = state.whole?.period ?? state.stock ?? "current";
  }
}

export function openList(run: Run, end: number): void {
  const { state } = run;
  const named = state.fresh ? state.subject : undefined;
  const stated = spentOf(run, state.current[0]);
  const changed = state.changed[0] ?? stated;
  const subject = named ?? stated?.subject ?? state.subject;
  const measure = state.fresh ? state.measure : amountMeasure(stated);
  const whole = subject && {
    subject,
    ...(measure && { measure }),
    ...(changed?.base && { base: changed.base }),
    ...(state.period !== "current" && { period: state.period }),
  };
  if (state.whole) state.outer = state.whole;
  else state.lead ??= stated;
  state.whole = whole ?? state.whole;
  Object.assign(state, { comparing: undefined, measure: undefined, fresh: false });
  state.lastBase = undefined;
  begin(state, end);
}

/** 支出12万元，年初预算15万元，其中: in a final account the parts are of what was spent. */
function spentOf({ context, assertions }: Run, last: Assertion | undefined) {
  if (!last || context.stage !== "final" || !isBudgeted(last.measure)) return last;
  const spent = assertions.findLast(
    (one) =>
      one.sentences.some((said) => last.sentences.includes(said)) &&
      one.period === last.period &&
      isSpent(one.measure) &&
      isSameSubject(one.subject, last.subject),
  );
  return spent ?? last;
}

/** The measure of what was stated, if that is an amount. */
export function amountMeasure(one: Assertion | undefined): Measured | undefined {
  const measure = one?.measure;
  return isBudgeted(measure) || isSpent(measure) ? measure : undefined;
}

export function push(
  run: Run,
  made: Partial<Assertion> & { readonly measure: Measure },
): Assertion {
  const { state } = run;
  const subject = state.subject ?? freeSubject("");
  const assertion: Assertion = {
    ...{ subject, period: state.period, sentences: [run.number] },
    ...(state.whole && { whole: state.whole.subject }),
    ...made,
  };
  run.assertions.push(assertion);
  return assertion;
}
