import { Command } from "commander";
import type { Message } from "../model/message.ts";
import { spoken } from "./words/say.ts";

const NOTES: Message = {
  en: `
Each part is tried and not only looked for. What is missing is optional: everything else works without it.
Exit code 1 if something that is not optional is missing.`,
  zh: `
每个部件都实际试用，而不只是查找。缺少的都是可选的：没有它，其余照常工作。
缺少非可选的部件时，退出码为 1。`,
};

export function doctorCommand(): Command {
  return new Command("doctor")
    .description("show what is installed, which formats and outputs work, and what to install")
    .option("--json", "print the result as JSON")
    .addHelpText("after", () => NOTES[spoken()])
    .action(async (options: { readonly json?: true }) => {
      const { examine } = await import("./doctor-action.ts");
      await examine(options);
    });
}
