import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Printable, printable } from "./printed.ts";

const SAMPLES = fileURLToPath(new URL("../../samples", import.meta.url));

/** What is drawn: the samples, and the texts of the corpus where there is one. */
export function drawable(): string[] {
  const corpus = process.env.YUSUAN_CORPUS;
  return [SAMPLES, ...(corpus ? [join(corpus, "seeds")] : [])]
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((path) => /\.(?:txt|md|pdf)$/.test(path));
}

export async function readPrintable(path: string): Promise<Printable> {
  return printable({ name: basename(path), bytes: new Uint8Array(readFileSync(path)) });
}
