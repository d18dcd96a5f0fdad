import { writeSync } from "node:fs";
import { workerData } from "node:worker_threads";
import { ownUsage } from "./usage.ts";

/**
 * A thread beside the one that works in a child process (child.ts), because that one may be in an endless loop. It ends the
 * process when nobody is left to ask for its results: a parent that was killed could end nothing any more. Where the parent
 * cannot see what the process uses, it says so.
 */
const EVERY_MS = 250;

const { parent, reports } = workerData as { parent: number; reports: boolean };

setInterval(() => {
  if (!isAlive(parent)) process.kill(process.pid, "SIGKILL");
  if (reports) report();
}, EVERY_MS);

/** An orphan's parent changes, except on Windows, where the number stays and the process behind it is gone. */
function isAlive(pid: number): boolean {
  if (process.ppid !== pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Written directly: what goes through the stream waits for the thread that may never be idle. */
function report(): void {
  try {
    writeSync(1, `${JSON.stringify({ usage: ownUsage() })}\n`);
  } catch {
    // A full pipe: the next one will do.
  }
}
