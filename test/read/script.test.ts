import { describe, expect, it } from "vitest";
import { isTraditional, simplified } from "../../src/read/script.ts";
import { extractDocument } from "../../src/run/document.ts";
import { recordsOf } from "../../src/write/records.ts";

const PAGE = `涇縣林業局2020年度“三公”經(jīng)費(fèi)決算公開

單位：萬元
項目\t決算數
合計\t5.50
公務(wù)接待費\t1.50
公務用車購置及運行費\t4.00

2020年公務接待費支出1.50萬元，與上年相比減少0.50萬元，主要是嚴(yán)格執(zhí)行中央規(guī)定。
`;

describe("pages in traditional script", () => {
  it("are told from those in simplified, a name in the other script too", () => {
    expect(isTraditional(PAGE)).toBe(true);
    expect(isTraditional("泾县林业局2020年部门决算，财务总计，县辦公室，單位，預算")).toBe(false);
    expect(isTraditional("單位：萬元")).toBe(false);
  });

  it("keep their lines, and lose the readings of characters", async () => {
    const text = await simplified("乾縣財(cái)政局\n公務(wù)接待費(fèi)(境)\n(一)總則（a）");
    expect(text).toBe("乾县财政局\n公务接待费(境)\n(一)总则（a）");
  });

  it("are read as those in simplified, and the checks say so", async () => {
    const source = { name: "a.txt", bytes: Buffer.from(PAGE, "utf8") };
    const disclosure = await extractDocument(source);
    const { identity, statements, checks } = disclosure;
    expect(identity).toMatchObject({ department: "泾县林业局", year: "2020", stage: "final" });
    expect(recordsOf(disclosure).facts).toMatchObject([
      { amount_yuan: "55000" },
      { amount_yuan: "15000" },
      { amount_yuan: "40000" },
    ]);
    expect(statements[0]).toMatchObject({ change: "decrease", reason: "严格执行中央规定" });
    expect(checks.map(({ message }) => message.en)).toContain(
      "the text is in traditional script; it was read, and is given, in simplified",
    );
  });
});
