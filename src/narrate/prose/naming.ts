import type { Coordinates } from "../../model/coordinates.ts";
import { ITEM_CONCEPTS } from "../../taxonomy/words/items.ts";
import type { Assertion } from "./assertion.ts";
import { type FunctionPath, functionCodeOf } from "./function-path.ts";
import { listed } from "./listing.ts";
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
import { NARROWED, OWN_WHOLE, SPENT, TOGETHER } from "./vocabulary.ts";

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
  const subject = subjectOf(phrase, run.text, { ...above, ...elided(run, phrase) });
  if (state.mode === "share") {
    const isPart = parts.every(({ word }) => isPlainWord(word.gives)) && !run.context.general;
    const named = subjectOf(phrase, run.text, {});
    state.base = isPart ? state.whole?.subject : ofThisYear(run, phrase, named);
    return;
  }
  const strong = parts.some((part) => part.word.strong);
  if (state.direction && !strong) return;
  // 比上年收入预算总额增加, 比上年支出66万元减少: what is compared with is named again.
  const side = sideSaid(run, phrase)?.subject;
  const again = !strong || isSameSubject(subject, state.subject ?? subject);
  if (state.comparing?.open && side && state.subject && !isSameSubject(side, state.subject)) {
    setSubject(run, side);
    return;
  }
  if (state.comparing?.open && state.subject && again) {
    state.measured = true;
    return;
  }
  if (isSourceOf(run, phrase)) {
    state.measured = true;
    return;
  }
  const before = wordsBefore(run, first.start);
  const isPayer = measured && SPENT.test(before) && parts.every(({ word }) => isFund(word.gives));
  if (isPayer || (subject.own && NARROWED.test(before))) {
    setNamed(run, isPayer ? before : before + subject.name);
    return;
  }
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
  else if (apart) setSubject(run, freeSubject(subject.name));
  else setItem(run, phrase, subject);
}

/**
 * 财政拨款收入130万元、支出129万元: the other side, right behind the figure of the one that names the fund, is of that fund; so is
 * a side that the sentence names again, where it changes: 与上年相比，收入增加80万元.
 */
function elided(run: Run, phrase: Phrase): Coordinates {
  const last = sidesSaid(run, phrase).at(-1);
  const behind = /^[、，和]$/.test(run.text.slice(last?.figure?.end, phrase.start));
  const again = run.state.compared || run.state.comparing ? sideSaid(run, phrase) : undefined;
  const fund = (behind ? last : again)?.subject.coordinates[0]?.fund;
  return fund ? { fund } : {};
}

/** What the sentence has stated of the side that a bare 收入 or 支出 names. */
function sideSaid(run: Run, phrase: Phrase): Assertion | undefined {
  const flow = phrase.parts[0]?.word.gives.flow;
  return sidesSaid(run, phrase).findLast(({ subject }) => subject.coordinates[0]?.flow === flow);
}

/** The sides that the sentence has stated, where the phrase is one of them and nothing else. */
function sidesSaid({ assertions, number }: Run, { parts }: Phrase): readonly Assertion[] {
  const [word, more] = parts.map((part) => part.word);
  if (!word || more || word.strong || word.both || !isPlainWord(word.gives)) return [];
  return assertions.filter(
    ({ sentences, figure, subject }) =>
      figure && sentences.includes(number) && subject.coordinates.every(isSide),
  );
}

/** One side of a fund, or of all: 财政拨款收入, 支出. */
function isSide({ flow, kind, item, functionCode }: Coordinates): boolean {
  return flow !== undefined && [kind, item, functionCode].every((one) => one === undefined);
}

/** 占本年支出: without what is left over. */
function ofThisYear({ text }: Run, { start, parts }: Phrase, subject: Subject): Subject {
  const current = /[本当]年(?:度)?$/.test(text.slice(0, start));
  if (!current || !parts.every(({ word }) => isPlainWord(word.gives))) return subject;
  return {
    ...subject,
    coordinates: subject.coordinates.map((one) =>
      one.flow === "expenditure" ? { ...one, kind: "current" } : { ...one, fund: "current" },
    ),
  };
}

/** An item, with those named before it (会议费、培训费), or what they are called together: 公务接待费（简称“三公”经费）. */
function setItem(run: Run, { start, end }: Phrase, subject: Subject): void {
  const list = listed(run, start, subject);
  const begins = list ? (run.state.item?.start ?? start) : start;
  const together = list && TOGETHER.test(run.text.slice(end));
  setSubject(run, together ? THREE_PUBLIC : (list ?? subject));
  run.state.item = { start: begins, end };
}

/** What stands in front of a phrase and belongs to its name; an item that brackets explain or 在2020年度的 dates does not. */
function wordsBefore({ state, text }: Run, start: number): string {
  const { item, fresh, from } = state;
  const between = text.slice(item?.end, start);
  const explained =
    /^\([^()]*\)(?:支出)?(?:预算|决算)?$/.test(between) || nounPhrase(between) === "";
  return item && fresh && item.end > from && explained ? "" : nounPhrase(text.slice(from, start));
}

const THREE_PUBLIC: Subject = {
  name: ITEM_CONCEPTS.three_public.words ?? "",
  coordinates: [{ flow: "expenditure", item: "three_public" }],
  ...{ own: true, free: false },
};

/** 因公出国费2023年度财政拨款决算数: where an item's money comes from, behind the item. */
function isSourceOf({ state, text }: Run, { parts, start }: Phrase): boolean {
  const { subject, fresh, item } = state;
  if (!subject?.own || subject.free || !fresh || !item || item.end > start) return false;
  return (
    nounPhrase(text.slice(item.end, start)) === "" && parts.every(({ word }) => isFund(word.gives))
  );
}

/** Nothing but a fund, and the flow that is its own. */
function isFund({ fund, kind, item, functionCode }: Coordinates): boolean {
  return fund !== undefined && [kind, item, functionCode].every((one) => one === undefined);
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
  const part = partOfVehicles(run, name);
  if (part) {
    setSubject(run, { name, coordinates: [part], own: true, free: false });
    return;
  }
  const code = functionCodeOf(name, run.context.year, run.path);
  if (code) setFunction(run, name, code, run.path);
  else setSubject(run, freeSubject(name));
}

/** 公务用车购置及运行费560万元，其中购置费60万元，运行费500万元 */
function partOfVehicles({ state }: Run, name: string): Coordinates | undefined {
  if (state.whole?.subject.coordinates[0]?.item !== "three_public.vehicle") return undefined;
  const found = VEHICLE_PARTS.find(([words]) => words.test(name));
  return found && { flow: "expenditure", item: found[1] };
}

const VEHICLE_PARTS = [
  [/^(?:车辆)?购置(?:费|支出|费用)$/, "three_public.vehicle.purchase"],
  [/^(?:车辆)?运行(?:维护)?(?:费|支出|费用)$/, "three_public.vehicle.operation"],
] as const;

export function setSubject(run: Run, subject: Subject): void {
  run.state.subject = run.reason ? { ...subject, coordinates: [{}], free: true } : subject;
  Object.assign(run.state, { fresh: true, loose: "", item: undefined });
  run.state.names++;
}

/** 货物采购授予中小企业合同金额占货物支出的90%: what it is a share of was not stated before. */
export function nameOfShare({ text, state }: Run, end: number): void {
  const name = nounPhrase(text.slice(state.from, end));
  if (nounPhrase(state.loose) === "" || name.length < 4 || name.length > MAX_NAME) return;
  Object.assign(state, { subject: freeSubject(name), fresh: true, loose: "" });
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
