import { inflateSync } from "node:zlib";
import { dropOutlines } from "./font-outlines.ts";

let readers = 0;
/** Those of them that draw: as long as there are any, fonts keep their outlines. */
let drawers = 0;
let native: typeof globalThis.DecompressionStream | undefined;

/**
 * From here to `stopInflating`, this thread inflates at once, when all bytes are there. pdf.js asks the browser to inflate the
 * streams of a PDF, and what Node has for that passes them through three kinds of streams and another thread, piece by piece:
 * it costs more than the inflating. Broken bytes are an error as they are there, upon which pdf.js makes do by itself.
 */
export function startInflating(draws: boolean): void {
  if (draws) drawers++;
  if (readers++ > 0) return;
  native = globalThis.DecompressionStream;
  globalThis.DecompressionStream = new Proxy(native, {
    construct: (Native, [format]) => (format === "deflate" ? atOnce() : new Native(format)),
  });
}

export function stopInflating(draws: boolean): void {
  if (draws) drawers--;
  if (--readers > 0 || !native) return;
  globalThis.DecompressionStream = native;
  native = undefined;
}

function atOnce(): TransformStream<Uint8Array, Uint8Array> {
  const parts: Uint8Array[] = [];
  return new TransformStream({
    transform: (part) => void parts.push(part),
    flush: (out) => {
      const bytes = inflateSync(Buffer.concat(parts));
      if (drawers === 0) dropOutlines(bytes);
      out.enqueue(bytes);
    },
  });
}
