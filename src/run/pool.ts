import { Worker } from "node:worker_threads";
import pLimit from "p-limit";
import { InputError, UsageError } from "../model/errors.ts";

export interface PoolLimits {
  /** How many tasks at once, each in a thread of its own. */
  readonly workers: number;
  /** Time for one task. */
  readonly seconds: number;
  /** JavaScript heap for one task. */
  readonly megabytes: number;
}

/**
 * Heap of a thread as it starts, in megabytes: most documents need less, and V8 lets garbage grow to whatever it may have.
 * The few that need more are done again, one at a time, in a thread that may have all.
 */
const USUAL_MEGABYTES = 256;

/** Threads that perform tasks; inputs and outputs are copied between threads, so they must be plain data. */
export interface Pool<Task, Value> {
  /**
   * Rejects with InputError if the task takes more time or memory than it may (its thread is stopped, whatever it is
   * doing, and replaced), and with the error of the task otherwise.
   */
  run(task: Task): Promise<Value>;
  /** Stops all threads, those at work too. */
  close(): Promise<void>;
}

interface Reply {
  readonly value?: unknown;
  readonly error?: {
    readonly name: string;
    readonly message: string;
    readonly stack?: string;
    /** Of system errors: `ENOSPC`. */
    readonly code?: string;
  };
}

/**
 * @param module URL of a module that exports `perform(task)`, which each thread loads once.
 * @param usualMegabytes Heap of a thread as it starts.
 */
export function createPool<Task, Value>(
  module: URL,
  limits: PoolLimits,
  usualMegabytes = USUAL_MEGABYTES,
): Pool<Task, Value> {
  const limit = pLimit(limits.workers);
  const alone = pLimit(1);
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  const usual = Math.min(usualMegabytes, limits.megabytes);
  let closed = false;

  async function perform(task: Task): Promise<Value> {
    if (closed) throw new Error("the run was stopped");
    const worker = idle.pop() ?? (await startWorker(module, usual, all));
    const started = performance.now();
    try {
      return answerOf(await exchange(worker, task, limits));
    } catch (error) {
      if (!(error instanceof OutOfMemory) || usual === limits.megabytes) throw error;
    } finally {
      if (all.has(worker)) idle.push(worker);
    }
    const spent = performance.now() - started;
    return alone(performLarge, task, spent);
  }

  async function performLarge(task: Task, spent: number): Promise<Value> {
    if (closed) throw new Error("the run was stopped");
    const worker = await startWorker(module, limits.megabytes, all);
    try {
      return answerOf(await exchange(worker, task, limits, spent));
    } finally {
      await worker.terminate();
    }
  }

  function answerOf(reply: Reply): Value {
    if (reply.error) throw revive(reply.error);
    return reply.value as Value;
  }

  return {
    run: (task) => limit(perform, task),
    async close() {
      closed = true;
      limit.clearQueue();
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
}

function startWorker(module: URL, megabytes: number, all: Set<Worker>): Promise<Worker> {
  const worker = new Worker(import.meta.url.endsWith(".ts") ? fromSources() : WORKER_URL, {
    workerData: module.href,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
    // Libraries that print warnings must not print them among our data.
    stdout: true,
    stderr: true,
  });
  worker.stdout.resume();
  worker.stderr.resume();
  all.add(worker);
  worker.once("exit", () => all.delete(worker));
  return new Promise((resolve, reject) => {
    worker.once("message", () => resolve(worker));
    worker.once("exit", () => reject(new Error("its thread ended before it began")));
    // Stays for the thread's life: what fails between tasks is no task's, and must not end the process.
    worker.on("error", (error) => {
      all.delete(worker);
      reject(error);
    });
  });
}

const WORKER_URL = new URL("./worker.js", import.meta.url);

/** Run from its TypeScript sources (tests, development), a thread has to register a loader for them first. */
function fromSources(): URL {
  const code = `
    import { register } from ${JSON.stringify(import.meta.resolve("tsx/esm/api"))};
    register();
    await import(${JSON.stringify(new URL("./worker.ts", import.meta.url).href)});`;
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
}

/** @param spent Milliseconds of the task's time that are gone already. */
function exchange(worker: Worker, task: unknown, limits: PoolLimits, spent = 0): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => {
        stop(new InputError(`takes longer than ${limits.seconds} s: stopped`));
      },
      limits.seconds * 1000 - spent,
    );

    async function stop(error: Error): Promise<void> {
      finish();
      await worker.terminate();
      reject(error);
    }
    function onMessage(reply: Reply): void {
      finish();
      resolve(reply);
    }
    function onError(error: Error): void {
      const outOfMemory = "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
      stop(outOfMemory ? new OutOfMemory(limits.megabytes) : error);
    }
    function onExit(): void {
      stop(new Error("its thread ended before it was done"));
    }
    function finish(): void {
      clearTimeout(timer);
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
    }

    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
    worker.postMessage(task);
  });
}

class OutOfMemory extends InputError {
  constructor(megabytes: number) {
    super(`needs more than ${megabytes} MB of memory: stopped`);
  }
}

function revive({ name, message, stack, code }: NonNullable<Reply["error"]>): Error {
  if (name === "InputError") return new InputError(message);
  const revived = name === "UsageError" ? new UsageError(message) : new Error(message);
  return Object.assign(revived, { name, ...(stack && { stack }), ...(code && { code }) });
}
