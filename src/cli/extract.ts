import { Command } from "commander";
import { type RunOptions, withRunOptions } from "./run-options.ts";

const NOTES = `
FILE is a file, a folder (everything below it that can be read) or a pattern such as 'archive/**/*.pdf'.
OUT then holds exactly what these sources say: what an earlier run on OUT left and this one does not give is
removed. Only the tool's own files are; yours are left alone.

Examples:
  yusuan extract 部门预算.pdf --out output/mine
  yusuan extract 2023/ 2024/ --out output/all --formats csv,json,xlsx
  yusuan extract archive/ --out output/archive --workers 2 --timeout 30 --json > results.jsonl
  yusuan extract archive/ --out parts/3 --shard 3/16      then: yusuan merge parts/* --out output/archive`;

export function extractCommand(): Command {
  return withRunOptions(new Command("extract"))
    .description("extract files, folders or patterns into datasets")
    .argument("[FILE...]", "files, folders, patterns")
    .addHelpText("after", NOTES)
    .action(async (files: string[], _: RunOptions, command: Command) => {
      const { extractFiles } = await import("./run-action.ts");
      await extractFiles(files, command.optsWithGlobals());
    });
}
