import { Command } from "commander";
import type { Message } from "../model/message.ts";
import { spoken } from "./words/say.ts";

export interface ServeCommandOptions {
  readonly from: string;
  readonly port: string;
  readonly folder: string;
}

const NOTES: Message = {
  en: `
OUT is a folder that extract, run or merge wrote. Without it the page takes files: drop them on it, and they are copied
into a folder here (--folder), read, and shown. Called again, it goes on with what is there.

The address is for this machine alone, and for who has its token;
nothing is sent anywhere. Pages are shown from the source files: they are looked for where you are and in the folders
above OUT, and must be the very bytes that were read. Ctrl-C ends it.

Examples:
  yusuan serve
  yusuan serve output/samples
  yusuan serve output/archive --from /data/archive --port 8080`,
  zh: `
OUT 是 extract、run 或 merge 写出的文件夹。不写 OUT 时，把文件拖进网页即可：它们被复制到这里的一个文件夹（--folder），
读取并显示结果；再次运行时接着原来的内容。

地址只应答本机，并带有口令；不向外发送任何内容。原页从原文件显示：在当前
文件夹和 OUT 的各级上层文件夹中查找，内容必须与当时读取的完全相同。Ctrl-C 结束。

例：
  yusuan serve
  yusuan serve output/samples
  yusuan serve output/archive --from /data/archive --port 8080`,
};

export function serveCommand(): Command {
  return new Command("serve")
    .description("open what a run wrote in a browser on this machine: every figure beside its page")
    .argument("[OUT]", "the output folder; without it, drop files on the page")
    .option("--from <folder>", "where the run started, for source files", ".")
    .option("--folder <folder>", "without OUT: where files and results are kept", "yusuan-desk")
    .option("--port <number>", "port to listen on; 0 for any that is free", "0")
    .addHelpText("after", () => NOTES[spoken()])
    .action(async (out: string | undefined, options: ServeCommandOptions) => {
      const { serveOutput } = await import("./serve-action.ts");
      await serveOutput(out, options);
    });
}
