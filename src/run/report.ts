import type { Status } from "../model/fact.ts";
import { type DocumentRecord, documentRecord } from "../write/documents.ts";
import type { Standing } from "./editions.ts";
import type { Entry, Unreadable } from "./index-file.ts";
import { compare } from "./sources.ts";

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
  /** What could not be read of documents: amounts that are in no figure, and pages. */
  readonly unread: readonly Unread[];
  /** Departments with figures in conflict, most first. */
  readonly conflicts: readonly { readonly department: string; readonly figures: number }[];
  /** Documents that the combined files leave out. */
  readonly leftOut: readonly ({ readonly source: string } & Exclude<
    Standing,
    { role: "current" }
  >)[];
  /** Files in the folders whose format is not read, by extension. */
  readonly otherFormats: Readonly<Record<string, number>>;
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
  readonly otherFormats: ReadonlyMap<string, number>;
  readonly entries: readonly Entry[];
  /** Sources that were not read again. */
  readonly unchanged: ReadonlySet<string>;
  readonly unreadable: readonly Unreadable[];
  readonly standing: ReadonlyMap<string, Standing>;
}

/** Documents are counted all; tables and figures where they stand in the combined files. */
export function reportOf(facts: RunFacts): RunReport {
  const { entries, unchanged, unreadable, standing } = facts;
  const done = entries.filter(({ line }) => line.outcome === "done");
  const failed = entries.filter(({ line }) => line.outcome === "failed");
  const current = done.filter(({ source }) => standing.get(source)?.role === "current");
  const sum = (count: (entry: Entry) => string | number): number =>
    current.reduce((total, entry) => total + Number(count(entry)), 0);
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
    tables: sum(({ line }) => line.tables),
    figures: {
      total: sum(({ line }) => line.facts),
      proved: sum(({ line }) => line.proved),
      stated: sum(({ line }) => line.stated),
      repaired: sum(({ line }) => line.repaired),
      unproved: sum(({ line }) => line.unproved),
      conflict: sum(({ line }) => line.conflict),
    },
    threePublic: sum((entry) => entry.threePublic),
    failures: [
      ...failed.map(({ source, line }) => ({ source, reason: line.reason })),
      ...unreadable,
    ].sort((a, b) => compare(a.source, b.source)),
    unread: entries.flatMap(({ source, line }) => {
      const [amounts, pages] = [Number(line.unplaced), line.scanned_pages];
      return amounts > 0 || pages !== "" ? [{ source, amounts, pages }] : [];
    }),
    conflicts: conflictsOf(current),
    leftOut: done.flatMap(({ source }) => {
      const found = standing.get(source);
      return found && found.role !== "current" ? [{ source, ...found }] : [];
    }),
    otherFormats: Object.fromEntries(facts.otherFormats),
  };
}

function conflictsOf(current: readonly Entry[]): RunReport["conflicts"] {
  const figures = new Map<string, number>();
  for (const { line } of current) {
    const count = Number(line.conflict);
    if (count > 0) figures.set(line.department, (figures.get(line.department) ?? 0) + count);
  }
  return [...figures]
    .map(([department, count]) => ({ department, figures: count }))
    .sort((a, b) => b.figures - a.figures || compare(a.department, b.department));
}
