import type { Coordinates } from "../../model/coordinates.ts";
import { type FunctionPath, functionCodeOf } from "./function-path.ts";
import type { Run } from "./state.ts";
import {
  freeSubject,
  isSameSubject,
  nounPhrase,
  type Phrase,
  type Subject,
  subjectOf,
} from "./subject.ts";
import type { Token } from "./tokens.ts";

/** Longer runs of words are sentences, no names. */
export const MAX_NAME = 40;

export function phraseEnd(tokens: readonly Token[], from: number): number {
  let end = from;
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i];
    if (token?.type !== "part" && token?.type !== "measure") break;
    end = i + 1;
  }
  return end;
}

export function setPhrase(run: Run, tokens: readonly Token[], measured: boolean): void {
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
  const weak =
    !strong && measured && state.subject && !state.subject.coordinates.every(isPlainWord);
  const plain = parts.every(({ word }) => isPlainWord(word.gives));
  const keeps =
    state.subject && (state.fresh ? state.subject.own && plain : weak && isKept(run, subject));
  if (keeps || (empty && state.subject)) state.measured = true;
  else setSubject(run, subject);
}

/** Nothing but a flow: 收入, 支出总计. */
function isPlainWord({ fund, kind, item, functionCode }: Coordinates): boolean {
  return [fund, kind, item, functionCode].every((one) => one === undefined);
}

function isKept(run: Run, subject: Subject): boolean {
  const flow = subject.coordinates[0]?.flow;
  const known = run.state.subject;
  if (!known || subject.coordinates.length > 1) return false;
  const stated = known.own || run.state.current.some((one) => isSameSubject(one.subject, known));
  return stated && known.coordinates.every((one) => one.flow === undefined || one.flow === flow);
}

export function setFunction(
  run: Run,
  name: string,
  code: string | undefined,
  path: FunctionPath,
): void {
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
export function setNamed(run: Run, name: string): void {
  const code = functionCodeOf(name, run.context.year, run.path);
  if (code) setFunction(run, name, code, run.path);
  else setSubject(run, freeSubject(name));
}

export function setSubject(run: Run, subject: Subject): void {
  run.state.subject = run.reason ? { ...subject, coordinates: [{}], free: true } : subject;
  run.state.fresh = true;
}

/** In front of a change, words that no vocabulary knows name what changed: 项目资金市级财政补助资金较上年增加. */
export function nameFromClause(run: Run, end: number): void {
  const { state } = run;
  if (state.fresh || !nounPhrase(state.loose)) return;
  const words = run.text
    .slice(state.from, end)
    .split(/(?:与|比|较|同)(?=\d{4}年|上年|去年|上一年)/)[0];
  const name = nounPhrase(words ?? "");
  if (name.length > 1 && name.length <= MAX_NAME && !/预算|决算|相比|增|减/.test(name))
    setNamed(run, name);
}
