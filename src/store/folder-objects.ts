import { randomUUID } from "node:crypto";
import { access, mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { ObjectStore, StoredObject } from "./objects.ts";

/** Ends the names of files that are being written. */
const HALF = ".half";

/** A folder, shared over the network where there are several machines. */
export function folderObjects(folder: string): ObjectStore {
  const pathOf = (name: string): string => join(folder, ...name.split("/"));

  async function put(name: string, bytes: Uint8Array): Promise<void> {
    const path = pathOf(name);
    // A name of its own: two machines may write the same object, and may have processes of the same number.
    const half = `${path}.${randomUUID()}${HALF}`;
    await mkdir(dirname(path), { recursive: true });
    const file = await open(half, "wx");
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(half, path);
  }

  async function* list(prefix: string): AsyncGenerator<StoredObject> {
    const top = prefix.slice(0, prefix.lastIndexOf("/") + 1);
    const names = await readdir(pathOf(top), { recursive: true }).catch(() => []);
    for (const below of names.sort()) {
      const name = top + below.split(/[\\/]/).join("/");
      if (!name.startsWith(prefix) || name.endsWith(HALF)) continue;
      const found = await stat(pathOf(name)).catch(() => undefined);
      if (found?.isFile()) yield { name, bytes: found.size, etag: String(found.mtimeMs) };
    }
  }

  return {
    uri: folder,
    folder,
    put,
    list,
    get: (name) => readFile(pathOf(name)).catch(absent),
    has: (name) =>
      access(pathOf(name)).then(
        () => true,
        () => false,
      ),
    remove: (name) => rm(pathOf(name), { force: true }),
  };
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code === "ENOENT" || error.code === "ENOTDIR") return undefined;
  throw error;
}
