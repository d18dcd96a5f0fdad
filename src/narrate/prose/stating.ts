import { change, isAside } from "./changing.ts";
import type { Figure } from "./figures.ts";
import { MAX_NAME, setNamed } from "./naming.ts";
import { begin, push, type Run } from "./state.ts";
import { freeSubject, nounPhrase } from "./subject.ts";
import type { Token } from "./tokens.ts";
import type { UnreadReason } from "./unread.ts";

export function readFigure(run: Run, figure: Figure, next: Token | undefined): void {
  const { state } = run;
  const reason = meaningOf(run, figure, next);
  if (reason) miss(run, figure, reason);
  begin(state, figure.end);
}

/** States what the figure says; gives the reason if it says nothing that can be read. */
function meaningOf(run: Run, figure: Figure, next: Token | undefined): UnreadReason | undefined {
  if (figure.kind === "percent") return readPercent(run, figure);
  if (figure.kind === "count") return readCount(run, figure);
  return readAmount(run, figure, next);
}

function readAmount(run: Run, figure: Figure, next: Token | undefined): UnreadReason | undefined {
  const { state } = run;
  if (state.mode === "target") return target(run, figure);
  if (state.direction) {
    const { direction } = state;
    if (figure.kind === "bare") return "no-unit";
    if (!state.subject || isAside(run)) return "free-change";
    if (isAgainstBudget(run)) {
      const one = push(run, { measure: "budget-change", period: "current" });
      Object.assign(one, { direction, changeFigure: figure });
      state.changed = [one];
    } else
      change(run, (one) => {
        one.direction = direction;
        one.changeFigure = figure;
      });
    forgetComparison(run);
    return;
  }
  if (isTorn(run, figure)) return "torn";
  const measure = state.measure ?? (run.context.stage === "final" ? "final" : "budget");
  const known = resolveUnit(run, figure, next);
  if (!known) return "no-unit";
  if (state.comparing !== undefined && state.subject) {
    // 与2023年预算2.8万元相比, 较上年2.08减少 …: the figure of the year compared with.
    const period = state.comparing === "?" ? "previous" : state.comparing;
    push(run, { measure, period, figure: known });
    return;
  }
  const named = nounPhrase(state.loose) !== "" || !state.subject;
  if (!state.fresh && !state.measured && named) {
    const name = nounPhrase(run.text.slice(state.from, figure.start));
    if (name.length > 1 && name.length <= MAX_NAME) setNamed(run, name);
    else if (name.length > MAX_NAME) return "long-name";
  }
  if (!state.subject) return "no-subject";
  state.current = [push(run, { measure, figure: known })];
  state.changed = [];
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

/** 比年初预算减少: a final account may compare with its own budget. */
function isAgainstBudget({ state, context }: Run): boolean {
  return context.stage === "final" && state.comparing === "?" && state.measure === "budget";
}

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
  if (state.mode === "target") return target(run, figure);
  if (state.mode === "share" || state.mode === "completion") {
    const whole = state.base ?? state.whole;
    if (!state.subject) return "no-subject";
    push(run, { measure: state.mode, figure, ...(state.mode === "share" && whole && { whole }) });
    state.mode = undefined;
    state.base = undefined;
    return;
  }
  const continues = state.changed.some((one) => one.changeFigure && !one.changePercent);
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

/** A budget that was only compared with is no measure of what follows: 较年初预算减少12.78%，其中：公务用车购置费274.00万元. */
function forgetComparison(run: Run): void {
  if (isAgainstBudget(run)) run.state.measure = undefined;
  run.state.direction = undefined;
  run.state.comparing = undefined;
}

function readCount(run: Run, figure: Figure): UnreadReason | undefined {
  const { state } = run;
  const before = nounPhrase(run.text.slice(state.from, figure.start));
  const after = COUNTED.exec(run.text.slice(figure.end, figure.end + 20))?.[0] ?? "";
  const named = before.length > 1 && !SUBORDINATE.test(before);
  const name = named ? before : after || state.counted || state.subject?.name;
  if (state.mode === "target" && name) return target(run, figure);
  if (!name) return "free-count";
  const subject = freeSubject(name);
  state.counted = name;
  run.assertions.push({
    ...{ subject, measure: "count", period: state.period, figure, sentences: [run.number] },
  });
  state.direction = undefined;
}

const SUBORDINATE = /^(?:本级|机关)?[及和]?(?:下属|所属)?$/;

/** 2个预算单位开展了 …: what is counted stands behind the figure. */
const COUNTED = /^[^，。；、:()\d]{2,10}?(?=开展|实行|进行|实施|纳入|编报|财政|[，。；、和的])/;

function target(run: Run, figure: Figure): UnreadReason | undefined {
  const { state } = run;
  const words = run.text.slice(state.from, figure.start).replace(/[≥≤=].*$|达到(?:应.*)?$/, "");
  const name = nounPhrase(words);
  state.mode = undefined;
  if (!name) return "free-target";
  const subject = freeSubject(name);
  run.assertions.push({
    ...{ subject, measure: "target", period: "current", figure, sentences: [run.number] },
  });
}

export function miss(run: Run, figure: Figure, reason: UnreadReason): void {
  run.unread.push({ figure, sentence: run.number, reason });
}
