import { extname } from "node:path";
import type { Status } from "../model/fact.ts";
import { type DocumentRecord, documentRecord } from "../write/documents.ts";
import type { Assembled, Assembly } from "./assembly.ts";
import type { Entry, Index, Unreadable } from "./index-file.ts";
import { compare, type OtherFile } from "./sources.ts";

/** What became of one source in this run: its line in documents.csv, with `unchanged` where it was not read again. */
export type SourceResult = DocumentRecord;

/** The line in documents.csv of a source that could not be read. */
export function unreadableLine(failure: Unreadable): SourceResult {
  return documentRecord({ outcome: "failed", failure });
}

/** The machine-readable report of a run. It has times, so it is no part of the datasets. */
export interface RunReport {
  readonly run: string;
  readonly tool: string;
  readonly title: string;
  readonly started: string;
  readonly seconds: number;
  readonly out: string;
  /** Whether the output was left as it was because no source was found at all. */
  readonly untouched: boolean;
  readonly documents: {
    readonly done: number;
    readonly unchanged: number;
    readonly failed: number;
  };
  readonly tables: number;
  readonly figures: { readonly total: number } & Readonly<Record<Status, number>>;
  readonly threePublic: number;
  /** Sources that gave nothing, and sources that could not be searched, with the reason. */
  readonly failures: readonly { readonly source: string; readonly reason: string }[];
  /** How many of them did not fail the last time, or for another reason. */
  readonly newFailures: number;
  /** What could not be read of documents: amounts that are in no figure, and pages. */
  readonly unread: readonly Unread[];
  /** Departments with figures in conflict, most first. */
  readonly conflicts: readonly { readonly department: string; readonly figures: number }[];
  /** Disclosures that the documents come to. */
  readonly disclosures: number;
  /** Documents that the combined files leave out, or have in part, and why. */
  readonly leftOut: readonly LeftOut[];
  /** Files in the folders whose format is not read, by extension. */
  readonly otherFormats: Readonly<Record<string, number>>;
}

/**
 * - `edition`: another document has all of it in a better edition
 * - `partly`: another has a part of it in a better edition
 * - `duplicate`: the same bytes as another source
 */
export interface LeftOut {
  readonly source: string;
  readonly role: "edition" | "partly" | "duplicate";
  readonly than: string;
}

/** What of a source was not read; checks.csv has a line for each page and title. */
export interface Unread {
  readonly source: string;
  readonly amounts: number;
  /** 1-based numbers, as a range of text: `3 4`. */
  readonly pages: string;
}

/** What a run tells while it is at work; a reporter hears what it cares for. */
export interface Reporter {
  /** The sources are known. */
  started?(sources: number): void;
  /** One more source is done with, in whatever order. */
  source?(result: SourceResult): void;
  /** All sources are done with; the datasets are being written. */
  writing?(): void;
  /** An error of ours while one source was read; the source is reported as failed besides. */
  bug?(source: string, error: Error): void;
  finished?(report: RunReport): void;
}

/** Tells several reporters the same. */
export function allOf(reporters: readonly Reporter[]): Reporter {
  function tell(what: (reporter: Reporter) => void): void {
    for (const reporter of reporters) what(reporter);
  }
  return {
    started: (sources) => tell((each) => each.started?.(sources)),
    source: (result) => tell((each) => each.source?.(result)),
    writing: () => tell((each) => each.writing?.()),
    bug: (source, error) => tell((each) => each.bug?.(source, error)),
    finished: (report) => tell((each) => each.finished?.(report)),
  };
}

export interface RunFacts {
  readonly run: string;
  readonly tool: string;
  readonly title: string;
  readonly started: Date;
  readonly ended: Date;
  readonly out: string;
  readonly untouched: boolean;
  readonly others: readonly OtherFile[];
  readonly entries: readonly Entry[];
  /** Sources that were not read again. */
  readonly unchanged: ReadonlySet<string>;
  readonly unreadable: readonly Unreadable[];
  readonly assembly: Assembly;
  /** What the last run knew. */
  readonly before?: Index | undefined;
}

/** Documents are counted all; tables and figures as the disclosures have them. */
export function reportOf(facts: RunFacts): RunReport {
  const { entries, unchanged, unreadable, assembly } = facts;
  const { disclosures } = assembly;
  const done = entries.filter(({ line }) => line.outcome === "done");
  const failed = entries.filter(({ line }) => line.outcome === "failed");
  const sum = (count: (disclosure: Assembled) => string | number): number =>
    disclosures.reduce((total, disclosure) => total + Number(count(disclosure)), 0);
  return {
    run: facts.run,
    tool: facts.tool,
    title: facts.title,
    started: facts.started.toISOString(),
    seconds: (facts.ended.getTime() - facts.started.getTime()) / 1000,
    out: facts.out,
    untouched: facts.untouched,
    documents: {
      done: done.length - unchanged.size,
      unchanged: unchanged.size,
      failed: failed.length + unreadable.length,
    },
    disclosures: disclosures.length,
    tables: sum(({ tables }) => tables),
    figures: {
      total: sum(({ line }) => line.facts),
      proved: sum(({ line }) => line.proved),
      stated: sum(({ line }) => line.stated),
      repaired: sum(({ line }) => line.repaired),
      unproved: sum(({ line }) => line.unproved),
      conflict: sum(({ line }) => line.conflict),
    },
    threePublic: sum(({ threePublic }) => threePublic),
    failures: [
      ...failed.map(({ source, line }) => ({ source, reason: line.reason })),
      ...unreadable.map(({ source, reason }) => ({ source, reason })),
    ].sort((a, b) => compare(a.source, b.source)),
    newFailures: countNew([...failed, ...unreadable], facts.before),
    unread: entries.flatMap(({ source, line }) => {
      const [amounts, pages] = [Number(line.unplaced), line.scanned_pages];
      return amounts > 0 || pages !== "" ? [{ source, amounts, pages }] : [];
    }),
    conflicts: conflictsOf(disclosures),
    leftOut: leftOutOf(assembly),
    otherFormats: formatsOf(facts.others),
  };
}

/** A failure is known if its source failed the last time, for the same reason. */
function countNew(
  failures: readonly { readonly source: string; readonly why?: string }[],
  before: Index | undefined,
): number {
  const failed = before?.entries.filter(({ line }) => line.outcome === "failed") ?? [];
  const known = new Set(
    [...failed, ...(before?.head.unreadable ?? [])].map(({ source, why }) => `${source}\n${why}`),
  );
  return failures.filter(({ source, why }) => !known.has(`${source}\n${why}`)).length;
}

function leftOutOf({ disclosures, duplicates }: Assembly): LeftOut[] {
  const editions = disclosures.flatMap(({ members }) =>
    members.flatMap(({ entry, role, than }): LeftOut[] =>
      role !== "stands" && than !== undefined ? [{ source: entry.source, role, than }] : [],
    ),
  );
  const same = duplicates.map(
    ({ entry, than }): LeftOut => ({ source: entry.source, role: "duplicate", than }),
  );
  return [...editions, ...same].sort((a, b) => compare(a.source, b.source));
}

/** How many files there are of each format, by extension. */
function formatsOf(others: readonly OtherFile[]): Record<string, number> {
  const formats: Record<string, number> = {};
  for (const { name } of others) {
    const extension = extname(name).toLowerCase();
    formats[extension] = (formats[extension] ?? 0) + 1;
  }
  return formats;
}

function conflictsOf(disclosures: readonly Assembled[]): RunReport["conflicts"] {
  const figures = new Map<string, number>();
  for (const { line } of disclosures) {
    const count = Number(line.conflict);
    if (count > 0) figures.set(line.department, (figures.get(line.department) ?? 0) + count);
  }
  return [...figures]
    .map(([department, count]) => ({ department, figures: count }))
    .sort((a, b) => b.figures - a.figures || compare(a.department, b.department));
}
