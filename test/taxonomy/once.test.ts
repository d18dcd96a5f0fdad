import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { FUND_CONCEPTS } from "../../src/taxonomy/words/funds.ts";
import { ITEM_CONCEPTS } from "../../src/taxonomy/words/items.ts";
import { KIND_CONCEPTS, PROJECT_TYPE_CONCEPTS } from "../../src/taxonomy/words/kinds.ts";

const SRC = fileURLToPath(new URL("../../src/", import.meta.url));

/** Sentences for people, which have to name what they speak of. */
const MESSAGES = [
  "model/doubts.ts",
  "model/figure.ts",
  "model/rules.ts",
  "taxonomy/tables/declare.ts",
  // The names of tables, and of the columns of what is written.
  "taxonomy/tables/declarations.ts",
  "write/facts.ts",
  "write/three-public.ts",
];

/** What people call the concepts: `因公出国（境）费·其他` is two words. */
const WORDS = [FUND_CONCEPTS, KIND_CONCEPTS, ITEM_CONCEPTS, PROJECT_TYPE_CONCEPTS]
  .flatMap((concepts) => Object.values(concepts))
  .flatMap(({ zh }) => zh.replace(/[“”（）]/g, "").split("·"))
  .filter((word) => word.length > 2);

/** The words of the domain that a file spells outside of its comments. */
function spelled(name: string): string[] {
  const text = readFileSync(join(SRC, name), "utf8")
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\/\/.*$/gm, "");
  return [...new Set(WORDS.filter((word) => text.includes(word)))];
}

test("a word of the domain is spelled in the taxonomy, and nowhere else", () => {
  const files = readdirSync(SRC, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => name.replaceAll("\\", "/"));
  expect(WORDS.length).toBeGreaterThan(35);
  const elsewhere = files
    .filter((name) => !name.startsWith("taxonomy/words/"))
    .flatMap((name) => spelled(name).map((word) => ({ name, word })));
  expect(elsewhere.filter(({ name }) => !MESSAGES.includes(name))).toEqual([]);
  // Files that no longer need to be excused.
  const used = new Set(elsewhere.map(({ name }) => name));
  expect(MESSAGES.filter((name) => !used.has(name))).toEqual([]);
});

test("a name belongs to one concept", () => {
  for (const concepts of [FUND_CONCEPTS, KIND_CONCEPTS, ITEM_CONCEPTS, PROJECT_TYPE_CONCEPTS]) {
    const names = Object.values(concepts).map(({ zh }) => zh);
    expect(new Set(names).size).toBe(names.length);
  }
});
