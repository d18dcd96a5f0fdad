import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { disclosuresIn } from "../assemble/naming.ts";
import { InputError } from "../model/errors.ts";
import { DEFAULT_LIMITS } from "../run/plan.ts";
import { createPool } from "../run/pool.ts";
import type { SourceFile } from "../run/sources.ts";
import type { DeclaredWords } from "../taxonomy/own/schema.ts";
import { jobUrl } from "./job-url.ts";
import type { ThreePublicFigure } from "./three-public-figures.ts";
import type { Answer, Read, Task } from "./three-public-job.ts";

export interface Reading {
  readonly words: { readonly words?: DeclaredWords };
  /** Processor time for one document. */
  readonly seconds: number;
  readonly fail: (name: string, reason: string) => void;
  readonly signal: AbortSignal;
}

/** The figures of each disclosure, and how many files were read: those of one disclosure are put together as a run does it. */
export async function readThreePublic(
  files: readonly SourceFile[],
  { words, seconds, fail, signal }: Reading,
): Promise<{ read: number; figures: readonly ThreePublicFigure[] }> {
  const state = mkdtempSync(join(tmpdir(), "yusuan-"));
  const pool = createPool<Task, Answer<Task>>(jobUrl("three-public-job"), {
    workers: Math.min(availableParallelism(), Math.max(1, files.length)),
    ...{ seconds, megabytes: DEFAULT_LIMITS.megabytes },
  });
  const stop = (): void => void pool.close();
  signal.addEventListener("abort", stop);

  async function attempt<T extends Task>(name: string, task: T): Promise<Answer<T> | undefined> {
    try {
      return (await pool.run(task)) as Answer<T>;
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof InputError)) throw error;
      fail(name, error.message);
      return undefined;
    }
  }

  async function readOne({ name, path, member }: SourceFile): Promise<Named | undefined> {
    const read = await attempt(name, { name, path, ...(member && { member }), state, ...words });
    return read && { name, ...read };
  }

  /** Where they cannot be put together, the one of which most is proved stands. */
  async function figuresOf(group: Disclosures[number]): Promise<readonly ThreePublicFigure[]> {
    const [best, ...others] = group.toSorted((a, b) => b.of.trusted - a.of.trusted);
    if (!best || (others.length === 0 && !best.naming)) return best?.of.figures ?? [];
    const names = group.map(({ of }) => of.name).join(", ");
    const documents = group.map(({ of: { document, trusted }, naming }) => {
      return { document, trusted, ...(naming && { naming }) };
    });
    return (await attempt(names, { documents, state, ...words })) ?? best.of.figures;
  }

  try {
    const read = (await Promise.all(files.map(readOne))).filter((one) => one !== undefined);
    const distinct = new Map(read.toReversed().map((one) => [one.document, one]));
    const documents = read.filter((one) => distinct.get(one.document) === one);
    const figures = await Promise.all(disclosuresIn(documents).map(figuresOf));
    return { read: read.length, figures: figures.flat() };
  } finally {
    signal.removeEventListener("abort", stop);
    await pool.close();
    rmSync(state, { recursive: true, force: true });
  }
}

type Named = Read & { readonly name: string };
type Disclosures = ReturnType<typeof disclosuresIn<Named>>;
