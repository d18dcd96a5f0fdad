import { appendFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { repairOutput, verifyOutput } from "../../src/run/verify.ts";
import { here, runFake, sandbox, snapshot, write } from "./sandbox.ts";

/** An output of three disclosures, one of two documents, one with an edition beside it. */
async function written(): Promise<string> {
  const folder = sandbox();
  write(folder, "in/a.txt", { department: "甲局", amounts: ["9.00"] });
  write(folder, "in/a2.txt", {
    ...{ department: "甲局", amounts: ["2.00"], table: "general-public-expenditure" },
  });
  write(folder, "in/b.txt", { department: "乙局", amounts: ["3.00", "1.00"] });
  write(folder, "in/b2.txt", { department: "乙局", amounts: ["4.00", "1.00"] });
  write(folder, "in/bad.txt", "no JSON");
  await runFake(folder);
  return folder;
}

const effects = { openPool: here };

describe("an output", () => {
  test("is as it was written, files of other people aside", async () => {
    const folder = await written();
    write(folder, "out/notes.txt", "mine");
    const { files, faults } = await verifyOutput(join(folder, "out"));
    expect(faults).toEqual([]);
    expect(files).toBe(Object.keys(snapshot(join(folder, "out"))).length - 2);
  });

  test("says what is missing and what is changed, and has it written again", async () => {
    const folder = await written();
    const out = join(folder, "out");
    const before = snapshot(out);
    rmSync(join(out, "facts.csv"));
    rmSync(join(out, "2024/410500-甲局"), { recursive: true });
    appendFileSync(join(out, "2024/410500-乙局/budget.json"), " ");
    const { faults } = await verifyOutput(out);
    expect(faults).toEqual(
      expect.arrayContaining([
        { path: "2024/410500-乙局/budget.json", fault: "changed" },
        { path: "2024/410500-甲局/budget.json", fault: "missing" },
        { path: "facts.csv", fault: "missing" },
      ]),
    );
    rmSync(join(folder, "in"), { recursive: true });
    expect((await repairOutput(out, undefined, effects)).faults).toEqual([]);
    expect(snapshot(out)).toEqual(before);
  });

  test("cannot be written again without what it was made of", async () => {
    const folder = await written();
    const out = join(folder, "out");
    rmSync(join(out, "facts.csv"));
    await expect(repairOutput(out, join(folder, "nowhere"), effects)).rejects.toThrow(
      "does not hold what",
    );
    rmSync(join(folder, "out.state"), { recursive: true });
    await expect(repairOutput(out, undefined, effects)).rejects.toThrow("run it again");
    expect((await verifyOutput(out)).faults).toHaveLength(1);
  });

  test("has a manifest; what has none is no output", async () => {
    const folder = sandbox();
    await expect(verifyOutput(folder)).rejects.toThrow("has no manifest");
    writeFileSync(join(folder, ".yusuan-manifest.jsonl"), "{}\n");
    await expect(verifyOutput(folder)).rejects.toThrow("has no manifest");
  });
});
