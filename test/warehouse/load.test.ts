import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import { Decimal } from "decimal.js";
import { parseString } from "fast-csv";
import pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { ddl } from "../../src/warehouse/ddl.ts";
import { loadWarehouse } from "../../src/warehouse/load.ts";
import { startServers } from "../queue/start-servers.ts";
import { runFake, sandbox, write } from "../run/sandbox.ts";

const servers = startServers();
const SAMPLES = fileURLToPath(new URL("../../output/samples/", import.meta.url));

async function database() {
  const address = await servers.database();
  const client = new pg.Client(address);
  await client.connect();
  onTestFinished(() => client.end());
  const rows = async <Row = Record<string, unknown>>(sql: string) =>
    (await client.query(sql)).rows as Row[];
  return { address, rows };
}

/** The lines of a CSV file, read by a parser that knows nothing of ours. */
function linesOf(folder: string, name: string): Promise<Record<string, string>[]> {
  const text = readFileSync(join(folder, `${name}.csv`), "utf8").replace(/^\uFEFF/, "");
  return new Promise((resolve, reject) => {
    const lines: Record<string, string>[] = [];
    parseString(text, { headers: true })
      .on("data", (line) => lines.push(line))
      .on("error", reject)
      .on("end", () => resolve(lines));
  });
}

function sumsOf(lines: readonly Record<string, string>[]): Record<string, string> {
  const sums = new Map<string, Decimal>();
  for (const { status = "", amount_yuan = "0" } of lines)
    sums.set(status, (sums.get(status) ?? new Decimal(0)).plus(amount_yuan));
  return Object.fromEntries([...sums].map(([status, sum]) => [status, sum.toFixed(2)]).sort());
}

test("a database has the lines of the files and their sums, exactly; a second load changes nothing", async () => {
  const { address, rows } = await database();
  await loadWarehouse(SAMPLES, address);
  for (const name of ["documents", "disclosures", "figures", "facts", "checks"]) {
    const [row] = await rows<{ n: number }>(`select count(*)::int as n from yusuan.${name}`);
    expect([name, row?.n]).toEqual([name, (await linesOf(SAMPLES, name)).length]);
  }
  for (const name of ["facts", "figures"]) {
    const sums = await rows<{ status: string; sum: string }>(
      `select status, sum(amount_yuan)::numeric(38, 2)::text as sum from yusuan.${name} group by status order by status`,
    );
    const inFiles = sumsOf(await linesOf(SAMPLES, name));
    expect(Object.fromEntries(sums.map(({ status, sum }) => [status, sum]))).toEqual(inFiles);
  }
  const [fact] = await linesOf(SAMPLES, "facts");
  const [loaded] = await rows(`select * from yusuan.facts where fact = '${fact?.fact}'`);
  expect(loaded?.department).toBe(fact?.department);
  const panel = await rows<{ n: number }>(
    "select count(*)::int as n from yusuan.panel_by_function",
  );
  const flagged = (await linesOf(SAMPLES, "figures")).filter(
    (line) => line.in_by_function === "true",
  );
  expect(panel[0]?.n).toBe(flagged.length);

  const again = await loadWarehouse(SAMPLES, address);
  expect(again).toEqual({ partitions: 1, changed: 0, removed: 0, lines: {} });
  expect((await rows("select distinct change from yusuan.changes")).length).toBe(1);
});

test("what was added, revised and removed is told, and stands as the files have it", async () => {
  const folder = sandbox();
  const { address, rows } = await database();
  for (let at = 0; at < 4; at++)
    write(folder, `in/${at}.txt`, { department: `${at}局`, amounts: [`${at}.00`, "5.00"] });
  await runFake(folder);
  await loadWarehouse(join(folder, "out"), address);
  rmSync(join(folder, "in/0.txt"));
  write(folder, "in/1.txt", { department: "1局", amounts: ["100.00"] });
  write(folder, "in/4.txt", { department: "新局" });
  await runFake(folder);
  const { lines } = await loadWarehouse(join(folder, "out"), address);
  expect(lines.documents).toEqual({ added: 1, changed: 1, removed: 1 });
  const changes = await rows<{ id: string; change: string }>(
    "select id, change from yusuan.changes where dataset = 'documents' and change <> 'added' or id = 'in/4.txt' order by id",
  );
  expect(changes).toEqual([
    { id: "in/0.txt", change: "removed" },
    { id: "in/1.txt", change: "changed" },
    { id: "in/4.txt", change: "added" },
  ]);
  const facts = await linesOf(join(folder, "out"), "facts");
  const loaded = await rows<{ fact: string }>("select fact from yusuan.facts order by fact");
  expect(loaded.map(({ fact }) => fact)).toEqual(facts.map(({ fact }) => fact).sort());
});

test("a load that is killed leaves the old or the new state", async () => {
  const folder = sandbox();
  const { address, rows } = await database();
  const out = join(folder, "out");
  const state = async () =>
    JSON.stringify(await rows("select fact, amount_yuan from yusuan.facts order by fact"));
  for (let at = 0; at < 6; at++) write(folder, `in/${at}.txt`, { department: `${at}局` });
  await runFake(folder);
  await loadWarehouse(out, address);
  let killed = 0;
  for (let round = 0; round < 8; round++) {
    write(folder, `in/${round % 6}.txt`, { department: "改局", amounts: [`${round + 2}.00`] });
    await runFake(folder);
    const before = await state();
    const loading = loadWarehouse(out, address).catch(() => killed++);
    await new Promise((resolve) => setTimeout(resolve, 5 + 20 * round));
    await rows(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'yusuan-load'",
    );
    await loading;
    const after = await state();
    await loadWarehouse(out, address);
    expect([before, await state()]).toContain(after);
  }
  expect(killed).toBeGreaterThan(0);
});

test("DuckDB takes the same statements", async () => {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  for (const sql of [...ddl(), ...ddl()]) await connection.run(sql);
  const reader = await connection.runAndReadAll(
    "select data_type from information_schema.columns where table_name = 'facts' and column_name = 'amount_yuan'",
  );
  expect(reader.getRows()).toEqual([["DECIMAL(38,18)"]]);
  connection.closeSync();
  instance.closeSync();
});
