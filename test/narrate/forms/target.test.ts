import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { looksLikeTarget, parseTarget } from "../../../src/narrate/forms/target.ts";

describe("parseTarget", () => {
  it.each([
    ["≥90%", "≥", "90", "%"],
    ["≤5元/年/人", "≤", "5", "元/年/人"],
    ["≥479万人", "≥", "479", "万人"],
    ["=0.00%", "=", "0.00", "%"],
    ["100%", "", "100", "%"],
    ["≤ 1,234.5 万元", "≤", "1234.5", "万元"],
    ["\\leq 2600万元", "≤", "2600", "万元"],
    ["$\\geq 85$%", "≥", "85", "%"],
    ["＞３家", ">", "3", "家"],
    ["不低于 80 %", "≥", "80", "%"],
    ["不超过12次", "≤", "12", "次"],
    ["不晚于 12 月底", "≤", "12", "月底"],
    ["11月底前", "≤", "11", "月底"],
    ["95%以上", "≥", "95", "%"],
    ["30日以内", "≤", "30", "日"],
    ["≤5766196.95", "≤", "5766196.95", ""],
    ["2024年", "", "2024", "年"],
  ])("takes %s apart", (published, operator, value, measure) => {
    expect(parseTarget(published)).toEqual({ operator, value, measure });
  });

  it.each(["显著", "不低于上一年", "3-5次", "2人1车", "", "财政拨款后及时支付", "第1名；第2名"])(
    "keeps words as words: %s",
    (published) => {
      expect(parseTarget(published)).toEqual({ operator: "", value: "", measure: "" });
    },
  );

  it("takes the sign from a column of its own", () => {
    expect(parseTarget("95%", "≥")).toEqual({ operator: "≥", value: "95", measure: "%" });
    expect(parseTarget("优", "定性")).toEqual({ operator: "", value: "", measure: "" });
  });

  it("never invents digits", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const { value } = parseTarget(text);
        return text
          .normalize("NFKC")
          .replace(/[\s,$]/g, "")
          .includes(value);
      }),
    );
  });
});

describe("looksLikeTarget", () => {
  it("tells a target from a name", () => {
    expect(["≥20家", "100%", "12月底前", "3家", "不低于90%"].map(looksLikeTarget)).not.toContain(
      false,
    );
    expect(["发放准确率", "数", "服务对象满意度"].map(looksLikeTarget)).not.toContain(true);
  });
});
