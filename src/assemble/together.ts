import type { Disclosure } from "../model/disclosure.ts";
import { assemble } from "./disclosure.ts";
import { type Candidate, type Standing, standingsOf } from "./standing.ts";

/** A disclosure of several documents, and what each of them gives to it. */
export interface Together {
  readonly disclosure: Disclosure;
  /** The best document first. */
  readonly standings: readonly Standing[];
}

/** Puts the documents of one department, year, stage and scope together: each table and each text from the document that has it best. */
export function together(candidates: readonly Candidate[]): Together {
  const standings = standingsOf(candidates);
  const [lead, ...others] = standings
    .filter(({ role }) => role !== "edition")
    .map(({ part }) => part);
  if (!lead) throw new Error("no document stands");
  return { disclosure: assemble([lead, ...others]), standings };
}
