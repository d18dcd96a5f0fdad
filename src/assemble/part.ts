import type { Check } from "../model/check.ts";
import type { Identity, SourceDocument } from "../model/disclosure.ts";
import type { Indicator, Statement, Succession } from "../model/narrative.ts";
import type { Place } from "../model/place.ts";
import { revived } from "../model/plain.ts";
import type { Table } from "../model/table.ts";
import type { TableId } from "../model/table-ids.ts";
import type { NarrativeStatement } from "../narrate/prose/statements.ts";

/** What one document says, before anything is held against anything: its part of a disclosure. */
export interface Part extends SourceDocument {
  readonly identity: Identity;
  /** Date of the revision that it declares (`2024-03-15`), or empty. */
  readonly revised: string;
  /** Tables as printed, those of forms last. */
  readonly tables: readonly Table[];
  readonly tablesAbsent: readonly TableId[];
  /** Names of the budget units that it uses. */
  readonly units: readonly string[];
  readonly indicators: readonly Indicator[];
  /** What its sentences state. */
  readonly statements: readonly NarrativeStatement[];
  /** What it says of its department's earlier names; missing where it says nothing. */
  readonly successions?: readonly Succession[];
  /** What its forms state. */
  readonly schedules: readonly Statement[];
  /** Of who, when and what, and of its tables. */
  readonly checks: readonly Check[];
  /** Of its sentences and forms. */
  readonly unread: readonly Check[];
  /** Of all that it prints: what is in nothing of this. */
  readonly account: readonly Check[];
}

export function partText(part: Part): string {
  return JSON.stringify(part);
}

/** A part from its text. Statements of one paragraph share its place, as they did. */
export function partFrom(text: string): Part {
  const part = JSON.parse(text, revived) as Part;
  const places = new Map<string, Place>();
  const statements = part.statements.map((statement) => {
    const key = JSON.stringify(statement.place);
    const place = places.get(key) ?? statement.place;
    places.set(key, place);
    return { ...statement, place };
  });
  return { ...part, statements };
}
