import { Command } from "commander";
import type { Language } from "../model/message.ts";
import { languageOption } from "./language.ts";

export interface ServeCommandOptions {
  readonly from: string;
  readonly port: string;
  readonly lang?: Language;
}

const NOTES = `
OUT is a folder that extract, run or merge wrote. The address is for this machine alone, and for who has its token; nothing is
sent anywhere. Pages are shown from the source files: they are looked for where you are and in the folders above OUT, and
must be the very bytes that were read. Ctrl-C ends it.

Examples:
  yusuan serve output/samples
  yusuan serve output/archive --from /data/archive --port 8080`;

export function serveCommand(): Command {
  return new Command("serve")
    .description("open what a run wrote in a browser on this machine: every figure beside its page")
    .argument("<OUT>", "the output folder")
    .option("--from <folder>", "where the run started, for source files", ".")
    .option("--port <number>", "port to listen on; 0 for any that is free", "0")
    .addOption(languageOption())
    .addHelpText("after", NOTES)
    .action(async (out: string, options: ServeCommandOptions) => {
      const { serveOutput } = await import("./serve-action.ts");
      await serveOutput(out, options);
    });
}
