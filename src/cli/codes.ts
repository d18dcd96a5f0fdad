import { Command } from "commander";
import type { Message } from "../model/message.ts";
import { spoken } from "./words/say.ts";

const NOTES: Message = {
  en: `
Examples:
  yusuan codes 住房公积金          subjects whose name has these characters
  yusuan codes 20805              a code and what stands below it
  yusuan codes 卫生健康 --year 2017   names as they were in a year`,
  zh: `
例：
  yusuan codes 住房公积金          名称中有这几个字的科目
  yusuan codes 20805              一个编码和它下面的科目
  yusuan codes 卫生健康 --year 2017   某一年的名称`,
};

export function codesCommand(): Command {
  return new Command("codes")
    .description("look a subject code or name up in the catalogue")
    .argument("<QUERY>", "a code, the beginning of one, or a name")
    .option("--year <year>", "fiscal year whose names are meant (default: the latest)")
    .option("--json", "print JSON instead of a table")
    .addHelpText("after", () => NOTES[spoken()])
    .action(async (query: string, options: { year?: string; json?: true }) => {
      const { printCodes } = await import("./codes-action.ts");
      printCodes(query, options);
    });
}
