import { Command } from "commander";
import type { Message } from "../model/message.ts";
import { vocabularyOption } from "./run-options.ts";
import { spoken } from "./words/say.ts";

export interface ThreePublicOptions {
  readonly csv?: true;
  readonly json?: true;
  readonly vocabulary?: string;
  readonly timeout: string;
}

const NOTES: Message = {
  en: `
Examples:
  yusuan three-public 部门预算.pdf
  yusuan three-public archive/2024 --csv > three-public.csv`,
  zh: `
例：
  yusuan three-public 部门预算.pdf
  yusuan three-public archive/2024 --csv > three-public.csv`,
};

export function threePublicCommand(): Command {
  return new Command("three-public")
    .description("show the three-public (三公) figures with page, proof, change and reason")
    .argument("<FILE...>", "files, folders, patterns")
    .option("--csv", "print CSV instead of a table")
    .option("--json", "print JSON instead of a table")
    .addOption(vocabularyOption())
    .option("--timeout <seconds>", "processor time for one document", "60")
    .addHelpText("after", () => NOTES[spoken()])
    .action(async (files: string[], options: ThreePublicOptions) => {
      const { printThreePublic } = await import("./three-public-action.ts");
      await printThreePublic(files, options);
    });
}
