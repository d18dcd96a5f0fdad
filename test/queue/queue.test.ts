import { readFileSync, rmSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { enqueue } from "../../src/queue/enqueue.ts";
import { mirrored } from "../../src/queue/mirror.ts";
import { pipelineOf } from "../../src/queue/pipeline.ts";
import { publishQueue } from "../../src/queue/publish.ts";
import { metricsText, statusOf } from "../../src/queue/status.ts";
import { work } from "../../src/queue/work.ts";
import type { ObjectStore } from "../../src/store/objects.ts";
import { openStore } from "../../src/store/open-store.ts";
import { csv, here, runFake, sandbox, snapshot, write } from "../run/sandbox.ts";
import { type MachineOptions, openMachine } from "./machine.ts";
import { BUCKET } from "./servers.ts";
import { startServers } from "./start-servers.ts";

const servers = startServers();

async function machine(options: Partial<MachineOptions> = {}) {
  const folder = options.folder ?? sandbox();
  const database = options.database ?? (await servers.database());
  const opened = await openMachine({
    ...{ folder, store: join(folder, "store"), ...options, database },
  });
  onTestFinished(() => opened.close());
  return { folder, ...opened };
}

/** Departments with one document, with two, with the same twice, with none that can be read. */
function corpus(folder: string): void {
  for (let at = 0; at < 12; at++) {
    const year = String(2022 + (at % 3));
    write(folder, `in/${at}.txt`, { department: `${at % 10}局`, year, amounts: [`${at}.00`] });
  }
  write(folder, "in/0b.txt", {
    department: "0局",
    year: "2022",
    amounts: ["7.00"],
    revised: "2024-03-01",
  });
  write(folder, "in/bad.txt", "no JSON");
  write(folder, "in/same.txt", { department: "3局", year: "2022", amounts: ["3.00"] });
  write(folder, "in/other.ofd", "a format that is not read");
}

describe.each(["folder", "S3"])("with a store that is a %s", (kind) => {
  const storeOf = (folder: string) =>
    kind === "S3" ? `s3://${BUCKET}${folder}` : join(folder, "store");

  test("two machines give the bytes of one run, new, changed and removed sources included", async () => {
    const folder = sandbox();
    corpus(folder);
    const spec = { sources: ["in", "nowhere"] };
    await runFake(folder, { ...spec, out: "one" });
    const database = await servers.database();
    const shared = { database, store: storeOf(folder), sources: folder };
    const a = await machine({ ...shared, folder: join(folder, "a") });
    const b = await machine({ ...shared, folder: join(folder, "b") });
    const listed = await a.enqueue(spec);
    expect(listed).toMatchObject({ sources: 15, jobs: 15, unchanged: 0, removed: 0 });
    expect(await b.enqueue(spec)).toMatchObject({ sources: 15, jobs: 15 });
    const told = (await Promise.all([a.work(), b.work()])).flat();
    expect(told.length).toBe(15);
    const first = await b.publish(spec);
    expect(first).toMatchObject({ documents: 14, failed: 2, waiting: 0, parts: [""] });
    expect(first.newFailures.map(({ source }) => source)).toEqual(["in/bad.txt"]);
    expect(snapshot(join(folder, "b/out"))).toEqual(snapshot(join(folder, "one")));
    expect(await b.publish(spec)).toMatchObject({ parts: [], newFailures: [] });

    rmSync(join(folder, "in/1.txt"));
    write(folder, "in/2.txt", { department: "2局", year: "2024", amounts: ["99.00"] });
    utimesSync(join(folder, "in/3.txt"), 1000, 1000);
    write(folder, "in/new.txt", { department: "新局", amounts: ["5.00"] });
    await runFake(folder, { ...spec, out: "one" });
    expect(await b.enqueue(spec)).toMatchObject({ jobs: 2, unchanged: 13, removed: 1 });
    await b.work();
    await b.publish(spec);
    expect(snapshot(join(folder, "b/out"))).toEqual(snapshot(join(folder, "one")));
  });
});

test("each partition has the bytes of a run over its documents, and is published alone", async () => {
  const one = await machine();
  corpus(one.folder);
  await one.enqueue({}, "year-province");
  await one.work();
  const { parts } = await one.publish();
  expect(parts).toEqual([
    "unread",
    "year=2022/province=41",
    "year=2023/province=41",
    "year=2024/province=41",
  ]);
  const only2023 = ["in/1.txt", "in/4.txt", "in/7.txt", "in/10.txt"];
  await runFake(one.folder, { sources: only2023, out: "one" });
  const part = join(one.folder, "out/year=2023/province=41");
  expect(snapshot(part)).toEqual(snapshot(join(one.folder, "one")));
  expect(csv(join(one.folder, "out/unread/files.csv")).map(({ source }) => source)).toEqual([
    "in/bad.txt",
    "in/other.ofd",
  ]);

  // A document of another year now: both years change.
  write(one.folder, "in/4.txt", { department: "4局", year: "2024", amounts: ["4.00"] });
  await one.enqueue({}, "year-province");
  await one.work();
  expect((await one.publish()).parts).toEqual(["year=2023/province=41", "year=2024/province=41"]);
  rmSync(join(one.folder, "in/1.txt"));
  await one.enqueue({}, "year-province");
  expect((await one.publish()).parts).toEqual(["year=2023/province=41"]);
  expect(
    csv(join(part, "documents.csv"))
      .map(({ source }) => source)
      .sort(),
  ).toEqual(["in/10.txt", "in/7.txt"]);
});

test("a folder that is not there takes nothing with it, nor does a listing without any source", async () => {
  const one = await machine();
  corpus(one.folder);
  write(one.folder, "more/1.txt", { department: "甲局" });
  await one.enqueue({ sources: ["in", "more"] });
  await one.work();
  rmSync(join(one.folder, "more"), { recursive: true });
  expect(await one.enqueue({ sources: ["in", "more"] })).toMatchObject({ removed: 0 });
  expect(await one.enqueue({ sources: ["more"] })).toMatchObject({ sources: 0, removed: 0 });
  const [status] = await statusOf(one.database);
  expect(status).toMatchObject({ sources: 16, waiting: 0, read: 15, failed: 1, lost: 0 });
});

test("what fails again and again is given up with its reason, and tried again by the next listing", async () => {
  const one = await machine();
  write(one.folder, "in/good.txt", { department: "甲局" });
  write(one.folder, "in/poison.txt", { behave: "throw" });
  await one.enqueue();
  const told = await one.work();
  const poison = told.filter(({ source }) => source === "in/poison.txt");
  expect(poison.map(({ outcome }) => outcome)).toEqual(["again", "again", "again"]);
  const published = await one.publish();
  expect(published).toMatchObject({ documents: 1, failed: 1, waiting: 0 });
  expect(published.newFailures).toEqual([
    { source: "in/poison.txt", reason: "unexpected error: a fault of ours" },
  ]);
  await runFake(one.folder, { out: "one" });
  expect(snapshot(join(one.folder, "out"))).toEqual(snapshot(join(one.folder, "one")));
  const [status] = await statusOf(one.database, ["test"]);
  expect(status?.failures).toEqual({ unexpected: 1 });
  expect(metricsText(status ? [status] : [])).toContain(
    'yusuan_sources{pipeline="test",state="lost"} 1',
  );
  expect(await one.enqueue()).toMatchObject({ jobs: 1 });
  await one.work();
  expect(await one.publish()).toMatchObject({ failed: 1, newFailures: [] });
});

test("the jobs of a machine that is gone are taken over; a worker that stops gives back what it has", async () => {
  const folder = sandbox();
  corpus(folder);
  const database = await servers.database();
  const shared = { database, store: join(folder, "store"), sources: folder, expiry: 1 };
  const gone = await machine({ ...shared, folder: join(folder, "a") });
  await gone.enqueue();
  expect((await gone.jobs.take(4)).length).toBe(4);
  const next = await machine({ ...shared, folder: join(folder, "b") });
  const stopping = new AbortController();
  const stopped = next.work({ untilIdle: false, workers: 1 }, stopping.signal);
  setTimeout(() => stopping.abort(), 200);
  const first = await stopped;
  const rest = await next.work();
  expect(first.length + rest.length).toBe(15);
  await next.publish();
  await runFake(folder, { out: "one" });
  expect(snapshot(join(folder, "b/out"))).toEqual(snapshot(join(folder, "one")));
});

test("while a store is slow the next documents are read, and no more than a machine can hold", async () => {
  const one = await machine();
  corpus(one.folder);
  await one.enqueue();
  let reads = 0;
  let answer = (): void => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const slow: ObjectStore = {
    ...one.store,
    put: async (name, bytes) => {
      await answered;
      await one.store.put(name, bytes);
    },
  };
  const options = { workers: 1, untilIdle: true, pause: 0.1, upkeep: 0.5 };
  const working = work(options, {
    ...{ database: one.database, jobs: one.jobs, store: slow },
    scratch: join(one.folder, "scratch"),
    openPool(limits) {
      const pool = here(limits);
      return { ...pool, run: (task) => pool.run(task).finally(() => reads++) };
    },
  });
  await expect.poll(() => reads, { timeout: 20_000 }).toBe(5);
  await sleep(500);
  expect(reads).toBe(5);
  answer();
  expect(await working).toBe(15);
  await one.publish();
  await runFake(one.folder, { out: "one" });
  expect(snapshot(join(one.folder, "out"))).toEqual(snapshot(join(one.folder, "one")));
});

test("another version of the tool reads everything again, and takes no jobs that are not its own", async () => {
  const folder = sandbox();
  corpus(folder);
  const shared = { folder, database: await servers.database(), store: join(folder, "store") };
  const old = await machine(shared);
  await old.enqueue();
  const young = await machine({ ...shared, fingerprint: "2" });
  expect(await young.work()).toEqual([]);
  await old.work();
  await old.publish();
  const before = readFileSync(join(folder, "out/facts.csv"));
  expect(await young.enqueue()).toMatchObject({ jobs: 15 });
  expect(await old.work()).toEqual([]);
  expect((await young.work()).length).toBe(15);
  await young.publish();
  expect(readFileSync(join(folder, "out/facts.csv"))).toEqual(before);
});

test("of publications at the same moment one does the work", async () => {
  const one = await machine();
  corpus(one.folder);
  await one.enqueue();
  await one.work();
  const both = await Promise.all([one.publish(), one.publish()]);
  expect(both.map(({ parts }) => parts.length).sort()).toEqual([0, 1]);
});

test("objects of a bucket and pages of the web are sources; a mirror names one whole state", async () => {
  const one = await machine({ store: `s3://${BUCKET}${sandbox()}` });
  const address = `s3://${BUCKET}${one.folder}/incoming/`;
  const incoming = await openStore(address);
  const put = (name: string, content: object) =>
    incoming.put(name, Buffer.from(JSON.stringify(content)));
  await put("甲 局.txt", { department: "甲局", amounts: ["1.00"] });
  await put("b/乙局.txt", { department: "乙局", amounts: ["2.00"] });
  await put("other.ofd", {});
  const page = write(one.folder, "page", { department: "丙局", amounts: ["3.00"] });
  const url = "http://site.example/3.txt";
  const stamp = { size: 1, modified: "1", changed: "", inode: "" };
  const links = { files: [{ name: url, path: page, stamp }], missing: [] };
  const plan = one.plan({ sources: [address] });
  const pipeline = pipelineOf("test", plan, "none", "1");
  const list = () => enqueue(pipeline, plan, { ...one, links });
  expect(await list()).toMatchObject({ sources: 3, jobs: 3, missing: [] });
  await one.work();
  const out = join(one.folder, "out");
  const mirror = await openStore(`s3://${BUCKET}${one.folder}/open`);
  await publishQueue("test", plan, { ...one, mirror });
  const lines = csv(join(out, "files.csv"));
  expect(lines.map(({ source, outcome }) => [source?.replace(address, ""), outcome])).toEqual([
    [url, "read"],
    ["b/乙局.txt", "read"],
    ["other.ofd", "not-read"],
    ["甲 局.txt", "read"],
  ]);

  const before = await mirrored(mirror, "manifest.json");
  expect(before.map(({ path }) => path)).toContain("2024/410500-甲局/budget.json");
  for (const { path, object } of before) {
    const bytes = await mirror.get(object);
    expect(bytes && Buffer.from(bytes).equals(readFileSync(join(out, path)))).toBe(true);
  }
  await put("b/乙局.txt", { department: "乙局", amounts: ["20.00"] });
  expect(await list()).toMatchObject({ jobs: 1, unchanged: 2 });
  await one.work();
  await publishQueue("test", plan, { ...one, mirror });
  const now = await mirrored(mirror, "manifest.json");
  const changed = now.filter(({ object }) => !before.some((each) => each.object === object));
  expect(changed.map(({ path }) => path)).toContain("facts.csv");
  expect(changed.filter(({ path }) => path.includes("甲局"))).toEqual([]);
  // Whoever still reads the state of before has all of it.
  for (const { object } of before) expect(await mirror.has(object)).toBe(true);
});
