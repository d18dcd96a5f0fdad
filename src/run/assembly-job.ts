import { sharesOf, sharesText, unitsIn } from "../assemble/between/shared.ts";
import { differencesOf } from "../assemble/differences.ts";
import { partFrom } from "../assemble/part.ts";
import type { Role } from "../assemble/standing.ts";
import { together } from "../assemble/together.ts";
import type { Disclosure } from "../model/disclosure.ts";
import type { Status } from "../model/fact.ts";
import { originsOf } from "../model/ids.ts";
import { countsOf } from "../write/counts.ts";
import { departmentFiles } from "../write/department-files.ts";
import { type DifferenceRecord, differenceRecords } from "../write/differences.ts";
import { type DisclosureRecord, disclosureRecord } from "../write/disclosures.ts";
import { decimalsIn } from "../write/measure.ts";
import { stemOf } from "../write/paths.ts";
import { integer } from "../write/place.ts";
import { type Records, recordsOf } from "../write/records.ts";
import type { SuccessionRecord } from "../write/successions.ts";
import type { OutputOptions } from "./plan.ts";
import { isStored, store, storedHead, storedPart } from "./store.ts";
import { countThreePublic } from "./three-public.ts";

/** The documents of one department, year, stage and scope, to be put together. */
export interface AssemblyTask {
  readonly members: readonly {
    readonly store: string;
    readonly key: string;
    readonly trusted: number;
  }[];
  /** Folder that takes the result, and the key under which. */
  readonly state: string;
  readonly key: string;
  readonly output: OutputOptions;
}

/** What the figures of one document came to in its disclosure. */
export type DocumentCounts = Readonly<Record<Status | "facts" | "statements", string>>;

/** A disclosure that was put together; its records and files lie in the store. */
export interface AssemblyOutcome {
  readonly stem: string;
  /** Ends of the names of its files, after the stem. */
  readonly files: readonly string[];
  readonly line: DisclosureRecord;
  readonly tables: number;
  readonly threePublic: number;
  readonly units: readonly string[];
  readonly decimals: number;
  readonly successions?: readonly SuccessionRecord[];
  readonly documents: readonly AssembledDocument[];
}

export interface AssembledDocument {
  readonly document: string;
  readonly role: Role;
  readonly than?: string;
  readonly counts: DocumentCounts;
}

export interface StoredAssembly extends AssemblyOutcome {
  readonly records: Records;
  readonly differences: readonly DifferenceRecord[];
}

/** Puts documents together that were read before, maybe elsewhere, and stores what they come to. */
export async function assembleStored(task: AssemblyTask): Promise<AssemblyOutcome> {
  const { state, key, output } = task;
  if (isStored(state, key)) {
    const { differences: _, ...outcome } = storedHead(state, key) as Omit<
      StoredAssembly,
      "records"
    >;
    return outcome;
  }
  const { disclosure, standings } = together(
    task.members.map((member) => ({
      part: partFrom(storedPart(member.store, member.key)),
      trusted: member.trusted,
    })),
  );
  const editions = standings.filter(({ role }) => role !== "stands");
  const records = recordsOf(disclosure);
  const stem = stemOf(disclosure);
  const files = output.departments ? await departmentFiles(disclosure, output, records) : [];
  const counts = countsByDocument(disclosure);
  const shares = sharesOf(disclosure);
  const outcome: AssemblyOutcome = {
    stem,
    files: files.map(({ path }) => path.slice(stem.length)),
    line: disclosureRecord(
      disclosure,
      editions.map(({ document }) => document),
    ),
    tables: disclosure.tables.length,
    threePublic: countThreePublic(records),
    units: unitsIn(shares),
    decimals: decimalsIn(records.facts),
    ...(records.successions.length > 0 && { successions: records.successions }),
    documents: standings.map(({ document, role, than }) => ({
      ...{ document, role, counts: counts(document) },
      ...(than !== undefined && { than }),
    })),
  };
  const { department, year } = disclosure.identity;
  const told = { disclosure: stem, department, year };
  const differences = differenceRecords(told, differencesOf(disclosure, standings));
  const stored: StoredAssembly = { ...outcome, records, differences };
  store(state, key, stored, files, { shares: sharesText(shares) });
  return outcome;
}

function countsByDocument(disclosure: Disclosure): (document: string) => DocumentCounts {
  const origins = originsOf(disclosure);
  return (document) => {
    const facts = disclosure.facts.filter((fact) => origins.ofTable(fact.tableIndex) === document);
    const said = disclosure.statements.filter(({ place }) => origins.at(place) === document);
    return {
      ...countsOf(facts),
      facts: integer(facts.length),
      statements: integer(said.length),
    };
  };
}
