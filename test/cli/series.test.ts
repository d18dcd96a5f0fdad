import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { extractDocument } from "../../src/run/document.ts";
import { csvFile, rowsOf } from "../../src/write/csv.ts";
import type { Dataset, RecordOf } from "../../src/write/dataset.ts";
import { SERIES, seriesRecords } from "../../src/write/series.ts";
import { SUCCESSIONS, successionRecords } from "../../src/write/successions.ts";
import { budget } from "../run/archive.ts";
import { sandbox, write, yusuan } from "./capture.ts";

const OLD = "林州市渠首石刻保护局";
const NEW = "林州市渠首文物局";

/** An output with the budgets of an invented department of 2018 to 2020; in 2019 it is called otherwise. */
async function output(says = ""): Promise<string> {
  const folder = sandbox();
  const texts = ([2022, 2023, 2024] as const).map((year) => {
    const text = budget(year).replace(/202[1-4]/g, (each) => String(Number(each) - 4));
    return year === 2022 ? text : text.replaceAll(OLD, NEW).replace("\n\n", `\n\n${says}\n\n`);
  });
  const disclosures = await Promise.all(
    texts.map((text, i) =>
      extractDocument({ name: `${i}.txt`, bytes: new TextEncoder().encode(text) }),
    ),
  );
  const write = async <D extends Dataset>(dataset: D, records: readonly RecordOf<D>[]) => {
    const names = dataset.fields.map(({ name }) => name);
    const path = join(folder, `${dataset.name}.csv`);
    writeFileSync(path, await csvFile(names, rowsOf(dataset, records)));
  };
  await write(
    SERIES,
    disclosures.flatMap((each) => seriesRecords(each)),
  );
  await write(
    SUCCESSIONS,
    disclosures.flatMap((each) => successionRecords(each)),
  );
  return folder;
}

const RENAMED = `departments:\n  ${NEW}:\n    - { from: ${OLD}, since: 2019, because: 市委机构改革方案 }\n`;
const MERGED = `departments:\n  ${NEW}:\n    - { from: [${OLD}, 林州市旅游局], since: 2019, because: 两局合并 }\n`;

test("a department's subjects through the years, with breaks and why", async () => {
  const out = await output();
  const list = write(out, "list.yaml", RENAMED);
  const { stdout, code } = await yusuan("series", NEW, "--out", out, "--successions", list);
  expect(code).toBe(0);
  expect(stdout.split("\n").slice(0, 6)).toEqual([
    `${NEW} (before: ${OLD}) 预算`,
    "  万元                          2018      2019    2020",
    "  207 文化旅游体育与传媒支出   618.2  | 659.64  669.74",
    "  221 住房保障支出             25.27     28.17   31.25",
    "  all income                  643.47    687.81  700.99",
    "  all expenditure             643.47    687.81  700.99",
  ]);
  expect(stdout).toContain("  | 2019 207 文化旅游体育与传媒支出: tourism (21605) came to it\n");
});

test("a department that was merged is not what its parts were", async () => {
  const out = await output();
  const list = write(out, "list.yaml", MERGED);
  const args = ["--out", out, "--successions", list, "--json"];
  const { stdout } = await yusuan("series", OLD, ...args);
  const points = JSON.parse(stdout).filter(
    (each: Record<string, string>) => each.subject === "221" && each.fund === "total",
  );
  expect(
    points.map((each: Record<string, string>) => [
      ...[each.year, each.goes_on_as, each.same_since, each.why_zh, each.amount_yuan],
    ]),
  ).toEqual([
    ["2018", OLD, "", "", "252700"],
    ["2019", NEW, "2019", "两局合并", "281700"],
    ["2020", NEW, "2019", "两局合并", "312500"],
  ]);
});

test("what the documents say of earlier names needs no list", async () => {
  const sentence = `2019年3月，原${OLD}更名为${NEW}。`;
  const out = await output(sentence);
  const { stdout } = await yusuan("series", OLD, "--out", out);
  expect(stdout.split("\n").slice(0, 2)).toEqual([
    `${NEW} (before: ${OLD}) 预算`,
    "  万元                          2018      2019    2020",
  ]);
  expect(stdout).toMatch(new RegExp(`  ${OLD} → ${NEW}: d[0-9a-f]{16}: ${sentence}\n`));
  // The user's list counts more.
  const list = write(out, "list.yaml", MERGED);
  const merged = await yusuan("series", NEW, "--out", out, "--successions", list);
  expect(merged.stdout).not.toContain("before:");
});

test("a merger that the documents say joins no figures", async () => {
  const sentence = `将原${OLD}、林州市旅游局的职责整合，组建${NEW}。`;
  const out = await output(sentence);
  const { stdout } = await yusuan("series", NEW, "--out", out);
  expect(stdout).toContain(`${NEW} 预算\n  万元                          2019    2020\n`);
  expect(stdout).toContain(`${OLD} 预算\n`);
  expect(stdout).toContain(`  ${NEW}: `);
});

test("without a list, each name is a department of its own", async () => {
  const out = await output();
  const { stdout } = await yusuan("series", NEW, "--out", out, "--csv");
  const years = stdout
    .split("\n")
    .slice(1, -1)
    .map((line) => line.split(",")[7]);
  expect(new Set(years)).toEqual(new Set(["2019", "2020"]));
});

test("says what is wrong with a list, and where", async () => {
  const out = await output();
  const told = async (text: string) => {
    const list = write(out, "list.yaml", text);
    const { code, stderr } = await yusuan("series", NEW, "--out", out, "--successions", list);
    expect(code).toBe(2);
    return stderr.replaceAll(list, "list.yaml");
  };
  expect(await told(`departments:\n  ${NEW}:\n    - { from: ${OLD}, since: 19 }\n`)).toBe(
    [
      `yusuan: list.yaml:3: departments.${NEW}.0.since: expected a year of four digits, found 19\n`,
      `yusuan: list.yaml:3: departments.${NEW}.0.because: expected text, found nothing\n`,
    ].join(""),
  );
  expect(
    await told(
      `departments:\n  甲:\n    - { from: 乙, since: 2019, because: x }\n  乙:\n    - { from: 甲, since: 2020, because: x }\n`,
    ),
  ).toBe(
    "yusuan: list.yaml:3: departments.甲: comes before itself\nyusuan: list.yaml:5: departments.乙: comes before itself\n",
  );
});

test("a name of several departments, of none, and an output without series", async () => {
  const out = await output();
  const several = await yusuan("series", "林州市", "--out", out);
  expect([several.code, several.stderr]).toEqual([
    2,
    `yusuan: several departments are called 林州市: ${OLD}, ${NEW}\n`,
  ]);
  const none = await yusuan("series", "郑州市", "--out", out, "--lang", "zh");
  expect([none.code, none.stderr]).toEqual([3, `yusuan：${out} 中没有 郑州市 的序列\n`]);
  expect((await yusuan("series", "郑州市", "--out", sandbox())).code).toBe(2);
});
