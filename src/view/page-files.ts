import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";

/** A folder of the page, under a part of the address. */
export interface PageFolder {
  /** Begins and ends with a slash. */
  readonly under: string;
  readonly folder: string;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/** A file of the page. An address is held against the names that are there, and never made into a path. */
export async function pageFile(
  folders: readonly PageFolder[],
  address: string,
): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string } | undefined> {
  const wanted = address === "/" ? "/index.html" : address;
  for (const { under, folder } of folders) {
    const name = namesIn(folder).find((each) => under + each === wanted);
    if (name === undefined) continue;
    return {
      bytes: new Uint8Array(await readFile(join(folder, name))),
      type: TYPES[extname(name)] ?? "application/octet-stream",
    };
  }
  return undefined;
}

function namesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);
}
