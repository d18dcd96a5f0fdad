import { describe, expect, test } from "vitest";
import { extractDocument } from "../../src/run/document.ts";
import { recordsOf } from "../../src/write/records.ts";

const extracted = (text: string) =>
  extractDocument({ name: "a.txt", bytes: Buffer.from(text, "utf8") });

const PAGE = `泾县银杏镇人民政府2020年度部门决算情况说明

2020年度收入总计2,345.60万元，支出总计2,345.60万元。（报表详见附件）

2020年度“三公”经费支出31.00万元，其中：因公出国（境）费0万元，公务用车运行维护费16.00万元，公务接待费15.00万元。“三公”经费较上年减少4.00万元，主要是厉行节约。
`;

describe("a document of sentences", () => {
  test("is a disclosure of its statements, and the checks say that it has no table", async () => {
    const disclosure = await extracted(PAGE);
    expect(disclosure.identity).toMatchObject({
      ...{ department: "泾县银杏镇人民政府", year: "2020", stage: "final" },
    });
    const records = recordsOf(disclosure);
    expect(records.facts).toEqual([]);
    expect(records.statements.map(({ amount_yuan }) => amount_yuan)).toEqual(
      expect.arrayContaining(["23456000", "310000", "0", "160000", "150000"]),
    );
    expect(records["three-public"]).toMatchObject([
      {
        ...{ stage: "final", period: "current", status: "stated", place: "line 5" },
        ...{ total: "31.00", overseas: "0", vehicle_operation: "16.00", reception: "15.00" },
        ...{ total_state: "printed", overseas_state: "printed", vehicle_state: "not-found" },
        ...{ change: "decrease", change_amount: "4.00", reason: "厉行节约" },
      },
    ]);
    expect(records.checks.map(({ message_zh }) => message_zh)).toContain(
      "没有标准表格，数字只来自文字说明",
    );
  });

  test.each([
    ["泾县司法局组织培训\n\n2020年5月3日，县司法局组织培训，支出3万元。\n", "no disclosure"],
    ["泾县司法局2020年部门预算公开\n\n详见附件。\n", "no disclosure"],
  ])("that publishes no figure is refused, with what was read: %s", async (text, reason) => {
    const refused = extracted(text);
    await expect(refused).rejects.toThrow(reason);
    await expect(refused).rejects.toThrow(`“${text.split("\n")[0]}”`);
  });
});
