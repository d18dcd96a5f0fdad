import { chmodSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findSources, type SourceRequest } from "../../src/run/sources.ts";
import { sandbox, write } from "./sandbox.ts";

async function find(base: string, request: Omit<SourceRequest, "base">) {
  const { files, missing, others } = await findSources({ base, ...request });
  return {
    files: files.map(({ name }) => name),
    missing: missing.map(({ name, reason }) => ({ name, reason })),
    others: others.map(({ name }) => name),
  };
}

describe("sources", () => {
  test("are files, folders with all below them, and patterns, in sorted order and each once", async () => {
    const base = sandbox();
    for (const name of ["b.txt", "a.pdf", "in/z.md", "in/deep/c.HTML", "in/deep/d.txt"])
      write(base, name, "");
    expect(
      await find(base, { sources: ["b.txt", "./b.txt", "in", "in/deep/*.txt", "*.pdf"] }),
    ).toEqual({
      files: ["a.pdf", "b.txt", "in/deep/c.HTML", "in/deep/d.txt", "in/z.md"],
      missing: [],
      others: [],
    });
  });

  test("of a folder are files of formats that are read; others are listed and hidden ones left out", async () => {
    const base = sandbox();
    for (const name of [
      "in/a.pdf",
      "in/b.pptx",
      "in/c.pptx",
      "in/README",
      "in/.d.pdf",
      "in/.git/e.txt",
    ])
      write(base, name, "");
    expect(await find(base, { sources: ["in"] })).toEqual({
      files: ["in/a.pdf"],
      missing: [],
      others: ["in/README", "in/b.pptx", "in/c.pptx"],
    });
  });

  test("that are named are taken whatever they are called", async () => {
    const base = sandbox();
    const names = [
      "with space.pdf",
      "new\nline.txt",
      "[1] {a,b}*.pdf",
      "no extension",
      "安阳市（2024）.pdf",
      `${"长".repeat(82)}.txt`,
    ];
    for (const name of names) write(base, name, "");
    const { files, missing } = await find(base, { sources: names });
    expect(files.toSorted()).toEqual(names.toSorted());
    expect(missing).toEqual([]);
    expect((await find(base, { sources: ["."] })).files).toHaveLength(5);
  });

  test("may lie above the folder that they are named from", async () => {
    const base = sandbox();
    write(base, "a.txt", "");
    mkdirSync(join(base, "here"));
    expect((await find(join(base, "here"), { sources: ["../a.txt", "../*.txt"] })).files).toEqual([
      "../a.txt",
    ]);
  });

  test("that are not there are named with the reason", async () => {
    const base = sandbox();
    mkdirSync(join(base, "empty"));
    const { files, missing } = await find(base, {
      sources: ["gone.pdf", "empty", "*.pdf", "x".repeat(300)],
      lists: ["no-list.txt"],
    });
    expect(files).toEqual([]);
    expect(missing).toEqual([
      { name: "*.pdf", reason: "no file matches this pattern" },
      { name: "empty", reason: "no readable file in this folder" },
      { name: "gone.pdf", reason: "no such file or folder" },
      { name: "no-list.txt", reason: "no such file or folder" },
      { name: "x".repeat(300), reason: "its name is too long" },
    ]);
  });

  test("are found through links, but not round in circles", async () => {
    const base = sandbox();
    write(base, "in/a.txt", "");
    write(base, "elsewhere/b.txt", "");
    symlinkSync(join(base, "in"), join(base, "in/loop"));
    symlinkSync(join(base, "elsewhere"), join(base, "in/linked"));
    symlinkSync(join(base, "in/self.txt"), join(base, "in/self.txt"));
    symlinkSync(join(base, "nowhere.txt"), join(base, "in/dangling.txt"));
    expect(await find(base, { sources: ["in"] })).toEqual({
      files: ["in/a.txt", "in/linked/b.txt"],
      missing: [
        { name: "in/dangling.txt", reason: "no such file or folder" },
        { name: "in/self.txt", reason: "a symbolic link that leads back to itself" },
      ],
      others: [],
    });
  });

  test("come from lists, one a line, too", async () => {
    const base = sandbox();
    for (const name of ["a.txt", "b with space.txt", "c.txt"]) write(base, name, "");
    write(base, "list", "a.txt\r\n\nb with space.txt\n");
    expect((await find(base, { sources: [], lists: ["list"] })).files).toEqual([
      "a.txt",
      "b with space.txt",
    ]);
  });

  test("leave out what is excluded, and folders that are the run's own", async () => {
    const base = sandbox();
    for (const name of ["in/a.txt", "in/drafts/b.txt", "in/out/c.txt"]) write(base, name, "");
    const { files } = await find(base, {
      sources: ["in", "in/**/*.txt"],
      exclude: ["**/drafts/**"],
      apartFrom: [join(base, "in/out")],
    });
    expect(files).toEqual(["in/a.txt"]);
    const outside = await find(join(base, "in/drafts"), {
      sources: [".."],
      exclude: ["../out/**"],
    });
    expect(outside.files).toEqual(["../a.txt", "../drafts/b.txt"]);
  });

  test.skipIf(process.getuid?.() === 0)("that may not be read are named", async () => {
    const base = sandbox();
    write(base, "in/closed/a.txt", "");
    chmodSync(join(base, "in/closed"), 0);
    const { missing } = await find(base, { sources: ["in/closed/a.txt"] });
    chmodSync(join(base, "in/closed"), 0o700);
    expect(missing).toEqual([
      { name: "in/closed/a.txt", reason: expect.stringContaining("no permission to read it") },
    ]);
  });

  test("whose names are in another encoding are named, not skipped", async () => {
    const base = sandbox();
    mkdirSync(join(base, "in"));
    // 预算.txt in GB18030.
    const name = Buffer.concat([
      Buffer.from(join(base, "in/")),
      Buffer.from("d4a4cbe3", "hex"),
      Buffer.from(".txt"),
    ]);
    const { writeFileSync } = await import("node:fs");
    writeFileSync(name, "");
    const { files, missing } = await find(base, { sources: ["in"] });
    expect(files).toEqual([]);
    expect(missing.map(({ reason }) => reason)).toContain("its name is not UTF-8: rename it");
  });
});
