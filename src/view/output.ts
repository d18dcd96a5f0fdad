import { createReadStream } from "node:fs";
import { readFile, realpath } from "node:fs/promises";
import { join, sep } from "node:path";
import { parseStream } from "fast-csv";
import type { DisclosureRecord } from "../write/disclosures.ts";
import type { DocumentRecord } from "../write/documents.ts";
import type { FileRecord } from "../write/files.ts";
import { trueText } from "../write/formula.ts";
import type { ThreePublicRecord } from "../write/three-public.ts";
import { type Dataset, datasetIn } from "./dataset.ts";

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
  /** A dataset's files; undefined where the run did not write it. */
  dataset(name: string): Promise<Dataset | undefined>;
  /** The JSON of a disclosure, or of an edition of it (`id.document`); undefined where disclosures.csv does not know its id or no JSON was written. */
  disclosure(id: string): Promise<string | undefined>;
}

export function outputIn(folder: string): Output {
  const read = new Map<string, { readonly stamp: string; readonly lines: Promise<unknown> }>();

  async function lines<Name extends keyof Files>(name: Name): Promise<readonly Files[Name][]> {
    const dataset = await datasetIn(folder, name);
    if (dataset === undefined) return [];
    const { stamp, paths } = dataset;
    const known = read.get(name);
    const now = known?.stamp === stamp ? known : { stamp, lines: recordsOf(paths) };
    read.set(name, now);
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

  return { folder, lines, dataset: (name) => datasetIn(folder, name), disclosure };
}

async function recordsOf(paths: readonly string[]): Promise<Record<string, string>[]> {
  const lines: Record<string, string>[] = [];
  for (const path of paths) for await (const line of csvRecords(path)) lines.push(line);
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
