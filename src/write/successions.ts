import type { Disclosure } from "../model/disclosure.ts";
import { originsOf } from "../model/ids.ts";
import { dataset, field, type RecordOf } from "./dataset.ts";
import { IDENTITY } from "./identity.ts";
import { PLACE, placeRecord } from "./place.ts";

/** successions.csv: what documents say that departments were called before, or were made of. */
export const SUCCESSIONS = dataset({
  name: "successions",
  refers: { document: "documents" },
  title: "机构沿革",
  description:
    "What documents say that their department, or a unit of it, was called before or was made of: one line a sentence. Nothing here is inferred.",
  fields: [
    IDENTITY.document,
    IDENTITY.division_code,
    IDENTITY.division,
    IDENTITY.department,
    IDENTITY.year,
    field("text", "successor", "后来的名称", "The later name, with its place.", { required: true }),
    field(
      "text",
      "predecessors",
      "原来的名称",
      "Departments that went over to it with all that they were, separated by spaces.",
      { required: true },
    ),
    field(
      "boolean",
      "merged",
      "是否合并组建",
      "true if it was made of several, or of a part of another as well: it is then another department, and its figures are not theirs. false if one goes on under its name.",
      { required: true },
    ),
    field("year", "since", "年份", "The year that the sentence gives; empty if it gives none."),
    field("text", "sentence", "原句", "The sentence.", { required: true }),
    PLACE.page,
    PLACE.line,
  ],
});
export type SuccessionRecord = RecordOf<typeof SUCCESSIONS>;

export function successionRecords(disclosure: Disclosure): SuccessionRecord[] {
  const { identity, successions = [] } = disclosure;
  const { at } = originsOf(disclosure);
  return successions.map(({ department, from, merged, since = "", sentence, place }) => {
    const { page, line } = placeRecord(place);
    return {
      document: at(place),
      ...{ division_code: identity.divisionCode, division: identity.division },
      ...{ department: identity.department, year: identity.year },
      ...{ successor: department, predecessors: from.join(" "), merged: String(merged) },
      ...{ since, sentence, page, line },
    };
  });
}
