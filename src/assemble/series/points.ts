import type { Disclosure } from "../../model/disclosure.ts";
import type { Fact } from "../../model/fact.ts";
import type { Message } from "../../model/message.ts";
import { catalogueFor, type Dimension } from "../../normalise/catalogue/index.ts";
import { groupBy } from "../../normalise/ledger/keys.ts";
import { flagsOf } from "../../taxonomy/tables/declarations.ts";
import { ITEM_CONCEPTS } from "../../taxonomy/words/items.ts";
import { figuresOf } from "../figures/index.ts";
import { codeNow } from "./moves.ts";
import { reformOf } from "./reforms.ts";

/** What a line of figures through the years is about. */
export const SUBJECT_TYPES = ["total", "function", "economic", "gov-economic", "item"] as const;
export type SubjectType = (typeof SUBJECT_TYPES)[number];

/** A figure as a point of a line through the years. */
export interface Point {
  readonly fact: Fact;
  readonly type: SubjectType;
  /** The code under which the subject goes on, or the id of an item; empty for totals. */
  readonly subject: string;
  /** Its latest name. */
  readonly name: string;
  /** The year since which the subject is the same thing, and why it is not what it was before. */
  readonly since?: string;
  readonly why?: Message;
}

/** Late enough for the latest names of the catalogue. */
const LATEST = "9999";

/**
 * The figures of a disclosure that go on from year to year: of its own stage and year, of all its units, of one subject. What has
 * two amounts has no place in a line.
 */
export function pointsOf({ facts, identity }: Disclosure): Point[] {
  const { figures } = figuresOf(facts, identity.stage);
  const own = figures
    .map(({ fact }) => fact)
    .filter((fact) => {
      const { apart, outside, partial, things } = flagsOf(fact.table);
      return (
        fact.period === "current" &&
        fact.stage === identity.stage &&
        !(apart || outside || partial || things) &&
        (fact.unitCode ?? fact.unitName ?? fact.projectCode ?? fact.projectName) === undefined
      );
    });
  const points = own.flatMap((fact) => pointOf(fact, identity.year) ?? []);
  return [...groupBy(points, keyOf).values()].flatMap((same) => (same.length === 1 ? same : []));
}

function keyOf({ fact, type, subject }: Point): string {
  return [fact.flow, fact.fund, fact.kind, type, subject].join("|");
}

function pointOf(fact: Fact, year: string): Point | undefined {
  const codes: readonly (readonly [Dimension, string | undefined])[] = [
    ["function", fact.functionCode],
    ["economic", fact.economicCode],
    ["gov-economic", fact.govEconomicCode],
  ];
  const [subject, ...more] = codes.flatMap(([dimension, code]) =>
    code === undefined ? [] : [{ dimension, code }],
  );
  if (more.length > 0 || (subject && fact.item)) return undefined;
  if (subject) return ofSubject(fact, subject.dimension, subject.code, year);
  if (fact.item)
    return { fact, type: "item", subject: fact.item, name: ITEM_CONCEPTS[fact.item].zh };
  return { fact, type: "total", subject: "", name: "" };
}

function ofSubject(fact: Fact, type: Dimension, code: string, year: string): Point {
  const subject = codeNow(type, code, year);
  const reform = reformOf(type, subject, year);
  return {
    ...{ fact, type, subject },
    name: catalogueFor(LATEST).subject(type, subject)?.name ?? fact.label,
    ...(reform && { since: reform.since, why: reform.why }),
  };
}
