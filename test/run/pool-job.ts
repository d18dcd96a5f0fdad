import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { InputError } from "../../src/model/errors.ts";

/** Tasks by name, for the tests of the pool. */
export async function perform(
  task: string,
  onEffort: () => void,
): Promise<{ task: string; process: number }> {
  if (task === "chatter") console.log("a library's warning");
  if (task === "fail") throw new InputError("no disclosure");
  if (task === "bug") throw new TypeError("a fault");
  if (task === "full") throw Object.assign(new Error("no space left"), { code: "ENOSPC" });
  if (task === "hang") for (;;);
  if (task === "swell") for (const all: unknown[] = []; ; ) all.push(new Array(1e5).fill({ task }));
  if (task === "large") {
    const all = Array.from({ length: 100 }, () => new Array(1e5).fill(task));
    return { task: `large ${all.length}`, process: process.pid };
  }
  if (task === "large, then hang") {
    const all = Array.from({ length: 100 }, () => new Array(1e5).fill(task));
    // The last process that is started has room for it.
    for (;;) if (all.length === 0) break;
  }
  if (task === "later") setTimeout(() => process.kill(process.pid, "SIGKILL"), 50);
  if (task === "exit") process.exit(3);
  if (task === "abort") process.abort();
  if (task === "kill") process.kill(process.pid, "SIGKILL");
  if (task === "wait") await sleep(3_000);
  if (task.startsWith("effort")) {
    onEffort();
    const all = Array.from({ length: 10 }, () => new Uint8Array(2e7).fill(1));
    await sleep(300 + all.length);
  }
  if (task === "program") {
    onEffort();
    const swell = "const all = []; setInterval(() => all.push(new Uint8Array(2e7).fill(1)), 20)";
    await new Promise((ended) => spawn(process.execPath, ["-e", swell]).on("exit", ended));
  }
  if (task === "stray") {
    setTimeout(() => {
      throw new TypeError("an error that nobody caught");
    });
    await sleep(60_000);
  }
  if (task === "typed arrays") {
    for (const all: Uint8Array[] = []; all.length < 100; ) {
      all.push(new Uint8Array(2e7).fill(1));
      await sleep(20);
    }
  }
  return { task, process: process.pid };
}
