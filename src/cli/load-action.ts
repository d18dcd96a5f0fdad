import { resolve } from "node:path";
import { UsageError } from "../model/errors.ts";
import { ddl } from "../warehouse/ddl.ts";
import { type Loaded, loadWarehouse } from "../warehouse/load.ts";
import { interruptible } from "./interrupt.ts";
import type { LoadOptions } from "./load.ts";
import { columns, count } from "./terminal.ts";
import { say } from "./words/say.ts";

/** `yusuan load DATABASE OUT` */
export async function loadFolder(
  address: string | undefined,
  out: string | undefined,
  options: LoadOptions,
): Promise<void> {
  if (options.ddl) {
    process.stdout.write(
      ddl()
        .map((sql) => `${sql};\n`)
        .join(""),
    );
    return;
  }
  if (!address || !out || !/^postgres(ql)?:\/\//.test(address))
    throw new UsageError(
      "yusuan load takes a database, postgres://user@host:port/name, and an output folder",
    );
  const loaded = await interruptible((signal) => loadWarehouse(resolve(out), address, signal));
  process.stdout.write(options.json ? `${JSON.stringify(loaded)}\n` : loadedText(loaded));
}

function loadedText({ partitions, changed, removed, lines }: Loaded): string {
  const rows = Object.entries(lines).map(([name, changes]) => [
    name,
    say(
      "{} added, {} changed, {} removed",
      count(changes.added),
      count(changes.changed),
      count(changes.removed),
    ),
  ]);
  return columns([
    [
      say("Partitions"),
      say("{}, {} of them changed, {} removed", count(partitions), count(changed), count(removed)),
    ],
    ...rows,
  ]);
}
