import { Command } from "commander";
import type { Message } from "../model/message.ts";
import { spoken } from "./words/say.ts";

export interface ReportCommandOptions {
  readonly to: string;
  readonly from: string;
}

const NOTES: Message = {
  en: `
The folder works on any web server, and opens by a double click on its index.html: nothing is fetched from anywhere else.
The sources go into it as well, so that every figure is shown on its page.

Examples:
  yusuan report output/samples --to report
  yusuan report output/archive --from /data/archive --to /var/www/budgets`,
  zh: `
这个文件夹放到任何网站服务器上都能用，双击其中的 index.html 也能打开：不从别处读取任何内容。原文件也放在里面，每个数字都能
在原页上看到。

例：
  yusuan report output/samples --to report
  yusuan report output/archive --from /data/archive --to /var/www/budgets`,
};

export function reportCommand(): Command {
  return new Command("report")
    .description(
      "write what a run wrote as a site that needs no server: every figure beside its page",
    )
    .argument("<OUT>", "the output folder")
    .requiredOption(
      "--to <folder>",
      "where the site goes: a folder that is new, empty, or has a report",
    )
    .option("--from <folder>", "where the run started, for source files", ".")
    .addHelpText("after", () => NOTES[spoken()])
    .action(async (out: string, options: ReportCommandOptions) => {
      const { reportOutput } = await import("./report-action.ts");
      await reportOutput(out, options);
    });
}
