import { Command } from "commander";
import type { Message } from "../model/message.ts";
import { vocabularyOption } from "./run-options.ts";
import { spoken } from "./words/say.ts";

export interface ThreePublicOptions {
  readonly format?: string;
  readonly out?: string;
  readonly csv?: true;
  readonly json?: true;
  readonly vocabulary?: string;
  readonly timeout: string;
}

const NOTES: Message = {
  en: `
Examples:
  yusuan three-public 部门预算.pdf
  yusuan three-public archive/2023 archive/2024 --out three-public.xlsx`,
  zh: `
例：
  yusuan three-public 部门预算.pdf
  yusuan three-public archive/2023 archive/2024 --out 三公经费.xlsx`,
};

export function threePublicCommand(): Command {
  return new Command("three-public")
    .description("show the three-public (三公) figures with page, proof, change and reason")
    .argument("<FILE...>", "files, folders, patterns")
    .option(
      "--format <format>",
      "table, csv, json or xlsx (default: by the name of --out, else table)",
    )
    .option(
      "--out <file>",
      "write a new file instead of printing; xlsx has a chart of the departments",
    )
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
