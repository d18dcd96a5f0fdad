import { type Assembly, assembleAll, type Publishable } from "./assembly.ts";
import type { AssemblyOutcome } from "./assembly-job.ts";
import type { DocumentOutcome } from "./document-store.ts";
import { withNamesNow } from "./goes-on.ts";
import type { Entry } from "./index-file.ts";
import type { AnyOutcome, AnyTask } from "./job.ts";
import { compareAll } from "./meetings.ts";
import type { Limits, OutputOptions } from "./plan.ts";
import type { Pool, PoolLimits } from "./pool.ts";
import { isDone } from "./publication.ts";
import { boundsOf } from "./read.ts";

export interface Assembling {
  /** Folder that takes what is put together. */
  readonly state: string;
  readonly output: OutputOptions;
  readonly limits: Limits;
}

/**
 * Puts documents together in processes of their own, which are started if there is anything for them to do, and holds what they
 * come to against each other.
 */
export async function assembleIn(
  entries: readonly Publishable[],
  { state, output, limits }: Assembling,
  openPool: (limits: PoolLimits) => Pool<AnyTask, AnyOutcome>,
): Promise<Assembly> {
  let pool: Pool<AnyTask, AnyOutcome> | undefined;
  try {
    const perform = (task: AnyTask): Promise<AnyOutcome> => {
      pool ??= openPool({ workers: limits.workers, ...boundsOf({ limits }) });
      return pool.run(task);
    };
    const assembly = await assembleAll(entries.filter(isDone), {
      ...{ state, output },
      rename: async (task) => (await perform(task)) as DocumentOutcome,
      perform: async (task) => (await perform(task)) as AssemblyOutcome,
    });
    return withNamesNow(compareAll(assembly, state));
  } finally {
    await pool?.close();
  }
}

/** Every document by itself: nothing is put together where nothing is published. */
export function apartFrom(entries: readonly Entry[], store: string): Assembly {
  const documents = entries.filter(isDone).map((entry) => ({ ...entry, store }));
  return {
    disclosures: documents.flatMap((entry) => {
      const { stem, key, files, threePublic, units, decimals, line, disclosure } = entry;
      const members = [{ entry, line, role: "stands" as const }];
      return disclosure
        ? [
            {
              ...{ stem, store, key, files, threePublic, units, decimals, members },
              ...{ line: disclosure, tables: Number(line.tables), met: [] },
            },
          ]
        : [];
    }),
    duplicates: [],
  };
}
