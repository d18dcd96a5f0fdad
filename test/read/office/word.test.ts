import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { extractDocument } from "../../../src/run/document.ts";
import { OFFICE_BOMBS } from "../../hostile/office-bombs.ts";
import { docx, type WordCell } from "./docx.ts";
import { FOUR_ROWS, statusesOf } from "./statuses.ts";

const row = (...texts: string[]): WordCell[] => texts.map((text) => ({ text }));
const TITLE = "泾县文化馆2024年部门预算";
const TABLE = [
  [
    { text: "科目编码", down: "begins" },
    { text: "科目名称", down: "begins" },
    { text: "合计", down: "begins" },
    { text: "其中", width: 2 },
  ],
  [
    { text: "", down: "goes on" },
    { text: "", down: "goes on" },
    { text: "", down: "goes on" },
    ...row("基本支出", "项目支出"),
  ],
  row("", "合计", "120.50", "80.20", "40.30"),
  row("207", "文化旅游体育与传媒支出", "120.50", "80.20", "40.30"),
  row("20701", "文化和旅游", "120.50", "80.20", "40.30"),
  row("2070109", "群众文化", "120.50", "80.20", "40.30"),
] as const satisfies readonly (readonly WordCell[])[];

describe("a Word document", () => {
  it("gives the figures of its tables, each with its table and row", async () => {
    const bytes = docx([TITLE, "部门支出总表", "单位：万元", TABLE]);
    const { facts, source, identity } = await extractDocument({ name: "a.docx", bytes });
    expect(source.format).toBe("word");
    expect(identity).toMatchObject({ department: "泾县文化馆", year: "2024", stage: "budget" });
    expect(facts).toHaveLength(12);
    expect(statusesOf(facts)).toEqual(FOUR_ROWS);
    expect(facts[0]?.place).toEqual({ table: 1, row: 3 });
  });

  it("that is broken, encrypted or a bomb is refused with the reason", async () => {
    const good = docx([TITLE]);
    const read = (bytes: Uint8Array) => extractDocument({ name: "a.docx", bytes });
    const deep = OFFICE_BOMBS.find(({ name }) => name === "tables-1000-deep.docx");
    await expect(read(deep?.make() ?? good)).rejects.toThrow("too many tables inside each other");
    await expect(read(good.subarray(0, good.length - 30))).rejects.toThrow(/broken/);
    await expect(
      read(zipSync({ "word/document.xml": strToU8("<w:document><w:body>") })),
    ).rejects.toThrow(/cannot be opened/);
    const bomb = zipSync({ "word/document.xml": new Uint8Array(60_000_000) });
    await expect(read(bomb)).rejects.toThrow(/times its size/);
  });
});
