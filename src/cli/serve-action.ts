import { once } from "node:events";
import { resolve } from "node:path";
import { UsageError } from "../model/errors.ts";
import { serve } from "../view/serve.ts";
import { interruptible } from "./interrupt.ts";
import type { ServeCommandOptions } from "./serve.ts";
import { printable } from "./terminal.ts";
import { say } from "./words/say.ts";

/** `yusuan serve [OUT]`: prints the address and serves until it is interrupted, which is how it ends well. */
export async function serveOutput(
  out: string | undefined,
  { from, port, folder }: ServeCommandOptions,
): Promise<void> {
  if (!/^\d+$/.test(port) || Number(port) > 65_535)
    throw new UsageError(`--port takes a number up to 65535, not "${port}"`);
  await interruptible(async (signal) => {
    const what = out === undefined ? { intake: resolve(folder) } : { out: resolve(out) };
    const served = await serve({ ...what, start: resolve(from), port: Number(port) });
    try {
      process.stdout.write(`${served.address}\n`);
      const said = say("open this address in a browser on this machine; Ctrl-C ends it");
      process.stderr.write(`yusuan: ${said}\n`);
      if (what.intake) {
        const kept = say("what you drop on the page is kept in {}", printable(what.intake));
        process.stderr.write(`yusuan: ${kept}\n`);
      }
      if (!signal.aborted) await once(signal, "abort");
    } finally {
      await served.close();
    }
  });
}
