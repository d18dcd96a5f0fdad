import { Command } from "commander";
import type { Message } from "../model/message.ts";
import { spoken } from "./words/say.ts";

const NOTES: Message = {
  en: `
Each part was read with --shard, by the same version and with the same options. The result is the same bytes as one
run over all sources.

Example:
  for i in 1 2 3 4; do yusuan extract archive/ --out parts/$i --shard $i/4; done
  yusuan merge parts/* --out output/archive`,
  zh: `
各份都用 --shard 读出，版本和选项都要相同。结果与一次读完全部来源逐字节相同。

例：
  for i in 1 2 3 4; do yusuan extract archive/ --out parts/$i --shard $i/4; done
  yusuan merge parts/* --out output/archive`,
};

export function mergeCommand(): Command {
  return new Command("merge")
    .description("put the parts that --shard made together into one output folder")
    .argument("<PART...>", "folders that --shard wrote, all parts of one run")
    .requiredOption("-o, --out <folder>", "where the datasets go")
    .addHelpText("after", () => NOTES[spoken()])
    .action(async (parts: string[], options: { out: string }) => {
      const { mergeFolders } = await import("./merge-action.ts");
      await mergeFolders(parts, options.out);
    });
}
