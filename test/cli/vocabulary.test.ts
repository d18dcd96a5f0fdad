import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { sandbox, write, yusuan } from "./capture.ts";

const DOCS = fileURLToPath(new URL("../../docs/vocabulary/", import.meta.url));
const FORM = `${DOCS}qingshi-budget-2024.html`;

test("a vocabulary reaches the processes that read and put together", async () => {
  const folder = sandbox();
  const own = ["--vocabulary", `${DOCS}qingshi.yaml`, "--lang", "en"];
  const run = await yusuan("extract", FORM, "--out", `${folder}/out`, ...own);
  expect(run.code).toBe(0);
  const facts = readFileSync(`${folder}/out/facts.csv`, "utf8").trimEnd().split("\n");
  expect(facts).toHaveLength(45);
});

test("a word that replaces a known one is told, a wrong file refused", async () => {
  const folder = sandbox();
  const replacing = write(
    folder,
    "w.yaml",
    "headings: { 核定数: { fund: unit, replaces: true }, 其他收入: { fund: unit, replaces: true } }",
  );
  const told = await yusuan(
    "three-public",
    `${folder}/no.pdf`,
    "--vocabulary",
    replacing,
    "--lang",
    "zh",
  );
  expect(told.stderr).toContain("“其他收入”的含义现在是 fund=unit，不再是 fund=other");
  const wrong = await yusuan(
    "three-public",
    FORM,
    "--vocabulary",
    `${folder}/no.yaml`,
    "--lang",
    "en",
  );
  expect([wrong.code, wrong.stderr.startsWith("yusuan: cannot read the vocabulary")]).toEqual([
    2,
    true,
  ]);
});
