import { readFile } from "node:fs/promises";
import { directoryAt, memberIn, unzippedAt } from "../read/zip.ts";
import { stampOf } from "./sources.ts";

/**
 * What the archive holds of which a file was read last. Its next file is the next task: a directory of 20,000 names that is read
 * for each of them takes longer than they do.
 */
let last: { readonly id: string; readonly directory: ReturnType<typeof directoryAt> } | undefined;

/** The bytes of a source: of the file itself, or of a file in it, or in an archive in it. */
export async function sourceBytes(
  path: string,
  [member, ...inner]: readonly string[] = [],
): Promise<Uint8Array> {
  if (member === undefined) return readFile(path);
  return memberIn(await unzippedAt(path, member, await directoryOf(path)), inner);
}

function directoryOf(path: string): ReturnType<typeof directoryAt> {
  const id = JSON.stringify([path, stampOf(path)]);
  if (last?.id === id) return last.directory;
  const directory = directoryAt(path);
  last = { id, directory };
  // What could not be opened now may be open later.
  directory.catch(() => {
    if (last?.directory === directory) last = undefined;
  });
  return directory;
}
