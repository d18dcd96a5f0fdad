import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterEach, beforeEach, expect, it } from "vitest";
import { sourceBytes } from "../../src/run/source-bytes.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "yusuan-test-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function textOf(path: string, ...member: string[]): Promise<string> {
  return new TextDecoder().decode(await sourceBytes(path, member));
}

it("are those of a file, of a file in it, and of a file in an archive in it", async () => {
  const path = join(folder, "a.zip");
  const inner = zipSync({ "内/三.txt": strToU8("三") });
  writeFileSync(path, zipSync({ "一.txt": strToU8("一"), "二.zip": inner }));
  expect((await sourceBytes(path)).subarray(0, 2)).toEqual(Buffer.from("PK"));
  expect(await textOf(path, "一.txt")).toBe("一");
  expect(await textOf(path, "二.zip", "内/三.txt")).toBe("三");
  await expect(textOf(path, "四.txt")).rejects.toThrow("the archive has no file 四.txt");
});

it("are those of the archive that lies there now", async () => {
  const path = join(folder, "a.zip");
  writeFileSync(path, zipSync({ "一.txt": strToU8("一") }));
  expect(await textOf(path, "一.txt")).toBe("一");
  writeFileSync(`${path}.new`, zipSync({ "零.txt": strToU8("零"), "一.txt": strToU8("壹") }));
  renameSync(`${path}.new`, path);
  expect(await textOf(path, "一.txt")).toBe("壹");
  rmSync(path);
  await expect(textOf(path, "一.txt")).rejects.toThrow("ENOENT");
  writeFileSync(path, "no archive");
  await expect(textOf(path, "一.txt")).rejects.toThrow(/the archive is broken/);
});

it("take the same time for each of many files: the directory is read once", async () => {
  const path = join(folder, "a.zip");
  const names = Array.from({ length: 3000 }, (_, i) => `${i}.txt`);
  writeFileSync(path, zipSync(Object.fromEntries(names.map((name) => [name, strToU8("一")]))));
  const began = process.cpuUsage();
  await sourceBytes(path, ["0.txt"]);
  const first = process.cpuUsage(began);
  for (const name of names.slice(0, 20)) await sourceBytes(path, [name]);
  const more = process.cpuUsage(began);
  expect(more.user + more.system).toBeLessThan(5 * (first.user + first.system));
});
