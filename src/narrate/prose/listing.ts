import type { Run } from "./state.ts";
import { freeSubject, type Subject } from "./subject.ts";

/** What lies between the items of a list: 会议费、培训费和公务接待费, “会议费”“培训费”. */
const BETWEEN = /^[”"]?(?:[、和及与]|以及)?[“"]?$/;
const BETWEEN_MORE = /^[”"]?[，、和及与][“"]?$/;

/** Items that are named one after another without a figure: one subject. */
export function listed(run: Run, start: number, subject: Subject): Subject | undefined {
  const { subject: known, fresh, item } = run.state;
  if (!known || !fresh || !item || !isListed(known) || !isListed(subject)) return undefined;
  const between = run.text.slice(item.end, start);
  if (!BETWEEN.test(between) && !(known.list && BETWEEN_MORE.test(between))) return undefined;
  const list = [...(known.list ?? [known]), subject];
  return {
    name: run.text.slice(item.start, start) + subject.name,
    ...{ coordinates: list.flatMap((one) => one.coordinates), own: true, free: false, list },
  };
}

/** The total of the three public expenses is no item among them. */
function isListed({ own, free, coordinates }: Subject): boolean {
  return own && !free && coordinates.every(({ item }) => item && item !== "three_public");
}

/** A figure of several items, or a change of them together, is of their sum: no table has it. */
export function asSum({ state }: Run): void {
  const { subject, each } = state;
  if (subject?.list && !each) state.subject = freeSubject(subject.name);
}
