import type { Disclosure } from "../../model/disclosure.ts";
import type { TableId } from "../../model/table-ids.ts";

/** A printed reason for which a figure of another disclosure is repeated otherwise. */
export interface Said {
  readonly text: string;
  /** The table below which it stands; missing for sentences of the text. */
  readonly table?: TableId;
}

/** Words that say that figures of before, or of the budget, are not printed as they were. */
const RESTATED =
  /口径|可比|追溯|重述|更正|划转|划入|划出|机构改革|全年预算数|调整后的?预算|调整预算|预算调整|追加/;

/** Notes and sentences of a disclosure that say so. */
export function restatements({ tables, statements }: Disclosure): Said[] {
  const notes = tables.flatMap(({ id, notes }) => notes.map((text) => ({ text, table: id })));
  const sentences = [...new Set(statements.map(({ sentence }) => sentence))];
  return [...notes, ...sentences.map((text) => ({ text }))].filter(({ text }) =>
    RESTATED.test(text),
  );
}

/** Which figures a reason has to speak of: those of a year, or those of the budget. */
export const SPEAKS_OF = {
  budget: () => /预算/,
  year: (before: string) => new RegExp(`上年|去年|${before}`),
} as const;

/** What is printed for one table: below it, or else in the text. */
export function reasonFor(said: readonly Said[], table: TableId, of: RegExp): string {
  const about = said.filter(({ text }) => of.test(text));
  const below = about.filter((one) => one.table === table);
  return (below.length > 0 ? below : about.filter((one) => one.table === undefined))
    .map(({ text }) => text)
    .join(" ");
}
