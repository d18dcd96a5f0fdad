import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import workerpool from "workerpool";
import { type FileReason, InputError, UsageError } from "../model/errors.ts";
import { builtOf } from "./built.ts";
import { familyOf, memoryOf, type Usage, usageOf } from "./usage.ts";
import { type Allowance, type Excess, forEfforts, type WholeAllowance, watch } from "./watch.ts";

/** Why a child process ended before it was done. */
export type Ending =
  | { readonly kind: Excess }
  /** It was about to make an effort that has to wait. */
  | { readonly kind: "put-off" }
  /** By itself, or by somebody else: `SIGABRT`, `exit code 3`. */
  | { readonly kind: "crash"; readonly how: string };

/** A task whose process has ended; `seconds` is the processor time that was spent on it. */
export class Ended extends Error {
  readonly ending: Ending;
  readonly seconds: number;
  constructor(ending: Ending, seconds: number) {
    super(ending.kind === "crash" ? ending.how : ending.kind);
    this.ending = ending;
    this.seconds = seconds;
  }
}

/** Child processes that have loaded one module. A process that ends is replaced when it is needed. */
export interface Children {
  /**
   * Rejects with Ended if the process ends or has to be ended, and with the task's own error otherwise.
   *
   * @param mayMakeEffort Asked before it recognises a page or converts a file; if it may not, its process is ended.
   */
  perform(
    task: unknown,
    allowance: Readonly<WholeAllowance>,
    mayMakeEffort?: () => boolean,
  ): Promise<unknown>;
  /** Ends all of them, those at work too. */
  close(): Promise<void>;
}

interface Reply {
  readonly value?: unknown;
  readonly error?: PlainError;
}

interface PlainError {
  readonly name: string;
  readonly message: string;
  readonly stack?: string;
  /** Of sources that cannot be used. */
  readonly why?: FileReason;
  /** Of system errors: `ENOSPC`. */
  readonly code?: string;
}

/** What workerpool passes on from a child while it performs a task. */
interface Event {
  readonly pid?: number;
  readonly stdout?: string;
  readonly stderr?: string;
  /** A page's text is about to be recognised, or the file to be converted. */
  readonly effort?: true;
}

/** Milliseconds in which idle processes end: those at work are killed. */
const LAST_MOMENTS = 2_000;

/** Enough for V8's last words, and for an error with its stack. */
const LAST_WORDS = 1 << 16;

/**
 * @param module URL of a module that exports `perform(task)`, which each process loads once. Inputs and outputs go as JSON.
 * @param most How many processes at once: tasks beyond that must wait outside, because workerpool forgets its own queue
 *   when a process ends.
 * @param heap Megabytes of JavaScript heap of each process.
 */
export function openChildren(module: URL, most: number, heap: number): Children {
  const script = builtOf(new URL(`./child${extname(import.meta.url)}`, import.meta.url));
  const job = builtOf(module);
  const hasSources = [script, job].some(({ href }) => href.endsWith(".ts"));
  const pool = workerpool.pool(fileURLToPath(script), {
    workerType: "process",
    maxWorkers: most,
    emitStdStreams: true,
    workerTerminateTimeout: 100,
    forkArgs: [job.href, String(process.pid)],
    forkOpts: {
      execArgv: [
        `--max-old-space-size=${heap}`,
        // Documents are short-lived: with V8's usual 16 MB twice as much of them is copied before it is garbage.
        "--max-semi-space-size=32",
        // As in main.ts: with V8's usual four helper threads, two processes on two cores are in each other's way.
        "--v8-pool-size=1",
        ...(hasSources ? ["--import", import.meta.resolve("tsx")] : []),
      ],
    },
  });
  const busy = new Set<number>();

  async function perform(
    task: unknown,
    allowance: Readonly<WholeAllowance>,
    mayMakeEffort = () => true,
  ): Promise<unknown> {
    const observed = observe(allowance, busy, mayMakeEffort);
    try {
      const reply = (await pool.exec("perform", [task], { on: observed.hear })) as Reply;
      if (reply.error) throw revive(reply.error);
      return reply.value;
    } catch (error) {
      throw observed.endingOf(error);
    } finally {
      observed.stop();
    }
  }

  async function end(): Promise<void> {
    for (const pid of busy) kill(pid);
    // workerpool waits for ever for a process that has gone by itself, and rejects when we no longer do.
    await pool.terminate(true, LAST_MOMENTS).then(ignore, ignore);
  }

  let ended: Promise<void> | undefined;
  return {
    perform,
    // Asked twice, workerpool answers only the second time.
    close: () => (ended ??= end()),
  };
}

const ignore = (): void => {};

/** What is heard and seen of the process that performs one task. */
function observe(usual: Readonly<WholeAllowance>, busy: Set<number>, mayMakeEffort: () => boolean) {
  const allowance: Allowance = { ...usual };
  let efforts = 0;
  let pid = 0;
  let said = "";
  let lastWords = "";
  let ended: Exclude<Ending["kind"], "crash"> | undefined;
  let began: Usage | undefined;
  let now: Usage | undefined;
  let endWatch = (): void => {};

  function usage(): Usage | undefined {
    const own = usageOf(pid) ?? reportedIn(said);
    // What a program takes that the process has started is taken by the document.
    const others = own && efforts > 0 ? memoryOf(familyOf(pid)) : 0;
    now = own ? { ...own, megabytes: own.megabytes + others } : now;
    began ??= now;
    return now;
  }

  function hear(event: Event): void {
    if (event.stdout) said = (said + event.stdout).slice(-LAST_WORDS);
    if (event.stderr) lastWords = (lastWords + event.stderr).slice(-LAST_WORDS);
    if (event.effort) makeEffort();
    if (!event.pid) return;
    pid = event.pid;
    busy.add(pid);
    endWatch = watch(usage, allowance, (found) => {
      end(found);
    });
  }

  function makeEffort(): void {
    if (mayMakeEffort()) Object.assign(allowance, forEfforts(usual, ++efforts));
    else end("put-off");
  }

  function end(kind: typeof ended): void {
    ended = kind;
    kill(pid);
  }

  /** workerpool says that a process has ended in a text. */
  function endingOf(error: unknown): unknown {
    const message = error instanceof Error ? error.message : String(error);
    if (!message.startsWith("Workerpool Worker") && !message.startsWith("Worker ")) return error;
    const uncaught = lineOf<{ error: PlainError }>(said, "error");
    if (uncaught) return revive(uncaught.error);
    const spent = now && began ? now.seconds - began.seconds : 0;
    if (ended) return new Ended({ kind: ended }, spent);
    if (/heap out of memory/.test(lastWords)) return new Ended({ kind: "memory" }, spent);
    const [, signal] = /signalCode: `(SIG\w+)`/.exec(message) ?? [];
    const [, code] = /exitCode: `(\d+)`/.exec(message) ?? [];
    const how = signal ?? (code ? `exit code ${code}` : "no sign of life");
    return new Ended({ kind: "crash", how }, spent);
  }

  return {
    hear,
    endingOf,
    stop() {
      endWatch();
      busy.delete(pid);
    },
  };
}

function reportedIn(said: string): Usage | undefined {
  return lineOf<{ usage: Usage }>(said, "usage")?.usage;
}

/** The last whole line that has a key. */
function lineOf<T>(said: string, key: string): T | undefined {
  const line = said
    .split("\n")
    .slice(0, -1)
    .findLast((line) => line.startsWith(`{"${key}":`));
  return line === undefined ? undefined : JSON.parse(line);
}

/** Ends a process, and the programs that it has started. */
function kill(pid: number): void {
  for (const each of [...familyOf(pid), pid]) {
    try {
      process.kill(each, "SIGKILL");
    } catch {
      // It has ended already.
    }
  }
}

function revive({ name, message, stack, code, why }: PlainError): Error {
  if (name === "InputError") return new InputError(message, why);
  const revived = name === "UsageError" ? new UsageError(message) : new Error(message);
  return Object.assign(revived, { name, ...(stack && { stack }), ...(code && { code }) });
}
