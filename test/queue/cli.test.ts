import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { CONTRADICTION, DISCLOSURE, sandbox, write, yusuan } from "../cli/capture.ts";
import { BUCKET, SECRETS } from "./servers.ts";
import { startServers } from "./start-servers.ts";

const servers = startServers();

test("a pipeline goes through the queue to its output, and nothing says a secret", async () => {
  const folder = sandbox();
  write(folder, "in/a.txt", DISCLOSURE);
  write(folder, "in/b.txt", CONTRADICTION);
  write(folder, "in/empty.txt", "");
  const pipeline = write(
    folder,
    "nightly.yaml",
    `sources: [in]\nout: out\nfailOn: [new-failure]\nqueue: { store: "s3://${BUCKET}/cli", mirror: "s3://${BUCKET}/open" }\n`,
  );
  const address = await servers.database();
  const printed: string[] = [];
  const call = async (...args: string[]) => {
    const called = await yusuan(...args);
    printed.push(called.stdout, called.stderr);
    return called;
  };
  const missing = await call("status");
  expect(missing).toMatchObject({ code: 2 });
  expect(missing.stderr).toContain("no database: name one with --database, YUSUAN_DATABASE");
  vi.stubEnv("YUSUAN_DATABASE", address);
  try {
    const store = ["--store", `s3://${BUCKET}/cli`];
    expect(await call("enqueue", pipeline)).toMatchObject({ code: 0 });
    const [waiting] = JSON.parse((await call("status", "nightly", "--json")).stdout);
    expect(waiting).toMatchObject({ sources: 3, waiting: 3, read: 0, remaining: null });
    expect(await call("work", "--until-idle", "--workers", "1", ...store)).toMatchObject({
      code: 0,
    });
    // The empty file fails for the first time; after that it is known.
    const first = await call("publish", pipeline);
    expect(first.code).toBe(1);
    expect(first.stdout).toContain("in/empty.txt  the file is empty");
    expect(await call("publish", pipeline)).toMatchObject({ code: 0 });
    expect((await call("status", "--lang", "zh")).stdout).toContain("流水线  nightly");
    expect(readFileSync(join(folder, "out/documents.csv"), "utf8")).toContain("兰考县司法局");
    expect((await call("verify", join(folder, "out"))).code).toBe(0);

    const wrong = address.replace(SECRETS[0] ?? "", "another-secret");
    const refused = await call("status", "--database", wrong, "--debug");
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain("password authentication failed");
    await call("status", "--database", `${wrong}?sslmode=nonsense`);
    await call("status", "--database", wrong.replace("127.0.0.1", "not a host"));
    await call("enqueue", pipeline, "--store", `s3://nobody:${SECRETS[1]}@nowhere/x`);
  } finally {
    vi.unstubAllEnvs();
  }
  for (const secret of [...SECRETS, "another-secret"])
    expect(printed.filter((text) => text.includes(secret))).toEqual([]);
}, 180_000);
