import { describe, expect, test } from "vitest";
import { moneyOf } from "../../src/model/money.ts";
import { DATASETS } from "../../src/write/datasets.ts";
import { recordsOf } from "../../src/write/records.ts";
import { disclosure, facts } from "./fixture.ts";

const records = recordsOf(disclosure());

/** The headers of contract sections 1 and 7, copied from there. */
const HEADERS = {
  facts:
    "fact document disclosure division_code division department_code department year stage scope table_id row_no flow period function_code function_name economic_code economic_name gov_economic_code gov_economic_name unit_code unit_name project_code project_name project_type label item fund kind amount_yuan published unit status reason checked_by place page bbox line procurement",
  figures:
    "fact document disclosure division_code division department_code department year stage scope table_id row_no flow period function_code function_name economic_code economic_name gov_economic_code gov_economic_name unit_code unit_name project_code project_name project_type label item fund kind amount_yuan published unit status reason checked_by procurement tables function_level economic_level function_leaf economic_leaf fund_leaf kind_leaf in_by_function in_by_economic in_by_fund in_by_kind in_by_project in_by_unit",
  "three-public":
    "document division_code division department_code department year stage scope period total overseas vehicle vehicle_purchase vehicle_operation reception total_state overseas_state vehicle_state vehicle_purchase_state vehicle_operation_state reception_state change change_amount change_percent reason status source place page",
  indicators:
    "document department year table_id project_code project_name level1 level2 level3 operator value measure published note page",
  statements:
    "document department year topic subject measure period amount_yuan published unit change change_yuan change_percent base count measure_unit reason sentence page line agrees",
  files: "source member sha256 document bytes format outcome reason message",
  disclosures:
    "disclosure division_code division department_code department year stage scope documents editions tables tables_empty tables_absent facts proved stated repaired unproved conflict indicators statements revised by_function_short by_function_why by_economic_short by_economic_why by_fund_short by_fund_why by_kind_short by_kind_why by_project_short by_project_why by_unit_short by_unit_why",
  differences:
    "disclosure department year kind table_id label document fact place amount_yuan other_document other_fact other_place other_amount_yuan difference_yuan sentence reason message_zh message_en",
  documents:
    "source sha256 document division_code division department_code department year stage scope outcome reason pages scanned_pages recognised_pages tables tables_empty tables_absent facts proved stated repaired unproved conflict unplaced indicators statements",
  checks:
    "document check outcome table_id row_no severity coordinates expected found difference tolerance message_zh message_en figures page bbox line message",
};

test.each(Object.entries(HEADERS))(
  "%s has the fields of the contract, in order",
  (name, header) => {
    const { fields } = DATASETS[name as keyof typeof DATASETS];
    expect(fields.map((field) => field.name).join(" ")).toBe(header);
    for (const field of fields) expect(field.title).toMatch(/\p{Script=Han}|^SHA-256$/u);
  },
);

describe("facts", () => {
  test("carry coordinates, exact amount and place", () => {
    expect(records.facts[7]).toMatchObject({
      document: "d0123456789abcdef",
      fact: "d0123456789abcdef-t2-r2-c6",
      table_id: "general-public-basic",
      row_no: "2",
      flow: "expenditure",
      period: "current",
      economic_code: "30201",
      economic_name: "办公费",
      label: "办公费",
      fund: "general_public",
      kind: "basic",
      amount_yuan: "402500",
      published: "402500",
      unit: "元",
      status: "conflict",
      reason: "identity-fails column-unwitnessed",
      checked_by: "",
      place: "p. 5",
      page: "5",
      bbox: "1 2.13 30.5 14",
      line: "",
    });
  });

  test("tell this year from the last", () => {
    const periods = records.facts.map(({ item, period }) => `${item} ${period}`);
    expect(periods).toContain("three_public previous");
    expect(periods).toContain("three_public current");
  });

  test("keep digits that a floating-point number would lose", () => {
    const [fact] = facts;
    if (!fact) throw new Error("no fact");
    const money = moneyOf("1234567890123456.01", "元");
    const [record] = recordsOf(disclosure({ facts: [{ ...fact, money }] })).facts;
    expect(record?.amount_yuan).toBe("1234567890123456.01");
  });

  test("of a text source have a line", () => {
    const [fact] = facts;
    if (!fact) throw new Error("no fact");
    const [record] = recordsOf(disclosure({ facts: [{ ...fact, place: { line: 88 } }] })).facts;
    expect(record).toMatchObject({ place: "line 88", page: "", bbox: "", line: "88" });
  });

  test("say how many sums and equalities witness them, and nothing where none does", () => {
    const [fact] = facts;
    if (!fact) throw new Error("no fact");
    const checked = (sum: number, same: number) =>
      recordsOf(disclosure({ facts: [{ ...fact, checkedBy: { sum, same } }] })).facts[0]
        ?.checked_by;
    expect([checked(3, 1), checked(2, 0), checked(0, 4), checked(0, 0)]).toEqual([
      ...["sum=3 same=1", "sum=2", "same=4", ""],
    ]);
  });

  test("have ids of their own", () => {
    const ids = records.facts.map(({ fact }) => fact);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

test("a statement carries its change and sentence", () => {
  expect(records.statements).toEqual([
    {
      document: "d0123456789abcdef",
      department: "安阳市档案馆",
      year: "2024",
      topic: "three-public",
      subject: "三公经费",
      measure: "预算数",
      period: "current",
      amount_yuan: "90000",
      published: "9.00",
      unit: "万元",
      change: "decrease",
      change_yuan: "5000",
      change_percent: "5.26",
      base: "",
      count: "",
      measure_unit: "",
      reason: "压减支出",
      sentence: "三公经费预算9.00万元，比上年减少0.50万元，\n下降5.26%。",
      page: "3",
      line: "",
      agrees: "agrees",
    },
  ]);
});

test("a count that is stated is printed with its unit", () => {
  const statement = disclosure().statements[0];
  if (!statement) throw new Error("no statement");
  const { money: _, changeMoney: __, ...counted } = statement;
  const statements = [{ ...counted, published: "3", unit: "辆" }];
  expect(recordsOf(disclosure({ statements })).statements[0]).toMatchObject({
    amount_yuan: "",
    published: "3",
    unit: "辆",
    change_yuan: "",
  });
});

test("an indicator and a check keep every word", () => {
  expect(records.indicators[0]).toMatchObject({
    project_code: "410500230000000001",
    level3: "=扫描页数",
    operator: "≥",
    value: "1200",
    measure: "页",
    published: "≥1200页",
    page: "9",
  });
  expect(records.checks[0]).toMatchObject({
    check: "identity",
    outcome: "fails",
    table_id: "general-public-basic",
    row_no: "2",
    severity: "error",
    expected: "100.50",
    found: "100.60",
    difference: "-0.10",
    message_zh: "合计与分项之和不符",
    message_en: "the total differs from its parts",
    figures: "d0123456789abcdef-t2-r2-c3 d0123456789abcdef-t2-r2-c6",
    page: "6",
    bbox: "",
  });
});
