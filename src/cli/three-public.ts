import { Command } from "commander";

export interface ThreePublicOptions {
  readonly csv?: true;
  readonly json?: true;
  readonly timeout: string;
}

const NOTES = `
Examples:
  yusuan three-public 部门预算.pdf
  yusuan three-public archive/2024 --csv > three-public.csv`;

export function threePublicCommand(): Command {
  return new Command("three-public")
    .description("show the three-public (三公) figures with page, proof, change and reason")
    .argument("<FILE...>", "files, folders, patterns")
    .option("--csv", "print CSV instead of a table")
    .option("--json", "print JSON instead of a table")
    .option("--timeout <seconds>", "processor time for one document", "60")
    .addHelpText("after", NOTES)
    .action(async (files: string[], options: ThreePublicOptions) => {
      const { printThreePublic } = await import("./three-public-action.ts");
      await printThreePublic(files, options);
    });
}
