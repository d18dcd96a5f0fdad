import { Command } from "commander";
import type { Message } from "../model/message.ts";
import { type RunOptions, withRunOptions } from "./run-options.ts";
import { spoken } from "./words/say.ts";

const NOTES: Message = {
  en: `
FILE is a file, a folder (everything below it that can be read) or a pattern such as 'archive/**/*.pdf'.
OUT then holds exactly what these sources say: what an earlier run on OUT left and this one does not give is
removed. Only the tool's own files are; yours are left alone.

Examples:
  yusuan extract 部门预算.pdf --out output/mine
  yusuan extract 2023/ 2024/ --out output/all --formats csv,json,xlsx
  yusuan extract archive/ --out output/archive --workers 2 --timeout 30 --json > results.jsonl
  yusuan extract archive/ --out parts/3 --shard 3/16      then: yusuan merge parts/* --out output/archive`,
  zh: `
FILE 是文件、文件夹（其中能读的一切）或 'archive/**/*.pdf' 这样的通配符。
OUT 里的数据与这些来源完全一致：上次留在 OUT 而这次没有的会删去。只删本工具写的文件，别的文件不动。

例：
  yusuan extract 部门预算.pdf --out output/mine
  yusuan extract 2023/ 2024/ --out output/all --formats csv,json,xlsx
  yusuan extract archive/ --out output/archive --workers 2 --timeout 30 --json > results.jsonl
  yusuan extract archive/ --out parts/3 --shard 3/16      然后：yusuan merge parts/* --out output/archive`,
};

export function extractCommand(): Command {
  return withRunOptions(new Command("extract"))
    .description("extract files, folders or patterns into datasets")
    .argument("[FILE...]", "files, folders, patterns")
    .addHelpText("after", () => NOTES[spoken()])
    .action(async (files: string[], _: RunOptions, command: Command) => {
      const { extractFiles } = await import("./run-action.ts");
      await extractFiles(files, command.optsWithGlobals());
    });
}
