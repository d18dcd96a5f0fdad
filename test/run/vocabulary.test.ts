import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { extract, InputError, recordsOf } from "../../src/index.ts";
import { planOf } from "../../src/run/plan.ts";
import { parseVocabulary } from "../../src/run/vocabulary-file.ts";
import { runFake, sandbox, write } from "./sandbox.ts";

const DOCS = fileURLToPath(new URL("../../docs/vocabulary/", import.meta.url));
const YAML = readFileSync(join(DOCS, "qingshi.yaml"), "utf8");
const FORM = {
  name: "qingshi-budget-2024.html",
  bytes: new Uint8Array(readFileSync(join(DOCS, "qingshi-budget-2024.html"))),
};

/** The lines that a wrong vocabulary is refused with. */
function errors(...lines: string[]): string[] {
  try {
    parseVocabulary(lines.join("\n"), "w.yaml");
    return [];
  } catch (error) {
    return error instanceof Error ? error.message.split("\n") : [];
  }
}

describe("words of a user's own", () => {
  test("make a form readable that is refused without them", async () => {
    await expect(extract(FORM)).rejects.toThrow(InputError);
    const { words: vocabulary, notes } = parseVocabulary(YAML, "qingshi.yaml");
    expect(notes).toEqual([]);
    const disclosure = await extract(FORM, { vocabulary });
    expect(disclosure.tables.map(({ id }) => id)).toEqual([
      "income-expenditure-summary",
      "expenditure-summary",
    ]);
    const { facts } = recordsOf(disclosure, { vocabulary });
    expect(facts).toHaveLength(44);
    expect(facts.filter(({ status }) => status !== "proved")).toEqual([]);
    const at = (label: string) => facts.find((fact) => fact.label === label);
    expect(at("一、县财力安排")).toMatchObject({ fund: "general_public", amount_yuan: "4125000" });
    expect(at("往年沉淀")).toMatchObject({ fund: "carry_over", amount_yuan: "115000" });
    expect(at("水文站网维护")).toMatchObject({ function_code: "2130396" });
    // What one document was read with says nothing of the next.
    await expect(extract(FORM)).rejects.toThrow(InputError);
  });

  test("are checked, each fault with its line", () => {
    expect(errors("titles:", "  甲表: 乙表")).toEqual([
      'w.yaml:2: "乙表" is no title of a standard table, and no id of one',
    ]);
    expect(errors("headings:", "  核定数: 没听说过", "  核减数: { fnd: other }")).toEqual([
      'w.yaml:3: headings.核减数: unknown setting "fnd"; the settings are flow, fund, kind, item, period, stage, role, total, replaces',
    ]);
    expect(errors("headings:", "  核定数: 没听说过")).toEqual([
      'w.yaml:2: "没听说过" is no word that is known',
    ]);
    expect(errors("headings:", "  核定数: {}")).toEqual(['w.yaml:2: "核定数" is given no meaning']);
    expect(errors("subjects:", "  function:", "    21: 两位")).toEqual([
      'w.yaml:3: subjects.function.21: expected a code of 3, 5 or 7 digits, found "21"',
    ]);
    expect(errors("aliases:", "  function:", "    9999999: 某某")).toEqual([
      "w.yaml:3: no subject has the code 9999999",
    ]);
    expect(errors("rows:", "  甲: 合计", "  甲: 小计")[0]).toMatch(
      /^w\.yaml:3: not valid YAML or JSON/,
    );
    expect(errors("words: {}")[0]).toMatch(/^w\.yaml:1: unknown setting "words"/);
  });

  test("give no known word another meaning in silence", () => {
    expect(errors("headings:", "  其他收入: { fund: unit }")[0]).toMatch(
      /^w\.yaml:2: "其他收入" means fund=other already, not fund=unit/,
    );
    expect(errors("titles:", "  部门收入总表: 部门支出总表")).toEqual([
      'w.yaml:2: "部门收入总表" is the title of another table: income-summary',
    ]);
    expect(errors("rows:", "  结转下年: { fund: carry_over }")).toHaveLength(1);
    expect(errors("aliases:", "  function:", "    20805: 卫生健康支出")).toEqual([
      'w.yaml:3: "卫生健康支出" is the name of 210 already',
    ]);
    expect(errors("subjects:", "  function:", "    208: 别的")).toHaveLength(1);
    // The same again is no harm.
    expect(errors("headings:", "  其他收入: { fund: other }")).toEqual([]);
    const said = parseVocabulary(
      "headings:\n  其他收入: { fund: unit, replaces: true }\n",
      "w.yaml",
    );
    expect(said.notes).toEqual([
      'w.yaml:2: "其他收入" means fund=unit now, and no longer fund=other',
    ]);
  });

  test("that change make everything be read again", async () => {
    const folder = sandbox();
    write(folder, "in/a.txt", { department: "甲局" });
    const first = await runFake(folder);
    expect(first.documents.done).toBe(1);
    expect((await runFake(folder)).documents.unchanged).toBe(1);
    write(folder, "words.yaml", "rows: { 各项合计: 合计 }");
    const vocabulary = { vocabulary: "words.yaml" };
    expect((await runFake(folder, vocabulary)).documents.unchanged).toBe(0);
    expect((await runFake(folder, vocabulary)).documents.unchanged).toBe(1);
    write(folder, "words.yaml", "rows: { 各项总和: 合计 }");
    expect((await runFake(folder, vocabulary)).documents.unchanged).toBe(0);
    expect(
      planOf({ sources: ["in"], out: "out", ...vocabulary }, { folder, keepState: true }).output
        .words,
    ).toEqual({ rows: { 各项总和: "合计" } });
  });
});
