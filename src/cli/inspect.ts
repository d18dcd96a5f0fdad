import { Command } from "commander";
import type { Message } from "../model/message.ts";
import { languageOption } from "./language.ts";
import { vocabularyOption } from "./run-options.ts";
import { spoken } from "./words/say.ts";

export interface InspectOptions {
  readonly grids?: true;
  readonly overlay?: string;
  readonly json?: true;
  readonly rows?: boolean;
  readonly identities?: true;
  readonly vocabulary?: string;
  readonly timeout: string;
}

const NOTES: Message = {
  en: `
Nothing is written, except by --overlay.

Examples:
  yusuan inspect 部门预算.pdf                       tables, columns, rows, and what failed to add up
  yusuan inspect 部门预算.pdf --identities          with every sum that holds
  yusuan inspect 部门预算.pdf --grids               every grid found, as JSON
  yusuan inspect 部门预算.pdf --overlay pages       pages/page-001.svg … with words, lines, cells`,
  zh: `
除 --overlay 外，什么也不写。

例：
  yusuan inspect 部门预算.pdf                       表、列、行，以及什么加不起来
  yusuan inspect 部门预算.pdf --identities          成立的加总也列出来
  yusuan inspect 部门预算.pdf --grids               所有表格，JSON
  yusuan inspect 部门预算.pdf --overlay pages       pages/page-001.svg 等，画出文字、线条、单元格`,
};

export function inspectCommand(): Command {
  return new Command("inspect")
    .description("show what was recognised in a file: tables, columns, rows, sums, checks")
    .argument("<FILE>", "a disclosure")
    .option("--grids", "print every grid, standard table or not, before pages are joined, as JSON")
    .option("--overlay <folder>", "draw what was found over each page, as SVG")
    .option("--json", "print what was recognised as JSON")
    .option("--no-rows", "leave the rows of the tables out")
    .option("--identities", "list the sums that hold as well as those that fail")
    .addOption(languageOption())
    .addOption(vocabularyOption())
    .option("--timeout <seconds>", "processor time for the document", "60")
    .addHelpText("after", () => NOTES[spoken()])
    .action(async (file: string, options: InspectOptions) => {
      const { inspectFile } = await import("./inspect-action.ts");
      await inspectFile(file, options);
    });
}
