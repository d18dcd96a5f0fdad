import type { Assertion, Measure } from "./assertion.ts";
import { nameFromClause } from "./naming.ts";
import { push, type Run } from "./state.ts";
import { isSameSubject, keyOf } from "./subject.ts";
import type { Token } from "./tokens.ts";
import type { Direction } from "./vocabulary.ts";

export function readChange(run: Run, token: Extract<Token, { type: "change" }>): void {
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

export function readClaim(run: Run, direction: Direction): void {
  if (!run.state.subject) return;
  const claim = push(run, { measure: "claim" });
  claim.direction = direction;
  run.state.changed = [claim];
}

/** How far back in its paragraph a change is looked up. */
const RECENT = 60;

/** Applies a change to what was stated of the subject, or states a change alone. */
export function change(run: Run, apply: (one: Assertion) => void): void {
  const { state, assertions } = run;
  const subject = state.subject;
  if (!subject) return;
  const open = (one: Assertion): boolean =>
    one.direction === undefined && one.period === "current" && isAmount(one.measure);
  const same = assertions
    .slice(-RECENT)
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
  const executed = state.measure === "execution" || state.measure === "final";
  for (const one of targets) {
    apply(one);
    if (state.comparing !== undefined && executed) one.fromExecution = true;
    if (!one.sentences.includes(run.number)) one.sentences.push(run.number);
  }
  state.changed = targets;
  state.fresh = false;
}

/** A second change of a subject that is not compared with anything is a reason's, not the subject's. */
export function isAside({ state, assertions }: Run): boolean {
  const { subject } = state;
  if (!subject || state.fresh || state.comparing !== undefined) return false;
  const stated = assertions.slice(-RECENT).filter((one) => isSameSubject(one.subject, subject));
  return stated.length > 0 && stated.every((one) => one.direction !== undefined);
}

function isAmount(measure: Measure): boolean {
  return measure === "budget" || measure === "final" || measure === "execution";
}

function setDirection(one: Assertion, direction: Direction): void {
  one.direction = direction;
}
