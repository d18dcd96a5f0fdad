import { join, resolve } from "node:path";
import { outputIn } from "../view/output.ts";
import { writeReport } from "../view/report/write-report.ts";
import type { ReportCommandOptions } from "./report.ts";
import { count, printable } from "./terminal.ts";
import { say } from "./words/say.ts";

/** `yusuan report OUT --to DIR` */
export async function reportOutput(out: string, { to, from }: ReportCommandOptions): Promise<void> {
  const folder = resolve(to);
  const output = outputIn(resolve(out));
  const { disclosures, gone } = await writeReport({ output, start: resolve(from), to: folder });
  for (const source of gone) {
    const said = say("the source is not there, or is another file by now, and is left out");
    process.stderr.write(`yusuan: ${printable(source)}: ${said}\n`);
  }
  const written = say(
    "{} disclosures: {}",
    count(disclosures),
    printable(join(folder, "index.html")),
  );
  process.stdout.write(`${written}\n`);
}
