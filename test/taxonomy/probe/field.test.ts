import { describe, expect, it } from "vitest";
import type { Coordinates, Flow } from "../../../src/model/coordinates.ts";
import { catalogueFor } from "../../../src/normalise/catalogue/index.ts";
import { lineMeaning } from "../../../src/normalise/rows/labels.ts";
import { matchTitle } from "../../../src/taxonomy/tables/match.ts";
import { meaningOf } from "../../../src/taxonomy/words/lookup.ts";

/** Words that people in the field know, which the first probe did not have. */
const HEADINGS: readonly (readonly [string, Coordinates])[] = [
  ["附属单位缴款", { fund: "subordinate_remittance" }],
  ["附属单位上缴款", { fund: "subordinate_remittance" }],
  ["财政专户管理教育收费", { fund: "special_account" }],
  ["使用专用结余", { fund: "surplus" }],
  ["用专用基金弥补收支差额", { fund: "surplus" }],
  ["省级财政补助资金", { fund: "general_public.transfer" }],
  ["公共预算财政拨款", { fund: "general_public" }],
  ["人员类项目支出", { kind: "basic.personnel" }],
  ["公用经费项目支出", { kind: "basic.operating" }],
  ["商品服务支出", { kind: "basic.operating.goods" }],
  ["“三公”经费财政拨款预算总额", { item: "three_public" }],
  ["行政经费", { item: "operating_funds" }],
  ["财政专户管理的非税收入", { fund: "special_account" }],
  ["未纳入财政专户管理的事业收入", { fund: "institutional" }],
  ["其他各项收入", { fund: "other" }],
  ["一般公共预算结转", { fund: "carry_over.general_public" }],
  ["上年结转政府性基金预算资金", { fund: "carry_over.government_fund" }],
  ["专户资金结转", { fund: "carry_over.special_account" }],
  ["单位资金结转结余", { fund: "carry_over.unit" }],
  ["中央和省级转移支付", { fund: "general_public.transfer" }],
  ["提前告知转移支付", { fund: "general_public.transfer" }],
  ["上级专款", { fund: "general_public.transfer" }],
  ["用非财政拨款结余和专用结余弥补收支差额", { fund: "surplus" }],
  ["动用事业基金弥补收支差额", { fund: "surplus" }],
  ["纳入预算管理的政府性基金", { fund: "government_fund" }],
  ["定额公用经费", { kind: "basic.operating" }],
  ["本级财政拨款", { fund: "fiscal" }],
  ["非财政拨款结余弥补收支差额", { fund: "surplus" }],
  ["当年政府性基金收入", { fund: "government_fund" }],
  ["政府性基金预算项目支出", { fund: "government_fund", kind: "project" }],
  ["财政拨款人员经费", { fund: "fiscal", kind: "basic.personnel" }],
];

const LINES: readonly (readonly [string, Flow, Coordinates])[] = [
  ["附属单位上缴款", "income", { fund: "subordinate_remittance" }],
  ["总收入", "income", { fund: "total" }],
  ["总支出", "expenditure", { kind: "total" }],
  ["年终结余", "expenditure", { kind: "carried_forward" }],
  ["九、医疗卫生与计划生育支出", "expenditure", { functionCode: "210" }],
];

/** Each with the year that it is asked in. */
const CODES = [
  ["21005", "2014", "医疗保障"],
  ["2100501", "2014", "行政单位医疗"],
  ["2100502", "2014", "事业单位医疗"],
  ["2290400", "2015", "其他政府性基金支出"],
  ["20598", "2025", "超长期特别国债安排的支出"],
  ["2059802", "2025", "高等教育"],
] as const;

describe("words of the field", () => {
  it.each(HEADINGS)("%s is a heading", (heading, gives) => {
    expect(meaningOf(heading)?.gives).toEqual(gives);
  });

  it.each(LINES)("%s is a line of the %s", (label, flow, coordinates) => {
    expect(lineMeaning(label, flow, catalogueFor("2024"), undefined)?.coordinates).toEqual(
      coordinates,
    );
  });

  it.each(CODES)("%s is known in %s", (code, year, name) => {
    const entry = catalogueFor(year).function(code);
    expect(entry?.name).toBe(name);
    expect(["medium", "low"]).toContain(entry?.confidence);
  });

  it("does not take a table of two sides for one of expenditure", () => {
    expect(matchTitle("一般公共预算收支预算表")).toBeUndefined();
    expect(matchTitle("一般公共预算财政拨款收入支出决算表")?.id).toBe("general-public-expenditure");
  });
});
