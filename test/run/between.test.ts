import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { budget, final, type Planted, plant } from "./archive.ts";
import { extract, extractInParts } from "./real-run.ts";
import { csv, sandbox, snapshot, write } from "./sandbox.ts";

const NOTE = "注：预算数为“三公”经费全年预算数，反映按规定程序调整后的预算数。\n";
const REVISED = "（2023年6月30日更正）\n";

/** Ten lies, each with the kind of the difference that it makes, the label of the figure and what the two documents say in 元. */
const PLANTED: readonly (Planted & {
  readonly in: string;
  readonly kind: string;
  readonly says: string;
})[] = [
  {
    in: "b2023-old",
    table: "部门收入总表",
    line: "林州市石刻博物馆",
    at: 1,
    as: "156.71",
    kind: "edition",
    says: "林州市石刻博物馆 1561700 1567100",
  },
  {
    in: "b2023 b2023-old",
    table: "一般公共预算支出表",
    line: "文物保护",
    at: 0,
    as: "284.96",
    kind: "year",
    says: "文物保护 2849600 2846900",
  },
  {
    in: "b2024",
    table: "“三公”经费预算表",
    line: "公务用车运行费",
    at: 0,
    as: "9.73",
    kind: "year",
    says: "公务用车运行费 97300 93700",
  },
  {
    in: "b2024",
    table: "一般公共预算支出表",
    line: "住房公积金",
    at: 0,
    as: "28.71",
    kind: "year",
    says: "住房公积金 287100 281700",
  },
  {
    in: "f2022",
    table: "收入支出决算总表",
    line: "二、住房保障支出",
    at: 0,
    as: "25.72",
    kind: "budget",
    says: "二、住房保障支出 257200 252700",
  },
  {
    in: "f2023",
    table: "支出决算表",
    line: "公务接待费",
    at: 0,
    as: "3.89",
    kind: "budget",
    says: "公务接待费 38900 28900",
  },
  {
    in: "f2023",
    table: "支出决算表",
    line: "公务接待费",
    at: 2,
    as: "1.79",
    kind: "year",
    says: "公务接待费 17900 19700",
  },
  {
    in: "f2024",
    table: "支出决算表",
    line: "公务用车购置费",
    at: 2,
    as: "19.77",
    kind: "year",
    says: "公务用车购置费 197700 179700",
  },
  {
    in: "u1",
    table: "单位收支总表",
    line: "收入总计",
    at: 0,
    as: "165.24",
    kind: "unit",
    says: "收入总计 7009900 7019800",
  },
  {
    in: "u2",
    table: "一般公共预算支出表",
    line: "住房公积金",
    at: 0,
    as: "6.70",
    kind: "unit",
    says: "住房公积金 312500 318800",
  },
];

function archive(planted: readonly (Planted & { readonly in: string })[]): string {
  const folder = sandbox();
  const texts: Record<string, string> = {
    b2022: budget(2022),
    "b2023-old": budget(2023),
    b2023: budget(2023, undefined, REVISED),
    b2024: budget(2024),
    f2022: final(2022),
    f2023: final(2023, NOTE),
    f2024: final(2024),
    u0: budget(2024, 0),
    u1: budget(2024, 1),
    u2: budget(2024, 2),
  };
  for (const [name, text] of Object.entries(texts)) {
    const lies = planted.filter((each) => each.in.split(" ").includes(name));
    write(folder, `in/${name}.txt`, lies.reduce(plant, text));
  }
  return folder;
}

test("what documents repeat of each other is told where it differs, and is a witness where it does not", async () => {
  const folder = archive(PLANTED);
  await extract(folder);
  const differences = csv(join(folder, "out/differences.csv"));
  const told = differences.map((line) => {
    const { kind, label, amount_yuan, other_amount_yuan } = line;
    return `${kind}: ${label} ${amount_yuan} ${other_amount_yuan}`;
  });
  expect(told.sort()).toEqual(PLANTED.map(({ kind, says }) => `${kind}: ${says}`).sort());

  const reasons = differences.filter(({ reason }) => reason !== "");
  expect(reasons.map(({ year, kind, reason }) => [year, kind, reason])).toEqual([
    ["2023", "budget", NOTE.trim()],
  ]);

  // Whatever repeats the budget or the year before has a witness, but for the lies.
  const facts = csv(join(folder, "out/facts.csv"));
  const repeated = facts.filter(({ disclosure = "", stage, period }) => {
    return period === "previous" || (disclosure.endsWith("final") && stage === "budget");
  });
  const alone = repeated.filter(({ checked_by = "" }) => !/\bdocument=\d/.test(checked_by));
  expect(repeated).toHaveLength(3 * 7 + 3 * 6 + 2 * 6 + 2 * 9 + 2 * 6);
  expect(alone.map(({ fact }) => fact).sort()).toEqual(
    differences
      .flatMap(({ kind, fact }) => (kind === "year" || kind === "budget" ? fact : []))
      .sort(),
  );
  // A sum that is off leaves its parts without: one total (two of its parts stand in the department's rows too), and one line.
  const units = facts.filter(({ scope }) => scope === "unit");
  const parts = units.filter(({ checked_by = "" }) => !checked_by.includes("document=1"));
  expect(parts.map(({ label }) => label)).toEqual([
    "住房公积金",
    "住房公积金",
    "收入总计",
    "住房公积金",
  ]);
});

test("documents that repeat each other well differ in nothing", async () => {
  const folder = archive([]);
  await extract(folder);
  expect(csv(join(folder, "out/differences.csv"))).toEqual([]);
});

test("a new document is held against what it meets, and nothing else is compared again", async () => {
  const folder = archive(PLANTED);
  const records = (): string[] =>
    (readdirSync(join(folder, "out.state/documents"), { recursive: true }) as string[]).filter(
      (name) => name.endsWith("record.gz"),
    );
  await extract(folder, { exclude: ["in/f2023.txt"] });
  const before = new Set(records());
  await extract(folder);
  // Itself; what it may repeat (a budget and two of the year before); what may repeat it (two of the year after).
  expect(records().filter((name) => !before.has(name))).toHaveLength(1 + 3 + 2);
  const whole = snapshot(join(folder, "out"));
  await extractInParts(folder, "merged");
  expect(snapshot(join(folder, "merged"))).toEqual(whole);
});
