import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Disclosure } from "../../src/model/disclosure.ts";
import type { Contribution } from "../../src/write/combined.ts";
import { departmentFiles } from "../../src/write/department-files.ts";
import { disclosureRecord } from "../../src/write/disclosures.ts";
import { documentRecord } from "../../src/write/documents.ts";
import { partOf } from "../../src/write/parts.ts";
import { recordsOf } from "../../src/write/records.ts";
import { disclosure, identity } from "./fixture.ts";

export function contributionOf(done: Disclosure): Contribution {
  const line = documentRecord({ outcome: "done", disclosure: done });
  return {
    lines: { ...recordsOf(done), documents: [line], disclosures: [disclosureRecord(done)] },
    part: partOf(line),
  };
}

export const failed: Contribution = {
  lines: {
    documents: [
      documentRecord({
        outcome: "failed",
        failure: { source: "损坏\n的.pdf", reason: "no text layer on page 1" },
      }),
    ],
  },
};

/** The fixture as the nth of several departments. */
export function nth(n: number): Disclosure {
  return disclosure({
    document: `d${n.toString(16).padStart(16, "0")}`,
    identity: { ...identity, department: `第${n}局`, year: String(2020 + (n % 3)) },
  });
}

export async function writeDepartment(folder: string, done: Disclosure, formats: string[]) {
  for (const { path, bytes } of await departmentFiles(done, { formats })) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
}

/** Every file below a folder by its path, as bytes in hexadecimal. */
export async function contentsOf(folder: string): Promise<Record<string, string>> {
  const contents: Record<string, string> = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    contents[path.slice(folder.length + 1)] = (await readFile(path)).toString("hex");
  }
  return contents;
}
