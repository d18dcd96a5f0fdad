import { Command } from "commander";
import type { Message } from "../model/message.ts";
import { spoken } from "./words/say.ts";

export interface SeriesOptions {
  readonly out: string;
  readonly subject?: string;
  readonly successions?: string;
  readonly csv?: true;
  readonly json?: true;
}

const NOTES: Message = {
  en: `
The table has totals, classes (类) and 三公 of all money; --csv and --json have every series. A year after | does not compare
with the one before it: the notes say why.

Examples:
  yusuan series 卫生健康委 --out output/archive
  yusuan series 卫生健康委 --out output/archive --subject 20805
  yusuan series 卫生健康委 --out output/archive --successions successions.yaml --csv > 卫健委.csv`,
  zh: `
表中是全部资金的总计、类级科目和“三公”经费；--csv 和 --json 有全部序列。| 之后的年度与之前口径不同，原因见注。

例：
  yusuan series 卫生健康委 --out output/archive
  yusuan series 卫生健康委 --out output/archive --subject 20805
  yusuan series 卫生健康委 --out output/archive --successions 沿革.yaml --csv > 卫健委.csv`,
};

export function seriesCommand(): Command {
  return new Command("series")
    .description("show a department's figures through the years, whatever its subjects were called")
    .argument("<DEPARTMENT>", "the name of a department, or a part of it that no other has")
    .requiredOption("-o, --out <folder>", "the output folder")
    .option("--subject <code>", "a subject by its present code, and what stands below it")
    .option("--successions <file>", "a list (YAML) of what departments were called before")
    .option("--csv", "print CSV instead of a table")
    .option("--json", "print JSON instead of a table")
    .addHelpText("after", () => NOTES[spoken()])
    .action(async (department: string, options: SeriesOptions) => {
      const { printSeries } = await import("./series-action.ts");
      await printSeries(department, options);
    });
}
