import type { Figure } from "./figures.ts";
import type { Run } from "./state.ts";
import { freeSubject, nounPhrase } from "./subject.ts";
import type { UnreadReason } from "./unread.ts";

/** 满意度≥90%: what is aimed at. */
export function readTarget(run: Run, figure: Figure): UnreadReason | undefined {
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
