import type { Database } from "./database.ts";

/**
 * What Postgres knows of pipelines, in a schema of its own. A row of `source` is a source as it was last listed, with the job
 * that reads it and what that gave; the records and files themselves lie in the store under `key`. A row of `partition` is a
 * part of the output: `changed` grows with every result, and `published` is the `changed` of the last publication.
 */
const MIGRATIONS: readonly string[] = [
  `
  create table yusuan_queue.pipeline (
    name text primary key,
    basis text not null,
    fingerprint text not null,
    output json not null,
    limits json not null,
    partitions text not null,
    base text not null,
    missing json not null default '[]',
    others json not null default '[]'
  );
  create table yusuan_queue.source (
    pipeline text not null references yusuan_queue.pipeline on delete cascade,
    name text collate "C" not null,
    member json,
    bytes bigint not null,
    stamp text not null,
    version text not null,
    location text not null,
    job uuid not null,
    state text not null check (state in ('waiting', 'read', 'failed', 'lost')),
    key text,
    part text,
    entry json,
    why text,
    reason text,
    known boolean not null default false,
    seconds real,
    finished timestamptz,
    primary key (pipeline, name)
  );
  create index source_state on yusuan_queue.source (pipeline, state);
  create index source_part on yusuan_queue.source (pipeline, part);
  create index source_finished on yusuan_queue.source (pipeline, finished);
  create table yusuan_queue.partition (
    pipeline text not null references yusuan_queue.pipeline on delete cascade,
    part text not null,
    changed bigint not null default 1,
    published bigint not null default 0,
    stems json not null default '{}',
    combined text,
    at timestamptz,
    primary key (pipeline, part)
  );
  `,
];

/** Brings the schema to this version; safe whoever else does so at the same time. */
export async function migrate(database: Database): Promise<void> {
  await database.transaction(async ({ query }) => {
    await query("select pg_advisory_xact_lock(hashtextextended('yusuan-queue-schema', 0))");
    await query("create schema if not exists yusuan_queue");
    await query(
      "create table if not exists yusuan_queue.migration (version integer primary key, at timestamptz not null default now())",
    );
    const [last] = await query<{ version: number }>(
      "select coalesce(max(version), 0) as version from yusuan_queue.migration",
    );
    for (const [at, sql] of MIGRATIONS.entries()) {
      if (at < (last?.version ?? 0)) continue;
      await query(sql);
      await query("insert into yusuan_queue.migration (version) values ($1)", [at + 1]);
    }
  });
}
