import { createReadStream } from "node:fs";
import { readFile, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { parseStream } from "fast-csv";
import type { DisclosureRecord } from "../write/disclosures.ts";
import type { DocumentRecord } from "../write/documents.ts";
import type { FileRecord } from "../write/files.ts";
import { trueText } from "../write/formula.ts";
import type { ThreePublicRecord } from "../write/three-public.ts";

/** What a run wrote, file by file. */
interface Files {
  readonly disclosures: DisclosureRecord;
  readonly documents: DocumentRecord;
  readonly files: FileRecord;
  readonly "three-public": ThreePublicRecord;
}

/** An output folder, read as it is now: a later run is seen at the next look. */
export interface Output {
  readonly folder: string;
  /** The lines of a combined file; none where the run did not write it. */
  lines<Name extends keyof Files>(name: Name): Promise<readonly Files[Name][]>;
  /** Changes with a combined file; undefined where there is none. */
  stamp(name: string): Promise<string | undefined>;
  /** The JSON of a disclosure, or of an edition of it (`id.document`); undefined where disclosures.csv does not know its id or no JSON was written. */
  disclosure(id: string): Promise<string | undefined>;
}

export function outputIn(folder: string): Output {
  const read = new Map<string, { readonly stamp: string; readonly lines: Promise<unknown> }>();

  async function lines<Name extends keyof Files>(name: Name): Promise<readonly Files[Name][]> {
    const path = join(folder, `${name}.csv`);
    const stamp = await stampOf(path);
    if (stamp === undefined) return [];
    const known = read.get(path);
    const now = known?.stamp === stamp ? known : { stamp, lines: csvLines(path) };
    read.set(path, now);
    return (await now.lines) as readonly Files[Name][];
  }

  async function disclosure(id: string): Promise<string | undefined> {
    const known = (await lines("disclosures")).some(
      ({ disclosure, editions }) =>
        disclosure === id ||
        (editions ?? "").split(" ").some((each) => `${disclosure}.${each}` === id),
    );
    if (!known) return undefined;
    try {
      // The ids are the run's own; a folder that came from elsewhere must still not lead out of itself.
      const path = await realpath(join(folder, `${id}.json`));
      return path.startsWith((await realpath(folder)) + sep)
        ? await readFile(path, "utf8")
        : undefined;
    } catch {
      return undefined;
    }
  }

  const stamp = (name: string) => stampOf(join(folder, `${name}.csv`));
  return { folder, lines, stamp, disclosure };
}

async function stampOf(path: string): Promise<string | undefined> {
  try {
    const { size, mtimeMs, ino } = await stat(path);
    return `${size} ${mtimeMs} ${ino}`;
  } catch {
    return undefined;
  }
}

async function csvLines(path: string): Promise<Record<string, string>[]> {
  const lines: Record<string, string>[] = [];
  for await (const line of csvRecords(path)) lines.push(line);
  return lines;
}

/** The lines of a CSV file by the names in its first, without what keeps spreadsheets from running a text. */
export async function* csvRecords(path: string): AsyncGenerator<Record<string, string>> {
  const rows = parseStream<Record<string, string>, Record<string, string>>(createReadStream(path), {
    headers: true,
  });
  for await (const row of rows)
    yield Object.fromEntries(Object.entries<string>(row).map(([k, v]) => [k, trueText(v)]));
}
