import { InputError } from "../model/errors.ts";
import { foldRadicals } from "./fold.ts";
import { isBinary } from "./sniff.ts";

/** Characters that print nothing: zero-width spaces and joiners, soft hyphens, byte-order marks. */
const INVISIBLE = /\u00ad|\u200b|\u200c|\u200d|\u2060|\ufeff/g;

/**
 * The text of a text source: byte-order mark, then UTF-8, then GB18030 (with GBK and GB2312 in it). Lines end in `\n`,
 * radical characters are folded. A UTF-8 text with few broken characters (cut in transit) stays UTF-8 with U+FFFD in their
 * place: read as GB18030 it would be no error, and nonsense throughout. Throws InputError on binary data.
 */
export function decodeText(bytes: Uint8Array): string {
  if (isBinary(bytes)) throw new InputError("no text: it seems to be binary data", "format");
  const text = decoded(bytes).replace(/\r\n?/g, "\n").replace(INVISIBLE, "");
  return foldRadicals(text);
}

function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const utf8 = strictly("utf-8", bytes);
  if (utf8 !== undefined) return utf8;
  const damaged = new TextDecoder("utf-8").decode(bytes);
  if (count(damaged, /\ufffd/g) * 50 < count(damaged, /[^\0-\x7f]/g)) return damaged;
  const gb = strictly("gb18030", bytes);
  if (gb !== undefined) return gb;
  throw new InputError("no text: neither UTF-8 nor GB18030", "format");
}

function strictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function count(text: string, pattern: RegExp): number {
  let n = 0;
  for (const _ of text.matchAll(pattern)) n++;
  return n;
}
