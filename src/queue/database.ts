import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { UsageError } from "../model/errors.ts";

/** Rows as they come; each query says what its own are. */
export type Rows<Row> = readonly Row[];

export interface Queries {
  query<Row extends object>(text: string, values?: readonly unknown[]): Promise<Rows<Row>>;
}

/** A Postgres database that may be away for a while: it is restarted, or the network is. */
export interface Database extends Queries {
  /** Performs work on one connection, in a transaction; from the beginning again if the connection is lost. */
  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  /** Performs work while no other process does work of this name. */
  alone<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** Statements so far: what a document costs. */
  readonly statements: () => number;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** How long a database may be away, in seconds, before that is an error. */
  readonly patience?: number;
}

/**
 * @param address `postgres://user@host:port/name`; what it leaves open, the password above all, is taken from the environment
 *   (PGPASSWORD, PGHOST …) or the password file, as all Postgres tools do.
 */
export async function openDatabase(
  address: string,
  { patience = 300 }: DatabaseOptions = {},
): Promise<Database> {
  if (!/^postgres(ql)?:\/\//.test(address)) {
    throw new UsageError("a database is postgres://user@host:port/name");
  }
  const pool = new pg.Pool({ connectionString: address, max: 8, application_name: "yusuan" });
  // An idle connection that is lost is replaced by the next query.
  pool.on("error", () => {});
  let count = 0;

  function counting(client: pg.PoolClient): Queries {
    return {
      async query(text, values = []) {
        count++;
        // Several statements in one text give several results: the last one counts.
        const results = [await client.query(text, [...values])].flat();
        return results.at(-1)?.rows ?? [];
      },
    };
  }

  /** Once it has answered, if only that it starts or stops, it is waited for; before that a wrong address is more likely. */
  let hasAnswered = false;
  async function patiently<T>(work: () => Promise<T>): Promise<T> {
    const until = Date.now() + 1000 * patience;
    for (let wait = 100; ; wait = Math.min(2 * wait, 5000)) {
      try {
        const result = await work();
        hasAnswered = true;
        return result;
      } catch (error) {
        hasAnswered ||= isInTransit(error);
        if (!hasAnswered || !isAway(error) || Date.now() > until) throw error;
        await sleep(wait);
      }
    }
  }

  async function onClient<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    // A connection that is lost between two queries must not end the process.
    const ignore = (): void => {};
    client.on("error", ignore);
    let failure: Error | undefined;
    try {
      return await work(client);
    } catch (error) {
      failure = error instanceof Error ? error : new Error(String(error));
      throw error;
    } finally {
      client.off("error", ignore);
      // Whatever state it is in: a new one is soon made.
      client.release(failure);
    }
  }

  return {
    query: (text, values) =>
      patiently(() => onClient((client) => counting(client).query(text, values))),
    transaction: (work) =>
      patiently(() =>
        onClient(async (client) => {
          const queries = counting(client);
          await queries.query("begin");
          try {
            const result = await work(queries);
            await queries.query("commit");
            return result;
          } catch (error) {
            await queries.query("rollback").catch(() => {});
            throw error;
          }
        }),
      ),
    alone: (name, work) =>
      onClient(async (client) => {
        await client.query("select pg_advisory_lock(hashtextextended($1, 0))", [name]);
        try {
          return await work();
        } finally {
          // A lost connection has given the lock back already.
          await client
            .query("select pg_advisory_unlock(hashtextextended($1, 0))", [name])
            .catch(() => undefined);
        }
      }),
    statements: () => count,
    close: () => pool.end(),
  };
}

/** Whether a server says of itself that it starts or stops. */
function isInTransit(error: unknown): boolean {
  return error instanceof Error && "code" in error && String(error.code).startsWith("57P0");
}

/** Codes of a server that goes, comes or cannot be reached, and of transactions that were in each other's way. */
const AWAY = new Set(
  "57P01 57P02 57P03 08000 08003 08006 08001 40001 40P01 ECONNREFUSED ECONNRESET EPIPE ETIMEDOUT EHOSTUNREACH EAI_AGAIN".split(
    " ",
  ),
);

export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("code" in error && AWAY.has(String(error.code))) return true;
  return /Connection terminated|connection is closed|not queryable/i.test(error.message);
}
