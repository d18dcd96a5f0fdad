import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { extract, extractInParts } from "./real-run.ts";
import { csv, sandbox, snapshot, write } from "./sandbox.ts";

/** Three figures of a department, which says its name as it is given. */
function budget(department: string, year: number, unit = department): string {
  return `${department}${year}年部门预算

部门支出总表

部门：${department}    单位：万元

| 单位名称 | 合计 | 基本支出 | 项目支出 |
|---|---|---|---|
| ${unit} | 30.50 | 20.25 | 10.25 |

${department}${year}年支出预算30.50万元。
`;
}

/** What 重庆 and 宁波 both have, by whom it is named and how. */
const TEXTS = {
  bare2023: budget("江北区财政局", 2023),
  bare2024: budget("江北区财政局", 2024),
  chongqing: budget("重庆市江北区财政局", 2024),
  ningbo: budget("宁波市江北区财政局", 2023),
  other: budget("江北区水利局", 2024),
};
type Name = keyof typeof TEXTS;

function archive(...names: Name[]): string {
  const folder = sandbox();
  for (const name of names) write(folder, `in/${name}.txt`, TEXTS[name]);
  return folder;
}

/** Who published what, a line a disclosure with its number of documents. */
function disclosures(folder: string, out = "out"): string[] {
  return csv(join(folder, out, "disclosures.csv")).map(
    ({ disclosure, division_code, department, documents = "", editions = "" }) =>
      `${disclosure} ${division_code} ${department} ${new Set(`${documents} ${editions}`.trim().split(" ")).size}`,
  );
}

test("a department that does not say its place has that in which other documents name it", async () => {
  const folder = archive("bare2023", "bare2024", "chongqing", "other");
  await extract(folder);
  expect(disclosures(folder)).toEqual([
    "2023/500105-重庆市江北区财政局/budget 500105 重庆市江北区财政局 1",
    "2024/江北区水利局/budget  江北区水利局 1",
    "2024/500105-重庆市江北区财政局/budget 500105 重庆市江北区财政局 2",
  ]);
  // Whatever is printed of it follows, and says what it rests on.
  const facts = csv(join(folder, "out/facts.csv"));
  expect(
    new Set(facts.map(({ disclosure, division_code }) => `${disclosure} ${division_code}`)),
  ).toEqual(
    new Set([
      "2023/500105-重庆市江北区财政局/budget 500105",
      "2024/江北区水利局/budget ",
      "2024/500105-重庆市江北区财政局/budget 500105",
    ]),
  );
  const { bare2023 = "", chongqing = "" } = Object.fromEntries(
    csv(join(folder, "out/documents.csv")).map(({ source = "", document }) => [
      source.replace(/^in\/|\.txt$/g, ""),
      document,
    ]),
  );
  const checks = csv(join(folder, "out/checks.csv"));
  const [placed, called] = checks.filter(({ document }) => document === bare2023);
  for (const check of [placed, called])
    expect(check).toMatchObject({ check: "statement", severity: "note", found: "江北区财政局" });
  for (const message of [placed?.message_zh, called?.message_zh]) {
    expect(message).toContain(chongqing);
    expect(message).toContain("“重庆市江北区财政局”");
  }
  const all = readFileSync(join(folder, "out/checks.csv"), "utf8");
  expect(all).toContain(`because document ${chongqing} has “重庆市江北区财政局” of that place`);
  expect(all).toContain("several places bear this name, and nothing says which is meant");
});

test("where documents name it in two places it stays open, and is told", async () => {
  const folder = archive("bare2024", "chongqing", "ningbo");
  await extract(folder);
  expect(disclosures(folder)).toEqual([
    "2023/330205-宁波市江北区财政局/budget 330205 宁波市江北区财政局 1",
    "2024/江北区财政局/budget  江北区财政局 1",
    "2024/500105-重庆市江北区财政局/budget 500105 重庆市江北区财政局 1",
  ]);
  const checks = csv(join(folder, "out/checks.csv"));
  expect(
    checks.filter(({ message_zh }) => /同名的地方不止一处.*江北区 330205/.test(message_zh ?? "")),
  ).toHaveLength(1);
});

test("any order of the sources, and shards, give the same bytes", async () => {
  const names = Object.keys(TEXTS).filter((name) => name !== "ningbo") as Name[];
  const folder = archive(...names);
  await extract(folder);
  const first = snapshot(join(folder, "out"));
  await extractInParts(folder, "merged");
  expect(snapshot(join(folder, "merged"))).toEqual(first);
  const orders = fc.shuffledSubarray(names, { minLength: names.length });
  await fc.assert(
    fc.asyncProperty(orders, async (order) => {
      for (const each of ["out", "out.state"]) rmSync(join(folder, each), { recursive: true });
      await extract(folder, { sources: order.map((name) => `in/${name}.txt`) });
      expect(snapshot(join(folder, "out"))).toEqual(first);
    }),
    { numRuns: 4, seed: 3 },
  );
});

test("whatever comes and goes, the next run ends with the bytes of a first one", async () => {
  const names = Object.keys(TEXTS) as Name[];
  const steps = fc.array(fc.subarray(names, { minLength: 1 }), { minLength: 2, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(steps, async (sets) => {
      const folder = archive();
      for (const set of sets) {
        for (const name of names) {
          if (set.includes(name)) write(folder, `in/${name}.txt`, TEXTS[name]);
          else rmSync(join(folder, `in/${name}.txt`), { force: true });
        }
        await extract(folder);
        await extract(folder, { out: "new" });
        expect(snapshot(join(folder, "out"))).toEqual(snapshot(join(folder, "new")));
        for (const each of ["new", "new.state"]) rmSync(join(folder, each), { recursive: true });
      }
    }),
    { numRuns: 6, seed: 5 },
  );
});
