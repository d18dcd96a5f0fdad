import { afterAll, beforeAll } from "vitest";
import { openServers, type Servers } from "./servers.ts";

/** The servers of one test file. */
export function startServers(): Pick<Servers, "database"> {
  let servers: Servers;
  beforeAll(async () => {
    servers = await openServers();
    Object.assign(process.env, servers.env);
  }, 60_000);
  afterAll(() => servers?.close());
  return { database: () => servers.database() };
}
