import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { UsageError } from "../../src/model/errors.ts";
import {
  isTemporary,
  naming,
  openAtomic,
  removeTemporaries,
  temporaryName,
  writeFileAtomic,
} from "../../src/write/atomic.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "yusuan-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe("openAtomic", () => {
  test("shows nothing under the final name before commit", async () => {
    const path = join(folder, "a/b.csv");
    const file = await openAtomic(path);
    await file.write("一,二\n");
    expect((await readdir(join(folder, "a"))).every(isTemporary)).toBe(true);
    const written = await file.commit();
    expect(await readdir(join(folder, "a"))).toEqual(["b.csv"]);
    expect(await readFile(path, "utf8")).toBe("一,二\n");
    expect(written.bytes).toBe(8);
    expect(written.sha256).toHaveLength(64);
  });

  test("leaves an older file untouched until then, and for good if aborted", async () => {
    const path = join(folder, "b.csv");
    await writeFileAtomic(path, "old");
    const file = await openAtomic(path);
    await file.write("new");
    expect(await readFile(path, "utf8")).toBe("old");
    await file.abort();
    expect(await readdir(folder)).toEqual(["b.csv"]);
    expect(await readFile(path, "utf8")).toBe("old");
  });

  test("lets the content be read once it is sealed", async () => {
    const file = await openAtomic(join(folder, "b.csv"));
    await file.write(Buffer.from("x"));
    await file.seal();
    expect(await readFile(file.temporary, "utf8")).toBe("x");
    await file.commit();
    await file.abort();
    expect(await readFile(join(folder, "b.csv"), "utf8")).toBe("x");
  });

  test("names path and reason where it cannot write", async () => {
    await writeFile(join(folder, "file"), "");
    const path = join(folder, "file/b.csv");
    await expect(writeFileAtomic(path, "")).rejects.toThrow(UsageError);
    await expect(writeFileAtomic(path, "")).rejects.toThrow(
      `cannot write ${path}: a part of the path is a file, not a folder`,
    );
    await mkdir(join(folder, "taken/x"), { recursive: true });
    await expect(writeFileAtomic(join(folder, "taken"), "")).rejects.toThrow(
      `cannot write ${join(folder, "taken")}: there is a folder of that name`,
    );
    expect((await readdir(folder)).filter(isTemporary)).toEqual([]);
  });

  test.skipIf(process.getuid?.() === 0)("names a folder without permission", async () => {
    await chmod(folder, 0o500);
    await expect(writeFileAtomic(join(folder, "a"), "")).rejects.toThrow("permission denied");
    await chmod(folder, 0o700);
  });

  test("says so when the disk is full", async () => {
    const full = async (): Promise<void> => {
      throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
    };
    await expect(naming("/out/facts.csv", full)).rejects.toThrow(
      new UsageError("cannot write /out/facts.csv: no space left on the disk"),
    );
  });

  test("leaves errors that are no system's alone", async () => {
    await expect(naming("/out", () => Promise.reject(new TypeError("bug")))).rejects.toThrow(
      TypeError,
    );
  });
});

test("removeTemporaries takes what interrupted runs left and nothing else", async () => {
  await mkdir(join(folder, "2024/x"), { recursive: true });
  await writeFile(join(folder, temporaryName()), "");
  await writeFile(join(folder, "2024/x", temporaryName()), "");
  await mkdir(join(folder, temporaryName()));
  await writeFile(join(folder, "2024/x/budget.json"), "");
  await removeTemporaries(folder);
  expect(await readdir(folder)).toEqual(["2024"]);
  expect(await readdir(join(folder, "2024/x"))).toEqual(["budget.json"]);
});
