import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { InputError } from "../model/errors.ts";
import { isZip } from "../read/sniff.ts";
import { unzipped, type ZipEntry, zipEntries } from "../read/zip.ts";
import {
  compare,
  isReadable,
  type MissingSource,
  type SourceFile,
  type Sources,
} from "./sources.ts";

/** An archive in an archive is opened while names are looked for: a larger one is not. */
const LARGEST_INNER = 50_000_000;

/** The sources with the files of each archive in its place; those of formats that are not read are said. */
export async function withMembers(found: Sources, megabytes: number): Promise<Sources> {
  const files: SourceFile[] = [];
  const missing: MissingSource[] = [...found.missing];
  const others = [...found.others];
  for (const file of found.files) {
    if (extname(file.name).toLowerCase() !== ".zip" || file.stamp.size > megabytes * 1e6) {
      files.push(file);
      continue;
    }
    try {
      const bytes = new Uint8Array(await readFile(file.path));
      const members = isZip(bytes) ? await membersOf(bytes, []) : undefined;
      if (!members) {
        files.push(file);
        continue;
      }
      let isAnyReadable = false;
      for (const member of members) {
        const source = sourceOf(file, member);
        if (isReadable(source.name)) {
          isAnyReadable = true;
          files.push(source);
        } else others.push({ name: source.name, bytes: member.size, member: member.names });
      }
      if (!isAnyReadable)
        missing.push({
          name: file.name,
          reason: "no readable file in this archive",
          why: "missing",
        });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      missing.push({ name: file.name, reason: error.message, why: error.why });
    }
  }
  const byName = (a: { name: string }, b: { name: string }) => compare(a.name, b.name);
  return { files: files.sort(byName), missing: missing.sort(byName), others: others.sort(byName) };
}

interface Member {
  /** Its name, behind that of the archive in the archive that holds it. */
  readonly names: readonly string[];
  readonly size: number;
}

/** The files of an archive; undefined for an office document, which is one as well. Archives in it are opened once. */
async function membersOf(
  bytes: Uint8Array,
  above: readonly string[],
): Promise<readonly Member[] | undefined> {
  const entries = await zipEntries(bytes);
  if (entries.some(({ name }) => OFFICE.has(name))) return undefined;
  const members: Member[] = [];
  const taken = new Set<string>();
  for (const entry of entries.filter(isPublished)) {
    // A name leads to one file: the other would be lost.
    if (taken.has(entry.name))
      throw new InputError(
        `the archive is broken: two of its files are called ${entry.name}`,
        "damaged",
      );
    taken.add(entry.name);
    const names = [...above, entry.name];
    const inner = above.length === 0 ? await innerMembers(bytes, entry) : undefined;
    if (inner) members.push(...inner);
    else members.push({ names, size: entry.size });
  }
  return members;
}

async function innerMembers(
  bytes: Uint8Array,
  { name, size }: ZipEntry,
): Promise<readonly Member[] | undefined> {
  if (extname(name).toLowerCase() !== ".zip" || size > LARGEST_INNER) return undefined;
  try {
    return await membersOf(await unzipped(bytes, name), [name]);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

const OFFICE: ReadonlySet<string> = new Set([
  "word/document.xml",
  "xl/workbook.xml",
  "xl/workbook.bin",
]);

/** What macOS and hidden folders leave in archives is no publication. */
function isPublished({ name, size }: ZipEntry): boolean {
  return size > 0 && !/(?:^|\/)(?:__MACOSX\/|\.)/.test(name);
}

function sourceOf(archive: SourceFile, { names, size }: Member): SourceFile {
  return {
    name: [archive.name, ...names].join("/"),
    path: archive.path,
    member: names,
    stamp: { ...archive.stamp, size },
  };
}
