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
import { OWN_WHOLE } from "./vocabulary.ts";

/** Longer runs of words are sentences, no names. */
export const MAX_NAME = 40;

export function phraseEnd(tokens: readonly Token[], from: number): number {
  let end = from;
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i];
    // 一般公共预算当年拨款收入
    const inner = token?.type === "period" && /^[当本]年$/.test(token.text);
    if (token?.type !== "part" && token?.type !== "measure" && !inner) break;
    if (!inner) end = i + 1;
  }
  return end;
}

/** A measure is the figure's, or that of what its clause compares with. */
export function setMeasure(run: Run, token: Extract<Token, { type: "measure" }>): void {
  const { state, context } = run;
  const { measure } = token;
  if (measure === "") return;
  if (state.comparing?.open) {
    if (measure !== "spent") state.comparing = { measure, ...state.comparing };
    return;
  }
  const spent = context.stage === "final" || state.period === "previous" ? "final" : undefined;
  if (measure !== "spent") state.measure = measure;
  else if (spent) state.measure = spent;
  state.measureAt = token.start;
}

export function setPhrase(run: Run, tokens: readonly Token[], measured: boolean): void {
  const { state } = run;
  const parts = tokens.flatMap((token) => (token.type === "part" ? [token] : []));
  for (const token of tokens) if (token.type === "measure") setMeasure(run, token);
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return;
  const phrase: Phrase = { parts, start: first.start, end: last.end };
  const above = state.whole?.subject.coordinates[0] ?? run.context.section;
  const subject = subjectOf(phrase, run.text, above);
  if (state.mode === "share") {
    const isPart = parts.every(({ word }) => isPlainWord(word.gives)) && !run.context.general;
    state.base = isPart ? state.whole?.subject : subjectOf(phrase, run.text, {});
    return;
  }
  const strong = parts.some((part) => part.word.strong);
  if (state.direction && !strong) return;
  // 比上年收入预算总额增加, 比上年支出66万元减少: what is compared with is named again.
  const again = !strong || isSameSubject(subject, state.subject ?? subject);
  if (state.comparing?.open && state.subject && again) {
    state.measured = true;
    return;
  }
  const before = nounPhrase(run.text.slice(state.from, first.start));
  const plain = parts.every(({ word }) => isPlainWord(word.gives));
  const empty = plain && parts.every(({ word }) => !word.gives.flow && !word.both);
  const both = parts.some(({ word }) => word.both);
  const apart = plain && !run.context.general;
  if (before && (empty || apart || !strong || OWN_WHOLE.test(before)))
    setNamed(run, before + subject.name);
  else if (
    isMeasure(run, subject, { plain: plain && !both, strong, measured }) ||
    (empty && state.subject)
  )
    state.measured = true;
  else setSubject(run, apart ? freeSubject(subject.name) : subject);
}

/**
 * Whether a phrase only measures the subject that is there: 支出决算为, 合计 behind one that has no figure yet, or a bare 支出
 * behind an item.
 */
function isMeasure(
  run: Run,
  subject: Subject,
  is: { readonly plain: boolean; readonly strong: boolean; readonly measured: boolean },
): boolean {
  const known = run.state.subject;
  if (!known || !is.plain) return false;
  if (run.state.fresh) return known.own;
  if (is.strong) return false;
  if (known.own && !known.free) return true;
  return is.measured && !known.coordinates.every(isPlainWord) && isKept(run, subject);
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
  const fund = run.state.whole?.subject.coordinates[0]?.fund ?? run.context.section.fund;
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
  Object.assign(run.state, { fresh: true, loose: "" });
  run.state.names++;
}

/** In front of a change, words that no vocabulary knows name what changed: 项目资金市级财政补助资金较上年增加. */
export function nameFromClause(run: Run, end: number): void {
  const { state } = run;
  if (state.fresh || !(nounPhrase(state.loose) || run.reason)) return;
  const words = run.text
    .slice(state.from, end)
    .split(/(?:与|比|较|同)(?=\d{4}年|上年|去年|上一年)/)[0];
  // In a reason an institution may be what changed: it stands for nothing else there.
  const name = nounPhrase(words ?? "") || (run.reason ? (words ?? "") : "");
  if (name.length > 1 && name.length <= MAX_NAME && !/预算|决算|相比|增|减/.test(name))
    setNamed(run, name);
}
