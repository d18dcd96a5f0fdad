import { decodeText } from "../read/decode.ts";
import { pageOf } from "../read/web-archive.ts";
import type { SourceBytes } from "./source.ts";

/** A source that is shown as text; undefined for one that is not. */
export async function shownText({ format, bytes }: SourceBytes): Promise<string | undefined> {
  if (format === "text") return decodeText(bytes);
  if (format === "web-archive") return pageOf(bytes);
  return undefined;
}
