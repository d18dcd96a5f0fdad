import pLimit from "p-limit";
import { type Children, Ended, type Ending, openChildren } from "./children.ts";
import { createEfforts } from "./efforts.ts";
import { Stopped } from "./stopped.ts";
import type { WholeAllowance } from "./watch.ts";

export interface PoolLimits {
  /** How many tasks at once, each in a process of its own. */
  readonly workers: number;
  /** Processor time for one task. */
  readonly seconds: number;
  /** Memory for one task, beside what the program itself takes. */
  readonly megabytes: number;
}

/**
 * What a process may have as it starts, in megabytes: most documents need less, and V8 lets garbage grow to whatever it may
 * have. The few that need more are done again, one at a time, in a process that may have all.
 */
const USUAL_MEGABYTES = 256;

/** Megabytes that a process takes before it has seen a document: the code, its data, and room for what V8 keeps in reserve. */
const OWN_MEGABYTES = 256;

/**
 * Megabytes that a process may have more while it recognises pages or has a file converted: most take less. What takes more is
 * done again by itself, while no other does any of that, so that two processes together stay below 2 GB.
 */
const EFFORT_MEGABYTES = 384;

/** Processes that perform tasks; inputs and outputs go between them as JSON. */
export interface Pool<Task, Value> {
  /**
   * Rejects with Stopped if the task takes more time or memory than it may or brings its process down (which is replaced),
   * and with the error of the task otherwise.
   */
  run(task: Task): Promise<Value>;
  /** Ends all processes, those at work too. */
  close(): Promise<void>;
}

/**
 * @param module URL of a module that exports `perform(task)`, which each process loads once.
 * @param usualMegabytes What a process may have as it starts.
 */
export function createPool<Task, Value>(
  module: URL,
  limits: PoolLimits,
  usualMegabytes = USUAL_MEGABYTES,
): Pool<Task, Value> {
  const limit = pLimit(limits.workers);
  const alone = pLimit(1);
  const efforts = createEfforts();
  const usual = Math.min(usualMegabytes, limits.megabytes);
  const crew = openChildren(module, limits.workers, usual);
  const open = new Set<Children>([crew]);
  let closed = false;

  async function perform(task: Task): Promise<Value> {
    const own = Symbol();
    for (;;) {
      if (closed) throw new Error("the run was stopped");
      try {
        const may = () => efforts.begin(own);
        return (await crew.perform(task, allowance(usual), may)) as Value;
      } catch (error) {
        if (!(error instanceof Ended)) throw error;
        efforts.rest(own);
        if (error.ending.kind === "put-off") await efforts.allowed();
        else if (!deservesAnother(error.ending)) throw stopped(error.ending);
        else return await alone(() => efforts.without(() => performAlone(task, error.seconds)));
      } finally {
        efforts.rest(own);
      }
    }
  }

  /** @param spent Seconds of the task's time that are gone already. */
  async function performAlone(task: Task, spent: number): Promise<Value> {
    if (closed) throw new Error("the run was stopped");
    const children = openChildren(module, 1, limits.megabytes);
    open.add(children);
    try {
      return (await children.perform(task, allowance(limits.megabytes, spent))) as Value;
    } catch (error) {
      throw error instanceof Ended ? stopped(error.ending) : error;
    } finally {
      open.delete(children);
      await children.close();
    }
  }

  function allowance(megabytes: number, spent = 0): WholeAllowance {
    return {
      seconds: limits.seconds - spent,
      megabytes: megabytes + OWN_MEGABYTES,
      megabytesForEfforts: Math.max(megabytes, usual + EFFORT_MEGABYTES) + OWN_MEGABYTES,
    };
  }

  /** A process may also have fallen to what came before, or to a machine without memory. */
  function deservesAnother({ kind }: Ending): boolean {
    return kind === "crash" || (kind === "memory" && usual < limits.megabytes);
  }

  function stopped(ending: Ending): Error {
    return closed ? new Error("the run was stopped") : new Stopped(ending, limits);
  }

  return {
    run: (task) => limit(perform, task),
    async close() {
      closed = true;
      limit.clearQueue();
      await Promise.all([...open].map((children) => children.close()));
    },
  };
}
