import { Command } from "commander";
import type { Message } from "../model/message.ts";
import { spoken } from "./words/say.ts";

export interface VerifyOptions {
  readonly repair?: true;
  readonly state?: string;
  readonly json?: true;
}

const NOTES: Message = {
  en: `
An output has a manifest (.yusuan-manifest.jsonl) of all files that were written, with their hashes. Files of
other people are not looked at. --repair writes again what differs from what the last run kept in its state;
the sources are not read. Exit code 1 if anything differs, or still does.

Examples:
  yusuan verify output/archive
  yusuan verify output/archive --repair`,
  zh: `
输出文件夹里有一份清单（.yusuan-manifest.jsonl），列出写下的所有文件和校验值。别人的文件不看。--repair 把不同的
按上次运行保存的状态重写；来源不重读。只要有不同，或重写后仍有不同，退出码为 1。

例：
  yusuan verify output/archive
  yusuan verify output/archive --repair`,
};

export function verifyCommand(): Command {
  return new Command("verify")
    .description("read back what was written to an output, against its manifest")
    .argument("<OUT>", "the output folder")
    .option("--repair", "write again what differs")
    .option("--state <folder>", "the state of the run that wrote it (default: OUT.state)")
    .option("--json", "print the result as JSON")
    .addHelpText("after", () => NOTES[spoken()])
    .action(async (out: string, options: VerifyOptions) => {
      const { verifyFolder } = await import("./verify-action.ts");
      await verifyFolder(out, options);
    });
}
