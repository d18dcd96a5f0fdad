/**
 * What a queue of many documents costs: listing them, looking at it, taking from it, and publishing one that changed. The
 * documents are one real one, repeated under other names, departments, years and places. `npm run bench:queue [-- DOCUMENTS
 * [WHOLE]]`; WHOLE documents are published all at once, to see how time and memory grow.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "../../src/queue/database.ts";
import { enqueueListing } from "../../src/queue/enqueue.ts";
import { openJobs } from "../../src/queue/jobs.ts";
import { pipelineOf } from "../../src/queue/pipeline.ts";
import { publishQueue } from "../../src/queue/publish.ts";
import { migrate } from "../../src/queue/schema.ts";
import { statusOf } from "../../src/queue/status.ts";
import { readDocument } from "../../src/run/document.ts";
import { jobOf, type Outcome, type StoredRecord } from "../../src/run/job.ts";
import { planOf } from "../../src/run/plan.ts";
import { store as keep, storedFiles, storedRecord, storeKey } from "../../src/run/store.ts";
import { openStore } from "../../src/store/open-store.ts";
import { openServers } from "../queue/servers.ts";

/** Documents of one city and year, of some 340 cities and ten years. */
const IN_PART = 300;

async function main([documents = 1_000_000, whole = 3000]: readonly number[]): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), "yusuan-size-"));
  const servers = await openServers();
  const database = await openDatabase(await servers.database());
  try {
    await migrate(database);
    const jobs = await openJobs(database, "1");
    const store = await openStore(join(work, "store"));
    const plan = planOf(
      { sources: ["in"], out: join(work, "out"), limits: { workers: 2 } },
      { folder: work, keepState: true },
    );
    const pipeline = pipelineOf("size", plan, "year-city", "1");
    const listed = Array.from({ length: documents }, (_, at) => ({
      ...{ name: `in/${String(at).padStart(7, "0")}.txt`, bytes: 1000, stamp: "1" },
      settle: async () => ({ version: storeKey(String(at)), location: "/nowhere" }),
    }));
    const list = () =>
      enqueueListing(
        pipeline,
        plan,
        { listed, missing: [], others: [] },
        { database, jobs, store },
      );
    const figures: Record<string, number> = { documents };
    /** Seconds that pass, and those that this process is at work: the rest is the database, the disk, and others. */
    async function measure(what: string, act: () => Promise<unknown>): Promise<number> {
      const before = process.cpuUsage();
      const seconds = await timed(act);
      const { user, system } = process.cpuUsage(before);
      figures[`${what}, s`] = seconds;
      figures[`${what}, s of CPU`] = rounded((user + system) / 1e6);
      return seconds;
    }
    await measure("listing all", list);
    await database.query("analyze yusuan_queue.source");
    await measure("status", () => statusOf(database));
    await measure("taking 20, ten times", () => many(10, () => jobs.take(20)));
    await measure("listing again", list);
    console.table(figures);

    const template = await readTemplate(work);
    const part = "year=2024/city=4105";
    await copies(template, join(work, "store"), IN_PART, async (rows) => {
      await save(database, rows, part);
    });
    await database.query("analyze yusuan_queue.source");
    const publish = () => publishQueue("size", plan, { database, store });
    await measure("publishing a partition of 300", publish);
    await database.query("update yusuan_queue.source set entry = $1, key = $2 where name = $3", [
      ...(await changedCopy(template, join(work, "store"))),
      "in/0000007.txt",
    ]);
    await database.query("update yusuan_queue.partition set changed = changed + 1");
    await measure("publishing one document of it", publish);
    await measure("status, all read", () => statusOf(database));
    console.table(figures);

    for (const n of [whole / 10, whole]) {
      const name = `whole of ${n}`;
      await database.query("delete from yusuan_queue.partition");
      await copies(template, join(work, "store"), n, (rows) => save(database, rows, name));
      const seconds = await measure(name, () =>
        publishQueue("size", { ...plan, out: join(work, name) }, { database, store }),
      );
      figures[`${name}, ms a document`] = rounded((1000 * seconds) / n);
      figures[`${name}, peak MB`] = Math.round(process.resourceUsage().maxRSS / 1024);
      rmSync(join(work, name), { recursive: true, force: true });
    }
    console.table(figures);
    await jobs.close();
  } finally {
    await database.close();
    await servers.close();
    rmSync(work, { recursive: true, force: true });
  }
}

interface Template {
  readonly outcome: Outcome;
  readonly record: StoredRecord;
  readonly files: ReturnType<typeof storedFiles>;
}

/** A real document, read once. */
async function readTemplate(work: string): Promise<Template> {
  const state = join(work, "template");
  const output = planOf({ sources: ["x"], out: "x" }, { folder: work, keepState: true }).output;
  const path = join(import.meta.dirname, "../../samples/henan-budget-2024.txt");
  readFileSync(path);
  const outcome = (await jobOf(readDocument)({
    ...{ name: "in/0000000.txt", path, state, basis: "", output, largest: 1, fresh: true },
    bounds: { seconds: 60, megabytes: 1024 },
  })) as Outcome;
  const record = storedRecord(state, outcome.key) as StoredRecord;
  return { outcome, record, files: storedFiles(state, outcome.key) };
}

type Row = { readonly name: string; readonly key: string; readonly entry: object };

/** The same document of other departments, into the store and to whoever wants the rows. */
async function copies(
  template: Template,
  folder: string,
  count: number,
  take: (rows: readonly Row[]) => Promise<void>,
): Promise<void> {
  for (let at = 0; at < count; at += 1000) {
    const rows = Array.from({ length: Math.min(1000, count - at) }, (_, i) =>
      copyOf(template, folder, at + i, ""),
    );
    await take(rows);
  }
}

function copyOf(
  { outcome, record, files }: Template,
  folder: string,
  at: number,
  more: string,
): Row {
  const { department, document } = outcome.line;
  const sha256 = storeKey("copy", String(at), more).padEnd(64, "0");
  const rename = (text: string): string =>
    text
      .replaceAll(department, `${department}第${at}处${more}`)
      .replaceAll(document, `d${sha256.slice(0, 16)}`)
      .replaceAll(outcome.sha256, sha256);
  const renamed = <T>(value: T): T => JSON.parse(rename(JSON.stringify(value)));
  const key = storeKey("copy", String(at), more);
  const bytes = files.map((file) => ({
    path: rename(file.path),
    bytes: Buffer.from(rename(Buffer.from(file.bytes).toString("utf8"))),
  }));
  keep(folder, key, renamed(record), bytes, { shares: '{"figures":[],"said":[]}' });
  const { reused: _, ...entry } = renamed(outcome);
  return { name: `in/${String(at).padStart(7, "0")}.txt`, key, entry: { ...entry, key } };
}

async function changedCopy(template: Template, folder: string): Promise<[string, string]> {
  const { key, entry } = copyOf(template, folder, 7, "改");
  return [JSON.stringify(entry), key];
}

async function save(
  { query }: Awaited<ReturnType<typeof openDatabase>>,
  rows: readonly Row[],
  part: string,
): Promise<void> {
  await query(
    `update yusuan_queue.source s set state = 'read', key = r.key, entry = r.entry, part = $2, finished = now()
     from json_to_recordset($1) as r(name text, key text, entry json) where s.name = r.name`,
    [JSON.stringify(rows), part],
  );
  await query(
    "insert into yusuan_queue.partition (pipeline, part) values ('size', $1) on conflict do nothing",
    [part],
  );
}

async function many(times: number, work: () => Promise<unknown>): Promise<void> {
  for (let at = 0; at < times; at++) await work();
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return rounded((performance.now() - began) / 1000);
}

function rounded(number: number): number {
  return Math.round(1000 * number) / 1000;
}

await main(process.argv.slice(2).map(Number));
