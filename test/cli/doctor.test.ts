import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { PARTS } from "../../src/cli/doctor-parts.ts";
import { yusuan } from "./capture.ts";

const { dependencies } = JSON.parse(
  readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
);

test("what comes with the program is there, in the version that the manifest pins", async () => {
  const { code, stdout } = await yusuan("doctor", "--json");
  const parts: { id: string; ok: boolean; version?: string; optional?: boolean }[] =
    JSON.parse(stdout);
  expect(parts.filter(({ ok, optional }) => !ok && !optional)).toEqual([]);
  expect(code).toBe(0);
  const versionOf = (id: string) => parts.find((part) => part.id === id)?.version;
  expect(versionOf("pdf")).toBe(dependencies["pdfjs-dist"]);
  expect(versionOf("excel")).toBe(dependencies["@e965/xlsx"]);
  expect(versionOf("archive")).toBe(dependencies.yauzl);
  expect(versionOf("node")).toBe(process.version);
});

test("is told in both languages, part by part", async () => {
  const en = await yusuan("doctor");
  const zh = await yusuan("doctor", "--lang", "zh");
  for (const { gives } of PARTS) {
    expect(en.stdout).toContain(gives.en);
    expect(zh.stdout).toContain(gives.zh);
  }
});

test("every part that may be missing says what to do", () => {
  for (const { add } of PARTS.filter((part) => part.add)) {
    expect(add?.en).not.toBe("");
    expect(add?.zh).not.toBe("");
  }
});
