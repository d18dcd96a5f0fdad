import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { combinedNames, writeCombined } from "../../src/write/combined.ts";
import { disclosure } from "./fixture.ts";
import { contentsOf, contributionOf, failed, nth } from "./output.ts";
import { cellsOf } from "./unzip.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "yusuan-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const lines = async (name: string) =>
  (await readFile(join(folder, name), "utf8"))
    .replace(/^\uFEFF/, "")
    .trimEnd()
    .split("\n");

describe("writeCombined", () => {
  test("writes every dataset in the order of the documents, and nothing else", async () => {
    await writeCombined(folder, [1, 2].map(nth).map(contributionOf));
    expect((await readdir(folder)).sort()).toEqual([
      "checks.csv",
      "datapackage.json",
      "differences.csv",
      "disclosures.csv",
      "documents.csv",
      "facts.csv",
      "figures.csv",
      "files.csv",
      "indicators.csv",
      "load.sql",
      "series.csv",
      "statements.csv",
      "successions.csv",
      "three-public.csv",
    ]);
    const facts = await lines("facts.csv");
    expect(facts).toHaveLength(1 + 2 * 13);
    expect(facts[1]).toMatch(/^d0000000000000001-t1-r1-c3,d0000000000000001,/);
    expect(facts.at(-1)).toMatch(/^d0000000000000002-t4-r1-c3,d0000000000000002,/);
    expect(await lines("three-public.csv")).toHaveLength(1 + 2 * 2);
  });

  test("names the failed", async () => {
    await writeCombined(folder, [failed, contributionOf(nth(2))]);
    expect(await lines("facts.csv")).toHaveLength(1 + 13);
    const documents = (await lines("documents.csv")).join("\n");
    expect(documents).toContain('"损坏\n的.pdf",,,');
    expect(documents).toContain("no text layer on page 1");
    expect(documents).toContain("第2局");
  });

  test("gives the same bytes again, from a list or a stream", async () => {
    const all = { formats: ["csv", "json", "xlsx"] };
    await writeCombined(folder, [1, 2, 3].map(nth).map(contributionOf), all);
    const first = await contentsOf(folder);
    async function* stream() {
      for (const n of [1, 2, 3]) yield contributionOf(nth(n));
    }
    await writeCombined(folder, stream(), all);
    expect(await contentsOf(folder)).toEqual(first);
  });

  test("takes contributions that have been through JSON", async () => {
    const contribution = contributionOf(disclosure());
    await writeCombined(folder, [contribution]);
    const first = await contentsOf(folder);
    await writeCombined(folder, [JSON.parse(JSON.stringify(contribution))]);
    expect(await contentsOf(folder)).toEqual(first);
  });

  test("keeps the files of the last run when a document breaks this one", async () => {
    await writeCombined(folder, [contributionOf(nth(1))]);
    const first = await contentsOf(folder);
    async function* broken() {
      yield contributionOf(nth(2));
      throw new Error("state is damaged");
    }
    await expect(writeCombined(folder, broken())).rejects.toThrow("state is damaged");
    expect(await contentsOf(folder)).toEqual(first);
  });

  test("writes what it says it will, and leaves alone what it does not write", async () => {
    await writeFile(join(folder, "notes.txt"), "mine");
    const options = { datasets: ["facts"] as const, bom: false };
    const { written } = await writeCombined(folder, [contributionOf(nth(1))], options);
    const names = combinedNames(options).sort();
    expect(written.map(({ path }) => path.slice(folder.length + 1)).sort()).toEqual(names);
    expect(names).toEqual(["datapackage.json", "facts.csv", "load.sql"]);
    expect((await readdir(folder)).sort()).toEqual([...names, "notes.txt"].sort());
    expect((await readFile(join(folder, "facts.csv"), "utf8")).slice(0, 5)).toBe("fact,");
  });

  test("describes no departments where they have no files", async () => {
    await writeCombined(folder, [contributionOf(nth(1))], { departments: false });
    const { resources, patterns } = JSON.parse(
      await readFile(join(folder, "datapackage.json"), "utf8"),
    );
    expect([resources.length, patterns]).toEqual([13, []]);
  });

  test("writes workbooks of facts, figures and three-public figures, departments or not", async () => {
    const options = { formats: ["xlsx"], departments: false };
    await writeCombined(folder, [1, 2].map(nth).map(contributionOf), options);
    const cells = cellsOf(await readFile(join(folder, "three-public.xlsx")), 1);
    expect(["E2", "J2", "E4", "J5"].map((ref) => cells.get(ref))).toEqual([
      '"第1局"',
      "9",
      '"第2局"',
      "9.5",
    ]);
    expect((await readdir(folder)).sort()).toEqual([
      "datapackage.json",
      "facts.xlsx",
      "figures.xlsx",
      "three-public.xlsx",
    ]);
  });

  test("writes datasets in parts by year and division, and only those that changed", async () => {
    const options = { parts: true } as const;
    const all = [1, 2, 3].map(nth).map(contributionOf);
    const { measures } = await writeCombined(folder, all, options);
    const first = await contentsOf(folder);
    const part = (name: string, year: string) => `csv/${name}/${year}/410500.csv`;
    expect(
      Object.keys(first)
        .filter((path) => path.startsWith("csv/facts/"))
        .sort(),
    ).toEqual(["2020", "2021", "2022"].map((year) => part("facts", year)));
    expect(Object.keys(first)).not.toContain("facts.csv");
    // What stays small is there as a whole too.
    expect(await lines("three-public.csv")).toHaveLength(1 + 3 * 2);
    expect(await lines(part("figures", "2021"))).toEqual(
      expect.arrayContaining([expect.stringContaining("第1局")]),
    );

    const order = [...measures.keys()];
    const standing = new Map([...measures].filter(([id]) => id !== "2021/410500"));
    const [one, ...others] = all;
    const kept = others.map(({ lines: { documents = [], disclosures = [] } }) => {
      return { lines: { documents, disclosures } };
    });
    const again = { ...options, standing, order };
    const { written } = await writeCombined(folder, one ? [one, ...kept] : [], again);
    expect(await contentsOf(folder)).toEqual(first);
    const paths = written.map(({ path }) => path.slice(folder.length + 1));
    expect(paths.filter((path) => path.startsWith("csv/facts/"))).toEqual([part("facts", "2021")]);
  });

  test("writes headers where there is nothing to say", async () => {
    await writeCombined(folder, []);
    expect(await lines("checks.csv")).toEqual([
      "document,check,outcome,table_id,row_no,severity,coordinates,expected,found,difference,tolerance,message_zh,message_en,figures,page,bbox,line,message",
    ]);
  });

  test("says which folder cannot be written", async () => {
    await writeFile(join(folder, "out"), "");
    await expect(writeCombined(join(folder, "out"), [])).rejects.toThrow(
      `cannot write ${join(folder, "out", "facts.csv")}: a part of the path is a file`,
    );
  });
});
