import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { ownUsage, type Usage, usageOf } from "../../src/run/usage.ts";
import { type Excess, watch } from "../../src/run/watch.ts";

/** What a watch finds in a process that uses more and more, or nothing that anybody could see. */
async function found(usage: (at: number) => Usage | undefined): Promise<Excess | undefined> {
  let excess: Excess | undefined;
  let at = 0;
  const end = watch(
    () => usage(at++),
    { seconds: 0.3, megabytes: 100 },
    (found) => {
      excess = found;
    },
  );
  await sleep(700);
  end();
  return excess;
}

test("a process is told by what it uses from now on", async () => {
  expect(await found((at) => ({ seconds: 50 + at / 10, megabytes: 50 }))).toBe("time");
  expect(await found((at) => ({ seconds: 50, megabytes: 90 + 5 * at }))).toBe("memory");
  expect(await found(() => ({ seconds: 50, megabytes: 50 }))).toBeUndefined();
});

test("where nobody can see what it uses, the time that passes stands for it", async () => {
  expect(await found(() => undefined)).toBe("time");
});

test.skipIf(process.platform !== "linux")("from outside and by its own word it is the same", () => {
  const [outside, own] = [usageOf(process.pid), ownUsage()];
  expect(outside?.seconds).toBeCloseTo(own.seconds, 0);
  expect(outside?.megabytes ?? 0).toBeGreaterThan(own.megabytes * 0.8);
  expect(outside?.megabytes ?? 0).toBeLessThan(own.megabytes * 1.2);
});

test("the guard reports for a thread that is never idle", async () => {
  const guard = new URL("../../src/run/guard.ts", import.meta.url).href;
  const thread = `import { register } from ${JSON.stringify(import.meta.resolve("tsx/esm/api"))};
    register(); await import(${JSON.stringify(guard)});`;
  const code = `
    new (require("node:worker_threads").Worker)(
      new URL("data:text/javascript," + ${JSON.stringify(encodeURIComponent(thread))}),
      { workerData: { parent: process.ppid, reports: true } });
    setTimeout(() => { for (;;); }, 50);`;
  const child = spawn(process.execPath, ["-e", code], { stdio: ["ignore", "pipe", "inherit"] });
  try {
    const [line] = await once(child.stdout.setEncoding("utf8"), "data");
    expect(JSON.parse(String(line).split("\n")[0] ?? "")).toEqual({
      usage: { seconds: expect.any(Number), megabytes: expect.any(Number) },
    });
  } finally {
    child.kill("SIGKILL");
  }
});
