import { Command } from "commander";
import { type RunOptions, withRunOptions } from "./run-options.ts";

const NOTES = `
A pipeline is a YAML or JSON file; options on the command line go before what it says:

  sources: [archive]              files, folders, patterns
  out: output/nightly
  formats: [csv, json, xlsx]
  limits: { workers: 2, seconds: 60 }

Paths in it start from its own folder, or from its "base". Only sources that are new or changed are read again; what
was removed leaves the datasets.

Examples:
  yusuan run pipelines/samples.json
  yusuan run pipelines/nightly.yaml --out /data/budgets --log json`;

export function runCommand(): Command {
  return withRunOptions(new Command("run"))
    .description("run a declared pipeline; unchanged sources are not read again")
    .argument("<PIPELINE>", "a YAML or JSON file")
    .addHelpText("after", NOTES)
    .action(async (pipeline: string, _: RunOptions, command: Command) => {
      const { runPipeline } = await import("./run-action.ts");
      await runPipeline(pipeline, command.optsWithGlobals());
    });
}
