import type { Command } from "commander";

/** What the commands of a queue have in common. */
export interface QueueOptions {
  readonly database?: string;
  readonly store?: string;
}

export function withQueueOptions(command: Command): Command {
  return command
    .option("--database <address>", "postgres://user@host:port/name (or YUSUAN_DATABASE)")
    .option(
      "--store <place>",
      "where results lie: a folder, or s3://bucket/prefix (or YUSUAN_STORE)",
    );
}
