import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { planOf } from "../../src/run/plan.ts";
import { run } from "../../src/run/run.ts";
import { ARCHIVE_BOMBS } from "../hostile/archive-bombs.ts";
import { sandbox, write } from "./sandbox.ts";

const SAMPLE = fileURLToPath(new URL("../../samples/henan-budget-2024.txt", import.meta.url));

async function extract(folder: string, sources: readonly string[], out: string) {
  const plan = planOf({ sources, out, limits: { workers: 1 } }, { folder, keepState: false });
  return run(plan, { runId: "test", now: () => new Date(0) });
}

test("an archive with two files of one name is told: one of them would be lost", async () => {
  const folder = sandbox();
  const { make } = ARCHIVE_BOMBS.find(({ name }) => name === "names-twice.zip") ?? {};
  write(folder, "in/重.zip", make?.() ?? "");
  const { failures } = await extract(folder, ["in"], "out");
  expect(failures.map(({ reason }) => reason)).toEqual([
    "the archive is broken: two of its files are called a.txt",
  ]);
});

test("an archive gives what its files give, each named with its place in it", async () => {
  const folder = sandbox();
  const bytes = new Uint8Array(readFileSync(SAMPLE));
  write(folder, basename(SAMPLE), bytes);
  const inner = zipSync({ [`正文/${basename(SAMPLE)}`]: bytes });
  write(
    folder,
    "in/公开.zip",
    zipSync({ "内.zip": inner, "封面.pptx": strToU8("x"), "__MACOSX/._x.txt": strToU8("x") }),
  );
  write(folder, "in/坏.zip", strToU8("PK\u0003\u0004"));
  await extract(folder, [basename(SAMPLE)], "alone");
  const report = await extract(folder, ["in"], "packed");
  expect(report.documents).toMatchObject({ done: 1, failed: 1 });
  const facts = (out: string) => readFileSync(join(folder, out, "facts.csv"), "utf8");
  expect(facts("packed")).toBe(facts("alone"));
  const files = readFileSync(join(folder, "packed/files.csv"), "utf8").split("\n").slice(1, -1);
  expect(files.map((line) => line.split(",").filter((_, i) => i < 2 || i === 6))).toEqual([
    ["in/公开.zip", `内.zip/正文/${basename(SAMPLE)}`, "read"],
    ["in/公开.zip", "封面.pptx", "not-read"],
    ["in/坏.zip", "", "failed"],
  ]);
});
