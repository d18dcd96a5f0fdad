import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { hostname, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Links } from "../fetch/links.ts";
import { UsageError } from "../model/errors.ts";
import { enqueue } from "../queue/enqueue.ts";
import { pipelineOf } from "../queue/pipeline.ts";
import { type Published, publishQueue } from "../queue/publish.ts";
import { metricsText, type Status, statusOf } from "../queue/status.ts";
import { type Worked, work } from "../queue/work.ts";
import type { PipelineSpec } from "../run/pipeline-schema.ts";
import { DEFAULT_PLAN_LIMITS, type Plan } from "../run/plan.ts";
import { openStore } from "../store/open-store.ts";
import { EXIT } from "./exit.ts";
import { interruptible } from "./interrupt.ts";
import type { EnqueueOptions, PublishOptions, StatusOptions, WorkerOptions } from "./queue.ts";
import { closeShared, openQueueDatabase, openShared, readQueuePipeline } from "./queue-settings.ts";
import { specOf } from "./run-spec.ts";
import { columns, count, duration, plural, printable } from "./terminal.ts";
import { say, translated } from "./words/say.ts";

/** `yusuan enqueue PIPELINE` */
export async function enqueueFile(file: string, options: EnqueueOptions): Promise<void> {
  const over = specOf({ log: "text", ...(options.fresh && { fresh: true }) });
  const { name, spec, plan } = readQueuePipeline(file, over);
  const shared = await openShared(options, { ...spec.queue, base: plan.request.base });
  try {
    const pipeline = pipelineOf(name, plan, spec.queue?.partitions ?? "none");
    const listed = await interruptible(async (signal) => {
      const links = await linksOf(spec, plan, signal);
      return enqueue(pipeline, plan, { ...shared, signal, ...(links && { links }) });
    });
    if (options.json) process.stdout.write(`${JSON.stringify(listed)}\n`);
    else {
      process.stdout.write(
        columns([
          [say("Sources"), count(listed.sources)],
          [say("Waiting to be read"), count(listed.jobs)],
          [say("Unchanged"), count(listed.unchanged)],
          [say("Removed"), count(listed.removed)],
        ]) + failureList(say("Failed"), listed.missing),
      );
    }
    process.exitCode =
      listed.sources === 0
        ? EXIT.nothingRead
        : listed.missing.length > 0
          ? EXIT.someFailed
          : EXIT.done;
  } finally {
    await closeShared(shared);
  }
}

/** What a pipeline names on the web, fetched. */
async function linksOf(
  { http }: PipelineSpec,
  { request, state, limits }: Plan,
  signal: AbortSignal,
): Promise<Links | undefined> {
  if (!http) return undefined;
  const { fetchLinks } = await import("../fetch/links.ts");
  const lists = http.lists.map((list) => resolve(request.base, list));
  const cache = http.cache ? resolve(request.base, http.cache) : join(state, "http");
  const { rate = 1, agent } = http;
  return fetchLinks({ lists, cache, rate, agent, largest: limits.file }, { signal });
}

/** `yusuan work` */
export async function workQueue(options: WorkerOptions): Promise<void> {
  const { limits } = specOf({ log: "text", ...(options.workers && { workers: options.workers }) });
  const workers = limits?.workers ?? DEFAULT_PLAN_LIMITS.workers;
  const shared = await openShared(options);
  const id = randomUUID();
  const scratch = join(resolve(options.scratch ?? tmpdir()), `yusuan-work-${id}`);
  try {
    const tell = options.log === "json" ? await jsonTeller(id) : tellText;
    const done = await interruptible((signal) =>
      work(
        { workers, untilIdle: options.untilIdle === true },
        { ...shared, scratch, tell, signal },
      ),
    );
    if (options.log === "text") process.stdout.write(`${translated(plural(done, "document"))}\n`);
  } finally {
    await closeShared(shared);
  }
}

async function jsonTeller(run: string): Promise<(worked: Worked) => void> {
  const { jsonLogger, workLogger } = await import("./log.ts");
  return workLogger(jsonLogger(run).child({ host: hostname(), pid: process.pid }));
}

function tellText({ outcome, source, reason, seconds }: Worked): void {
  const why = reason === "" ? "" : `: ${printable(translated(reason))}`;
  process.stderr.write(`${outcome}  ${duration(seconds)}  ${printable(source)}${why}\n`);
}

/** `yusuan publish PIPELINE` */
export async function publishFile(file: string, options: PublishOptions): Promise<void> {
  const { out, failOn } = options;
  const over = specOf({ log: "text", ...(out && { out }), ...(failOn && { failOn }) });
  const { name, spec, plan } = readQueuePipeline(file, over);
  const shared = await openShared(options, { ...spec.queue, base: plan.request.base });
  try {
    const { mirror } = spec.queue ?? {};
    const to = mirror ? { mirror: await openStore(mirror) } : {};
    const published = await interruptible((signal) =>
      publishQueue(name, plan, { ...shared, ...to, signal }),
    );
    process.stdout.write(
      options.json ? `${JSON.stringify(published)}\n` : publishedText(published, plan),
    );
    process.exitCode = exitCodeOf(published, plan);
  } finally {
    await closeShared(shared);
  }
}

/** What waits is no failure: it is published the next time. */
export function exitCodeOf(
  { documents, failed, conflicts, newFailures, waiting }: Published,
  plan: Pick<Plan, "failOnConflict" | "failOnNew">,
): number {
  if (documents === 0) return waiting > 0 ? EXIT.done : EXIT.nothingRead;
  if ((plan.failOnNew ? newFailures.length : failed) > 0) return EXIT.someFailed;
  return plan.failOnConflict && conflicts > 0 ? EXIT.someFailed : EXIT.done;
}

function publishedText(published: Published, { out }: Plan): string {
  const { documents, failed, parts, newFailures, waiting } = published;
  return (
    columns([
      [
        say("Documents"),
        say("{} read, {} failed, {} waiting", ...[documents, failed, waiting].map(count)),
      ],
      [say("Output"), printable(out)],
      [
        say("Written"),
        parts.length === 0
          ? say("nothing: it is up to date")
          : parts.map((part) => printable(part) || say("all of it")).join(", "),
      ],
    ]) + failureList(say("Failed for the first time"), newFailures)
  );
}

/** `yusuan status` */
export async function showStatus(names: readonly string[], options: StatusOptions): Promise<void> {
  const database = await openQueueDatabase(options);
  const wanted = names.length > 0 ? names : undefined;
  try {
    if (options.port !== undefined)
      return await serveMetrics(options.port, () => statusOf(database, wanted));
    const statuses = await statusOf(database, wanted);
    const unknown = names.find((name) => !statuses.some(({ pipeline }) => pipeline === name));
    if (unknown) throw new UsageError(`no pipeline ${unknown} was ever enqueued`);
    process.stdout.write(
      options.json ? `${JSON.stringify(statuses)}\n` : statuses.map(statusText).join("\n"),
    );
  } finally {
    await database.close();
  }
}

function statusText(status: Status): string {
  const { pipeline, sources, waiting, active, read, failed, lost, rate, remaining } = status;
  const left = remaining === null ? say("nobody is at work") : translated(duration(remaining));
  const reasons = Object.entries(status.failures).map(([why, n]) => [why, count(n)]);
  return (
    columns([
      [say("Pipeline"), printable(pipeline)],
      [say("Sources"), count(sources)],
      [say("Waiting to be read"), say("{}, {} of them in work", count(waiting), count(active))],
      [say("Read"), count(read)],
      [say("Failed"), say("{}, and {} given up", count(failed), count(lost))],
      [say("Rate"), `${rate}/s`],
      [say("Remaining"), waiting === 0 ? "0" : left],
      [
        say("Partitions"),
        say("{}, {} not published yet", count(status.partitions), count(status.unpublished)),
      ],
    ]) + (reasons.length > 0 ? columns(reasons).replace(/^(?=.)/gm, "  ") : "")
  );
}

/** For this machine alone: the numbers say what a team works on. */
async function serveMetrics(
  port: string,
  statuses: () => Promise<readonly Status[]>,
): Promise<void> {
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new UsageError("--port takes a number from 0 to 65535");
  const server = createServer((request, response) => {
    if (request.method !== "GET" || request.url !== "/metrics") {
      response.writeHead(404).end();
      return;
    }
    statuses().then(
      (all) =>
        response
          .writeHead(200, { "content-type": "text/plain; version=0.0.4" })
          .end(metricsText(all)),
      () => response.writeHead(503).end(),
    );
  });
  await interruptible(async (signal) => {
    await new Promise<void>((done, fail) => {
      server.once("error", fail).listen(Number(port), "127.0.0.1", () => {
        const address = server.address();
        const bound = typeof address === "object" && address ? address.port : port;
        process.stderr.write(`http://127.0.0.1:${bound}/metrics\n`);
      });
      signal.addEventListener("abort", () => done(), { once: true });
    });
    server.closeAllConnections();
    server.close();
  });
}

function failureList(
  title: string,
  failures: readonly { readonly source: string; readonly reason: string }[],
): string {
  if (failures.length === 0) return "";
  const rows = failures
    .slice(0, 20)
    .map(({ source, reason }) => [printable(source), printable(translated(reason))]);
  const rest = failures.length - rows.length;
  const more = rest > 0 ? `${say("  … and {} more", count(rest))}\n` : "";
  return `${title}:\n${columns(rows).replace(/^(?=.)/gm, "  ")}${more}`;
}
