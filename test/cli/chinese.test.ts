import { readFileSync } from "node:fs";
import type { Command } from "commander";
import { globSync } from "tinyglobby";
import { afterEach, expect, test } from "vitest";
import { languageAsked, languageOf } from "../../src/cli/language.ts";
import { program } from "../../src/cli/program.ts";
import { CHINESE } from "../../src/cli/words/chinese.ts";
import { say, speak, translated } from "../../src/cli/words/say.ts";
import { FOREIGN } from "../../src/read/foreign.ts";
import { DISCLOSURE, sandbox, write, yusuan } from "./capture.ts";

afterEach(() => speak("en"));

const HAN = /\p{Script=Han}/u;

test("the help of every command is Chinese to its last option", () => {
  speak("zh");
  const help = (command: Command): string[] => [
    command.description(),
    ...command.options.map(({ description }) => description),
    ...command.registeredArguments.map(({ description }) => description),
    ...command.commands.flatMap(help),
  ];
  expect(help(program()).filter((text) => !HAN.test(text))).toEqual([]);
});

test("a sentence has as many gaps in Chinese as in English", () => {
  const gaps = (text: string) => text.match(/\{\d?\}/g)?.length ?? 0;
  expect(CHINESE.filter(([en, zh]) => gaps(en) !== gaps(zh)).map(([en]) => en)).toEqual([]);
});

test("errors that are put together elsewhere are told in Chinese, with their words", () => {
  speak("zh");
  expect(translated("broken PDF: no pages")).toBe("PDF 已损坏：没有页");
  expect(
    translated(
      "no text layer on all of 4 pages: it is a scan, and needs recognition (OCR): npm install x adds it",
    ),
  ).toBe("4 页都没有文字层：是扫描件，需要文字识别（OCR），请运行 npm install x");
  expect(translated("error: unknown option '--outt'\n(Did you mean --out?)")).toBe(
    "错误：没有选项 '--outt'\n（是不是 --out？）",
  );
  expect(translated("something new")).toBe("something new");
  speak("en");
  expect(translated("the file is empty")).toBe("the file is empty");
  expect(say("{} done", "3")).toBe("3 done");
});

test("a run speaks Chinese from its summary to its errors", async () => {
  const folder = sandbox();
  const good = write(folder, "a.txt", DISCLOSURE);
  const bad = write(folder, "b.txt", "");
  const run = await yusuan("extract", good, bad, "--out", `${folder}/out`, "--lang", "zh");
  expect(run.stdout).toContain("1 份完成，1 份失败");
  expect(run.stdout).toContain("文件是空的");
  const words = run.stdout.replaceAll(folder, "").match(/[A-Za-z]{4,}/g) ?? [];
  expect(words).toEqual([]);
  const wrong = await yusuan("extract", "--lang=zh");
  expect([wrong.code, wrong.stderr]).toEqual([2, "yusuan：没有来源：请给出文件、文件夹或通配符\n"]);
});

test("the language is the one asked for, or the locale's", () => {
  expect(languageAsked(["extract", "--lang", "zh"])).toBe("zh");
  expect(languageAsked(["--lang=en"])).toBe("en");
  expect(languageAsked(["--lang", "fr"])).toBeUndefined();
  expect(languageOf(undefined, { LANG: "zh_CN.UTF-8" })).toBe("zh");
  expect(languageOf("en", { LANG: "zh_CN.UTF-8" })).toBe("en");
});

test("every reason for which a source or a call is refused is there in Chinese, and what a file seems to be", () => {
  speak("zh");
  const sources = globSync("src/**/*.ts").map((path) => readFileSync(path, "utf8"));
  const thrown = sources.flatMap((text) =>
    [...text.matchAll(/new (?:InputError|UsageError)\(\s*([`"])(.*?[a-z]{2} [a-z]{2}.*?)\1/g)].map(
      ([, , said = ""]) => said.replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, "9"),
    ),
  );
  const said = [...thrown, ...Object.values(FOREIGN)];
  expect(said.length).toBeGreaterThan(100);
  expect(said.filter((text) => !isChinese(translated(text)))).toEqual([]);
});

/** Names of formats and programs stay as they are; three words in a row are a sentence. */
function isChinese(text: string): boolean {
  return HAN.test(text) && !/[a-z]{2,} [a-z]{2,} [a-z]{2,}/.test(text);
}

test("no sentence stands twice in the catalogue", () => {
  const sentences = CHINESE.map(([english]) => english);
  expect(sentences.filter((one, i) => sentences.indexOf(one) < i)).toEqual([]);
});
