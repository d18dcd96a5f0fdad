import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Every file below a folder, by path, with the hash of its content: two folders with equal snapshots are the same bytes. */
export function snapshot(folder: string): Record<string, string> {
  const files: Record<string, string> = {};
  for (const name of (readdirSync(folder, { recursive: true }) as string[]).sort()) {
    const path = join(folder, name);
    if (statSync(path).isFile()) {
      files[name] = createHash("sha256").update(readFileSync(path)).digest("hex").slice(0, 12);
    }
  }
  return files;
}
