import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { memberIn, zipEntries } from "../read/zip.ts";
import type { Output } from "./output.ts";

export interface SourceBytes {
  readonly name: string;
  readonly format: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A source that is not where the run found it, or is another file by now. */
export interface Gone {
  readonly gone: string;
}

/**
 * The bytes of a document. The output names its sources as the run did, and does not say where the run started: they are looked
 * for from `start` and from each folder above the output. Only bytes with the document's SHA-256 are given out, so that
 * no name leads to another file and every frame stands on the page that was read.
 */
export async function sourceOf(
  output: Output,
  document: string,
  start: string,
): Promise<SourceBytes | Gone | undefined> {
  const named = (await output.lines("files")).filter((line) => line.document === document);
  const first = named[0];
  if (first === undefined) return undefined;
  for (const { source, member = "", sha256, format } of named) {
    for (const folder of [start, ...above(output.folder)]) {
      const bytes = await bytesAt(resolve(folder, source), member);
      if (bytes && createHash("sha256").update(bytes).digest("hex") === sha256)
        return { name: source, format: format || formatOf(named), bytes };
    }
  }
  return { gone: first.source };
}

/** A duplicate's line may leave the format to that of the first. */
function formatOf(lines: readonly { readonly format: string }[]): string {
  return lines.find(({ format }) => format !== "")?.format ?? "";
}

function above(folder: string): string[] {
  const up = dirname(folder);
  return up === folder ? [folder] : [folder, ...above(up)];
}

/** A file, or what an archive has under a name; in an archive's own archive, behind the name of that. */
async function bytesAt(path: string, member: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const file = new Uint8Array(await readFile(path));
    if (member === "") return file;
    const names = await pathIn(file, member);
    return new Uint8Array(await memberIn(file, names));
  } catch {
    return undefined;
  }
}

async function pathIn(archive: Uint8Array, member: string): Promise<readonly string[]> {
  const entries = await zipEntries(archive);
  const inner = entries.find(({ name }) => member.startsWith(`${name}/`));
  return inner ? [inner.name, member.slice(inner.name.length + 1)] : [member];
}
