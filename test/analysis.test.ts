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

/** What each view of all the money adds up to: by fund and by kind a final account has what is left to the next year, too. */
const BY_VIEW: Readonly<Record<string, readonly string[]>> = {
  function: TOTALS,
  fund: TOTALS.with(1, "2800000"),
  kind: TOTALS.with(1, "2800000"),
};

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

  test.each(["function", "fund", "kind"])("a sum over panel_by_%s is the total", async (view) => {
    const asked = await rows(
      `SELECT department, year, sum(amount_yuan) FROM panel_by_${view} GROUP BY ALL ORDER BY year, department`,
    );
    expect(asked.map((line) => line.split(" | ")[2])).toEqual(
      BY_VIEW[view]?.map((yuan) => `${yuan}.00`),
    );
  });

  test("adds up to the printed totals", () => {
    const [first] = examples("sql");
    expect(first?.shown.map((line) => line.split(" | ")[2])).toEqual(
      TOTALS.map((yuan) => `${yuan}.00`),
    );
  });
});

/** 三公 a head, and what the final account spent of its budget, as the queries have them. */
const ANSWERS = [...TOTALS, "5000", "4600", "3500", "2500", "70000", "50000"];

test.skipIf(!runs("python3", "-c", "import pandas"))("the tutorial in pandas", () => {
  const [example] = examples("python");
  const { stdout, stderr } = python(example?.code ?? "");
  for (const answer of ANSWERS) expect(stdout, stderr).toMatch(new RegExp(`\\b${answer}\\b`));
});

test.skipIf(!runs("Rscript", "--version"))("the tutorial in R", () => {
  const [base] = examples("r");
  const { stdout, stderr } = spawnSync("Rscript", ["-e", base?.code ?? ""], {
    ...{ cwd: ROOT, encoding: "utf8" },
  });
  for (const answer of ANSWERS) expect(stdout, stderr).toMatch(new RegExp(`\\b${answer}\\b`));
});

test.skipIf(!runs("python3", "-c", "import pandas"))("the naive question in pandas", () => {
  const { stdout, stderr } = python(`
import pandas as pd
figures = pd.read_csv("output/samples/figures.csv", dtype=str)
figures["amount_yuan"] = pd.to_numeric(figures["amount_yuan"])
for view in ["function", "fund", "kind"]:
    sums = figures[figures["in_by_" + view] == "true"].groupby(["year", "department"])["amount_yuan"].sum()
    print(view, *sums.sort_values())
`);
  const sorted = Object.entries(BY_VIEW).map(([view, totals]) =>
    [view, ...[...totals].sort((a, b) => Number(a) - Number(b))].join(" "),
  );
  expect(stdout.trimEnd().split("\n"), stderr).toEqual(sorted);
});

function python(code: string): { stdout: string; stderr: string } {
  return spawnSync("python3", ["-c", code], { cwd: ROOT, encoding: "utf8" });
}
