import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderObjects } from "../../src/store/folder-objects.ts";
import { sandbox } from "../run/sandbox.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test("a folder holds objects by name, and gives them back", async () => {
  const folder = sandbox();
  const { put, get, has, list, remove } = folderObjects(folder);
  await put("results/ab/1.gz", bytes("one"));
  await put("results/ab/1.gz", bytes("new"));
  await put("results/cd/2.gz", bytes("two and more"));
  await put("other", bytes("x"));
  expect(String(await get("results/ab/1.gz"))).toBe("new");
  expect([await has("other"), await has("results/cd")]).toEqual([true, true]);
  const found: [string, number][] = [];
  for await (const { name, bytes } of list("results/")) found.push([name, bytes]);
  expect(found).toEqual([
    ["results/ab/1.gz", 3],
    ["results/cd/2.gz", 12],
  ]);
  await remove("other");
  await remove("other");
  expect(await has("other")).toBe(false);
});

test("what is not there, or only half, is no object", async () => {
  const folder = sandbox();
  const { get, has, list } = folderObjects(folder);
  mkdirSync(join(folder, "results"));
  writeFileSync(join(folder, "results", "1.gz.x.half"), "on");
  const names = async (prefix: string) => {
    const found: string[] = [];
    for await (const { name } of list(prefix)) found.push(name);
    return found;
  };
  expect(await names("results/")).toEqual([]);
  expect(await names("nowhere/")).toEqual([]);
  expect([await get("none"), await get("results/1.gz.x.half/below")]).toEqual([
    undefined,
    undefined,
  ]);
  expect(await has("none")).toBe(false);
  expect(readdirSync(join(folder, "results"))).toEqual(["1.gz.x.half"]);
});
