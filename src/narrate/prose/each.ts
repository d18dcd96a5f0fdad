import type { Assertion } from "./assertion.ts";
import type { Figure } from "./figures.ts";
import { amountMeasure, type Run } from "./state.ts";
import { readFigure } from "./stating.ts";
import { freeSubject, isSameSubject, nounPhrase, type Subject, sideName } from "./subject.ts";
import type { Token } from "./tokens.ts";
import { RESPECTIVELY } from "./vocabulary.ts";

/**
 * Reads one figure for each of several: 收、支总计分别为80万元、70万元; 会议费5万元，培训费8万元，分别比上年减少2万元、4万元. Gives the
 * number of the last token that it takes in.
 */
export function readEach(run: Run, tokens: readonly Token[], at: number): number {
  const first = tokens[at];
  if (first?.type !== "figure") return at;
  if (!RESPECTIVELY.test(run.text.slice(run.state.clause, first.start))) return at;
  const figures = enumerated(tokens, at);
  const parts = partsOf(run, first.figure, figures.length);
  if (figures.length < 2 || figures.length !== parts.length) return at;
  readParts(run, parts, figures);
  return at + 2 * (figures.length - 1);
}

/** 80万元、70万元: figures of a kind with nothing but marks between them. */
function enumerated(tokens: readonly Token[], at: number): Figure[] {
  const figures: Figure[] = [];
  for (let i = at; ; i += 2) {
    const [token, next] = [tokens[i], tokens[i + 1]];
    if (token?.type !== "figure" || token.figure.kind !== (figures[0] ?? token.figure).kind) break;
    figures.push(token.figure);
    if (!next || !/^[、，,和及与]$/.test(next.text)) break;
  }
  return figures;
}

/** What the clause is about, if that is several; or all that the sentence stated, and now says to change. */
function partsOf(run: Run, first: Figure, count: number): readonly Subject[] {
  const { state, assertions, number } = run;
  const { subject, direction, changed, mode } = state;
  if (!subject) return [];
  const stated = assertions
    .filter((one) => one.sentences.includes(number) && one.period === "current")
    .filter((one) => amountMeasure(one));
  // 基本支出80万元，项目支出20万元，分别占80%、20%: of what was stated last.
  if (mode === "share") return stated.slice(-count).map((one) => one.subject);
  if (subject.list) return subject.list;
  if (subject.coordinates.length > 1)
    return subject.coordinates.map((one) => ({
      ...subject,
      ...{ name: sideName(subject, one), coordinates: [one] },
    }));
  // 货物、工程、服务采购支出分别为1万元、2万元、3万元: no vocabulary knows them all.
  const names = first.kind === "money" && !direction ? namesBefore(run, first.start) : [];
  if (names.length === count) return names.map(freeSubject);
  if (!direction || state.fresh) return [];
  if (changed.length > 1) return changed.map((one) => one.subject);
  return stated.filter((one) => one.direction === undefined).map((one) => one.subject);
}

/** The names that a clause lists before it gives each of them a figure. */
function namesBefore({ text }: Run, start: number): string[] {
  const clause = /[^，；。:()]*$/.exec(text.slice(0, start))?.[0] ?? "";
  const [list = ""] = clause.split(RESPECTIVELY);
  return list
    .split(/[、和及与]/)
    .map(nounPhrase)
    .filter((name) => name.length > 1);
}

function readParts(run: Run, parts: readonly Subject[], figures: readonly Figure[]): void {
  const before = { ...run.state };
  const { subject, changed } = before;
  const current: Assertion[] = [];
  const nowChanged: Assertion[] = [];
  const isAmount = before.direction === undefined && before.mode === undefined;
  for (const [i, part] of parts.entries()) {
    const own = changed.filter((one) => isSameSubject(one.subject, part));
    const fresh = before.fresh || (isAmount && figures[i]?.kind !== "percent");
    Object.assign(run.state, before, { subject: part, changed: own, fresh, each: false });
    run.state.loose = "";
    const figure = figures[i];
    if (figure) readFigure(run, figure, undefined);
    current.push(...run.state.current);
    nowChanged.push(...run.state.changed);
  }
  Object.assign(run.state, { subject, current, changed: nowChanged });
}
