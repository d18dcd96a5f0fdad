import { once } from "node:events";
import { resolve } from "node:path";
import { UsageError } from "../model/errors.ts";
import { serve } from "../view/serve.ts";
import { interruptible } from "./interrupt.ts";
import type { ServeCommandOptions } from "./serve.ts";
import { say } from "./words/say.ts";

/** `yusuan serve OUT`: prints the address and serves until it is interrupted, which is how it ends well. */
export async function serveOutput(out: string, { from, port }: ServeCommandOptions): Promise<void> {
  if (!/^\d+$/.test(port) || Number(port) > 65_535)
    throw new UsageError(`--port takes a number up to 65535, not "${port}"`);
  await interruptible(async (signal) => {
    const served = await serve({ out: resolve(out), start: resolve(from), port: Number(port) });
    try {
      process.stdout.write(`${served.address}\n`);
      const said = say("open this address in a browser on this machine; Ctrl-C ends it");
      process.stderr.write(`yusuan: ${said}\n`);
      if (!signal.aborted) await once(signal, "abort");
    } finally {
      await served.close();
    }
  });
}
