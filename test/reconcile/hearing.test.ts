import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Fact } from "../../src/model/fact.ts";
import type { Statement } from "../../src/model/narrative.ts";
import type { Table } from "../../src/model/table.ts";
import { compareStatements } from "../../src/narrate/compare/compare.ts";
import { hearingOf } from "../../src/narrate/compare/hearing.ts";
import { ledgerOf } from "../../src/normalise/ledger/ledger.ts";
import { extractDocument } from "../../src/run/document.ts";
import { BY_FUNCTION, factAt, run, statement, table } from "./tables.ts";

const CORPUS = process.env.YUSUAN_CORPUS;

/** Where the status of a figure and the word of `statements.csv` on the sentence would contradict each other. */
function contradictions(
  tables: readonly Table[],
  facts: readonly Fact[],
  statements: readonly Statement[],
): string[] {
  const readings = tables.map((one, at) => ({
    ...{ table: one, keys: [], checks: [] },
    figures: facts
      .filter(({ tableIndex }) => tableIndex === at)
      .map((fact) => ({ ...fact, block: 0, coordinates: fact })),
  }));
  const ledger = ledgerOf(readings);
  const wrong: string[] = [];
  for (const { agrees, ...one } of compareStatements(statements, facts).statements) {
    const { stated, contradicted } = hearingOf(ledger, [{ ...one, agrees }]);
    if (stated.size > 0 && agrees !== "agrees")
      wrong.push(`stated, but ${agrees}: ${one.sentence}`);
    if (contradicted.size > 0 !== (agrees === "differs"))
      wrong.push(`${contradicted.size} contradicted, but ${agrees}: ${one.sentence}`);
  }
  return wrong;
}

const EXPENDITURE = [
  ["label", {}, "项目"],
  ["amount", {}, "合计"],
  ["amount", { kind: "basic" }, "基本支出"],
  ["amount", { kind: "project" }, "项目支出"],
] as const;

const summary = (...amounts: readonly string[]): Table =>
  table("expenditure-summary", { flow: "expenditure", fund: "total", kind: "total" }, EXPENDITURE, [
    ["合计", ...amounts],
  ]);

describe("status and statements.csv", () => {
  const all = { flow: "expenditure", fund: "total" } as const;

  it.each<[string, Statement]>([
    ["agrees", statement(all, "100.00")],
    ["differs", statement(all, "99.00")],
    ["differs by a power of ten", statement(all, "1.00")],
    ["speaks of nothing", statement({}, "99.00")],
    ["speaks of a part", statement({ ...all, kind: "basic" }, "71.00")],
    ["is similar", statement({ ...all, fund: "fiscal" }, "100.00")],
  ])("are of one mind where a sentence %s", (_name, sentence) => {
    const tables = [summary("100.00", "70.00", "30.00")];
    const { facts } = run(tables, [sentence]);
    expect(contradictions(tables, facts, [sentence])).toEqual([]);
  });

  describe.skipIf(!CORPUS)("are of one mind on real disclosures", () => {
    const paths = (CORPUS ? ["seeds", "corpus"] : []).flatMap((folder) =>
      readdirSync(join(CORPUS ?? "", folder))
        .filter((name) => /\.(?:txt|pdf)$/.test(name))
        .map((name) => join(CORPUS ?? "", folder, name)),
    );
    it.each(paths)("%s", { timeout: 120_000 }, async (path) => {
      const bytes = new Uint8Array(readFileSync(path));
      const { tables, facts, statements } = await extractDocument({ name: path, bytes });
      expect(contradictions(tables, facts, statements)).toEqual([]);
    });
  });
});

describe("the unit of a table is in doubt", () => {
  const all = { flow: "expenditure", fund: "total" } as const;
  const inYuan = { ...summary("100.00", "70.00", "30.00"), unit: "元" } as const;

  /** Spent from a fund of its own: no sentence speaks of it. */
  const funds = {
    ...table(
      "government-fund-expenditure",
      { flow: "expenditure", fund: "government_fund", kind: "total" },
      BY_FUNCTION,
      [
        ["", "合计", "9.53", "6.32", "3.21"],
        ["208", "社会保障和就业支出", "5.23", "4.11", "1.12"],
        ["212", "城乡社区支出", "4.30", "2.21", "2.09"],
      ],
    ),
    unit: "元",
  } as const;

  it("where sentences state it in another power of ten", () => {
    const sentences = [statement(all, "100.00"), statement({ ...all, kind: "basic" }, "70.00")];
    const { facts } = run([inYuan], sentences);
    expect(facts.map(({ status }) => status)).toEqual(["unproved", "unproved", "unproved"]);
    for (const { reasons } of facts) expect(reasons).toContain("scale-doubtful");
  });

  it("where one does, and nothing says that it is its own slip", () => {
    const { facts } = run([inYuan], [statement(all, "100.00")]);
    for (const { reasons } of facts) expect(reasons).toContain("scale-doubtful");
  });

  it("not in other tables of that unit, which the one does not speak of", () => {
    const { facts } = run([inYuan, funds], [statement(all, "100.00")]);
    const other = facts.filter(({ tableIndex }) => tableIndex === 1);
    expect(other.map(({ status }) => status)).toEqual(Array(9).fill("proved"));
  });

  it("not where another sentence states it as printed: then it is a slip", () => {
    const sentences = [statement(all, "100.00"), statement({ ...all, kind: "basic" }, "0.0070")];
    const { facts } = run([inYuan], sentences);
    expect(facts.flatMap(({ reasons }) => reasons)).not.toContain("scale-doubtful");
  });

  it("nor is a zero stated by what rounds to it in a unit that is too large", () => {
    const printed = { ...summary("0.00", "0.00", "0.00"), unit: "亿元" } as const;
    const { facts } = run([printed], [statement(all, "7.57")]);
    expect(facts.map(({ status }) => status)).not.toContain("stated");
  });

  it("nor where the sentences agree", () => {
    const sentences = [statement(all, "100.00"), statement({ ...all, kind: "basic" }, "70.00")];
    const result = run([summary("100.00", "70.00", "30.00")], sentences);
    expect(factAt(result, 1, 1).status).toBe("proved");
  });
});
