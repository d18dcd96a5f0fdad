import { resolve } from "node:path";
import { repairOutput, type Verified, verifyOutput } from "../run/verify.ts";
import { EXIT } from "./exit.ts";
import { interruptible } from "./interrupt.ts";
import { columns, count, plural, printable } from "./terminal.ts";
import type { VerifyOptions } from "./verify.ts";
import { say, translated } from "./words/say.ts";

/** `yusuan verify OUT` */
export async function verifyFolder(out: string, options: VerifyOptions): Promise<void> {
  const folder = resolve(out);
  const before = await verifyOutput(folder);
  const { state } = options;
  const after =
    options.repair && before.faults.length > 0
      ? await interruptible((signal) =>
          repairOutput(folder, state ? resolve(state) : undefined, { signal }),
        )
      : before;
  const repaired = before.faults.length - after.faults.length;
  if (options.json) process.stdout.write(`${JSON.stringify({ ...after, repaired })}\n`);
  else process.stdout.write(verifiedText(before, after));
  process.exitCode = after.faults.length > 0 ? EXIT.someFailed : EXIT.done;
}

/** What was found, what was written again, and what still differs, for a person. */
export function verifiedText(before: Verified, after: Verified): string {
  const isRepaired = after !== before;
  const shown = (isRepaired ? after : before).faults;
  const rows = [
    [say("Files"), count(after.files)],
    [say("As written"), count(after.files - after.faults.length)],
    ...(isRepaired
      ? [[say("Written again"), translated(plural(before.faults.length - shown.length, "file"))]]
      : []),
  ];
  const list = columns(shown.map(({ path, fault }) => [printable(path), say(fault)]));
  return (
    columns(rows) +
    (shown.length > 0 ? `${say("Not as written")}:\n${list.replace(/^(?=.)/gm, "  ")}` : "")
  );
}
