import { existsSync } from "node:fs";
import { Command, CommanderError } from "commander";
import type { Message } from "../model/message.ts";
import { codesCommand } from "./codes.ts";
import { doctorCommand } from "./doctor.ts";
import { explainError } from "./errors.ts";
import { EXIT } from "./exit.ts";
import { extractCommand } from "./extract.ts";
import { inspectCommand } from "./inspect.ts";
import { languageAsked, languageOf, languageOption } from "./language.ts";
import { loadCommand } from "./load.ts";
import { mergeCommand } from "./merge.ts";
import { enqueueCommand, publishCommand, statusCommand, workCommand } from "./queue.ts";
import { reportCommand } from "./report.ts";
import { runCommand } from "./run.ts";
import { seriesCommand } from "./series.ts";
import { serveCommand } from "./serve.ts";
import { threePublicCommand } from "./three-public.ts";
import { verifyCommand } from "./verify.ts";
import { version } from "./version.ts";
import { say, speak, spoken, translated } from "./words/say.ts";

const EXAMPLES: Message = {
  en: `
Examples:
  yusuan extract 部门预算.pdf --out output/mine     one file, datasets in output/mine
  yusuan extract archive/ --out output/archive    a folder with everything below it
  yusuan inspect 部门预算.pdf                       what was recognised, on the terminal
  yusuan three-public 部门预算.pdf                  the 三公 figures, with pages and proof
  yusuan serve output/mine                        what was written, in a browser on this machine
  yusuan codes 住房公积金                            a subject by name, or a name by code
  yusuan run pipelines/nightly.yaml               a declared run that redoes what changed

Exit codes: 0 all done, 1 some documents failed, 2 wrong usage, 3 nothing could be read.
Data goes to standard output, logs to standard error.
"yusuan help COMMAND" explains a command and its options.`,
  zh: `
例：
  yusuan extract 部门预算.pdf --out output/mine     一个文件，数据在 output/mine
  yusuan extract archive/ --out output/archive    一个文件夹和其中的一切
  yusuan inspect 部门预算.pdf                       在终端上看认出了什么
  yusuan three-public 部门预算.pdf                  “三公”数字，带页码和可信程度
  yusuan serve output/mine                        在本机浏览器中查看写下的数据
  yusuan codes 住房公积金                            按名称查科目，或按编码查名称
  yusuan run pipelines/nightly.yaml               按流水线文件运行，只重做变了的

退出码：0 全部完成，1 有文件失败，2 用法不对，3 什么也读不出。
数据写到标准输出，日志写到标准错误。
“yusuan help 命令”说明一个命令和它的选项。`,
};

/** The command line. Each command's file only declares it; what it needs is loaded when it is called. */
export function program(): Command {
  const command = new Command("yusuan")
    .description(
      "预算: turns the budgets and final accounts that Chinese government departments publish (PDF, Excel, Word, web pages, text)\n" +
        "into data that can be trusted. Every figure is proved by accounting identities, or says that it is not.",
    )
    .version(version(), "-V, --version")
    .option("--debug", "print where unexpected errors come from")
    .addHelpText("after", () => EXAMPLES[spoken()])
    .addCommand(extractCommand())
    .addCommand(runCommand())
    .addCommand(mergeCommand())
    .addCommand(enqueueCommand())
    .addCommand(workCommand())
    .addCommand(publishCommand())
    .addCommand(statusCommand())
    .addCommand(loadCommand())
    .addCommand(verifyCommand())
    .addCommand(inspectCommand())
    .addCommand(threePublicCommand())
    .addCommand(seriesCommand())
    .addCommand(serveCommand())
    .addCommand(reportCommand())
    .addCommand(codesCommand())
    .addCommand(doctorCommand());
  for (const each of [command, ...command.commands]) inOurLanguage(each);
  return command;
}

/** What a command says of itself and of wrong arguments, in the language of this process. */
function inOurLanguage(command: Command): void {
  command
    .description(translated(command.description()))
    .helpOption("-h, --help", say("display help for command"))
    .configureHelp({
      styleTitle: translated,
      styleUsage: inBrackets,
      styleSubcommandTerm: inBrackets,
      styleOptionDescription: (text) =>
        spoken() === "zh"
          ? text
              .replace("(choices:", "（可选：")
              .replace(", default:", "，默认：")
              .replace("(default:", "（默认：")
              .replace(/\)$/, "）")
          : text,
    })
    .configureOutput({ outputError: (text, write) => write(`${translated(text.trimEnd())}\n`) });
  if (command.commands.length > 0)
    command.helpCommand("help [command]", say("display help for command"));
  if (!command.options.some(({ long }) => long === "--lang")) command.addOption(languageOption());
  for (const option of command.options) option.description = translated(option.description);
  for (const argument of command.registeredArguments)
    argument.description = translated(argument.description);
}

/** `[options] [command]`, which commander writes itself. */
function inBrackets(text: string): string {
  return spoken() === "zh"
    ? text.replace("[options]", "[选项]").replace("[command]", "[命令]")
    : text;
}

/** Does what the arguments say and returns the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const asked = languageAsked(args);
  speak(languageOf(asked), asked);
  const command = program();
  for (const each of [command, ...command.commands]) each.exitOverride();
  process.exitCode = undefined;
  try {
    await command.parseAsync(args, { from: "user" });
    return Number(process.exitCode ?? EXIT.done);
  } catch (error) {
    // Help and version were asked for; anything else that commander has to say, it has said.
    if (error instanceof CommanderError) {
      const [first = ""] = args;
      if (error.code === "commander.unknownCommand") {
        const hint = existsSync(first)
          ? say("(To read it: yusuan extract {})", first)
          : say("(yusuan --help names the commands)");
        process.stderr.write(`${hint}\n`);
      }
      return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    }
    const { lines, code } = explainError(error, command.opts().debug === true);
    process.stderr.write(`${lines.join("\n")}\n`);
    return code;
  }
}
