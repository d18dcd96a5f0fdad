import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { Decimal } from "decimal.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { moneyOf } from "../../src/model/money.ts";
import { writeCombined } from "../../src/write/combined.ts";
import { disclosure, facts } from "./fixture.ts";
import { contentsOf, contributionOf, nth } from "./output.ts";

const duckdb = await import("@duckdb/node-api").catch(() => undefined);

/** Amounts whose sum in floating point is not their sum, and one with more decimals than money has. */
const published = ["0.10", "0.20", "0.30", "9007199254740993.01", "-0.0000001"];
const [first] = facts;
const exact = disclosure({
  facts: published.map((text) => ({ ...(first as (typeof facts)[0]), money: moneyOf(text, "元") })),
});

describe.skipIf(!duckdb)("DuckDB", () => {
  let folder: string;
  let connection: DuckDBConnection;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "yusuan-"));
    await writeCombined(folder, [3, 1, 4, 2].map(nth).concat(exact).map(contributionOf), {
      formats: ["csv", "parquet"],
    });
    const sql = (await readFile(join(folder, "load.sql"), "utf8")).replaceAll(
      /read_csv\('/g,
      `read_csv('${folder}/`,
    );
    const instance = await duckdb?.DuckDBInstance.create(":memory:");
    if (!instance) throw new Error("no DuckDB");
    connection = await instance.connect();
    await connection.run(sql);
  });
  afterAll(async () => {
    connection?.closeSync();
    await rm(folder, { recursive: true, force: true });
  });

  const rows = async (sql: string) => (await connection.runAndReadAll(sql)).getRowsJson();
  const parquet = () => `read_parquet('${folder}/parquet/facts/*/*.parquet')`;

  /** Adds up the text of the CSV file, without DuckDB. */
  async function csvSum(): Promise<string> {
    const text = await readFile(join(folder, "facts.csv"), "utf8");
    const [header = "", ...lines] = text.trimEnd().split("\n");
    const column = header.split(",").indexOf("amount_yuan");
    const Exact = Decimal.clone({ precision: 100 });
    return lines
      .reduce((sum, line) => sum.plus(line.split(",")[column] ?? ""), new Exact(0))
      .toFixed();
  }

  test("sums views and Parquet to the total of the CSV file, exactly", async () => {
    const total = await csvSum();
    for (const source of ["facts", parquet()]) {
      const [[sum]] = (await rows(`SELECT sum(amount_yuan) FROM ${source}`)) as [[string]];
      expect(new Decimal(sum).toFixed()).toBe(total);
    }
    expect(total).toContain(".6099999");
  });

  test("types amounts as decimals, codes as text, texts as printed", async () => {
    for (const source of ["facts", parquet()]) {
      expect(
        await rows(
          `SELECT DISTINCT typeof(amount_yuan), typeof(department_code), department_code, typeof(row_no) FROM ${source}`,
        ),
      ).toEqual([["DECIMAL(38,7)", "VARCHAR", "0313", "INTEGER"]]);
      expect(
        await rows(
          `SELECT DISTINCT label, project_name FROM ${source} WHERE status = 'unproved' AND page = 8`,
        ),
      ).toEqual([["=扫描仪", "=扫描仪"]]);
    }
  });

  test("has a view a dataset, with all of its lines", async () => {
    const counts = await rows(
      `SELECT (SELECT count(*) FROM facts), (SELECT count(*) FROM three_public), (SELECT count(*) FROM indicators),
              (SELECT count(*) FROM statements), (SELECT count(*) FROM documents), (SELECT count(*) FROM checks)`,
    );
    expect(counts).toEqual([[4 * 13 + 5, 4 * 2 + 1, 5, 5, 5, 10].map(String)]);
    expect(await rows("SELECT DISTINCT sentence FROM statements")).toEqual([
      ["三公经费预算9.00万元，比上年减少0.50万元，\n下降5.26%。"],
    ]);
  });

  test("keeps Parquet by year and division, the same bytes every time, and views over it", async () => {
    for (const name of ["facts", "figures"])
      expect((await readdir(join(folder, "parquet", name))).sort()).toEqual([
        "2020",
        "2021",
        "2022",
        "2024",
      ]);
    expect(await readdir(join(folder, "parquet/facts/2020"))).toEqual(["410500.parquet"]);
    const other = await mkdtemp(join(tmpdir(), "yusuan-"));
    const options = { formats: ["parquet"] };
    await writeCombined(other, [1, 2, 3].map(nth).map(contributionOf), options);
    const once = await contentsOf(other);
    await writeCombined(other, [1, 2, 3].map(nth).map(contributionOf), options);
    expect(await contentsOf(other)).toEqual(once);
    expect(Object.keys(once)).not.toContain("facts.csv");
    const views = await readFile(join(other, "load.sql"), "utf8");
    await connection.run("CREATE SCHEMA others; USE others;");
    await connection.run(views.replaceAll("read_parquet('", `read_parquet('${other}/`));
    expect(await rows("SELECT count(*), any_value(typeof(year)) FROM others.facts")).toEqual([
      [String(3 * 13), "VARCHAR"],
    ]);
    expect(await rows("SELECT count(*) FROM panel_by_function")).toHaveLength(1);
    await connection.run("USE main;");
    await rm(other, { recursive: true });
  });

  test("writes Parquet again only for parts that changed", async () => {
    const other = await mkdtemp(join(tmpdir(), "yusuan-"));
    const options = { formats: ["parquet"] };
    const { measures } = await writeCombined(other, [1, 2].map(nth).map(contributionOf), options);
    const once = await contentsOf(other);
    const standing = new Map([...measures].filter(([id]) => id !== "2021/410500"));
    const { written } = await writeCombined(other, [contributionOf(nth(1))], {
      ...options,
      standing,
    });
    expect(written.map(({ path }) => path.slice(other.length + 1)).sort()).toEqual([
      "datapackage.json",
      "load.sql",
      "parquet/facts/2021/410500.parquet",
      "parquet/figures/2021/410500.parquet",
    ]);
    expect(await contentsOf(other)).toEqual(once);
    await rm(other, { recursive: true });
  });

  test("leaves out an amount that no decimal holds, says so, and keeps what others print", async () => {
    const other = await mkdtemp(join(tmpdir(), "yusuan-"));
    const withAmount = (text: string) => ({
      ...(first as (typeof facts)[0]),
      money: moneyOf(text, "元"),
    });
    const huge = ["9".repeat(30), `0.${"1".repeat(30)}`, "0.123456789012"].map(withAmount);
    const contribution = contributionOf(disclosure({ facts: huge }));
    expect(contribution.lines.documents?.[0]?.reason).toContain(
      "2 amounts have more digits than a database holds",
    );
    await writeCombined(other, [contribution], { formats: ["csv", "parquet"] });
    const sql = `SELECT count(*), count(amount_yuan), max(amount_yuan) FROM read_parquet('${other}/parquet/facts/*/*.parquet')`;
    expect(await rows(sql)).toEqual([["3", "1", "0.123456789012"]]);
    expect(await readFile(join(other, "facts.csv"), "utf8")).toContain("9".repeat(30));
    await rm(other, { recursive: true });
  });

  test("takes a line of any length", async () => {
    const other = await mkdtemp(join(tmpdir(), "yusuan-"));
    const long = { ...(first as (typeof facts)[0]), label: "长".repeat(1_000_000) };
    await writeCombined(other, [contributionOf(disclosure({ facts: [long] }))], {
      formats: ["csv", "parquet"],
    });
    const sql = `SELECT length(label) FROM read_parquet('${other}/parquet/facts/*/*.parquet')`;
    expect(await rows(sql)).toEqual([["1000000"]]);
    await rm(other, { recursive: true });
  });
});
