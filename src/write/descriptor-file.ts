import { createReadStream } from "node:fs";
import { join } from "node:path";
import { type AtomicFile, openAtomic } from "./atomic.ts";
import { DESCRIPTOR_END, DESCRIPTOR_START, type Resource } from "./datapackage.ts";

/**
 * datapackage.json as it grows: departments come as they are read, and the combined files, which stand before them, can only
 * be described when they are complete. So the departments wait in a file of their own.
 */
export interface DescriptorFile {
  append(resources: readonly Resource[]): Promise<void>;
  /** Writes the descriptor with these resources first; its `commit` is the caller's. */
  finish(first: readonly Resource[]): Promise<AtomicFile>;
  abort(): Promise<void>;
}

export async function openDescriptor(folder: string): Promise<DescriptorFile> {
  const waiting = await openAtomic(join(folder, "datapackage.json"));
  let hasWaiting = false;

  return {
    async append(resources) {
      if (resources.length === 0) return;
      await waiting.write((hasWaiting ? ",\n" : "") + lines(resources));
      hasWaiting = true;
    },
    async finish(first) {
      await waiting.seal();
      const file = await openAtomic(join(folder, "datapackage.json"));
      try {
        await file.write(DESCRIPTOR_START + lines(first));
        if (hasWaiting) {
          await file.write(",\n");
          for await (const chunk of createReadStream(waiting.temporary)) await file.write(chunk);
        }
        await file.write(DESCRIPTOR_END);
        await file.seal();
        return file;
      } catch (error) {
        await file.abort();
        throw error;
      } finally {
        await waiting.abort();
      }
    },
    abort: waiting.abort,
  };
}

function lines(resources: readonly Resource[]): string {
  return resources.map((resource) => `    ${JSON.stringify(resource)}`).join(",\n");
}
