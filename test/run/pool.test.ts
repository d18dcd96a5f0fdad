import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { InputError } from "../../src/model/errors.ts";
import { builtOf } from "../../src/run/built.ts";
import { createPool, type Pool } from "../../src/run/pool.ts";

interface Reply {
  readonly task: string;
  readonly process: number;
}

describe("child processes", () => {
  let pool: Pool<string, Reply>;
  beforeAll(() => {
    const limits = { workers: 2, seconds: 60, megabytes: 64 };
    pool = createPool(new URL("./pool-job.ts", import.meta.url), limits);
  });
  afterAll(() => pool.close());

  test("perform tasks, and print nothing of what libraries say", async () => {
    expect((await pool.run("chatter")).task).toBe("chatter");
  });

  test("are no more than they should be", async () => {
    const tasks = Array.from({ length: 12 }, (_, at) => pool.run(`task ${at}`));
    const processes = new Set((await Promise.all(tasks)).map((reply) => reply.process));
    expect(processes.size).toBeLessThanOrEqual(2);
  });

  test("pass errors on as what they are", async () => {
    await expect(pool.run("fail")).rejects.toThrow(new InputError("no disclosure"));
    await expect(pool.run("bug")).rejects.toMatchObject({ name: "TypeError", message: "a fault" });
    await expect(pool.run("full")).rejects.toMatchObject({ code: "ENOSPC" });
  });

  test("are stopped and replaced when a task takes too much, and others go on", async () => {
    const tasks = ["swell", "a", "exit", "b", "abort", "kill", "stray", "c"];
    const results = await Promise.allSettled(tasks.map(pool.run));
    expect(
      results.map((result) =>
        result.status === "fulfilled" ? result.value.task : result.reason.message,
      ),
    ).toEqual([
      "needs more than 64 MB of memory: stopped",
      "a",
      "brought its process down (exit code 3)",
      "b",
      "brought its process down (SIGABRT)",
      "brought its process down (SIGKILL)",
      "an error that nobody caught",
      "c",
    ]);
  });
});

test("a task that takes too long is stopped", async () => {
  const limits = { workers: 1, seconds: 0.5, megabytes: 64 };
  const pool = createPool<string, Reply>(new URL("./pool-job.ts", import.meta.url), limits);
  await expect(pool.run("hang")).rejects.toThrow(
    "takes longer than 0.5 s of processor time: stopped",
  );
  await pool.close();
});

test("memory outside of JavaScript's heap counts", async () => {
  const limits = { workers: 1, seconds: 60, megabytes: 64 };
  const pool = createPool<string, Reply>(new URL("./pool-job.ts", import.meta.url), limits);
  await expect(pool.run("typed arrays")).rejects.toThrow(
    "needs more than 64 MB of memory: stopped",
  );
  await pool.close();
});

test("time in which a task only waits is not its own", async () => {
  const limits = { workers: 1, seconds: 2, megabytes: 64 };
  const pool = createPool<string, Reply>(new URL("./pool-job.ts", import.meta.url), limits);
  expect((await pool.run("wait")).task).toBe("wait");
  await pool.close();
});

test("what needs more memory than a process starts with gets it, and the others go on", async () => {
  const limits = { workers: 2, seconds: 60, megabytes: 512 };
  const pool = createPool<string, Reply>(new URL("./pool-job.ts", import.meta.url), limits, 64);
  const replies = await Promise.all(["large", "a", "b"].map(pool.run));
  expect(replies.map(({ task }) => task)).toEqual(["large 100", "a", "b"]);
  await pool.close();
});

test("efforts have memory of their own, and wait where a task has all of it", async () => {
  const limits = { workers: 2, seconds: 60, megabytes: 512 };
  const pool = createPool<string, Reply>(new URL("./pool-job.ts", import.meta.url), limits, 64);
  const tasks = ["large", "effort 1", "effort 2", "a", "effort 3", "large"];
  const replies = await Promise.all(tasks.map(pool.run));
  expect(replies.map(({ task }) => task.replace(" 100", ""))).toEqual(tasks);
  await pool.close();
});

test.runIf(process.platform === "linux")("what a program takes is taken by its task", async () => {
  const limits = { workers: 1, seconds: 60, megabytes: 64 };
  const pool = createPool<string, Reply>(new URL("./pool-job.ts", import.meta.url), limits);
  await expect(pool.run("program")).rejects.toThrow("needs more than 64 MB of memory: stopped");
  await pool.close();
});

test("a module that cannot be loaded is an error, not a wait", async () => {
  const pool = createPool(new URL("./nowhere.ts", import.meta.url), {
    workers: 1,
    seconds: 1,
    megabytes: 64,
  });
  await expect(pool.run("a")).rejects.toThrow(/Cannot find module/);
  await pool.close();
});

test("a closed pool performs nothing", async () => {
  const pool = createPool(new URL("./pool-job.ts", import.meta.url), {
    workers: 1,
    seconds: 60,
    megabytes: 64,
  });
  const hanging = pool.run("hang");
  const waiting = expect(hanging).rejects.toThrow();
  await pool.close();
  await waiting;
  await expect(pool.run("a")).rejects.toThrow("the run was stopped");
});

test("a pool closes though a process has ended after its task", async () => {
  const limits = { workers: 1, seconds: 60, megabytes: 64 };
  const pool = createPool<string, Reply>(new URL("./pool-job.ts", import.meta.url), limits);
  await pool.run("later");
  await sleep(500);
  await pool.close();
}, 10_000);

test("a pool closes while a task is done again by itself", async () => {
  const limits = { workers: 1, seconds: 60, megabytes: 512 };
  const pool = createPool<string, Reply>(new URL("./pool-job.ts", import.meta.url), limits, 64);
  const running = expect(pool.run("large, then hang")).rejects.toThrow("the run was stopped");
  await sleep(5_000);
  await pool.close();
  await running;
}, 20_000);

test("a module outside the sources has no built twin, and a source is loaded as one or the other", () => {
  const own = new URL("./pool-job.ts", import.meta.url);
  expect(builtOf(own)).toBe(own);
  const source = new URL("../../src/run/extract-job.ts", import.meta.url);
  const twin = new URL("../../dist/run/extract-job.js", import.meta.url);
  expect([source.href, twin.href]).toContain(builtOf(source).href);
});
