import type { Assertion } from "./assertion.ts";
import type { Figure } from "./figures.ts";
import type { Run } from "./state.ts";
import { readFigure } from "./stating.ts";
import { isSameSubject, sideName } from "./subject.ts";
import type { Token } from "./tokens.ts";
import { RESPECTIVELY } from "./vocabulary.ts";

/** 收、支总计分别为80万元、70万元: the figures behind this one that belong to the other parts of the subject. */
export function figuresOfEach(run: Run, tokens: readonly Token[], at: number): Figure[] {
  const { subject, clause } = run.state;
  const first = tokens[at];
  if (first?.type !== "figure" || !subject || subject.coordinates.length < 2) return [];
  if (!RESPECTIVELY.test(run.text.slice(clause, first.start))) return [];
  const figures = [first.figure];
  for (let i = at + 1; figures.length < subject.coordinates.length; i += 2) {
    const [between, next] = [tokens[i], tokens[i + 1]];
    if (!between || !/^[、，和及与]$/.test(between.text) || next?.type !== "figure") return [];
    if (next.figure.kind !== first.figure.kind) return [];
    figures.push(next.figure);
  }
  return figures;
}

/** Reads one figure for each part of the subject. */
export function readEach(run: Run, figures: readonly Figure[]): void {
  const before = { ...run.state };
  const { subject, changed } = before;
  if (!subject) return;
  const current: Assertion[] = [];
  const nowChanged: Assertion[] = [];
  const isAmount = before.direction === undefined && before.mode === undefined;
  const parts =
    subject.list ??
    subject.coordinates.map((one) => ({
      ...subject,
      ...{ name: sideName(subject, one), coordinates: [one] },
    }));
  for (const [i, part] of parts.entries()) {
    const own = changed.filter((one) => isSameSubject(one.subject, part));
    const fresh = before.fresh || (isAmount && figures[i]?.kind !== "percent");
    Object.assign(run.state, before, { subject: part, changed: own, fresh, loose: "" });
    const figure = figures[i];
    if (figure) readFigure(run, figure, undefined);
    current.push(...run.state.current);
    nowChanged.push(...run.state.changed);
  }
  Object.assign(run.state, { subject, current, changed: nowChanged });
}
