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

/** A Python that has pandas: the first one of a machine is often not the one that its packages are for. */
const PYTHON = ["python3", "/usr/bin/python3"].find((one) => runs(one, "-c", "import pandas"));
const hasR = runs("Rscript", "--version");

/** The totals that the samples print: what every language has to come to. */
const TOTALS = ["13124000", "2700000", "1986000", "3072000", "4390000", "8700000"];

/** What each view of all the money adds up to: by fund and by kind a final account has what is left to the next year, too. */
const BY_VIEW: Readonly<Record<string, readonly string[]>> = {
  function: TOTALS,
  fund: TOTALS.with(1, "2800000"),
  kind: TOTALS.with(1, "2800000"),
};

/** The same as lines of three languages print them. */
const SORTED = Object.entries(BY_VIEW).map(([view, totals]) =>
  [view, ...[...totals].sort((a, b) => Number(a) - Number(b))].join(" "),
);

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

test.skipIf(!PYTHON)("the tutorial in pandas", () => {
  const [example] = examples("python");
  const { stdout, stderr } = python(example?.code ?? "");
  for (const answer of ANSWERS) expect(stdout, stderr).toMatch(new RegExp(`\\b${answer}\\b`));
});

test.skipIf(!hasR)("the tutorial in R", () => {
  const [base] = examples("r");
  const { stdout, stderr } = r(base?.code ?? "");
  for (const answer of ANSWERS) expect(stdout, stderr).toMatch(new RegExp(`\\b${answer}\\b`));
});

test.skipIf(!PYTHON)("the naive question in pandas", () => {
  const { stdout, stderr } = python(`
import pandas as pd
figures = pd.read_csv("output/samples/figures.csv", dtype=str)
figures["amount_yuan"] = pd.to_numeric(figures["amount_yuan"])
for view in ["function", "fund", "kind"]:
    sums = figures[figures["in_by_" + view] == "true"].groupby(["year", "department"])["amount_yuan"].sum()
    print(view, *sums.sort_values())
`);
  expect(stdout.trimEnd().split("\n"), stderr).toEqual(SORTED);
});

test.skipIf(!hasR)("the naive question in R", () => {
  const { stdout, stderr } = r(`
figures <- read.csv("output/samples/figures.csv", colClasses = "character", fileEncoding = "UTF-8-BOM")
figures$amount_yuan <- as.numeric(figures$amount_yuan)
for (view in c("function", "fund", "kind")) {
  panel <- figures[figures[[paste0("in_by_", view)]] == "true", ]
  cat(view, sort(aggregate(amount_yuan ~ year + department, panel, sum)$amount_yuan), "\\n")
}`);
  const lines = stdout.trimEnd().split("\n");
  expect(
    lines.map((line) => line.trim()),
    stderr,
  ).toEqual(SORTED);
});

/** In none of the languages may one of these become a number. */
const CODES = "document,function_code,economic_code,project_code,division_code".split(",");

test.each(
  [
    PYTHON ? "pandas" : "",
    hasR ? "R" : "",
    hasR && runs("Rscript", "-e", "library(readr)") ? "readr" : "",
  ].filter(Boolean),
)("ids and codes are text in %s by its one call", (language) => {
  const call = [...TUTORIAL.matchAll(/^\| (\w+) \| `([^`]+)`/gm)].find(
    ([, name]) => name === language,
  )?.[2];
  const text = readFileSync(`${OUTPUT}/facts.csv`, "utf8").replace("\uFEFF", "").trimEnd();
  const [header = [], ...rows] = text.split("\n").map((line) => line.split(","));
  const expected = CODES.map((code) => {
    const all = rows.map((row) => row[header.indexOf(code)] ?? "").filter(Boolean);
    return `${code} ${[...new Set(all)].sort().join(" ")}`.trim();
  });
  const read = (call ?? "").replace("figures.csv", "output/samples/facts.csv");
  const { stdout, stderr } =
    language === "pandas"
      ? python(
          `import pandas as pd\nfacts = ${read}\nfor code in ${JSON.stringify(CODES)}: print(code, *sorted(set(facts[code].dropna())))`,
        )
      : r(
          `facts <- ${read}\nfor (code in c(${CODES.map((code) => `"${code}"`)})) { all <- facts[[code]]; cat(code, sort(unique(all[!is.na(all) & all != ""]), method = "radix"), "\\n") }`,
        );
  const lines = stdout.trimEnd().split("\n");
  expect(
    lines.map((line) => line.trim()),
    stderr,
  ).toEqual(expected);
});

function python(code: string): { stdout: string; stderr: string } {
  return spawnSync(PYTHON ?? "", ["-c", code], { cwd: ROOT, encoding: "utf8" });
}

function r(code: string): { stdout: string; stderr: string } {
  return spawnSync("Rscript", ["-e", code], { cwd: ROOT, encoding: "utf8" });
}
