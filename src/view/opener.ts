import { extname } from "node:path";
import { DEFAULT_LIMITS } from "../run/plan.ts";
import { createPool, type Pool } from "../run/pool.ts";
import type { ShownBlocks } from "./blocks.ts";
import type { Opened, OpenTask } from "./open-job.ts";
import type { SourceBytes } from "./source.ts";
import type { Sum } from "./sums.ts";

/** Opens sources in a process of its own, which starts with the first and ends with `close`. */
export interface Opener {
  /** What a source without pages looks like. Rejects with InputError or Stopped where it cannot be opened. */
  blocks(document: string, source: SourceBytes): Promise<ShownBlocks>;
  /** What must hold between the figures of a document. Rejects as `blocks` does. */
  sums(document: string, source: SourceBytes): Promise<readonly Sum[]>;
  close(): Promise<void>;
}

/** As many as stay: who looks at figures looks at many of one document. */
const KEPT = 8;

export function opener(): Opener {
  let pool: Pool<OpenTask, Opened> | undefined;
  const kept = new Map<string, Promise<Opened>>();

  function open(want: OpenTask["want"], document: string, { name, bytes }: SourceBytes) {
    const key = `${want} ${document}`;
    const known = kept.get(key);
    if (known) return known;
    const { seconds, megabytes } = DEFAULT_LIMITS;
    pool ??= createPool(JOB, { workers: 1, seconds, megabytes });
    const opened = pool.run({ name, base64: Buffer.from(bytes).toString("base64"), want });
    kept.set(key, opened);
    opened.catch(() => kept.delete(key));
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    return opened;
  }

  return {
    blocks: (document, source) => open("blocks", document, source) as Promise<ShownBlocks>,
    sums: (document, source) => open("sums", document, source) as Promise<readonly Sum[]>,
    close: async () => pool?.close(),
  };
}

const JOB = new URL(`./open-job${extname(import.meta.url)}`, import.meta.url);
