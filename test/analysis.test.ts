import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const OUTPUT = `${ROOT}output/samples`;
const TUTORIAL = readFileSync(`${ROOT}docs/analysis.md`, "utf8");

const duckdb = await import("@duckdb/node-api").catch(() => undefined);

/** Code of a language in the tutorial, and what it says that comes of it. */
function examples(language: string): { code: string; shown: string[] }[] {
  const blocks = TUTORIAL.matchAll(/^```(\w+)\n([\s\S]*?)^```(?:\n\n```text\n([\s\S]*?)^```)?/gm);
  return [...blocks]
    .filter(([, name]) => name === language)
    .map(([, , code = "", shown = ""]) => ({ code, shown: shown.trimEnd().split("\n") }));
}

const runs = (command: string, ...args: string[]) => spawnSync(command, args).status === 0;

/** The totals that the samples print: what every language has to come to. */
const TOTALS = ["13124000", "2700000", "1986000", "3072000", "4390000", "8700000"];

describe.skipIf(!duckdb)("the tutorial in DuckDB", () => {
  let rows: (sql: string) => Promise<string[]>;

  beforeAll(async () => {
    const instance = await duckdb?.DuckDBInstance.create(":memory:");
    if (!instance) throw new Error("no DuckDB");
    const connection = await instance.connect();
    const load = readFileSync(`${OUTPUT}/load.sql`, "utf8");
    await connection.run(load.replaceAll("read_csv('", `read_csv('${OUTPUT}/`));
    rows = async (sql) =>
      (await connection.runAndReadAll(sql)).getRowsJson().map((row) => row.join(" | "));
  });

  test("shows what comes of each query", async () => {
    const all = examples("sql");
    expect(all).toHaveLength(6);
    for (const { code, shown } of all) expect(await rows(code), code).toEqual(shown);
  });

  test("adds up to the printed totals", () => {
    const [first] = examples("sql");
    expect(first?.shown.map((line) => line.split(" | ")[2])).toEqual(
      TOTALS.map((yuan) => `${yuan}.00`),
    );
  });
});

test.skipIf(!runs("python3", "-c", "import pandas"))("the tutorial in pandas", () => {
  for (const { code } of examples("python")) {
    const { stdout, stderr } = spawnSync("python3", ["-c", code], { cwd: ROOT, encoding: "utf8" });
    for (const yuan of TOTALS) expect(stdout, stderr).toContain(yuan);
  }
});

test.skipIf(!runs("Rscript", "--version"))("the tutorial in R", () => {
  const [base] = examples("r");
  const { stdout, stderr } = spawnSync("Rscript", ["-e", base?.code ?? ""], {
    ...{ cwd: ROOT, encoding: "utf8" },
  });
  for (const yuan of TOTALS) expect(stdout, stderr).toContain(yuan);
});
