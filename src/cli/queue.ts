import { Command, Option } from "commander";
import type { Message } from "../model/message.ts";
import { type QueueOptions, withQueueOptions } from "./queue-options.ts";
import { spoken } from "./words/say.ts";

export interface EnqueueOptions extends QueueOptions {
  readonly fresh?: true;
  readonly json?: true;
}

export interface WorkerOptions extends QueueOptions {
  readonly workers?: string;
  readonly untilIdle?: true;
  readonly scratch?: string;
  readonly log: "text" | "json";
}

export interface PublishOptions extends QueueOptions {
  readonly out?: string;
  readonly failOn?: string;
  readonly json?: true;
}

export interface StatusOptions extends QueueOptions {
  readonly json?: true;
  readonly port?: string;
}

const NOTES: Message = {
  en: `
Several machines share a Postgres database and a store of results; see docs/operations.md. Passwords belong in the
environment: PGPASSWORD, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_ENDPOINT_URL_S3.

Example:
  export YUSUAN_DATABASE=postgres://yusuan@db/yusuan YUSUAN_STORE=s3://budgets/results
  yusuan enqueue nightly.yaml     on one machine: what is new or changed becomes a job
  yusuan work --workers 8         on as many machines as there are
  yusuan status                   how far they are
  yusuan publish nightly.yaml     on one machine: the same bytes as yusuan run would write`,
  zh: `
多台机器共用一个 Postgres 数据库和一个存放结果的地方，见 docs/operations.md。密码放在环境变量里：PGPASSWORD、
AWS_ACCESS_KEY_ID、AWS_SECRET_ACCESS_KEY、AWS_ENDPOINT_URL_S3。

例：
  export YUSUAN_DATABASE=postgres://yusuan@db/yusuan YUSUAN_STORE=s3://budgets/results
  yusuan enqueue nightly.yaml     在一台机器上：新的和变了的来源成为任务
  yusuan work --workers 8         在任意多台机器上
  yusuan status                   看进度
  yusuan publish nightly.yaml     在一台机器上：与 yusuan run 写出的逐字节相同`,
};

export function enqueueCommand(): Command {
  return withQueueOptions(new Command("enqueue"))
    .description("list the sources of a pipeline; what is new or changed waits for yusuan work")
    .argument("<PIPELINE>", "a YAML or JSON file")
    .option("--fresh", "read all sources again, changed or not")
    .option("--json", "print the result as JSON")
    .addHelpText("after", () => NOTES[spoken()])
    .action(async (file: string, options: EnqueueOptions) => {
      const { enqueueFile } = await import("./queue-action.ts");
      await enqueueFile(file, options);
    });
}

export function workCommand(): Command {
  return withQueueOptions(new Command("work"))
    .description("read what waits in the queue, until it is stopped")
    .option("--workers <n>", "documents at once (default: number of processors)")
    .option("--until-idle", "end when nothing waits any more")
    .option(
      "--scratch <folder>",
      "where sources are while they are read (default: a temporary folder)",
    )
    .addOption(
      new Option("--log <form>", "logs on standard error: text, or JSON lines with the run's id")
        .choices(["text", "json"])
        .default("text"),
    )
    .addHelpText("after", () => NOTES[spoken()])
    .action(async (options: WorkerOptions) => {
      const { workQueue } = await import("./queue-action.ts");
      await workQueue(options);
    });
}

export function publishCommand(): Command {
  return withQueueOptions(new Command("publish"))
    .description(
      "write what was read: the partitions of a pipeline's output in which anything changed",
    )
    .argument("<PIPELINE>", "a YAML or JSON file")
    .option("-o, --out <folder>", "where the datasets go; made if it is missing")
    .option(
      "--fail-on <list>",
      "conflict: exit code 1 if any figure is in conflict; new-failure: only if a document fails that did not the last time",
    )
    .option("--json", "print the result as JSON")
    .addHelpText("after", () => NOTES[spoken()])
    .action(async (file: string, options: PublishOptions) => {
      const { publishFile } = await import("./queue-action.ts");
      await publishFile(file, options);
    });
}

export function statusCommand(): Command {
  return withQueueOptions(new Command("status"))
    .description("say how far the pipelines of a queue are")
    .argument("[NAME...]", "names of pipelines (default: all)")
    .option("--json", "print the result as JSON")
    .option(
      "--port <n>",
      "serve it to Prometheus on this port of this machine, until it is stopped",
    )
    .addHelpText("after", () => NOTES[spoken()])
    .action(async (names: string[], options: StatusOptions) => {
      const { showStatus } = await import("./queue-action.ts");
      await showStatus(names, options);
    });
}
