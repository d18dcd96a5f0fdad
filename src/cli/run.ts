import { Command } from "commander";
import type { Message } from "../model/message.ts";
import { type RunOptions, withRunOptions } from "./run-options.ts";
import { spoken } from "./words/say.ts";

const NOTES: Message = {
  en: `
A pipeline is a YAML or JSON file; options on the command line go before what it says:

  sources: [archive]              files, folders, patterns
  out: output/nightly
  formats: [csv, json, xlsx]
  limits: { workers: 2, seconds: 60 }

Paths in it start from its own folder, or from its "base". Only sources that are new or changed are read again; what
was removed leaves the datasets.

Examples:
  yusuan run pipelines/samples.json
  yusuan run pipelines/nightly.yaml --out /data/budgets --log json`,
  zh: `
流水线是一个 YAML 或 JSON 文件；命令行上的选项优先：

  sources: [archive]              文件、文件夹、通配符
  out: output/nightly
  formats: [csv, json, xlsx]
  limits: { workers: 2, seconds: 60 }

其中的路径从它自己的文件夹算起，或从其中的 base 算起。只读新的和变了的来源；删去的来源从数据中消失。

例：
  yusuan run pipelines/samples.json
  yusuan run pipelines/nightly.yaml --out /data/budgets --log json`,
};

export function runCommand(): Command {
  return withRunOptions(new Command("run"))
    .description("run a declared pipeline; unchanged sources are not read again")
    .argument("<PIPELINE>", "a YAML or JSON file")
    .addHelpText("after", () => NOTES[spoken()])
    .action(async (pipeline: string, _: RunOptions, command: Command) => {
      const { runPipeline } = await import("./run-action.ts");
      await runPipeline(pipeline, command.optsWithGlobals());
    });
}
