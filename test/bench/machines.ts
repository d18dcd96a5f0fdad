/**
 * A run on two machines of two workers each against one local run: the bytes, with workers that are killed, a Postgres that is
 * restarted and an S3 server that fails. `npm run bench:machines [-- DOCUMENTS [KILLS]]`, after a build. DOCUMENTS is a number of
 * small ones, or a folder of your own: what the queue costs a document weighs less where documents are long.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { globSync } from "tinyglobby";
import { DISCLOSURE } from "../cli/disclosure.ts";
import { BUCKET, openServers, type Servers } from "../queue/servers.ts";
import { differing } from "./same-bytes.ts";

const MAIN = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
const LOSS = 0.05;

/** A worker that was just started has nothing to lose yet. */
const YOUNG_MS = 10_000;

async function main([wanted = "600", kill = "20"]: readonly string[]): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), "yusuan-machines-"));
  const servers = await openServers();
  const database = await servers.database();
  const kills = Number(kill);
  const own = statSync(wanted, { throwIfNoEntry: false })?.isDirectory()
    ? resolve(wanted)
    : undefined;
  const documents = own ? globSync("**/*.*", { cwd: own }).length : Number(wanted);
  const env = { ...process.env, ...servers.env, YUSUAN_DATABASE: database };
  const store = `s3://${BUCKET}/results`;
  try {
    if (!own) corpus(join(work, "in"), documents);
    const pipeline = join(work, "trial.json");
    const seconds = own ? 60 : 5;
    const spec = { sources: [own ?? "in"], out: "out", limits: { seconds, workers: 4 } };
    writeFileSync(pipeline, JSON.stringify({ ...spec, queue: { store } }));
    const one = ["run", pipeline, "--out", join(work, "one"), "--state", join(work, "state")];
    const local = await timed(() => called(one, env));
    const call = (...args: string[]) => called([...args, pipeline], env);

    const listed = await timed(() => call("enqueue"));
    const calm = await timed(() => machines(work, env, store, 0, servers));
    const s3 = servers.s3Calls / documents;
    const statements = (await statementsIn(database)) / documents;
    const published = await timed(() => call("publish"));
    console.log({ calm: differing(join(work, "out"), join(work, "one")) });

    await servers.database();
    rmSync(join(work, "out"), { recursive: true });
    servers.s3Failures = LOSS;
    await call("enqueue");
    const rough = await timed(() => machines(work, env, store, kills, servers));
    await call("publish");
    const differences = differing(join(work, "out"), join(work, "one"));
    console.table({
      ...{ documents, kills, differences },
      ...(await attemptsIn(database)),
      "local, documents/s": rounded(documents / local),
      "queue, documents/s": rounded(documents / calm),
      "queue with accidents, documents/s": rounded(documents / rough),
      "listing, s": rounded(listed),
      "publishing, s": rounded(published),
      "S3 calls a document": rounded(s3),
      "statements a document": rounded(statements),
    });
    if (differences > 0) process.exitCode = 1;
  } finally {
    await servers.close();
    rmSync(work, { recursive: true, force: true });
  }
}

/** Departments with one document; every tenth with a second one, every fiftieth that cannot be read. */
function corpus(folder: string, documents: number): void {
  mkdirSync(folder);
  for (let at = 0; at < documents; at++) {
    const year = String(2020 + (at % 5));
    const department = at % 10 === 1 ? at - 1 : at;
    const text = DISCLOSURE.replaceAll("2024", year)
      .replace("兰考县档案馆", `兰考县${townOf(department)}人民政府`)
      .replaceAll("9.00", `${9 + at}.00`)
      .replaceAll("3.00", `${3 + at}.00`);
    writeFileSync(join(folder, `${at}.txt`), at % 50 === 7 ? "" : text);
  }
}

/** 城城镇, 关城镇 …, with a third sign where two do not suffice. */
function townOf(at: number): string {
  const signs = "城关东坝西湖南山北岭大堂小宋高桥红庙谷营孟寨许河葡萄架";
  const sign = (power: number) => signs[Math.floor(at / signs.length ** power) % signs.length];
  return `${sign(0)}${sign(1)}${at < signs.length ** 2 ? "" : sign(2)}镇`;
}

/** Four workers on two machines until nothing waits; whoever is killed is started again. */
async function machines(
  work: string,
  env: NodeJS.ProcessEnv,
  store: string,
  kills: number,
  servers: Servers,
): Promise<void> {
  const args = ["work", "--until-idle", "--workers", "1", "--store", store, "--log", "json"];
  const running = new Map<ChildProcess, number>();
  let killed = 0;
  function start(machine: number): Promise<void> {
    const scratch = join(work, `machine${machine}`);
    mkdirSync(scratch, { recursive: true });
    const child = spawn(process.execPath, [MAIN, ...args, "--scratch", scratch], {
      ...{ env, stdio: ["ignore", "ignore", "ignore"] },
    });
    running.set(child, performance.now());
    return new Promise((resolve, reject) => {
      child.on("exit", (code, signal) => {
        running.delete(child);
        // Who finds no database as it starts ends, and is started again by whoever looks after it.
        if (signal === "SIGKILL" || (code === 2 && kills > 0)) resolve(start(machine));
        else if (code === 0) resolve();
        else reject(new Error(`a worker ended with ${code ?? signal}`));
      });
    });
  }
  const all = Promise.all([start(1), start(1), start(2), start(2)]);
  let isDone = false;
  let isRestarted = false;
  const ended = all.finally(() => {
    isDone = true;
  });
  const killer = (async () => {
    while (killed < kills && !isDone) {
      await sleep(3000 * Math.random());
      const old = performance.now() - YOUNG_MS;
      const victims = [...running].flatMap(([child, since]) => (since < old ? [child] : []));
      if (victims[Math.floor(victims.length * Math.random())]?.kill("SIGKILL")) killed++;
      if (killed < kills / 2 || isRestarted) continue;
      isRestarted = true;
      await servers.restartPostgres();
    }
  })();
  await Promise.all([ended, killer]);
  if (kills > 0) console.log({ killed });
}

/** Statements that the database has counted; our own process is no part of the workers. */
async function statementsIn(address: string): Promise<number> {
  const client = new pg.Client(address);
  await client.connect();
  const { rows } = await client.query(
    "select xact_commit + xact_rollback as n from pg_stat_database where datname = current_database()",
  );
  await client.end();
  return Number(rows[0]?.n ?? 0);
}

/** How often jobs were begun. */
async function attemptsIn(address: string): Promise<Record<string, number>> {
  const client = new pg.Client(address);
  await client.connect();
  const { rows } = await client.query(
    `select max(retry_count)::int + 1 as most, count(*) filter (where retry_count > 0)::int as again
     from yusuan_jobs.job where state = 'completed'`,
  );
  await client.end();
  return {
    "begun at most, times": rows[0]?.most ?? 0,
    "begun more than once": rows[0]?.again ?? 0,
  };
}

function called(args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn(process.execPath, [MAIN, ...args], {
    ...{ env, stdio: ["ignore", "ignore", "inherit"] },
  });
  return new Promise((resolve, reject) => {
    // 1: some documents failed, as they should.
    child.on("exit", (code) =>
      code === 0 || code === 1 ? resolve() : reject(new Error(`${args[0]}: ${code}`)),
    );
  });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

function rounded(number: number): number {
  return Math.round(100 * number) / 100;
}

await main(process.argv.slice(2));
