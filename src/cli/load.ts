import { Command } from "commander";
import type { Message } from "../model/message.ts";
import { spoken } from "./words/say.ts";

export interface LoadOptions {
  readonly ddl?: true;
  readonly json?: true;
}

const NOTES: Message = {
  en: `
One transaction for each partition; what did not change is not read. The tables are in the schema yusuan: documents,
disclosures, figures, facts, checks, and changes, which says what changed when. --ddl prints the statements that make
them, which DuckDB takes as well. The password belongs in the environment (PGPASSWORD).

Example:
  yusuan load postgres://yusuan@db/warehouse output/nightly`,
  zh: `
每个分区一个事务；没变的不读。表在模式 yusuan 中：documents、disclosures、figures、facts、checks，以及 changes，
记下何时变了什么。--ddl 打印建表语句，DuckDB 也能用。密码放在环境变量 PGPASSWORD 里。

例：
  yusuan load postgres://yusuan@db/warehouse output/nightly`,
};

export function loadCommand(): Command {
  return new Command("load")
    .description("bring a Postgres database to what an output says")
    .argument("[DATABASE]", "postgres://user@host:port/name")
    .argument("[OUT]", "the output folder")
    .option("--ddl", "print the statements that make the tables, and do nothing else")
    .option("--json", "print the result as JSON")
    .addHelpText("after", () => NOTES[spoken()])
    .action(async (address: string | undefined, out: string | undefined, options: LoadOptions) => {
      const { loadFolder } = await import("./load-action.ts");
      await loadFolder(address, out, options);
    });
}
