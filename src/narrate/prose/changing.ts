import type { Base } from "../../model/narrative.ts";
import type { Assertion } from "./assertion.ts";
import { baseOf, isBudgeted, isSpent, type Measured, usualMeasure } from "./comparing.ts";
import type { Figure } from "./figures.ts";
import { nameFromClause, setNamed } from "./naming.ts";
import { amountMeasure, begin, push, type Run, type State } from "./state.ts";
import { isSameSubject, keyOf, nounPhrase, type Subject } from "./subject.ts";
import type { Token } from "./tokens.ts";
import { COMPARATIVE, type Direction, OBJECT, OF_BUDGET } from "./vocabulary.ts";

/** Reads a verb of change; gives the number of the last token that it takes in. */
export function readChange(run: Run, tokens: readonly Token[], at: number): number {
  const { state } = run;
  const token = tokens[at];
  if (token?.type !== "change") return at;
  const apart = /一致|相等|相同/.test(token.text);
  const compared = state.comparing !== undefined || (state.subject?.own === true && !apart);
  if (token.direction === "none") {
    const isAgain = tokens[at + 1]?.type === "reason" && /^的/.test(tokens[at + 1]?.text ?? "");
    const told = compared && !isAgain && !run.reason && !isOfTables(run, token.start);
    if (state.subject && told && !isSaidAgain(run)) change(run, (one) => setDirection(one, "none"));
    return at;
  }
  nameFromClause(run, token.start);
  state.direction = token.direction;
  state.each ||= token.each;
  if (COMPARATIVE.test(token.text)) state.comparing ??= { open: true };
  if (OF_BUDGET.test(token.text) && run.context.stage === "final")
    state.comparing ??= { measure: "budget", open: true };
  return namedObject(run, tokens, at);
}

/** 与2023年持平，没有增减变化. */
function isSaidAgain(run: Run): boolean {
  const { state } = run;
  const base = changeBase(run);
  return !state.fresh && state.changed.some((one) => one.direction === "none" && one.base === base);
}

/** What a change is from, for a subject of a measure. */
function changeBase(run: Run, measure?: Measured): Base | undefined {
  const { whole, measureAt, clause } = run.state;
  const comparing = run.state.comparing ?? run.state.compared;
  const named = measureAt >= clause ? run.state.measure : undefined;
  const own = measure ?? named ?? whole?.measure ?? usualMeasure(run);
  if (comparing) return baseOf(comparing, own, run);
  // 0.4万元，上年为0元，增加0.4万元
  const [last] = run.state.current;
  const before = last?.period === "previous" && last.sentences.includes(run.number);
  const same = before && run.state.subject && isSameSubject(last.subject, run.state.subject);
  return same ? (isBudgeted(last.measure) ? "previous-budget" : "previous-final") : whole?.base;
}

/** 与《…表》的支出数一致, 应与…一致: a note on how tables belong together, not a change. */
function isOfTables({ text, state }: Run, end: number): boolean {
  return /《|应与|相应/.test(text.slice(state.clause, end));
}

/** What changes may be named behind the verb: 增加了外事经费200万元. */
function namedObject(run: Run, tokens: readonly Token[], at: number): number {
  const figure = tokens.findIndex((token, i) => i > at && !isNameToken(token));
  const next = tokens[at + 1];
  if (tokens[figure]?.type !== "figure" || figure === at + 1 || !next) return at;
  // What the vocabulary knows is read as always: 增加基本支出20万元.
  const known = tokens.slice(at + 1, figure).some((one) => one.type === "part" && one.word.strong);
  const name = OBJECT.exec(run.text.slice(next.start, tokens[figure].start))?.[1];
  if (!name || known || /用于|用以|因|由/.test(name)) return at;
  const noun = nounPhrase(name);
  setNamed(run, noun.length > 2 ? noun : name);
  return figure - 1;
}

function isNameToken({ type }: Token): boolean {
  return type === "text" || type === "part" || type === "measure";
}

/** Words between a verb of change and a figure: it is none of the change, nor of what that was of (标准提高并追加资金400万元). */
export function forgetChange(state: State, from: number): void {
  if (state.direction === undefined) return;
  state.direction = undefined;
  if (!state.fresh || !state.subject?.free) return;
  Object.assign(state, { subject: undefined, fresh: false });
  begin(state, from);
}

export function readClaim(run: Run, direction: Direction, end: number): void {
  if (!run.state.subject) return;
  const claim = push(run, { measure: "claim" });
  Object.assign(claim, { direction, base: "budget" });
  Object.assign(run.state, { changed: [claim], claimed: end });
}

/** 决算数大于预算数55.93万元: by how much. */
export function readClaimed({ state }: Run, figure: Figure): boolean {
  const [claim] = state.changed;
  if (!claim || state.claimed !== figure.start || figure.kind === "count") return false;
  if (figure.kind === "percent") claim.changePercent = figure;
  else claim.changeFigure = figure;
  return true;
}

/** How far back in its paragraph a change is looked up. */
const RECENT = 60;

/** Applies a change to what was stated of the subject, or states a change alone. */
export function change(run: Run, apply: (one: Assertion) => void): void {
  const { state } = run;
  const { subject } = state;
  if (!subject) return;
  const targets = stated(run, subject) ?? [push(run, { measure: "change", period: "current" })];
  for (const one of targets) {
    apply(one);
    const base = changeBase(run, amountMeasure(one));
    if (base) one.base = base;
    if (!one.sentences.includes(run.number)) one.sentences.push(run.number);
  }
  state.changed = targets;
  state.fresh = false;
}

/** What was stated of the subject, and is not yet said to change: all that the sentence stated, if the change is one of each. */
function stated(run: Run, subject: Subject): Assertion[] | undefined {
  const { state, assertions } = run;
  const open = assertions
    .slice(-RECENT)
    .reverse()
    .filter((one) => one.direction === undefined && one.period === "current" && amountMeasure(one))
    // What is compared with the budget is not the budget.
    .filter(({ measure }) => !isBudgeted(measure) || changeBase(run, "final") !== "budget");
  if (state.each && !state.fresh) {
    const said = open.filter(({ sentences }) => sentences.includes(run.number));
    const wholes = said.filter(({ whole }) => !whole);
    // 其中购置费60万元，运行费500万元，均与上年持平: the parts, not the whole.
    const all = state.whole ? said.filter(({ whole }) => whole === state.whole?.subject) : wholes;
    if (all.length > 1) return all.reverse();
  }
  // 支出100万元，完成预算120万元的83%。比上年增加10万元: what was stated last of all is meant, then what stands nearest.
  const inOrder = [...open.filter((one) => state.current.includes(one)), ...open];
  const named = measureMeant(run, subject);
  const same = inOrder.filter(
    (one) => !one.subject.free === !subject.free && isOfMeasure(one, named),
  );
  const found = subject.coordinates.flatMap((wanted) => {
    const hit = same.find((one) =>
      subject.free
        ? isSameSubject(one.subject, subject)
        : one.subject.coordinates.some((has) => keyOf([has]) === keyOf([wanted])),
    );
    return hit ? [hit] : [];
  });
  return found.length === subject.coordinates.length ? [...new Set(found)] : undefined;
}

/** 支出决算比预算减少2万元，比上年减少1万元: neither is a change of what was budgeted. */
function isOfMeasure(one: Assertion, named: Measured | undefined): boolean {
  return named === undefined || isBudgeted(named) === isBudgeted(one.measure);
}

/** What the clause changes: what it names, or in a final account what was spent, if that was stated. */
function measureMeant({ state, context, assertions }: Run, subject: Subject): Measured | undefined {
  if (context.stage !== "final" || state.measureAt >= state.clause) return state.measure;
  const spent = assertions
    .slice(-RECENT)
    .some(
      (one) =>
        one.period === "current" && isSpent(one.measure) && isSameSubject(one.subject, subject),
    );
  return spent ? "final" : state.measure;
}

/** A second change of a subject that is not compared with anything is a reason's, not the subject's. */
export function isAside({ state, assertions }: Run): boolean {
  const { subject } = state;
  if (!subject || state.fresh || state.comparing !== undefined) return false;
  const stated = assertions.slice(-RECENT).filter((one) => isSameSubject(one.subject, subject));
  return stated.length > 0 && stated.every((one) => one.direction !== undefined);
}

function setDirection(one: Assertion, direction: Direction): void {
  one.direction = direction;
}
