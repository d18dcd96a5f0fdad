import { createHash } from "node:crypto";
import { createReadStream, existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { UsageError } from "../model/errors.ts";
import { CONTRACT_VERSION } from "../write/datapackage.ts";
import { columnLines, ddl, named, SCHEMA, tableName } from "./ddl.ts";
import { copyLines } from "./lines.ts";
import { columnsOf, WAREHOUSE_TABLES, type WarehouseTable } from "./tables.ts";

export interface Loaded {
  /** Partitions of the output, and those that differed from what was loaded before. */
  readonly partitions: number;
  readonly changed: number;
  /** Partitions that are gone. */
  readonly removed: number;
  /** Lines by table, of this load. */
  readonly lines: Readonly<Record<string, Changes>>;
}

export interface Changes {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/**
 * Brings a database to what an output says, one partition in one transaction: a load that is killed leaves each partition as it
 * was or as it is now, and the next load goes on. What did not change is not read.
 *
 * @param out an output folder, or one that is divided into partitions
 */
export async function loadWarehouse(
  out: string,
  address: string,
  signal?: AbortSignal,
): Promise<Loaded> {
  const parts = partsIn(out);
  if (parts.length === 0) throw new UsageError(`${out} is no output of this tool`);
  const client = new pg.Client({ connectionString: address, application_name: "yusuan-load" });
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (error) {
    const reason = error instanceof Error ? error.message || String(error) : String(error);
    throw new UsageError(`the database cannot be used: ${reason}`);
  }
  try {
    await migrateWarehouse(client);
    const totals = new Map<string, Changes>();
    let changed = 0;
    for (const part of parts) {
      signal?.throwIfAborted();
      if (await loadPart(client, out, part, totals)) changed++;
    }
    const gone = await client.query<{ part: string }>(
      `select part from ${SCHEMA}.partitions where not part = any($1)`,
      [parts],
    );
    for (const { part } of gone.rows) await removePart(client, part, totals);
    return {
      ...{ partitions: parts.length, changed, removed: gone.rows.length },
      lines: Object.fromEntries(totals),
    };
  } finally {
    await client.end();
  }
}

/** The folders of an output that are outputs of their own, by their paths relative to it; one that is not divided is one, without a name. */
function partsIn(out: string): readonly string[] {
  if (existsSync(join(out, "datapackage.json"))) return [""];
  const parts: string[] = [];
  const search = (part: string): void => {
    const folder = join(out, part);
    if (existsSync(join(folder, "datapackage.json"))) parts.push(part);
    else if (part.split("/").length <= 2)
      for (const entry of readdirSync(folder, { withFileTypes: true }))
        if (entry.isDirectory()) search(part === "" ? entry.name : `${part}/${entry.name}`);
  };
  if (existsSync(out)) search("");
  return parts.sort();
}

/**
 * Makes what is missing; safe whoever else does so at the same time. New columns are added, none is ever taken away. Throws
 * UsageError where a younger contract has been here, whose tables mean something else.
 */
async function migrateWarehouse(client: pg.Client): Promise<void> {
  await inTransaction(client, async () => {
    await client.query("select pg_advisory_xact_lock(hashtextextended('yusuan-warehouse', 0))");
    await client.query(ddl().slice(0, 2).join(";"));
    const known = await client.query<{ version: string }>(`select version from ${SCHEMA}.contract`);
    const [version] = known.rows
      .map((row) => row.version)
      .sort(byNumbers)
      .slice(-1);
    if (version === CONTRACT_VERSION) return;
    if (version && Number(version.split(".")[0]) > Number(CONTRACT_VERSION.split(".")[0])) {
      throw new UsageError(
        `the database has tables of contract ${version}, and this is ${CONTRACT_VERSION}: load with a younger version`,
      );
    }
    const [views, others] = [ddl().filter(isView), ddl().filter((sql) => !isView(sql))];
    await client.query(others.join(";"));
    for (const table of WAREHOUSE_TABLES)
      for (const line of columnLines(table))
        await client.query(`alter table ${tableName(table)} add column if not exists ${line}`);
    await client.query(views.join(";"));
    await client.query(`insert into ${SCHEMA}.contract values ($1) on conflict do nothing`, [
      CONTRACT_VERSION,
    ]);
  });
}

function isView(sql: string): boolean {
  return sql.startsWith("create or replace view");
}

function byNumbers(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}

/** Returns whether there was anything to do. */
async function loadPart(
  client: pg.Client,
  out: string,
  part: string,
  totals: Map<string, Changes>,
): Promise<boolean> {
  const digest = await digestOf(join(out, part));
  return inTransaction(client, async () => {
    await client.query("select pg_advisory_xact_lock(hashtextextended('yusuan-load ' || $1, 0))", [
      part,
    ]);
    const before = await client.query<{ digest: string }>(
      `select digest from ${SCHEMA}.partitions where part = $1`,
      [part],
    );
    if (before.rows[0]?.digest === digest) return false;
    for (const table of WAREHOUSE_TABLES) {
      const path = join(out, part, `${table.name}.csv`);
      if (!existsSync(path))
        throw new UsageError(`${path} is missing: a warehouse needs all datasets as CSV`);
      await stage(client, table, path, part);
      // Of a partition that is new, its documents say enough.
      const isTold = table.isTold && (before.rows.length > 0 || table.name === "documents");
      add(totals, table.name, await bring(client, table, part, isTold));
    }
    await client.query(
      `insert into ${SCHEMA}.partitions values ($1, $2, now())
       on conflict (part) do update set digest = excluded.digest, loaded = excluded.loaded`,
      [part, digest],
    );
    return true;
  });
}

/** A file's lines in a table of this transaction alone. */
async function stage(
  client: pg.Client,
  table: WarehouseTable,
  path: string,
  part: string,
): Promise<void> {
  await client.query(
    `create temporary table stage (like ${tableName(table)} including defaults) on commit drop`,
  );
  const columns = columnsOf(table).map(named).join(", ");
  const into = client.query(copyFrom(`copy stage (${columns}) from stdin`));
  await pipeline(Readable.from(copyLines(path, part, table)), into);
  await client.query(`create unique index on stage (${named(table.key)})`);
  await client.query("analyze stage");
}

/** Removes what is gone, adds what is new and writes over what differs, in this order; tells it where that is wanted. */
async function bring(
  client: pg.Client,
  table: WarehouseTable,
  part: string,
  isTold: boolean,
): Promise<Changes> {
  const [name, key] = [tableName(table), named(table.key)];
  const columns = columnsOf(table).map(named);
  const list = (of: string): string => columns.map((column) => `${of}.${column}`).join(", ");
  const told = (change: string): string =>
    isTold
      ? `, told as (insert into ${SCHEMA}.changes select now(), $1::varchar, '${table.name}', id, '${change}' from done)`
      : "";
  const count = async (change: string, sql: string): Promise<number> => {
    const { rows } = await client.query<{ n: number }>(
      `with done as (${sql} returning t.${key} as id)${told(change)} select count(*)::int as n from done`,
      [part],
    );
    return rows[0]?.n ?? 0;
  };
  const removed = await count(
    "removed",
    `delete from ${name} t where t.part = $1::varchar and not exists (select from stage s where s.${key} = t.${key})`,
  );
  const changed = await count(
    "changed",
    `update ${name} t set (${columns.join(", ")}) = (${list("s")}) from stage s
     where t.part = $1::varchar and t.${key} = s.${key} and (${list("t")}) is distinct from (${list("s")})`,
  );
  const added = await count(
    "added",
    `insert into ${name} as t (${columns.join(", ")}) select ${list("s")} from stage s
     where not exists (select from ${name} o where o.part = $1::varchar and o.${key} = s.${key})`,
  );
  await client.query("drop table stage");
  return { added, changed, removed };
}

async function removePart(
  client: pg.Client,
  part: string,
  totals: Map<string, Changes>,
): Promise<void> {
  await inTransaction(client, async () => {
    for (const table of WAREHOUSE_TABLES) {
      await client.query(`create temporary table stage (like ${tableName(table)}) on commit drop`);
      add(totals, table.name, await bring(client, table, part, table.isTold));
    }
    await client.query(`delete from ${SCHEMA}.partitions where part = $1`, [part]);
  });
}

/** Changes with the content of any of the files. */
async function digestOf(folder: string): Promise<string> {
  const hash = createHash("sha256").update(CONTRACT_VERSION);
  for (const { name } of WAREHOUSE_TABLES) {
    const path = join(folder, `${name}.csv`);
    if (existsSync(path))
      for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
    hash.update("\n");
  }
  return hash.digest("hex");
}

async function inTransaction<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query("begin");
  try {
    const result = await work();
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw error;
  }
}

function add(totals: Map<string, Changes>, table: string, changes: Changes): void {
  const { added = 0, changed = 0, removed = 0 } = totals.get(table) ?? {};
  totals.set(table, {
    added: added + changes.added,
    changed: changed + changes.changed,
    removed: removed + changes.removed,
  });
}
