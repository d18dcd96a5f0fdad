import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseString } from "fast-csv";
import { describe, expect, test } from "vitest";
import { extract, type Fact, factId, formatYuan, TABLE_IDS } from "../src/index.ts";
import { sandbox } from "./cli/capture.ts";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const SAMPLES = join(ROOT, "samples");
const COMMITTED = join(ROOT, "output", "samples");
/** The command as it is built: a process that starts quickly. */
const COMMAND = join(ROOT, "dist", "cli", "main.js");

const documents = readdirSync(SAMPLES)
  .filter((name) => /\.(?:txt|md|pdf)$/.test(name))
  .sort();

/** What expected/*.facts.csv says of a figure; taken from the printed document by hand. */
type Expected = Readonly<Record<string, string>>;

function expectedForm(fact: Fact): Expected {
  const three = fact.table === "three-public";
  return {
    table: fact.table,
    stage: fact.stage,
    flow: fact.flow ?? "",
    period: fact.period,
    function_code: fact.functionCode ?? "",
    economic_code: fact.economicCode ?? "",
    gov_economic_code: fact.govEconomicCode ?? "",
    // A code or a project says which row it is; there the unit is no coordinate of the printed row.
    unit_code: fact.functionCode || fact.projectName ? "" : (fact.unitCode ?? ""),
    project_name: fact.projectName ?? "",
    item: fact.item ?? "",
    fund: fact.fund ?? "",
    kind: three ? "total" : (fact.kind ?? ""),
    published: fact.money.published,
    unit: fact.money.unit,
    amount_yuan: formatYuan(fact.money.yuan),
    page: fact.place.page === undefined ? "" : String(fact.place.page),
  };
}

async function expectedOf(document: string): Promise<Expected[]> {
  const file = join(SAMPLES, "expected", document.replace(/\.\w+$/, ".facts.csv"));
  const rows: Expected[] = [];
  const stream = parseString(readFileSync(file, "utf8"), { headers: true });
  for await (const row of stream) rows.push(row);
  return rows;
}

const read = (name: string) =>
  extract({ name, bytes: new Uint8Array(readFileSync(join(SAMPLES, name))) });

const lines = (facts: readonly Expected[]) => facts.map((fact) => JSON.stringify(fact)).sort();

describe("every sample gives the figures that were read in it by hand", () => {
  test.each(documents)("%s", async (name) => {
    const { facts } = await read(name);
    expect(lines(facts.map(expectedForm))).toEqual(lines(await expectedOf(name)));
  });

  test("and every list of such figures has its sample", () => {
    const lists = readdirSync(join(SAMPLES, "expected")).map((name) => name.split(".")[0]);
    expect(lists.sort()).toEqual(documents.map((name) => name.split(".")[0]));
  });
});

describe("what is told of every sample", () => {
  test.each(documents)("%s: in both languages, of figures that there are", async (name) => {
    const { document, facts, checks } = await read(name);
    const ids = facts.map((fact) => factId(document, fact));
    expect(new Set(ids).size).toBe(ids.length);
    for (const { message, figures } of checks) {
      const { zh, en } = message;
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).not.toBe(zh);
      // Tables are named as people know them, not by their ids; 三公 has no other English word.
      for (const id of TABLE_IDS.filter((id) => id.includes("-") && id !== "three-public"))
        expect(zh + en).not.toContain(id);
      for (const figure of figures) expect(ids).toContain(factId(document, figure));
    }
  });
});

describe("who and when", () => {
  test.each([
    ["anhui-final-2023.pdf", "341823", "泾县宣纸文化事务局", "", "2023", "final", "department"],
    [
      "hebei-budget-2024.pdf",
      "130726",
      "蔚县剪纸工艺发展局",
      "316",
      "2024",
      "budget",
      "department",
    ],
    [
      "henan-budget-2024.txt",
      "410621",
      "浚县泥咕咕工艺保护办公室",
      "451",
      "2024",
      "budget",
      "department",
    ],
    [
      "jiangsu-unit-budget-2023.txt",
      "320282",
      "宜兴市紫砂技艺服务中心（本级）",
      "",
      "2023",
      "budget",
      "unit",
    ],
    [
      "shandong-budget-2024.md",
      "370881",
      "曲阜市古树名木管护中心",
      "",
      "2024",
      "budget",
      "department",
    ],
    [
      "shanghai-budget-2025.pdf",
      "310114",
      "上海市嘉定区古桥保护管理局",
      "",
      "2025",
      "budget",
      "department",
    ],
  ])("%s", async (name, divisionCode, department, departmentCode, year, stage, scope) => {
    const { identity } = await read(name);
    expect(identity).toMatchObject({
      divisionCode,
      department,
      departmentCode,
      year,
      stage,
      scope,
    });
  });
});

describe("what the samples are there to show", () => {
  test("a cell out of its column is put back, and the check says so", async () => {
    const { facts, checks } = await read("henan-budget-2024.txt");
    const repaired = facts.filter(({ status }) => status === "repaired");
    expect(repaired).toMatchObject([
      {
        table: "general-public-expenditure",
        functionCode: "2080502",
        kind: "basic.personnel.family",
      },
    ]);
    expect(checks).toContainEqual(
      expect.objectContaining({ check: "repair", outcome: "repaired" }),
    );
  });

  test("a figure that contradicts its row and its column stays as printed, in conflict", async () => {
    const { facts, checks } = await read("anhui-final-2023.pdf");
    const conflicts = facts.filter(({ status }) => status === "conflict");
    expect(conflicts.map(expectedForm)).toMatchObject([
      {
        table: "expenditure-summary",
        function_code: "2080505",
        kind: "current",
        published: "22.40",
        page: "3",
      },
    ]);
    const failed = checks.filter(
      ({ check, outcome }) => check === "identity" && outcome === "fails",
    );
    expect(failed.length).toBeGreaterThan(0);
  });

  test("a table declared empty is there, without rows; one that is only promised is absent", async () => {
    const { tables, tablesAbsent } = await read("henan-budget-2024.txt");
    const empty = tables.find(({ id }) => id === "government-fund-expenditure");
    expect(empty?.rows).toEqual([]);
    expect(tablesAbsent).toEqual(["state-capital-expenditure"]);
  });

  test("元 and 万元 in one document are the same money", async () => {
    const { facts, statements } = await read("shanghai-budget-2025.pdf");
    const units = new Set(facts.map(({ money }) => money.unit));
    expect(units).toEqual(new Set(["元", "万元"]));
    expect(statements.some(({ money }) => money?.yuan.equals(8_700_000))).toBe(true);
  });

  test("targets of the projects", async () => {
    const { indicators } = await read("henan-budget-2024.txt");
    const targets = indicators.map(({ projectName, level3, operator, value, measure }) =>
      [projectName, level3, operator, value, measure].join("|"),
    );
    expect(targets).toContain("泥咕咕传习课程|开课次数|≥|36|次");
    expect(targets).toContain("老艺人口述影像记录|单人拍摄成本|≤|1.25|万元");
    expect(indicators).toHaveLength(14);
  });
});

describe("output/samples", () => {
  test("is what the pipeline writes, byte for byte", () => {
    const out = sandbox();
    const state = sandbox();
    const { status, stdout } = spawnSync(
      process.execPath,
      [
        ...[COMMAND, "run", join(ROOT, "pipelines", "samples.json")],
        ...["--out", join(out, "samples"), "--state", state],
      ],
      { encoding: "utf8" },
    );
    expect(status).toBe(0);
    expect(stdout).toContain(`${documents.length} done`);
    const written = filesIn(join(out, "samples"));
    expect(filesIn(COMMITTED)).toEqual(written);
    const differing = written.filter(
      (name) =>
        !readFileSync(join(COMMITTED, name)).equals(readFileSync(join(out, "samples", name))),
    );
    // After a change that is meant: npm run samples, and look at the differences before they are committed.
    expect(differing).toEqual([]);
  });
});

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();
}
