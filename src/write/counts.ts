import { STATUSES, type Status } from "../model/fact.ts";
import { field } from "./dataset.ts";
import { integer } from "./place.ts";

const count = { required: true } as const;

/** How many figures there are, and of which status: of a document and of a disclosure alike. */
export const COUNTS = [
  field("integer", "facts", "数据数", "Figures: the sum of the five statuses.", count),
  field("integer", "proved", "已证实", "Figures with status proved.", count),
  field("integer", "stated", "有文字印证", "Figures with status stated.", count),
  field("integer", "repaired", "已修复", "Figures with status repaired.", count),
  field("integer", "unproved", "未证实", "Figures with status unproved.", count),
  field("integer", "conflict", "矛盾", "Figures with status conflict.", count),
] as const;

/** How many figures have each status. */
export function countsOf(facts: readonly { readonly status: Status }[]): Record<Status, string> {
  const counts = new Map<Status, number>();
  for (const { status } of facts) counts.set(status, (counts.get(status) ?? 0) + 1);
  return Object.fromEntries(
    STATUSES.map((status) => [status, integer(counts.get(status) ?? 0)]),
  ) as Record<Status, string>;
}
