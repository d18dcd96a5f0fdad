import type { Contribution, Described } from "../write/combined.ts";
import { supersededStem } from "../write/paths.ts";
import type { Records } from "../write/records.ts";
import type { Assembled, Member, Publishable } from "./assembly.ts";
import type { StoredAssembly } from "./assembly-job.ts";
import { fileLines } from "./file-lines.ts";
import type { Unreadable } from "./index-file.ts";
import type { StoredRecord } from "./job.ts";
import { metBy } from "./meetings.ts";
import { isDone, type Publication, type PublicationRequest } from "./publication.ts";
import { unreadableLine } from "./report.ts";
import { compare } from "./sources.ts";
import { storedRecord } from "./store.ts";
import { withWitnesses } from "./witnesses.ts";

/**
 * What goes to the combined files, in their order: disclosures by what they are about, then the documents that failed by name,
 * then every file that was seen. One disclosure is in memory at a time.
 */
export function* contributions(
  request: PublicationRequest,
  { assembly }: Publication,
  signal?: AbortSignal,
): Generator<Contribution, void, undefined> {
  for (const disclosure of assembly.disclosures) {
    signal?.throwIfAborted();
    yield ofDisclosure(disclosure, request.output.departments);
  }
  yield* ofFailures(request.entries, request.unreadable);
  yield { lines: { files: fileLines(request) } };
}

function ofDisclosure(disclosure: Assembled, departments: boolean): Contribution {
  const { store, key, stem, line, members } = disclosure;
  const stored = storedRecord(store, key) as StoredRecord | StoredAssembly;
  const { tables, ...records } = stored.records as Records;
  const { held, differences } = metBy(disclosure);
  const own: Described = { stem, document: line.documents.split(" ")[0] ?? "", line, tables };
  return {
    lines: {
      ...records,
      ...withWitnesses(records, held),
      documents: members.map((member) => member.line),
      disclosures: [line],
      differences: [...("differences" in stored ? stored.differences : []), ...differences],
    },
    described: departments
      ? [own, ...members.filter(({ role }) => role !== "stands").map(ofEdition)]
      : [],
  };
}

function ofEdition({ entry, line }: Member): Described {
  const records = recordsIn(entry);
  const stem = supersededStem(entry.stem, line.document);
  return { stem, document: line.document, line, tables: records?.tables ?? [] };
}

/** What cannot be used: the same bytes once. */
function* ofFailures(
  entries: readonly Publishable[],
  unreadable: readonly Unreadable[],
): Generator<Contribution, void, undefined> {
  const failed = [
    ...entries.filter((entry) => !isDone(entry)),
    ...unreadable.map((failure) => ({ source: failure.source, line: unreadableLine(failure) })),
  ];
  const told = new Set<string>();
  for (const entry of failed.sort((a, b) => compare(a.source, b.source))) {
    const { line } = entry;
    if (line.document !== "" && told.has(line.document)) continue;
    told.add(line.document);
    const records = "key" in entry ? recordsIn(entry) : undefined;
    yield { lines: { documents: [line], ...(records && { checks: records.checks }) } };
  }
}

function recordsIn({ store, key }: Publishable): Records | undefined {
  return (storedRecord(store, key) as StoredRecord).records;
}
