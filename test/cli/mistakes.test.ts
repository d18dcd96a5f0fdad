import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterEach, describe, expect, test } from "vitest";
import { explainError } from "../../src/cli/errors.ts";
import { speak } from "../../src/cli/words/say.ts";
import { DISCLOSURE, sandbox, write, yusuan } from "./capture.ts";

afterEach(() => speak("en"));

/** What somebody does the first time, and what the answer has to say. */
interface Mistake {
  readonly args: (folder: string) => string[];
  readonly code: number;
  readonly en: RegExp;
  readonly zh: RegExp;
}

const MISTAKES: Readonly<Record<string, Mistake>> = {
  "no file": {
    args: () => ["extract"],
    code: 2,
    en: /no sources: name files, folders or patterns/,
    zh: /没有来源：请给出文件、文件夹或通配符/,
  },
  "a file that is not there": {
    args: (folder) => ["extract", join(folder, "预算.pdf"), "--out", join(folder, "out")],
    code: 3,
    en: /预算\.pdf {2}no such file or folder/,
    zh: /预算\.pdf {2}没有这个文件或文件夹/,
  },
  "a file without a command": {
    args: (folder) => [write(folder, "budget.txt", DISCLOSURE)],
    code: 2,
    en: /unknown command '.*budget\.txt'\n\(To read it: yusuan extract .*budget\.txt\)/,
    zh: /没有命令 '.*budget\.txt'\n（要读它：yusuan extract .*budget\.txt）/,
  },
  "a folder instead of a file": {
    args: (folder) => ["inspect", folder],
    code: 3,
    en: /it is a folder: name a file in it, or read all of it with: yusuan extract/,
    zh: /：这是文件夹：请给出其中的一个文件，或用 yusuan extract 读全部/,
  },
  "a folder with nothing to read": {
    args: (folder) => [
      "extract",
      join(write(folder, "in/a.exe", "MZ"), ".."),
      "--out",
      join(folder, "out"),
    ],
    code: 3,
    en: /no readable file in this folder[\s\S]*\.exe +1 file/,
    zh: /这个文件夹里没有能读的文件[\s\S]*\.exe +1 个文件/,
  },
  "a wrong option": {
    args: (folder) => ["extract", folder, "--outt", "x"],
    code: 2,
    en: /unknown option '--outt'\n\(Did you mean --out\?\)/,
    zh: /没有选项 '--outt'\n（是不是 --out？）/,
  },
  "a typo in a command": {
    args: () => ["extrct", "x"],
    code: 2,
    en: /unknown command 'extrct'\n\(Did you mean extract\?\)/,
    zh: /没有命令 'extrct'\n（是不是 extract？）/,
  },
  "an output that is a file": {
    args: (folder) => [
      "extract",
      write(folder, "budget.txt", DISCLOSURE),
      "--out",
      write(folder, "out", "mine"),
    ],
    code: 2,
    en: /cannot write to .*out: a part of the path is a file, not a folder/,
    zh: /无法写入 .*out：路径中有一段是文件，不是文件夹/,
  },
  "a word that is no command": {
    args: () => ["view", "x"],
    code: 2,
    en: /unknown command 'view'\n\(yusuan --help names the commands\)/,
    zh: /没有命令 'view'\n（yusuan --help 列出所有命令）/,
  },
  "a file of one's own where an output has to stand": {
    args: (folder) => [
      "extract",
      write(folder, "budget.txt", DISCLOSURE),
      "--out",
      join(write(folder, "out/facts.csv", "mine"), ".."),
    ],
    code: 2,
    en: /facts\.csv was not written by this tool, and its name is needed: move it away/,
    zh: /facts\.csv 不是本工具写的，而这个名字要用到：请把它移走/,
  },
  "a document instead of a pipeline": {
    args: (folder) => ["run", write(folder, "budget.txt", "hello")],
    code: 2,
    en: /budget\.txt:1: expected a mapping of settings, found "hello"/,
    zh: /budget\.txt:1: 应为 一组设置（名称: 值），却是 "hello"/,
  },
  "an empty archive": {
    args: (folder) => [
      "extract",
      write(folder, "a.zip", zipSync({})),
      "--out",
      join(folder, "out"),
    ],
    code: 3,
    en: /a\.zip {2}no readable file in this archive/,
    zh: /a\.zip {2}这个压缩包里没有能读的文件/,
  },
  "a web address": {
    args: () => ["inspect", "https://example.org/2024/budget.pdf"],
    code: 3,
    en: /budget\.pdf: it is a web address: save what is there as a file/,
    zh: /budget\.pdf：这是网址：请先把那里的内容存成文件/,
  },
  "a workbook that is no disclosure": {
    args: (folder) => [
      "extract",
      write(folder, "letter.xlsx", "PK\u0003\u0004"),
      "--out",
      join(folder, "out"),
    ],
    code: 3,
    en: /letter\.xlsx {2}neither PDF, Excel, Word nor text: it seems to be a ZIP archive/,
    zh: /letter\.xlsx {2}[^\n]*\p{Script=Han}/u,
  },
  "a ZIP without a document": {
    args: (folder) => [
      "extract",
      write(folder, "a.zip", zipSync({ "setup.exe": strToU8("MZ") })),
      "--out",
      join(folder, "out"),
    ],
    code: 3,
    en: /a\.zip {2}no readable file in this archive/,
    zh: /a\.zip {2}这个压缩包里没有能读的文件/,
  },
};

test("what the system forbids is told with its place and what to do, wherever it was tried", () => {
  const error = Object.assign(new Error("EACCES: permission denied, lstat '/root/x'"), {
    code: "EACCES",
    path: "/root/x",
  });
  const said =
    "yusuan: cannot use /root/x: permission denied: name another place, or change its permissions";
  expect(explainError(error, false)).toEqual({ lines: [said], code: 2 });
  speak("zh");
  expect(explainError(error, false).lines).toEqual([
    "yusuan：无法使用 /root/x：没有权限：请换一个位置，或更改它的权限",
  ]);
});

describe.each(Object.entries(MISTAKES))("%s", (_, { args, code, en, zh }) => {
  test.each([
    ["en", en],
    ["zh", zh],
  ] as const)("is answered (%s) by what is wrong and what to do", async (lang, words) => {
    const folder = sandbox();
    const called = await yusuan(...args(folder), "--lang", lang);
    expect(called.code).toBe(code);
    expect(called.stdout + called.stderr).toMatch(words);
  });
});
