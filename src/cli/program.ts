import { Command, CommanderError } from "commander";
import { codesCommand } from "./codes.ts";
import { explainError } from "./errors.ts";
import { EXIT } from "./exit.ts";
import { extractCommand } from "./extract.ts";
import { inspectCommand } from "./inspect.ts";
import { mergeCommand } from "./merge.ts";
import { runCommand } from "./run.ts";
import { serveCommand } from "./serve.ts";
import { threePublicCommand } from "./three-public.ts";
import { verifyCommand } from "./verify.ts";
import { version } from "./version.ts";

const EXAMPLES = `
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
"yusuan help COMMAND" explains a command and its options.`;

/** The command line. Each command's file only declares it; what it needs is loaded when it is called. */
export function program(): Command {
  return new Command("yusuan")
    .description(
      "预算: turns the budgets and final accounts that Chinese government departments publish (PDF, Excel, Word, web pages, text)\n" +
        "into data that can be trusted. Every figure is proved by accounting identities, or says that it is not.",
    )
    .version(version(), "-V, --version")
    .option("--debug", "print where unexpected errors come from")
    .addHelpText("after", EXAMPLES)
    .addCommand(extractCommand())
    .addCommand(runCommand())
    .addCommand(mergeCommand())
    .addCommand(verifyCommand())
    .addCommand(inspectCommand())
    .addCommand(threePublicCommand())
    .addCommand(serveCommand())
    .addCommand(codesCommand());
}

/** Does what the arguments say and returns the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const command = program();
  for (const each of [command, ...command.commands]) each.exitOverride();
  process.exitCode = undefined;
  try {
    await command.parseAsync(args, { from: "user" });
    return Number(process.exitCode ?? EXIT.done);
  } catch (error) {
    // Help and version were asked for; anything else that commander has to say, it has said.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    const { lines, code } = explainError(error, command.opts().debug === true);
    process.stderr.write(`${lines.join("\n")}\n`);
    return code;
  }
}
