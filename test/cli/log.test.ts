import type { Logger } from "pino";
import { expect, test } from "vitest";
import { workLogger } from "../../src/cli/log.ts";
import { withoutSecrets } from "../../src/store/secrets.ts";

test("a worker's line has the job, the document, seconds, megabytes and pages", () => {
  const lines: unknown[] = [];
  const at = (level: string) => (about: object, what: string) => lines.push([level, what, about]);
  const log = { info: at("info"), warn: at("warn"), error: at("error") } as unknown as Logger;
  const about = {
    ...{ job: "j", pipeline: "nightly", source: "a.pdf", document: "d1", reason: "" },
    ...{ seconds: 1.5, megabytes: 0.3, pages: 12 },
  };
  const tell = workLogger(log);
  tell({ ...about, outcome: "done" });
  tell({ ...about, outcome: "again", reason: "its process was killed" });
  tell({ ...about, outcome: "lost", reason: "again and again" });
  expect(lines).toEqual([
    ["info", "done", about],
    ["warn", "again", { ...about, reason: "its process was killed" }],
    ["error", "lost", { ...about, reason: "again and again" }],
  ]);
});

test("passwords are taken out of addresses, and what the environment keeps secret out of all", () => {
  const env = { AWS_SECRET_ACCESS_KEY: "k/e+y", PGPASSWORD: "geheim" };
  expect(withoutSecrets("postgres://me:p@ss:w@db:5432/x failed", env)).toBe(
    "postgres://me:***@db:5432/x failed",
  );
  expect(withoutSecrets("at https://user:pw@host/a and geheim, k/e+y", env)).toBe(
    "at https://user:***@host/a and ***, ***",
  );
  expect(withoutSecrets("a@b.example, s3://bucket/a:b@c, 12:30", env)).toBe(
    "a@b.example, s3://bucket/a:b@c, 12:30",
  );
});
