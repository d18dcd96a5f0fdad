import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { type Written, writeFileAtomic } from "./atomic.ts";
import { isOfPattern } from "./patterns.ts";

/**
 * What of a folder is ours: each file that was written there, with its hash. Nothing else in the folder is ever removed or
 * written over. It is the folder's marker as well: a folder with a manifest is one that this tool has made or adopted.
 */
export type Manifest = ReadonlyMap<string, Listed>;

/** A file by its path relative to the folder, with `/` between the parts. */
export interface Listed {
  readonly bytes: number;
  /** Hexadecimal; empty for a file that is being written, and may be there, or not, or in part. */
  readonly sha256: string;
}

export const MANIFEST_FILE = ".yusuan-manifest.jsonl";

/** Changes with the shape of the lines. */
const HEAD = { yusuan: "output", format: 1 };

/** The manifest of a folder; undefined where it has none that can be read. */
export function readManifest(folder: string): Manifest | undefined {
  try {
    const text = readFileSync(join(folder, MANIFEST_FILE), "utf8");
    const [head, ...lines] = text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    if (head?.yusuan !== HEAD.yusuan || head.format !== HEAD.format) return undefined;
    return new Map(lines.map(({ path, bytes, sha256 }) => [path, { bytes, sha256 }]));
  } catch {
    return undefined;
  }
}

/** Files in the order of their paths: the same files give the same bytes. */
export function writeManifest(folder: string, manifest: Manifest): Promise<Written> {
  const files = [...manifest].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const lines = [HEAD, ...files.map(([path, listed]) => ({ path, ...listed }))];
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join("");
  return writeFileAtomic(join(folder, MANIFEST_FILE), text);
}

/**
 * What an output describes as its own; undefined where nothing is described. Files of a pattern are looked for where `all` is
 * asked for: those of disclosures that disclosures.csv names, and those of parts.
 */
export function describedFiles(folder: string, all: boolean): Manifest | undefined {
  try {
    const described = JSON.parse(readFileSync(join(folder, "datapackage.json"), "utf8"));
    const { name, resources, patterns = [] } = described;
    if (name !== "yusuan" || !Array.isArray(resources)) return undefined;
    const paths = [
      "datapackage.json",
      ...resources.map(({ path }) => String(path)),
      ...(all ? filesOf(folder, patterns) : []),
    ];
    return new Map(paths.filter(isInside).map((path) => [path, { bytes: 0, sha256: "" }]));
  } catch {
    return undefined;
  }
}

function filesOf(folder: string, patterns: readonly { readonly pattern: string }[]): string[] {
  const names = patterns.map(({ pattern }) => pattern);
  const [, ...lines] = readFileSync(join(folder, "disclosures.csv"), "utf8").split("\n");
  const ids = new Set(lines.map((line) => /^"?([^",]+)/.exec(line)?.[1] ?? ""));
  return (readdirSync(folder, { recursive: true }) as string[])
    .map((path) => path.split(sep).join("/"))
    .filter((path) =>
      names.some((pattern) => {
        if (!isOfPattern(path, { pattern })) return false;
        const id = /^[^/]+\/[^/]+\/[^./]+(?:\.(?:unit|government))?/.exec(path)?.[0] ?? "";
        return !pattern.startsWith("{disclosure}") || ids.has(id);
      }),
    );
}

function isInside(path: string): boolean {
  return path.split("/").every((part) => part !== "" && part !== "." && part !== "..");
}
