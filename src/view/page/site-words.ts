import type { ThreePublicQuery } from "../three-public-lines.ts";
import { say } from "./language.ts";

/** Where the page has its data from: the server that it came from, or the files of a report beside it. */
export interface Site {
  /** Whether something can be written: files given, figures confirmed. */
  readonly isServer: boolean;
  /** What is at an address of the server's, as JSON. Throws an error in the reader's words. */
  json(address: string): Promise<unknown>;
  /** A source as bytes. */
  bytes(address: string): Promise<Uint8Array>;
  /** A source as text. */
  text(address: string): Promise<string>;
  /** Address of the three-public figures as a workbook. */
  workbook(query: ThreePublicQuery): string;
}

export function goneWords(source: string): string {
  return say(
    `找不到原文件 ${source}，或其内容已与当时不同：请在运行时所在的文件夹启动，或用 --from 指明`,
    `the source ${source} is not there, or is another file by now: start where the run started, or say --from`,
  );
}

export function missingWords(): string {
  return say(
    "没有这份公开信息，或运行时没有写出 JSON（--formats）",
    "there is no such disclosure, or the run wrote no JSON (--formats)",
  );
}
