import { moneyOf } from "../../model/money.ts";
import { readTarget } from "./aiming.ts";
import type { Assertion } from "./assertion.ts";
import { change, isAside, readClaimed } from "./changing.ts";
import { type Measured, periodOf, usualMeasure } from "./comparing.ts";
import { readCount } from "./counting.ts";
import { type Figure, moneyUnit } from "./figures.ts";
import { asSum } from "./listing.ts";
import { MAX_NAME, setNamed, setSubject } from "./naming.ts";
import { begin, push, type Run, type State } from "./state.ts";
import { freeSubject, nounPhrase } from "./subject.ts";
import type { Token } from "./tokens.ts";
import type { UnreadReason } from "./unread.ts";
import { DIFFERENCE } from "./vocabulary.ts";

export function readFigure(run: Run, figure: Figure, next: Token | undefined): void {
  const { state } = run;
  if (figure.kind !== "count") asSum(run);
  const reason = meaningOf(run, figure, next);
  if (reason) miss(run, figure, reason);
  begin(state, figure.end);
}

/** States what the figure says; gives the reason if it says nothing that can be read. */
function meaningOf(run: Run, figure: Figure, next: Token | undefined): UnreadReason | undefined {
  if (readClaimed(run, figure)) return;
  if (figure.kind === "percent") return readPercent(run, figure);
  if (figure.kind === "count") return readCount(run, figure);
  return readAmount(run, figure, next);
}

function readAmount(run: Run, figure: Figure, next: Token | undefined): UnreadReason | undefined {
  const { state, context } = run;
  if (state.mode === "target") return readTarget(run, figure);
  if (state.mode) return readWhole(run, figure);
  if (readAgain(run, figure)) return;
  if (state.direction) {
    const { direction } = state;
    if (figure.kind === "bare") return "no-unit";
    if (run.text[figure.start - 1] === "的") return "free-change";
    if (run.reason) nameBehind(run, figure);
    if (!state.subject || isAside(run)) return "free-change";
    leavePart(run, figure);
    change(run, (one) => {
      one.direction = direction;
      one.changeFigure = figure;
    });
    forgetComparison(run);
    return;
  }
  if (isTorn(run, figure)) return "torn";
  if (DIFFERENCE.test(state.loose)) return "difference";
  const known = resolveUnit(run, figure, next);
  if (!known) return "no-unit";
  const { comparing } = state;
  const measure = measureOf(run, figure);
  if (comparing?.open && state.subject) {
    // 与2023年预算2.8万元相比, 较上年2.08减少 …: the figure of the year compared with.
    const period = periodOf(comparing, run);
    push(run, { measure: comparing.measure ?? measure, period, figure: known });
    return;
  }
  // 车辆22台，551.36万元: of what was counted.
  if (
    state.counted &&
    /^[，、]$/.test(run.text.slice(state.countedEnd ?? figure.end, figure.start))
  )
    setSubject(run, freeSubject(state.counted));
  else if (!state.fresh && /[元%]、$/.test(run.text.slice(0, figure.start))) return "no-subject";
  const named = nounPhrase(state.loose) !== "" || !state.subject;
  if (!state.fresh && !state.measured && named) {
    const name = nounPhrase(run.text.slice(state.from, figure.start));
    if (ONLY_MEASURED.test(name)) return "no-subject";
    if (name.length > 1 && name.length <= MAX_NAME) setNamed(run, name);
    else if (name.length > MAX_NAME) return "long-name";
  }
  if (!state.subject) return "no-subject";
  // 上年末固定资产150万元: neither budgeted nor spent.
  const holds = context.assets && !BOUGHT.test(run.text.slice(state.clause, figure.start));
  const isStock =
    state.subject.free && (state.stock !== undefined || holds) && state.measure === undefined;
  state.current = [push(run, { measure: isStock ? "stock" : measure, figure: known })];
  state.changed = [];
  state.fresh = false;
}

/** 收入总计560万元，其中年初结转20万元，较上年增加30万元: no part can grow by more than it is. */
function leavePart({ state }: Run, figure: Figure): void {
  const { lead, current, direction, fresh } = state;
  const [last] = current;
  if (!lead || direction !== "increase" || fresh || last === lead || !last?.figure) return;
  const [change, part] = [figure, last.figure].map((one) => {
    const unit = moneyUnit(one);
    return unit && moneyOf(one.published, unit)?.yuan;
  });
  if (change && part && change.gt(part))
    Object.assign(state, { subject: lead.subject, current: [lead], whole: undefined });
}

/** 下降61.74%，即减少16.30万元, 增长5.66%（12.26万元）: the amount of a change whose percentage was said. */
function readAgain({ state, text, number }: Run, figure: Figure): boolean {
  const open = state.changed.filter(
    (one) => one.changePercent && !one.changeFigure && one.sentences.includes(number),
  );
  const bracketed = text[figure.start - 1] === "(" && text[figure.end] === ")";
  const said = state.fresh || state.comparing ? [] : open;
  const same = bracketed
    ? open.filter(({ changePercent }) => changePercent?.end === figure.start - 1)
    : said.filter(({ direction }) => direction === state.direction);
  if (figure.kind !== "money") return false;
  for (const one of same) one.changeFigure = figure;
  return same.length > 0;
}

/** 完成预算2万元的60%, 占总支出80万元的3%: the amount that the percentage is of. */
function readWhole(run: Run, figure: Figure): UnreadReason | undefined {
  const { state } = run;
  if (figure.kind === "bare") return "no-unit";
  const budget = state.mode === "completion";
  const of = budget ? state.subject : state.base;
  if (!of) return "no-subject";
  const { subject } = state;
  state.subject = of;
  const adjusted = /(?:全年|调整后?)预算数?$/.test(run.text.slice(state.clause, figure.start));
  const budgeted = adjusted ? "adjusted" : "budget";
  push(run, { measure: budget ? budgeted : usualMeasure(run), figure });
  state.subject = subject;
}

/** What is bought or sold is no stock. */
const BOUGHT = /购置|新增|采购|安排|处置|租/;

/** 当年预算执行数: words that measure, and name nothing. */
const ONLY_MEASURED = /^(?:预算|决算|执行|支出|安排|年初|数)+$/;

/**
 * The measure of an amount: its own clause's, that of the whole whose parts are listed, or of the figures before it. Behind
 * 支出 without a measure of its own a final account means what was spent, whatever stands before it.
 */
function measureOf(run: Run, figure: Figure): Measured {
  const { state, context, text } = run;
  const own = state.measureAt >= state.clause;
  const clause = text.slice(state.clause, figure.start);
  const spent =
    context.stage === "final" && !own && !state.whole && /支出(?:共计|合计|为|了)?$/.test(clause);
  const named = spent ? undefined : state.measure;
  return named ?? state.whole?.measure ?? usualMeasure(run);
}

/** 增加了40万元的检察办案费预算: what changes stands behind its figure. */
function nameBehind(run: Run, figure: Figure): void {
  const behind = /^的([^，。；、()\d]{2,20})/.exec(
    run.text.slice(figure.end, figure.end + 22),
  )?.[1];
  if (behind) setNamed(run, nounPhrase(behind) || behind);
}

/** An item of which the sentence says that there is none: stated without an amount. */
export function stateNone(run: Run): void {
  const { state } = run;
  const isItem = state.subject?.coordinates.every(({ item }) => item !== undefined);
  if (!isItem || run.reason || state.comparing) return;
  const measure = state.measure ?? state.whole?.measure ?? usualMeasure(run);
  push(run, { measure, none: true });
  state.fresh = false;
}

/**
 * Text that runs over the edge of a page or a frame is cut there: of 占72.06%；项目支出666.94万元 is left 占72.06%666.94万元, of
 * 运行费39.97万元（公务用车购置费0.00万元） only 运行费39.车购置费0.00万元. What the figure is of is lost.
 */
function isTorn({ text, state }: Run, figure: Figure): boolean {
  if (/[元%]$/.test(text.slice(0, figure.start))) return true;
  return (
    state.fresh && (/\d\.$/.test(text.slice(0, state.from + 1)) || TORN_NAME.test(state.loose))
  );
}

/** The name of another amount behind a subject that has none yet. */
const TORN_NAME = /(?:费|经费|支出|收入|款|资金)$/;

/** A figure without a unit takes that of the change next to it (较上年2.08减少0.03万元); zero needs none. */
function resolveUnit(run: Run, figure: Figure, next: Token | undefined): Figure | undefined {
  if (figure.kind !== "bare") return figure;
  const clause = run.text.slice(figure.end, figure.end + 40).split(/[，；。)]/)[0] ?? "";
  const unit = /\d(亿元|万元|千元|元)$/.exec(clause)?.[1];
  if (next?.type === "change" && unit) return { ...figure, kind: "money", unit };
  const zero = /^0+(\.0+)?$/.test(figure.published) && run.state.subject?.own;
  return zero ? { ...figure, kind: "money", unit: "万元" } : undefined;
}

function readPercent(run: Run, figure: Figure): UnreadReason | undefined {
  const { state } = run;
  if (state.mode === "target") return readTarget(run, figure);
  if (state.mode === "share" || state.mode === "completion") {
    const whole = state.base ?? state.lastBase ?? state.whole?.subject;
    state.lastBase = state.base ?? state.lastBase;
    if (!state.subject) return "no-subject";
    push(run, { measure: state.mode, figure, ...(state.mode === "share" && whole && { whole }) });
    state.mode = undefined;
    state.base = undefined;
    return;
  }
  const continues = state.changed.some((one) => isContinued(one, state));
  const nothing = !state.subject || !state.direction;
  if (nothing && !continues) return "free-percentage";
  if (continues) for (const one of state.changed) one.changePercent = figure;
  else {
    const { direction } = state;
    change(run, (one) => {
      one.direction = direction ?? "open";
      one.changePercent = figure;
    });
  }
  forgetComparison(run);
}

/** 减少4万元，下降6.06%: the percentage of the change before it, not of another one. */
function isContinued(one: Assertion, { fresh, direction }: State): boolean {
  const same = direction === undefined || direction === "open" || direction === one.direction;
  return one.changeFigure !== undefined && !one.changePercent && !fresh && same;
}

function forgetComparison({ state }: Run): void {
  Object.assign(state, { direction: undefined, comparing: undefined, each: false });
}

export function miss(run: Run, figure: Figure, reason: UnreadReason): void {
  run.unread.push({ figure, sentence: run.number, reason });
}
