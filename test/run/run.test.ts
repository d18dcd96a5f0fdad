import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Stopped } from "../../src/run/stopped.ts";
import { csv, here, processes, runFake, sandbox, snapshot, write } from "./sandbox.ts";

const sources = (folder: string, file: string) => csv(join(folder, "out", file));

/** Three departments, one document each. */
function threeDepartments(): string {
  const folder = sandbox();
  write(folder, "in/a.txt", { department: "甲局", amounts: ["9.00", "3.10"] });
  write(folder, "in/b.txt", { department: "乙局", year: "2023" });
  write(folder, "in/deep/c.txt", { department: "丙局" });
  return folder;
}

describe("a run", () => {
  test("writes the combined files in the order of their content", async () => {
    const folder = threeDepartments();
    const report = await runFake(folder);
    expect(report.documents).toEqual({ done: 3, unchanged: 0, failed: 0 });
    expect(report.figures.total).toBe(4);
    const facts = sources(folder, "facts.csv");
    expect(facts.map(({ department, amount_yuan }) => [department, amount_yuan])).toEqual([
      ["乙局", "10000"],
      ["丙局", "10000"],
      ["甲局", "90000"],
      ["甲局", "31000"],
    ]);
    expect(existsSync(join(folder, "out/2024/410500-甲局/budget.json"))).toBe(true);
  });

  test("gives the same bytes with one worker and with two, in any order of reading", async () => {
    const folder = threeDepartments();
    write(folder, "in/bad.txt", "no JSON");
    // With two workers the first by name is the last to be done.
    write(folder, "in/a.txt", { department: "甲局", amounts: ["9.00", "3.10"], sleep: 2_500 });
    const order: string[] = [];
    const reporter = { source: ({ source }: { source: string }) => order.push(source) };
    await runFake(folder, { limits: { workers: 1 }, out: "one" }, { openPool: processes });
    await runFake(
      folder,
      { limits: { workers: 2 }, out: "two" },
      { openPool: processes, reporter },
    );
    expect(order.at(-1)).toBe("in/a.txt");
    expect(Object.keys(snapshot(join(folder, "one")))).toContain("facts.csv");
    expect(snapshot(join(folder, "two"))).toEqual(snapshot(join(folder, "one")));
  });

  test("names every source that fails, with its reason, and does the rest", async () => {
    const folder = threeDepartments();
    write(folder, "in/x-bad.txt", "no JSON");
    write(folder, "in/x-bug.txt", { behave: "throw" });
    write(folder, "in/x-hang.txt", { behave: "hang" });
    const report = await runFake(
      folder,
      { sources: ["in", "nowhere", "in/*.nothing"], limits: { workers: 2, seconds: 1 } },
      { openPool: processes },
    );
    expect(report.documents).toEqual({ done: 3, unchanged: 0, failed: 5 });
    expect(report.failures).toEqual([
      { source: "in/*.nothing", reason: "no file matches this pattern" },
      { source: "in/x-bad.txt", reason: "no disclosure" },
      { source: "in/x-bug.txt", reason: "unexpected error: a fault of ours" },
      { source: "in/x-hang.txt", reason: "takes longer than 1 s of processor time: stopped" },
      { source: "nowhere", reason: "no such file or folder" },
    ]);
    expect(report.newFailures).toBe(5);
    const failed = sources(folder, "documents.csv").filter(({ outcome }) => outcome === "failed");
    expect(failed.map(({ source, reason }) => ({ source, reason }))).toEqual(report.failures);
  });

  test("does not read again what it had to stop, unless it may have more or the file changes", async () => {
    const folder = threeDepartments();
    const path = write(folder, "in/x-hang.txt", { behave: "hang" });
    const limits = { workers: 2, seconds: 1 };
    await runFake(folder, { limits }, { openPool: processes });
    const reason = "takes longer than 1 s of processor time: stopped";
    const nobody = () => {
      throw new Error("there is nothing to read");
    };
    const again = await runFake(folder, { limits }, { openPool: nobody });
    expect(again.documents).toEqual({ done: 0, unchanged: 3, failed: 1 });
    expect(again.failures).toEqual([{ source: "in/x-hang.txt", reason }]);
    expect(again.newFailures).toBe(0);
    await expect(
      runFake(folder, { limits: { ...limits, seconds: 2 } }, { openPool: nobody }),
    ).rejects.toThrow("nothing to read");
    writeFileSync(path, JSON.stringify({ department: "改好局" }));
    expect((await runFake(folder, { limits })).documents.failed).toBe(0);
  });

  test("refuses a file that is larger than it may be", async () => {
    const folder = threeDepartments();
    write(folder, "in/huge.txt", "x".repeat(1_500_000));
    const report = await runFake(folder, { limits: { file: 1 } });
    expect(report.failures).toEqual([
      { source: "in/huge.txt", reason: "2 MB is more than a file may have (1 MB)" },
    ]);
  });

  test("leaves no state behind unless it is wanted", async () => {
    const folder = threeDepartments();
    await runFake(folder, {}, { keepState: false });
    expect(readdirSync(folder).sort()).toEqual(["in", "out"]);
  });

  test("leaves the output as it was if nothing at all is found", async () => {
    const folder = threeDepartments();
    await runFake(folder);
    const before = snapshot(join(folder, "out"));
    renameSync(join(folder, "in"), join(folder, "unmounted"));
    const report = await runFake(folder);
    expect(report.documents).toEqual({ done: 0, unchanged: 0, failed: 1 });
    expect(report.untouched).toBe(true);
    expect(snapshot(join(folder, "out"))).toEqual(before);
    await runFake(folder, { out: "new" }, { keepState: false });
    expect(readdirSync(folder).sort()).toEqual(["new", "out", "out.state", "unmounted"]);
  });

  test("stops when it is told to and goes on the next time", async () => {
    const folder = threeDepartments();
    write(folder, "in/z.txt", { sleep: 60_000 });
    const stopping = new AbortController();
    const running = runFake(
      folder,
      { limits: { workers: 1 } },
      {
        signal: stopping.signal,
        reporter: { source: () => stopping.abort() },
        openPool: processes,
      },
    );
    await expect(running).rejects.toThrow(/abort/);
    expect(existsSync(join(folder, "out/facts.csv"))).toBe(false);
    rmSync(join(folder, "in/z.txt"));
    const report = await runFake(folder);
    expect(report.documents.failed).toBe(0);
  });
});

describe("a second run", () => {
  test("reads nothing again if nothing has changed", async () => {
    const folder = threeDepartments();
    await runFake(folder);
    const before = snapshot(join(folder, "out"));
    const report = await runFake(folder);
    expect(report.documents).toEqual({ done: 0, unchanged: 3, failed: 0 });
    expect(report.figures.total).toBe(4);
    expect(snapshot(join(folder, "out"))).toEqual(before);
  });

  test("reads again what changed, though size and time say that it did not", async () => {
    const folder = threeDepartments();
    const path = join(folder, "in/a.txt");
    utimesSync(path, 1000, 1000);
    await runFake(folder);
    write(folder, "in/a.txt", { department: "甲局", amounts: ["8.00", "3.10"] });
    utimesSync(path, 1000, 1000);
    const report = await runFake(folder);
    expect(report.documents).toEqual({ done: 1, unchanged: 2, failed: 0 });
    expect(sources(folder, "facts.csv").map((fact) => fact.published)).toContain("8.00");
  });

  test("does not read again a file that was only touched", async () => {
    const folder = threeDepartments();
    await runFake(folder);
    utimesSync(join(folder, "in/a.txt"), 1000, 1000);
    expect((await runFake(folder)).documents.unchanged).toBe(3);
  });

  test("reads all again with another version of the tool, other formats, or on demand", async () => {
    const folder = threeDepartments();
    await runFake(folder);
    expect((await runFake(folder, {}, { fingerprint: "2" })).documents.done).toBe(3);
    expect((await runFake(folder, { bom: false }, { fingerprint: "2" })).documents.done).toBe(3);
    expect(readFileSync(join(folder, "out/facts.csv"), "utf8")).toMatch(/^fact,document,/);
    expect(
      (await runFake(folder, { bom: false, fresh: true }, { fingerprint: "2" })).documents.done,
    ).toBe(3);
  });

  test("takes a removed source out of the datasets, its files too, and leaves other people's files", async () => {
    const folder = threeDepartments();
    await runFake(folder);
    write(folder, "out/2024/410500-甲局/notes.txt", "mine");
    rmSync(join(folder, "in/a.txt"));
    rmSync(join(folder, "in/deep/c.txt"));
    await runFake(folder);
    expect(sources(folder, "documents.csv").map(({ source }) => source)).toEqual(["in/b.txt"]);
    expect(sources(folder, "facts.csv")).toHaveLength(1);
    expect(readdirSync(join(folder, "out/2024"))).toEqual(["410500-甲局"]);
    expect(readdirSync(join(folder, "out/2024/410500-甲局"))).toEqual(["notes.txt"]);
  });

  test("costs nothing but time without the state", async () => {
    const folder = threeDepartments();
    await runFake(folder);
    const before = snapshot(join(folder, "out"));
    rmSync(join(folder, "out.state"), { recursive: true });
    rmSync(join(folder, "in/b.txt"));
    await runFake(folder);
    write(folder, "in/b.txt", { department: "乙局", year: "2023" });
    rmSync(join(folder, "out.state"), { recursive: true });
    await runFake(folder);
    expect(snapshot(join(folder, "out"))).toEqual(before);
  });

  test("reads again what was stored and is damaged", async () => {
    const folder = threeDepartments();
    await runFake(folder);
    const before = snapshot(join(folder, "out"));
    for (const name of Object.keys(snapshot(join(folder, "out.state"))).filter((n) =>
      /gz$/.test(n),
    ))
      write(folder, join("out.state", name), "");
    rmSync(join(folder, "out.state/index.jsonl"));
    rmSync(join(folder, "out"), { recursive: true });
    expect((await runFake(folder)).documents.done).toBe(3);
    expect(snapshot(join(folder, "out"))).toEqual(before);
  });

  test.each(["index.jsonl", "documents"])("puts a damaged state (%s) right", async (part) => {
    const folder = threeDepartments();
    await runFake(folder);
    const before = snapshot(join(folder, "out"));
    rmSync(join(folder, "out.state", part), { recursive: true });
    if (part === "index.jsonl") write(folder, "out.state/index.jsonl", '{"basis": "x"}\n{"sou');
    expect((await runFake(folder)).documents.failed).toBe(0);
    expect(snapshot(join(folder, "out"))).toEqual(before);
  });

  test("believes no index in which a letter has changed", async () => {
    const folder = threeDepartments();
    await runFake(folder);
    const before = snapshot(join(folder, "out"));
    const index = readFileSync(join(folder, "out.state/index.jsonl"), "utf8");
    expect(index).toContain("甲局");
    write(folder, "out.state/index.jsonl", index.replaceAll("甲局", "丁局"));
    await runFake(folder);
    expect(snapshot(join(folder, "out"))).toEqual(before);
  });

  test("puts back what was deleted from the output", async () => {
    const folder = threeDepartments();
    await runFake(folder);
    const before = snapshot(join(folder, "out"));
    rmSync(join(folder, "out/2024/410500-甲局/budget.facts.csv"));
    rmSync(join(folder, "out/facts.csv"));
    await runFake(folder);
    expect(snapshot(join(folder, "out"))).toEqual(before);
    rmSync(join(folder, "out"), { recursive: true });
    await runFake(folder);
    expect(snapshot(join(folder, "out"))).toEqual(before);
  });

  test("writes another output whole, though the state knows the sources", async () => {
    const folder = threeDepartments();
    await runFake(folder, { state: "kept" });
    await runFake(folder, { state: "kept", out: "other" });
    expect(snapshot(join(folder, "other"))).toEqual(snapshot(join(folder, "out")));
  });
});

describe("two editions of one table", () => {
  /** The first is revised, whatever its name and time say. */
  function twoEditions(): string {
    const folder = sandbox();
    write(folder, "in/z-first.txt", { department: "甲局", amounts: ["1.00", "0.50"] });
    write(folder, "in/a-revised.txt", {
      ...{ department: "甲局", amounts: ["2.00", "0.50"], revised: "2024-03-15" },
    });
    return folder;
  }

  test("are both kept, the revised one in the combined files, and their differences told", async () => {
    const folder = twoEditions();
    const report = await runFake(folder);
    expect(report.leftOut).toEqual([
      { source: "in/z-first.txt", role: "edition", than: "in/a-revised.txt" },
    ]);
    expect(report.figures.total).toBe(2);
    expect(sources(folder, "facts.csv").map((fact) => fact.published)).toEqual(["2.00", "0.50"]);
    const lines = sources(folder, "documents.csv");
    expect(lines.map(({ source, reason }) => [source, reason]).sort()).toEqual([
      ["in/a-revised.txt", ""],
      ["in/z-first.txt", "left out of the combined files: in/a-revised.txt is the better edition"],
    ]);
    const other = lines.find(({ source }) => source === "in/z-first.txt")?.document;
    expect(readdirSync(join(folder, "out/2024/410500-甲局")).sort()).toEqual(
      [
        ...["budget", "budget.facts.csv", "budget.json"],
        ...[`budget.${other}`, `budget.${other}.facts.csv`, `budget.${other}.json`],
      ].sort(),
    );
    const [kept] = csv(join(folder, `out/2024/410500-甲局/budget.${other}.facts.csv`));
    expect(kept?.published).toBe("1.00");
    expect(sources(folder, "differences.csv")).toMatchObject([
      {
        ...{ label: "合计", amount_yuan: "20000", other_amount_yuan: "10000" },
        ...{ difference_yuan: "-10000", other_document: other },
      },
    ]);
    expect(sources(folder, "disclosures.csv")).toMatchObject([
      { disclosure: "2024/410500-甲局/budget", editions: other, revised: "2024-03-15", facts: "2" },
    ]);
  });

  test("stand as they do, whenever they were touched", async () => {
    const folder = twoEditions();
    await runFake(folder);
    const before = snapshot(join(folder, "out"));
    for (const [name, time] of [
      ["in/z-first.txt", 3000],
      ["in/a-revised.txt", 1000],
    ] as const) {
      utimesSync(join(folder, name), time, time);
      await runFake(folder);
      expect(snapshot(join(folder, "out"))).toEqual(before);
    }
    await runFake(folder, { out: "out2" }, { keepState: false });
    expect(snapshot(join(folder, "out2"))).toEqual(before);
  });

  test("change places when the other is revised later", async () => {
    const folder = twoEditions();
    await runFake(folder);
    write(folder, "in/z-first.txt", {
      ...{ department: "甲局", amounts: ["3.00", "0.50"], revised: "2024-04-01" },
    });
    await runFake(folder);
    const incremental = snapshot(join(folder, "out"));
    expect(sources(folder, "facts.csv").map((fact) => fact.published)).toEqual(["3.00", "0.50"]);
    await runFake(folder, { out: "out2" });
    expect(snapshot(join(folder, "out2"))).toEqual(incremental);
  });

  test("leave the place to the other when one is removed", async () => {
    const folder = twoEditions();
    await runFake(folder);
    rmSync(join(folder, "in/a-revised.txt"));
    await runFake(folder);
    expect(sources(folder, "facts.csv").map((fact) => fact.published)).toEqual(["1.00", "0.50"]);
    expect(readdirSync(join(folder, "out/2024/410500-甲局")).sort()).toEqual([
      ...["budget", "budget.facts.csv", "budget.json"],
    ]);
  });

  test("are told apart by what is proved where none is revised", async () => {
    const folder = sandbox();
    write(folder, "in/a.txt", { amounts: ["1.00", "0.50"], status: "unproved" });
    write(folder, "in/b.txt", { amounts: ["2.00", "0.50"] });
    expect((await runFake(folder)).leftOut).toMatchObject([{ source: "in/a.txt" }]);
  });
});

describe("documents of one department, year, stage and scope", () => {
  test("complement each other", async () => {
    const folder = sandbox();
    write(folder, "in/a.txt", { amounts: ["1.00"] });
    write(folder, "in/b.txt", { amounts: ["2.00", "3.00"], table: "general-public-expenditure" });
    const report = await runFake(folder);
    expect(report).toMatchObject({ disclosures: 1, leftOut: [], tables: 2 });
    const documents = sources(folder, "documents.csv").map(({ document }) => document);
    expect(documents).toHaveLength(2);
    const facts = sources(folder, "facts.csv");
    expect(facts).toHaveLength(3);
    expect(new Set(facts.map(({ document }) => document))).toEqual(new Set(documents));
    for (const { fact, document, disclosure } of facts) {
      expect(fact).toMatch(new RegExp(`^${document}-t1-`));
      expect(disclosure).toBe("2024/410500-测试局/budget");
    }
    expect(readdirSync(join(folder, "out/2024/410500-测试局")).sort()).toEqual([
      ...["budget", "budget.facts.csv", "budget.json"],
    ]);
  });

  test("stand apart where putting them together takes too much", async () => {
    const folder = sandbox();
    write(folder, "in/a.txt", { amounts: ["1.00"] });
    write(folder, "in/b.txt", { amounts: ["2.00", "3.00"], table: "general-public-expenditure" });
    const openPool: typeof here = (limits) => {
      const pool = here(limits);
      const bounds = { seconds: 1, megabytes: 1 };
      return {
        ...pool,
        run: (task) =>
          "members" in task
            ? Promise.reject(new Stopped({ kind: "time" }, bounds))
            : pool.run(task),
      };
    };
    const report = await runFake(folder, {}, { openPool });
    expect(report.leftOut).toEqual([{ source: "in/a.txt", role: "edition", than: "in/b.txt" }]);
    expect(sources(folder, "facts.csv")).toHaveLength(2);
    expect(sources(folder, "documents.csv").map(({ reason }) => reason)).toContain(
      "left out of the combined files: it could not be put together with in/b.txt: takes longer than 1 s of processor time: stopped",
    );
  });

  test("with the same bytes are one", async () => {
    const folder = sandbox();
    write(folder, "in/a.txt", { department: "甲局" });
    write(folder, "in/copy of a.txt", { department: "甲局" });
    const report = await runFake(folder);
    expect(report.figures.total).toBe(1);
    expect(report.leftOut).toEqual([
      { source: "in/copy of a.txt", role: "duplicate", than: "in/a.txt" },
    ]);
    expect(sources(folder, "facts.csv")).toHaveLength(1);
    expect(sources(folder, "documents.csv")).toHaveLength(1);
    expect(sources(folder, "files.csv")).toMatchObject([
      { source: "in/a.txt", outcome: "read", reason: "" },
      { source: "in/copy of a.txt", outcome: "duplicate", reason: "duplicate" },
    ]);
  });
});

test("every file that was seen has a line, read or not, with the reason", async () => {
  const folder = threeDepartments();
  write(folder, "in/bad.txt", "no JSON");
  write(folder, "in/slides.pptx", "PK");
  await runFake(folder, { sources: ["in", "nowhere.pdf"] });
  expect(
    sources(folder, "files.csv").map(({ source, bytes, outcome, reason }) => [
      ...[source, Number(bytes) > 0, outcome, reason],
    ]),
  ).toEqual([
    ["in/a.txt", true, "read", ""],
    ["in/b.txt", true, "read", ""],
    ["in/bad.txt", true, "failed", "no-disclosure"],
    ["in/deep/c.txt", true, "read", ""],
    ["in/slides.pptx", true, "not-read", "format"],
    ["nowhere.pdf", false, "failed", "missing"],
  ]);
});

test("a run does not read what it wrote", async () => {
  const folder = sandbox();
  write(folder, "a.txt", {});
  mkdirSync(join(folder, "out"));
  write(folder, "out/left.txt", {});
  const report = await runFake(folder, { sources: ["."] });
  expect(report.documents.done).toBe(1);
  expect((await runFake(folder, { sources: ["."] })).documents.unchanged).toBe(1);
});
