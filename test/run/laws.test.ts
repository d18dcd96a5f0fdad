import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { UsageError } from "../../src/model/errors.ts";
import { repairOutput } from "../../src/run/verify.ts";
import { here, runFake, sandbox, snapshot, write } from "./sandbox.ts";

const NAMES = ["a", "b", "c", "d"];

/** Four documents: two editions of one disclosure, another table of it, and another department's. */
function sources(folder: string, amount = "3.00"): void {
  write(folder, "in/a.txt", { department: "甲局", amounts: ["9.00"] });
  write(folder, "in/b.txt", { department: "甲局", amounts: [amount] });
  write(folder, "in/c.txt", {
    ...{ department: "甲局", amounts: ["2.00"], table: "general-public-expenditure" },
  });
  write(folder, "in/d.txt", { department: "乙局", amounts: [amount, "1.00"] });
}

test("any order of the sources gives the same bytes", async () => {
  const folder = sandbox();
  sources(folder);
  await runFake(folder, { out: "first" });
  const first = snapshot(join(folder, "first"));
  const orders = fc.shuffledSubarray(NAMES, { minLength: NAMES.length });
  await fc.assert(
    fc.asyncProperty(orders, async (order) => {
      rmSync(join(folder, "out"), { recursive: true, force: true });
      rmSync(join(folder, "out.state"), { recursive: true, force: true });
      await runFake(folder, { sources: order.map((name) => `in/${name}.txt`) });
      expect(snapshot(join(folder, "out"))).toEqual(first);
    }),
    { numRuns: 6, seed: 3 },
  );
});

/** Where somebody may put a file: in our folders, under names of ours, and under names that look like them. */
const FOLDERS = [
  ...[
    "out",
    "out/2024",
    "out/2024/410500-甲局",
    "out/2024/410500-甲局/budget",
    "out/csv",
    "beside",
  ],
  ...["out/parquet", "out.state", "out.state/documents", "out.state/documents/0a"],
];
const FILES = [
  ...["facts.csv", "budget.json", "budget.facts.csv", "three-public.csv", "datapackage.json"],
  ...[
    "notes.txt",
    "index.jsonl.bak",
    "run.json~",
    ".yusuan-draft.tmp",
    "facts.csv.gz",
    "final.json",
  ],
  ...[
    "0a00000000000000000000000000000.record.gz",
    "letter.part.gz",
    "budget.d0123456789abcdef.json",
  ],
  ...["x.yusuan.lock", ".yusuan-1.tmp", "documents"],
];
const foreign = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...FOLDERS), fc.constantFrom(...FILES)), {
    ...{ minLength: 1, maxLength: 6, selector: (pair) => pair.join("/") },
  })
  .map((pairs) => pairs.map((pair) => pair.join("/")));

/** What somebody may call afterwards; a name that is taken stops it. */
const CALLS: Record<string, (folder: string) => Promise<unknown>> = {
  again: (folder) => runFake(folder),
  changed: (folder) => {
    sources(folder, "4.00");
    return runFake(folder);
  },
  fewer: (folder) => runFake(folder, { sources: ["in/a.txt"], datasets: ["facts"] }),
  parts: (folder) => runFake(folder, { parts: true }),
  "without departments": (folder) => runFake(folder, { departments: false }),
  "without a state": (folder) => runFake(folder, {}, { keepState: false }),
  repair: (folder) => repairOutput(join(folder, "out"), undefined, { openPool: here }),
};

test("files of other people stay as they are, whatever they are called and whatever is called", async () => {
  const calls = fc.array(fc.constantFrom(...Object.keys(CALLS)), { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(foreign, fc.boolean(), calls, async (names, before, called) => {
      const folder = sandbox();
      sources(folder);
      const put = (): string[] =>
        names.filter((name) => {
          if (snapshot(folder)[name]) return false;
          if (name.endsWith("/documents") && name.startsWith("out.state/")) return false;
          mkdirSync(dirname(join(folder, name)), { recursive: true });
          write(folder, name, `mine: ${name}`);
          return true;
        });
      let mine = before ? put() : [];
      await refusing(() => runFake(folder));
      if (!before) mine = put();
      for (const call of called) await refusing(() => CALLS[call]?.(folder) ?? Promise.resolve());
      for (const name of mine)
        expect([name, readFileSync(join(folder, name), "utf8")]).toEqual([name, `mine: ${name}`]);
    }),
    { numRuns: 25, seed: 11 },
  );
}, 240_000);

async function refusing(call: () => Promise<unknown>): Promise<void> {
  try {
    await call();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
  }
}
