import type { Contribution } from "../write/combined.ts";
import { partOf, UNREAD } from "../write/parts.ts";
import type { Records } from "../write/records.ts";
import type { Assembled, Publishable } from "./assembly.ts";
import type { StoredAssembly } from "./assembly-job.ts";
import { fileLines } from "./file-lines.ts";
import type { Unreadable } from "./index-file.ts";
import type { StoredRecord } from "./job.ts";
import { through } from "./lineage.ts";
import { metBy } from "./meetings.ts";
import { isDone, type Publication, type PublicationRequest } from "./publication.ts";
import { unreadableLine } from "./report.ts";
import { compare } from "./sources.ts";
import { storedRecord } from "./store.ts";
import { withWitnesses } from "./witnesses.ts";

/**
 * What goes to the combined files, in their order: disclosures by what they are about, then the documents that failed by name,
 * then every file that was seen. One disclosure is in memory at a time. Where datasets are written in parts, those that stand as
 * they should are not read at all.
 */
export function* contributions(
  request: PublicationRequest,
  { assembly, standing }: Publication,
  signal?: AbortSignal,
): Generator<Contribution, void, undefined> {
  const { parts, formats } = request.output;
  // A file of all has to have all lines again; Parquet alone and files in parts do not.
  const isApart = parts || !formats.some((format) => format === "csv" || format === "xlsx");
  for (const disclosure of assembly.disclosures) {
    signal?.throwIfAborted();
    const part = partOf(disclosure.line);
    const stands = standing.has(part);
    yield stands && isApart
      ? { lines: linesOf(disclosure) }
      : { ...ofDisclosure(disclosure), ...(!stands && { part }) };
  }
  const isTold = standing.has(UNREAD) && isApart;
  yield* ofFailures(request.entries, request.unreadable, isTold);
  yield { lines: { files: fileLines(request) } };
}

/** The lines of a disclosure for which nothing has to be read. */
function linesOf({ line, members }: Assembled): Contribution["lines"] {
  return { documents: members.map((member) => member.line), disclosures: [line] };
}

function ofDisclosure(disclosure: Assembled): Contribution {
  const { store, key, ancestor } = disclosure;
  const stored = storedRecord(store, key) as StoredRecord | StoredAssembly;
  const records = stored.records as Records;
  const { held, differences } = metBy(disclosure);
  return {
    lines: {
      ...records,
      ...withWitnesses(records, held),
      ...(ancestor && { series: records.series.map((line) => through(line, ancestor)) }),
      ...linesOf(disclosure),
      differences: [...("differences" in stored ? stored.differences : []), ...differences],
    },
  };
}

/** What cannot be used: the same bytes once. */
function* ofFailures(
  entries: readonly Publishable[],
  unreadable: readonly Unreadable[],
  isTold: boolean,
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
    const records = "key" in entry && !isTold ? recordsIn(entry) : undefined;
    yield {
      lines: { documents: [line], ...(records && { checks: records.checks }) },
      ...(records && { part: UNREAD }),
    };
  }
}

function recordsIn({ store, key }: Publishable): Records | undefined {
  return (storedRecord(store, key) as StoredRecord).records;
}
