import type { Coordinates } from "../../model/coordinates.ts";
import type { Assertion } from "./assertion.ts";
import type { Figure } from "./figures.ts";
import { amountMeasure, type Run } from "./state.ts";
import { readFigure } from "./stating.ts";
import {
  freeSubject,
  isSameSubject,
  nounPhrase,
  type Subject,
  sideName,
  subjectOf,
} from "./subject.ts";
import { type Token, tokensOf } from "./tokens.ts";
import { ALIKE, RESPECTIVELY } from "./vocabulary.ts";

/**
 * Reads one figure for each of several: 收、支总计分别为80万元、70万元; 会议费5万元，培训费8万元，分别比上年减少2万元、4万元; or the same
 * for all of them: 会议费、培训费均为0万元. Gives the number of the last token that it takes in; undefined where it reads none.
 */
export function readEach(run: Run, tokens: readonly Token[], at: number): number | undefined {
  const first = tokens[at];
  if (first?.type !== "figure") return undefined;
  const clause = run.text.slice(run.state.clause, first.start);
  const same = ALIKE.test(clause) && !run.state.direction && !run.state.mode;
  if (!same && !RESPECTIVELY.test(clause)) return undefined;
  const figures = same ? [first.figure] : enumerated(tokens, at);
  const parts = same ? alike(run, first.start) : partsOf(run, first.figure, figures.length);
  if (parts.length < 2 || (!same && figures.length !== parts.length)) return undefined;
  readParts(run, parts, same ? parts.map(() => first.figure) : figures);
  return at + 2 * (figures.length - 1);
}

/** The subjects that a clause lists before it gives all of them one figure. */
function alike(run: Run, start: number): readonly Subject[] {
  const [list = ""] = clauseBefore(run, start).split(ALIKE);
  const above = run.state.whole?.subject.coordinates[0] ?? run.context.section;
  const named = (name: string) => knownSubject(name, above) ?? freeSubject(nounPhrase(name));
  const names = list.split("、");
  const last = names.pop() ?? "";
  // 商品和服务支出 is one, 购置费和运行费 are two.
  const halves = knownSubject(last, above) ? [last] : last.split(/以及|[和及与]/);
  const split = halves.every((half) => knownSubject(half, above));
  return [...names, ...(split ? halves : [last])].map(named).filter(({ name }) => name.length > 1);
}

/** The subject of words that the vocabulary knows to the last, as they stand or without what leads to them. */
function knownSubject(name: string, above: Coordinates): Subject | undefined {
  return subjectOfAll(name, above) ?? subjectOfAll(nounPhrase(name), above);
}

function subjectOfAll(words: string, above: Coordinates): Subject | undefined {
  const tokens = tokensOf(words);
  const parts = tokens.flatMap((token) => (token.type === "part" ? [token] : []));
  const all = tokens.every(({ type }) => type === "part" || type === "measure");
  const end = parts.at(-1)?.end ?? 0;
  return all && parts.length > 0 ? subjectOf({ parts, start: 0, end }, words, above) : undefined;
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

const LONGEST_CLAUSE = 200;

function clauseBefore({ text }: Pick<Run, "text">, start: number): string {
  const near = text.slice(Math.max(0, start - LONGEST_CLAUSE), start);
  return /(?:[^，；。:()]|\([^()]*\))*$/.exec(near)?.[0] ?? "";
}

/** The names that a clause lists before it gives each of them a figure. */
function namesBefore({ text }: Run, start: number): string[] {
  const [list = ""] = clauseBefore({ text }, start).split(RESPECTIVELY);
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
