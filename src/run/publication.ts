import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { combinedNames, isLarge, partNames } from "../write/combined.ts";
import type { Manifest } from "../write/manifest.ts";
import type { PartMeasures } from "../write/part-writer.ts";
import { partOf, UNREAD } from "../write/parts.ts";
import { supersededStem } from "../write/paths.ts";
import type { Assembled, Assembly, Publishable } from "./assembly.ts";
import type { Entry, IndexHead } from "./index-file.ts";
import type { OutputOptions } from "./plan.ts";

/** Stored results whose files stand, or have to stand, in the output under a stem. */
export interface StemFiles {
  readonly stem: string;
  readonly store: string;
  readonly key: string;
  /** Ends of the names of the files, after the stem. */
  readonly files: readonly string[];
  /** The stem under which they are stored. */
  readonly from: string;
}

/** What stands between the output folder and what it should hold. Nothing is touched while it is worked out. */
export interface Publication {
  readonly assembly: Assembly;
  /** All files of disclosures and of editions beside them. */
  readonly stems: readonly StemFiles[];
  readonly writes: readonly StemFiles[];
  /** Names of the combined files, but for those of parts that stand. */
  readonly combined: readonly string[];
  /** Hashes of all that each part is made of, in the order of the parts. */
  readonly parts: ReadonlyMap<string, string>;
  /** Parts that stand in the output as they should. */
  readonly standing: ReadonlyMap<string, PartMeasures>;
  /** Decimals of the amount that has the most. */
  readonly decimals: number;
  /** Whether there are more facts than a workbook takes. */
  readonly large: boolean;
  /** Our files that are no longer wanted, relative to the output. */
  readonly removals: readonly string[];
  /** Hash of everything that the combined files are made of. */
  readonly digest: string;
}

export interface PublicationRequest {
  readonly out: string;
  readonly output: OutputOptions;
  /** All sources that were read. */
  readonly entries: readonly Publishable[];
  readonly assembly: Assembly;
  readonly unreadable: IndexHead["unreadable"];
  readonly others: IndexHead["others"];
  /** Keys of what stands in the output, by stem. */
  readonly published: IndexHead["published"];
  /** Parts that stand in the output. */
  readonly parts?: IndexHead["parts"];
  /** What of the output is ours. */
  readonly own: Manifest;
}

export function planPublication(request: PublicationRequest): Publication {
  const { out, output, entries, assembly, unreadable, others, published, own } = request;
  const stems = output.departments ? stemsOf(assembly) : [];
  const facts = assembly.disclosures.reduce((sum, { line }) => sum + Number(line.facts), 0);
  const decimals = Math.max(0, ...assembly.disclosures.map((each) => each.decimals));
  const large = isLarge(facts);
  const parts = partsOf(request, decimals);
  const stands = ({ id, digest, names }: PlannedPart): boolean =>
    names.length > 0 &&
    request.parts?.[id]?.digest === digest &&
    names.every((path) => isWritten(out, path, own));
  const standing = parts.filter(stands);
  const open = parts.filter((part) => !stands(part));
  const combined = [...combinedNames({ ...output, large }), ...open.flatMap(({ names }) => names)];
  const expected = new Set([
    ...combined,
    ...standing.flatMap(({ names }) => names),
    ...stems.flatMap(pathsOf),
  ]);
  const isThere = (each: StemFiles): boolean =>
    published[each.stem] === each.key && pathsOf(each).every((path) => isWritten(out, path, own));
  const digest = createHash("sha256").update(JSON.stringify([output, unreadable, others]));
  for (const { source, key, stamp } of entries) {
    digest.update(JSON.stringify([source, key, stamp.size]));
  }
  for (const { stem, key, members, ancestor } of assembly.disclosures) {
    digest.update(JSON.stringify([stem, key, members.map(({ line }) => line), ancestor]));
  }
  return {
    assembly,
    stems,
    writes: stems.filter((each) => each.files.length > 0 && !isThere(each)),
    ...{ combined, decimals, large },
    parts: new Map(parts.map(({ id, digest }) => [id, digest])),
    standing: new Map(standing.map(({ id }) => [id, request.parts?.[id]?.measures ?? {}])),
    removals: [...own.keys()].filter((path) => !expected.has(path)),
    digest: digest.digest("hex"),
  };
}

interface PlannedPart {
  readonly id: string;
  readonly digest: string;
  readonly names: readonly string[];
}

/** The parts in their order, that of what is printed by refused documents last. */
function partsOf(
  { output, assembly, entries }: PublicationRequest,
  decimals: number,
): PlannedPart[] {
  const parts = new Map<string, { facts: number; readonly of: unknown[] }>();
  const add = (id: string, facts: number, of: unknown): void => {
    const part = parts.get(id) ?? { facts: 0, of: [] };
    part.facts += facts;
    part.of.push(of);
    parts.set(id, part);
  };
  for (const disclosure of assembly.disclosures)
    add(partOf(disclosure.line), Number(disclosure.line.facts), madeOf(disclosure));
  for (const { line, key } of entries)
    if (line.unplaced !== "0" && line.outcome === "failed") add(UNREAD, 0, key);
  const { formats, datasets, bom } = output;
  return [...parts].map(([id, { facts, of }]) => ({
    id,
    digest: hashOf([formats, datasets, bom, decimals, of]),
    names: partNames([{ id, facts }], output),
  }));
}

function madeOf({ stem, key, met, ancestor }: Assembled): unknown {
  return [stem, key, met.map((each) => each.key), ancestor];
}

function hashOf(what: unknown): string {
  return createHash("sha256").update(JSON.stringify(what)).digest("hex").slice(0, 32);
}

/** The files of every disclosure, and those of documents that do not stand in it with all that they have. */
function stemsOf({ disclosures }: Assembly): StemFiles[] {
  return disclosures.flatMap(({ stem, store, key, files, members }) => [
    { stem, store, key, files, from: stem },
    ...members
      .filter(({ role }) => role !== "stands")
      .map(({ entry }) => ({
        stem: supersededStem(entry.stem, entry.line.document),
        ...{ store: entry.store, key: entry.key, files: entry.files, from: entry.stem },
      })),
  ]);
}

export function pathsOf({ stem, files }: StemFiles): string[] {
  return files.map((end) => stem + end);
}

/** Whether a file was written whole, and is still there. */
export function isWritten(out: string, path: string, own: Manifest): boolean {
  return (own.get(path)?.sha256 ?? "") !== "" && existsSync(join(out, path));
}

export function isDone(entry: Entry): boolean {
  return entry.line.outcome === "done";
}
