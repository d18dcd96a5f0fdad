import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import pLimit from "p-limit";
import type { ObjectStore } from "../store/objects.ts";
import { type Listed, readManifest } from "../write/manifest.ts";

/** A file of a published output, and the object that has its bytes. */
interface MirroredFile extends Listed {
  readonly path: string;
  readonly object: string;
}

/** Objects at once. */
const AT_ONCE = 16;

/**
 * Copies an output to a store: each content once, under its hash and its own name (`files/ab/abc…/facts.csv`), and then, at
 * once, the manifest that says which files there are and which object each of them is. Whoever reads a manifest has one whole
 * state, however long he takes to read the files.
 */
export async function mirrorOutput(out: string, part: string, store: ObjectStore): Promise<void> {
  const name = [part, "manifest.json"].filter(Boolean).join("/");
  const before = await mirrored(store, name);
  const known = new Set(before.map(({ object }) => object));
  const files = [...(readManifest(out) ?? [])]
    .map(([path, listed]): MirroredFile => ({ path, ...listed, object: objectOf(path, listed) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const limit = pLimit(AT_ONCE);
  await limit.map(
    files.filter(({ object }) => !known.has(object)),
    async ({ path, object }) => {
      known.add(object);
      await store.put(object, await readFile(join(out, path)));
    },
  );
  const text = `${JSON.stringify({ yusuan: "published", format: 1, files }, null, 1)}\n`;
  await store.put(name, Buffer.from(text));
}

/** What a manifest in a store names; nothing where there is none. */
export async function mirrored(store: ObjectStore, name: string): Promise<readonly MirroredFile[]> {
  const bytes = await store.get(name);
  return bytes ? JSON.parse(Buffer.from(bytes).toString("utf8")).files : [];
}

function objectOf(path: string, { sha256 }: Listed): string {
  return `files/${sha256.slice(0, 2)}/${sha256}/${basename(path)}`;
}
