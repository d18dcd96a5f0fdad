import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { usageOf } from "../../src/run/usage.ts";

export interface Measured {
  readonly code: number | null;
  readonly seconds: number;
  /** Peak resident memory of all processes together, and their processor time. */
  readonly megabytes: number;
  readonly processorSeconds: number;
}

/** Runs `yusuan extract` as it was built, and looks at all its processes. */
export async function extractWatched(args: readonly string[]): Promise<Measured> {
  const began = performance.now();
  const child = spawn(process.execPath, ["dist/cli/main.js", "extract", ...args], {
    stdio: "inherit",
  });
  const peak = watchTree(child);
  const [code] = await once(child, "exit");
  const { megabytes, processorSeconds } = peak();
  return { code, seconds: (performance.now() - began) / 1000, megabytes, processorSeconds };
}

/** Looks at a process and its children ten times a second. */
function watchTree(child: ChildProcess) {
  let megabytes = 0;
  const spent = new Map<number, number>();
  const timer = setInterval(() => {
    let all = 0;
    for (const pid of familyOf(child.pid ?? 0)) {
      const used = usageOf(pid);
      all += used?.megabytes ?? 0;
      if (used) spent.set(pid, used.seconds);
    }
    megabytes = Math.max(megabytes, all);
  }, 100);
  return () => {
    clearInterval(timer);
    const processorSeconds = [...spent.values()].reduce((sum, seconds) => sum + seconds, 0);
    return { megabytes: Math.round(megabytes), processorSeconds: Math.round(processorSeconds) };
  };
}

/** A process, its children and theirs: a worker may have started LibreOffice. */
function familyOf(pid: number): number[] {
  try {
    const tasks = readdirSync(`/proc/${pid}/task`);
    const children = tasks.flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, "utf8")
        .split(" ")
        .filter(Boolean)
        .map(Number),
    );
    return [pid, ...children.flatMap(familyOf)];
  } catch {
    return [];
  }
}
