import { once } from "node:events";
import { resolve } from "node:path";
import { UsageError } from "../model/errors.ts";
import type { Message } from "../model/message.ts";
import { serve } from "../view/serve.ts";
import { interruptible } from "./interrupt.ts";
import { languageOf } from "./language.ts";
import type { ServeCommandOptions } from "./serve.ts";

const READY: Message = {
  zh: "请在本机浏览器中打开这个地址；Ctrl-C 结束",
  en: "open this address in a browser on this machine; Ctrl-C ends it",
};

/** `yusuan serve OUT`: prints the address and serves until it is interrupted, which is how it ends well. */
export async function serveOutput(
  out: string,
  { from, port, lang }: ServeCommandOptions,
): Promise<void> {
  if (!/^\d+$/.test(port) || Number(port) > 65_535)
    throw new UsageError(`--port takes a number up to 65535, not "${port}"`);
  await interruptible(async (signal) => {
    const served = await serve({ out: resolve(out), start: resolve(from), port: Number(port) });
    process.stdout.write(`${served.address}\n`);
    process.stderr.write(`yusuan: ${READY[languageOf(lang)]}
`);
    if (!signal.aborted) await once(signal, "abort");
    await served.close();
  });
}
