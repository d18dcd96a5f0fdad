import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { layoutText } from "../../src/layout/text.ts";
import type { Layout } from "../../src/model/block.ts";
import { readForm } from "../../src/narrate/forms/form.ts";
import { readStatements } from "../../src/narrate/prose/statements.ts";
import { formsOf } from "./forms/text.ts";

const CORPUS = process.env.YUSUAN_CORPUS;

function seed(number: string): Layout {
  const folder = join(CORPUS ?? "", "seeds");
  const name = readdirSync(folder).find((file) => file.startsWith(number)) ?? "";
  return layoutText(readFileSync(join(folder, name), "utf8"));
}

describe.skipIf(!CORPUS)("real disclosures", () => {
  it.each([
    ["000", 83],
    ["001", 116],
    ["002", 67],
    ["003", 69],
    ["004", 72],
  ])("%s has %i performance targets, counted by hand", (number, count) => {
    const forms = formsOf(seed(number).blocks);
    expect(forms.flatMap((form) => readForm(form).indicators)).toHaveLength(count);
  });

  it.each(["000", "002"])("%s has the targets that were written down by hand", (number) => {
    const file = join(CORPUS ?? "", "expected", `${number}.indicators.csv`);
    const expected = readFileSync(file, "utf8")
      .replace(/^\ufeff/, "")
      .trim()
      .split("\n")
      .slice(1)
      .map((row) => row.split(",").slice(1, 7));
    const plain = (texts: readonly string[]): string =>
      texts.join("|").normalize("NFKC").replace(/\s/g, "");
    const found = formsOf(seed(number).blocks)
      .flatMap((form) => readForm(form).indicators)
      .map((one) => [
        ...[one.projectCode ?? "", one.projectName ?? ""],
        ...[one.level1, one.level2, one.level3, one.published],
      ]);
    expect(found.map(plain).sort()).toEqual(expected.map(plain).sort());
  });

  it.each([
    ["000", "2024", "安阳市医疗保障局", 85],
    ["002", "2024", "邢台市医疗保障局", 41],
    ["003", "2024", "招远市医疗保障局", 44],
    ["004", "2022", "沁阳市医疗保障局", 67],
  ])(
    "%s: every figure of the prose is a statement or listed",
    (number, year, department, count) => {
      const { blocks } = seed(number);
      const { statements, unread } = readStatements(blocks, { year, department });
      let narrative = false;
      const missing: string[] = [];
      let figures = 0;
      for (const block of blocks) {
        if (block.type !== "paragraph") continue;
        if (/(?:情况|事项)说明$/.test(block.text)) narrative = true;
        if (/名词解释$/.test(block.text)) narrative = false;
        if (!narrative || block.text.length < 12) continue;
        const here = statements.filter(({ place }) => place.line === block.place.line);
        const read = new Set([
          ...here.flatMap((one) => [
            ...[one.money?.published, one.published, one.changeMoney?.published, one.changePercent],
          ]),
          ...unread.map((check) => check.found?.replace(/[^\d.]/g, "")),
        ]);
        const limit = /(?:单价|单位价值|预算支出)?\d+万元(?:及\d+万元)?以上/g;
        const text = block.text.replace(limit, "");
        for (const [, digits = ""] of text.matchAll(
          /([\d,]*\d(?:\.\d+)?)\s*(?:万|元|[%％]|[辆台个人家天项])/g,
        )) {
          figures++;
          if (!read.has(digits.replaceAll(",", ""))) missing.push(`${digits} of ${block.text}`);
        }
      }
      expect(missing).toEqual([]);
      expect(figures).toBe(count);
    },
  );
});
