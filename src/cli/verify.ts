import { Command } from "commander";

export interface VerifyOptions {
  readonly repair?: true;
  readonly state?: string;
  readonly json?: true;
}

const NOTES = `
An output has a manifest (.yusuan-manifest.jsonl) of all files that were written, with their hashes. Files of
other people are not looked at. --repair writes again what differs from what the last run kept in its state;
the sources are not read. Exit code 1 if anything differs, or still does.

Examples:
  yusuan verify output/archive
  yusuan verify output/archive --repair`;

export function verifyCommand(): Command {
  return new Command("verify")
    .description("read back what was written to an output, against its manifest")
    .argument("<OUT>", "the output folder")
    .option("--repair", "write again what differs")
    .option("--state <folder>", "the state of the run that wrote it (default: OUT.state)")
    .option("--json", "print the result as JSON")
    .addHelpText("after", NOTES)
    .action(async (out: string, options: VerifyOptions) => {
      const { verifyFolder } = await import("./verify-action.ts");
      await verifyFolder(out, options);
    });
}
