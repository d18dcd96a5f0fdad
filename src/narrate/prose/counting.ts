import { readTarget } from "./aiming.ts";
import type { Figure } from "./figures.ts";
import type { Run } from "./state.ts";
import { freeSubject, nounPhrase } from "./subject.ts";
import type { UnreadReason } from "./unread.ts";
import { RESPECTIVELY } from "./vocabulary.ts";

/** 团组, 人次, 辆, 批次 … and what they count. */
export function readCount(run: Run, figure: Figure): UnreadReason | undefined {
  const { state } = run;
  const name = nameOf(run, figure);
  if (state.mode === "target" && name) return readTarget(run, figure);
  if (!name) return "free-count";
  // 接待27批次，较上年增加3批次，150人次: what is counted stays what it was.
  if (!state.direction) state.counted = name;
  state.countedEnd = figure.end;
  // 上年未安排，计划安排团组1个: what is planned is this year's.
  if (/计划|拟|预计/.test(run.text.slice(state.clause, figure.start))) state.period = "current";
  run.assertions.push({
    ...{ subject: freeSubject(name), measure: "count", period: state.period, figure },
    ...{ sentences: [run.number] },
  });
  state.direction = undefined;
}

function nameOf({ state, text }: Run, figure: Figure): string | undefined {
  const words = text.slice(state.from, figure.start);
  const before = nounPhrase(words);
  const behind = BEHIND.exec(text.slice(figure.end, figure.end + 20))?.[0] ?? "";
  if (state.direction && state.counted && CHANGED.test(before))
    return state.counted + before.replace(/^[较比]/, "");
  const [next, ...others] = state.counting ?? [];
  if (/^[、和及与]?$/.test(before) && next) {
    state.counting = others;
    return next;
  }
  const names = before.split(/[及和与、]/);
  if (names.length > 1 && RESPECTIVELY.test(words)) {
    state.counting = names.slice(1);
    return names[0];
  }
  const isName = before.length > 1 && !SUBORDINATE.test(before);
  if (isName && !(behind && /[和及、]$/.test(before)))
    return before.endsWith("等") || VERB.test(before) ? before + behind : before;
  return behind || PLAIN.exec(words)?.[1] || state.counted || state.subject?.name;
}

const SUBORDINATE = /^(?:本级|机关)?[及和]?(?:下属|所属)?$/;
/** 较上年增加3批次 */
const CHANGED = /^[较比]?(?:增加|减少|增长|下降|上升)$/;
/** 召开2次会议: the name goes on behind the figure. */
const VERB = /^(?:拟|计划)?(?:召开|举办|开展|组织|安排|参加)$/;
/** Names that are made of words which otherwise only lead to a figure. */
const PLAIN = /(人数|次数|批次数?)[为共]?$/;
/** 2个预算单位开展了 …: what is counted stands behind the figure. */
const BEHIND = /^[^，。；、:()\d]{2,10}?(?=开展|实行|进行|实施|纳入|编报|财政|预算|[，。；、和的])/;
