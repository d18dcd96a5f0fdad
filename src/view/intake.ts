import { createHash, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream, mkdirSync, readdirSync } from "node:fs";
import { link, rm } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { DEFAULT_LIMITS, planOf } from "../run/plan.ts";
import { run } from "../run/run.ts";
import { safeName } from "../write/paths.ts";
import type { Progress } from "./progress.ts";

/** Where a folder that the browser fills keeps what it was given, and what was read of it. */
export const FILES = "files";
export const OUTPUT = "output";

const MEGABYTE = 2 ** 20;

/** What all files together may take: what is too much for a page is none for `yusuan extract`. */
const MOST_FILES = 5_000;
const MOST_BYTES = 20 * 1024 * MEGABYTE;

export type Added =
  | { readonly name: string }
  | { readonly refused: string; readonly status: number };

/** Takes files in, and reads them. */
export interface Intake {
  readonly output: string;
  add(name: string, body: ReadableStream): Promise<Added>;
  /** Reads what is there; what comes while it reads is read after it. */
  start(): void;
  progress(): Progress;
  close(): Promise<void>;
}

export interface IntakeOptions {
  /** Megabytes of one file. */
  readonly megabytes?: number;
}

/** @param folder Absolute; made if it is missing. */
export function intakeIn(
  folder: string,
  { megabytes = DEFAULT_LIMITS.file }: IntakeOptions = {},
): Intake {
  const files = join(folder, FILES);
  const output = join(folder, OUTPUT);
  const stopping = new AbortController();
  let now: Omit<Progress, "folder" | "files"> = IDLE;
  let running: Promise<void> | undefined;
  let again = false;
  let taken = 0;

  async function add(given: string, body: ReadableStream): Promise<Added> {
    mkdirSync(files, { recursive: true });
    if (namesIn(files).length >= MOST_FILES || taken > MOST_BYTES)
      return { refused: "too many files for one page", status: 507 };
    const part = join(files, `.${randomUUID()}.part`);
    const meter = new Meter(megabytes * MEGABYTE);
    try {
      await pipeline(Readable.fromWeb(body), meter, createWriteStream(part, { flags: "wx" }));
      taken += meter.bytes;
      return { name: await settle(part, nameOf(given), meter.digest()) };
    } catch (error) {
      if (meter.isOver) return { refused: `larger than ${megabytes} MB`, status: 413 };
      throw error;
    } finally {
      await rm(part, { force: true });
    }
  }

  /** Gives a file its name, or that of the same bytes which are there; nothing is ever written over. */
  async function settle(part: string, name: string, digest: string): Promise<string> {
    const extension = extname(name);
    for (let nth = 1; ; nth += 1) {
      const free = nth === 1 ? name : `${basename(name, extension)} (${nth})${extension}`;
      try {
        await link(part, join(files, free));
        return free;
      } catch (error) {
        if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
        if ((await digestOf(join(files, free))) === digest) return free;
      }
    }
  }

  function start(): void {
    if (running) again = true;
    else running = read().finally(ended);
  }

  function ended(): void {
    running = undefined;
    if (!again || stopping.signal.aborted) return;
    again = false;
    start();
  }

  async function read(): Promise<void> {
    now = { ...IDLE, state: "reading" };
    const plan = planOf({ sources: [FILES], out: OUTPUT }, { folder, keepState: true });
    const reporter = {
      started: (total: number) => set({ total }),
      source: ({ outcome }: { outcome: string }) =>
        set({ done: now.done + 1, failed: now.failed + (outcome === "failed" ? 1 : 0) }),
      writing: () => set({ state: "writing" }),
    };
    const { signal } = stopping;
    try {
      await run(plan, { runId: randomUUID(), now: () => new Date(), reporter, signal });
      set({ state: "idle" });
    } catch (error) {
      set({ state: "idle", error: error instanceof Error ? error.message : String(error) });
    }
  }

  function set(changes: Partial<typeof now>): void {
    now = { ...now, ...changes };
  }

  return {
    output,
    add,
    start,
    progress: () => ({ ...now, folder, files: namesIn(files) }),
    async close() {
      stopping.abort();
      await running;
    },
  };
}

const IDLE = { state: "idle", total: 0, done: 0, failed: 0 } as const;

/** Files by name, without those that are on their way. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => !name.startsWith("."));
  } catch {
    return [];
  }
}

/** A name from a browser as one of a file in the folder: without folders, safe on every system, under its own extension. */
export function nameOf(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? "";
  const extension = /\.[a-z\d]{1,8}$/i.exec(last)?.[0] ?? "";
  return safeName(last.slice(0, last.length - extension.length)) + extension.toLowerCase();
}

/** Counts and digests what goes through, and stops what is too much. */
class Meter extends Transform {
  bytes = 0;
  isOver = false;
  readonly #hash = createHash("sha256");
  readonly #most: number;

  constructor(most: number) {
    super();
    this.#most = most;
  }

  override _transform(chunk: Buffer, _: string, done: (error?: Error, chunk?: Buffer) => void) {
    this.bytes += chunk.length;
    this.isOver = this.bytes > this.#most;
    this.#hash.update(chunk);
    if (this.isOver) done(new Error("too large"));
    else done(undefined, chunk);
  }

  digest(): string {
    return this.#hash.digest("hex");
  }
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const part of createReadStream(path)) hash.update(part as Buffer);
  return hash.digest("hex");
}
