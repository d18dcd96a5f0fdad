import { appendFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sandbox, write } from "../run/sandbox.ts";
import { DISCLOSURE, yusuan } from "./capture.ts";

test("verify says what differs, repairs it, and exits 1 only where something does", async () => {
  const folder = sandbox();
  const file = write(folder, "a.txt", DISCLOSURE);
  const [out, state] = [join(folder, "out"), join(folder, "kept")];
  await yusuan("extract", file, "--out", out, "--state", state);
  expect(await yusuan("verify", out)).toMatchObject({ code: 0, stderr: "" });
  appendFileSync(join(out, "checks.csv"), "x");
  rmSync(join(out, "facts.csv"));
  const found = await yusuan("verify", out);
  expect(found.code).toBe(1);
  expect(found.stdout).toContain("Not as written:\n  checks.csv  changed\n  facts.csv   missing\n");
  const unknown = await yusuan("verify", out, "--repair");
  expect(unknown).toMatchObject({ code: 2 });
  expect(unknown.stderr).toContain("name its state with --state");
  const repaired = await yusuan("verify", out, "--repair", "--state", state);
  expect(repaired.code).toBe(0);
  expect(repaired.stdout).toMatch(/^Written again +2 files$/m);
  expect(JSON.parse((await yusuan("verify", out, "--json")).stdout)).toMatchObject({ faults: [] });
  expect((await yusuan("verify", folder)).code).toBe(2);
});
