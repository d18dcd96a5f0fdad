import { threadId } from "node:worker_threads";
import { InputError } from "../../src/model/errors.ts";

/** Tasks by name, for the tests of the pool. */
export async function perform(task: string): Promise<{ task: string; thread: number }> {
  if (task === "chatter") console.log("a library's warning");
  if (task === "fail") throw new InputError("no disclosure");
  if (task === "bug") throw new TypeError("a fault");
  if (task === "full") throw Object.assign(new Error("no space left"), { code: "ENOSPC" });
  if (task === "hang") for (;;);
  if (task === "swell") for (const all: unknown[] = []; ; ) all.push(new Array(1e5).fill({ task }));
  if (task === "large") {
    const all = Array.from({ length: 100 }, () => new Array(1e5).fill(task));
    return { task: `large ${all.length}`, thread: threadId };
  }
  if (task === "exit") process.exit();
  return { task, thread: threadId };
}
