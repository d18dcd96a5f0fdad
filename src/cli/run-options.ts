import { type Command, Option } from "commander";

/** What the options of `extract` and `run` are called in code; each is a setting of a pipeline too. */
export interface RunOptions {
  readonly out?: string;
  readonly json?: true;
  readonly formats?: string;
  readonly datasets?: string;
  readonly departments?: boolean;
  readonly bom?: boolean;
  readonly parts?: true;
  readonly list?: string[];
  readonly exclude?: string[];
  readonly vocabulary?: string;
  readonly workers?: string;
  readonly timeout?: string;
  readonly memory?: string;
  readonly maxFile?: string;
  readonly failOn?: string;
  readonly shard?: string;
  readonly state?: string;
  readonly fresh?: true;
  readonly report?: string;
  readonly log: "text" | "json";
  readonly debug?: true;
}

/** Declares the options that `extract` and `run` share. */
export function withRunOptions(command: Command): Command {
  return command
    .option("-o, --out <folder>", "where the datasets go; made if it is missing")
    .option("--json", "print one line of JSON for each source on standard output")
    .option("--formats <list>", "of csv, json, xlsx, parquet (default: csv,json)")
    .option(
      "--datasets <list>",
      "combined files, of facts, figures, three-public, indicators, statements, checks and so on (default: all)",
    )
    .option("--no-departments", "write no folder for each department")
    .option("--no-bom", "CSV without byte-order mark (Excel then misreads Chinese)")
    .option("--parts", "facts, figures and so on in files by year and division, not in one")
    .option("--list <file>", "a file that names sources, one a line; may be repeated", collect)
    .option("--exclude <pattern>", "leave these sources out; may be repeated", collect)
    .addOption(vocabularyOption())
    .option("--workers <n>", "documents at once (default: number of processors)")
    .option("--timeout <seconds>", "processor time for one document (default: 60)")
    .option("--memory <MB>", "memory for one document (default: 1024)")
    .option("--max-file <MB>", "largest file that is read (default: 200)")
    .option(
      "--fail-on <list>",
      "conflict: exit code 1 if any figure is in conflict; new-failure: only if a document fails that did not the last time",
    )
    .option("--shard <i/n>", "read one of n parts of the sources, into a folder for yusuan merge")
    .option("--state <folder>", "where to keep what makes the next run quick (default: OUT.state)")
    .option("--fresh", "read all sources again, changed or not")
    .option("--report <file>", "write a report of the run as JSON")
    .addOption(
      new Option("--log <form>", "logs on standard error: text, or JSON lines with the run's id")
        .choices(["text", "json"])
        .default("text"),
    );
}

/** Shared by all commands that read. */
export function vocabularyOption(): Option {
  return new Option("--vocabulary <file>", "a YAML file of words of your own (docs/vocabulary.md)");
}

function collect(value: string, before: string[] = []): string[] {
  return [...before, value];
}
