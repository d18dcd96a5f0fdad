import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { CONTRADICTION, DISCLOSURE, sandbox, write, yusuan } from "./capture.ts";

// The tests are about one version of the tool, also while somebody is changing its sources.
vi.mock("../../src/run/fingerprint.ts", async (original) => ({
  ...(await original<typeof import("../../src/run/fingerprint.ts")>()),
  toolFingerprint: () => "1",
}));

describe("yusuan extract", () => {
  test("writes datasets, sums them up and exits 0", async () => {
    const folder = sandbox();
    const file = write(folder, "a b\n.txt", DISCLOSURE);
    const out = join(folder, "out");
    const { code, stdout, stderr } = await yusuan("extract", file, "--out", out);
    expect(code).toBe(0);
    expect(stderr).toBe("");
    expect(stdout).toMatch(/^Documents +1 done\nTables +2\nFigures +11: /);
    expect(stdout).toMatch(/^Three-public figures +4$/m);
    expect(readFileSync(join(out, "three-public.csv"), "utf8")).toContain(
      ",9.00,,6.00,,6.00,3.00,",
    );
    expect(existsSync(join(out, "2024/410225-兰考县档案馆/budget/three-public.csv"))).toBe(true);
    expect(existsSync(`${out}.state`)).toBe(false);
  });

  test("names each bad file with its reason, writes the rest and exits 1", async () => {
    const folder = sandbox();
    write(folder, "in/good.txt", DISCLOSURE);
    write(folder, "in/empty.txt", "");
    write(
      folder,
      "in/binary.txt",
      Uint8Array.from({ length: 2000 }, (_, at) => (at * 7919) % 256),
    );
    write(folder, "in/letter.txt", "您好：\n\n这是一封信。\n");
    write(folder, "in/no-department.txt", DISCLOSURE.replace("兰考县档案馆", ""));
    write(folder, "in/no-year.txt", DISCLOSURE.replaceAll("2024年", ""));
    write(folder, "in/unit.txt", DISCLOSURE.replaceAll("万元", "两"));
    write(folder, "in/cut.pdf", "%PDF-1.7\n1 0 obj\n<<");
    const out = join(folder, "out");
    const called = await yusuan(
      "extract",
      join(folder, "in"),
      join(folder, "gone.pdf"),
      "--out",
      out,
      "--json",
    );
    expect(called.code).toBe(1);
    const lines = called.stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    const failed = lines.filter(({ outcome }) => outcome === "failed");
    expect(lines).toHaveLength(9);
    expect(failed.map(({ source }) => source.slice(folder.length + 1)).sort()).toEqual([
      "gone.pdf",
      "in/binary.txt",
      "in/cut.pdf",
      "in/empty.txt",
      "in/letter.txt",
      "in/no-department.txt",
      "in/no-year.txt",
      "in/unit.txt",
    ]);
    for (const { source, reason } of failed) {
      expect(reason).toMatch(/^[^\n]{8,}$/);
      expect(called.stderr).toContain(source);
    }
    expect(lines.find(({ outcome }) => outcome === "done")).toMatchObject({
      department: "兰考县档案馆",
      tables: 2,
      facts: 11,
    });
  });

  test("exits 3 if nothing could be read", async () => {
    const folder = sandbox();
    const { code, stdout } = await yusuan("extract", folder, "--out", join(folder, "out"));
    expect(code).toBe(3);
    expect(stdout).toContain("no readable file in this folder");
  });

  test("exits 1 with --fail-on conflict if figures contradict each other", async () => {
    const folder = sandbox();
    const file = write(folder, "a.txt", CONTRADICTION);
    const args = ["extract", file, "--out", join(folder, "out"), "--fail-on", "conflict"];
    const { code, stdout } = await yusuan(...args);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^Figures in conflict, by department .*:\n {2}兰考县司法局 /m);
    expect(stdout).toMatch(/^Documents +1 done$/m);
  });

  test("logs JSON lines with the run's id on standard error, and then prints no summary", async () => {
    const folder = sandbox();
    const file = write(folder, "a.txt", "x");
    // pino writes past process.stderr: a process of its own shows where the lines go.
    const { spawnSync } = await import("node:child_process");
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [
        "--import",
        "tsx",
        "src/cli/main.ts",
        "extract",
        file,
        "--out",
        join(folder, "out"),
        "--log",
        "json",
      ],
      { encoding: "utf8" },
    );
    expect(status).toBe(3);
    expect(stdout).toBe("");
    const lines = stderr
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.map(({ msg }) => msg)).toEqual([
      "started",
      "failed",
      "writing the datasets",
      "finished",
    ]);
    expect(new Set(lines.map(({ run }) => run)).size).toBe(1);
    expect(lines[1]).toMatchObject({ source: file, level: 50 });
    expect(lines[3].report.documents).toEqual({ done: 0, unchanged: 0, failed: 1 });
  });

  test.each([
    [["extract", "a.txt"], "no output folder"],
    [["extract", "--out", "x"], "no sources"],
    [
      ["extract", "a", "--out", "x", "--workers", "many"],
      "--workers takes a whole number from 1 to 64",
    ],
    [
      ["extract", "a", "--out", "x", "--timeout", "0"],
      "--timeout takes a whole number from 1 to 86400",
    ],
    [
      ["extract", "a", "--out", "x", "--formats", "csv,doc"],
      "--formats takes one of csv, json, xlsx, parquet",
    ],
    [["extract", "a", "--out", "x", "--fail-on", "rain"], "--fail-on takes one of conflict"],
    [["extract", "a", "--out", "x", "--shard", "5/4"], "--shard takes a part"],
    [["extract", "a", "--out", "/dev/null/x"], "cannot write to /dev/null/x"],
    [["extract", "a", "--out", "x", "--log", "loud"], "Allowed choices are text, json"],
    [["extract", "a", "--frobnicate"], "unknown option"],
    [["frobnicate"], "unknown command"],
    [["merge", "test", "--out", "/tmp/nowhere"], "is no part of a run"],
    [["run", "nowhere.yaml"], "cannot read the pipeline nowhere.yaml"],
    [["codes", "205", "--year", "24"], "--year takes four digits"],
    [["inspect", "a", "--grids", "--json"], "--grids is JSON already"],
    [["three-public", "a", "--csv", "--json"], "not both"],
    [["three-public", "a", "--timeout", "soon"], "--timeout takes"],
    [[], "Usage: yusuan"],
  ])("%j is a wrong use: exit 2 and a line that says why", async (args, why) => {
    const { code, stdout, stderr } = await yusuan(...args);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain(why);
  });
});

test("a pipeline on the command line: unchanged sources are not read again, and options go first", async () => {
  const folder = sandbox();
  write(folder, "archive/a.txt", DISCLOSURE);
  const pipeline = write(
    folder,
    "p.yaml",
    "title: Test\nsources: archive\nout: out\nreport: report.json\n",
  );
  const first = await yusuan("run", pipeline);
  expect(first.code).toBe(0);
  expect(first.stdout).toMatch(/^Test\nDocuments +1 done\n/);
  expect((await yusuan("run", pipeline)).stdout).toMatch(/^Documents +1 unchanged$/m);
  const report = JSON.parse(readFileSync(join(folder, "report.json"), "utf8"));
  expect(report).toMatchObject({ title: "Test", documents: { done: 0, unchanged: 1, failed: 0 } });
  await yusuan(
    "run",
    pipeline,
    "--out",
    join(folder, "elsewhere"),
    "--no-bom",
    "--datasets",
    "facts",
  );
  expect(readFileSync(join(folder, "elsewhere/facts.csv"), "utf8")).toMatch(/^fact,document,/);
  expect(existsSync(join(folder, "elsewhere/checks.csv"))).toBe(false);
});

test("a part on the command line merges into what one run writes", async () => {
  const folder = sandbox();
  const file = write(folder, "a.txt", DISCLOSURE);
  const part = join(folder, "parts/1");
  const out = join(folder, "out");
  expect((await yusuan("extract", file, "--out", part, "--shard", "1/1")).code).toBe(0);
  const { code, stdout } = await yusuan("merge", part, "--out", out);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Documents +1 done\nTables +2\nFigures +11: /m);
  expect(existsSync(join(out, "2024/410225-兰考县档案馆/budget.json"))).toBe(true);
});
