import { describe, expect, it } from "vitest";
import { factAt, run, statement, table } from "./tables.ts";

describe("what a sentence does not speak of it cannot contradict", () => {
  it("the total of 三公, 会议费 and 培训费 is none of the department", () => {
    const result = run(
      [
        table(
          "three-public",
          { flow: "expenditure", fund: "total", kind: "total" },
          [
            ["amount", {}, "合计"],
            ["amount", { item: "three_public" }, "“三公”经费"],
            ["amount", { item: "meeting" }, "会议费"],
            ["amount", { item: "training" }, "培训费"],
          ],
          [["1384.74", "484.30", "200.44", "700.00"]],
        ),
      ],
      [statement({ flow: "expenditure", fund: "total" }, "21955.35")],
    );
    expect(factAt(result, 1, 0).status).toBe("proved");
  });

  const appropriation = (left: string, said: readonly (readonly ["fiscal" | "total", string])[]) =>
    run(
      [
        table(
          "appropriation-summary",
          { fund: "total", flow: "income" },
          [
            ["label", {}, "项目"],
            ["amount", {}, "金额"],
          ],
          [
            ["一、一般公共预算", "21940.96"],
            ["二、政府性基金预算", left],
            ["收入合计", "21943.96"],
          ],
        ),
      ],
      said.map(([fund, amount]) => statement({ flow: "income", fund }, amount)),
    );

  it("the total of 财政拨款 is not that of all funds", () => {
    const result = appropriation("3.00", [
      ["total", "21955.35"],
      ["fiscal", "21943.96"],
    ]);
    expect(factAt(result, 3, 1).status).toBe("proved");
  });

  it("but a sentence that says otherwise of 财政拨款 takes its proof", () => {
    const result = appropriation("3.00", [["fiscal", "21934.96"]]);
    expect(factAt(result, 3, 1).status).toBe("unproved");
  });
});
