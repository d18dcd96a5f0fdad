import { describe, expect, it } from "vitest";
import type { Fund } from "../../../src/model/coordinates.ts";
import { catalogueFor } from "../../../src/normalise/catalogue/index.ts";
import {
  isCount,
  isTotal,
  lineMeaning,
  projectTypeOf,
} from "../../../src/normalise/rows/labels.ts";

const catalogue = catalogueFor("2024");
const income = (line: string, before?: Fund) => lineMeaning(line, "income", catalogue, before);
const expenditure = (line: string) => lineMeaning(line, "expenditure", catalogue, undefined);

const INCOME: readonly (readonly [Fund, readonly string[]])[] = [
  [
    "fiscal",
    [
      "一、财政拨款收入",
      "一、财政拨款",
      "一、财政拨款（补助）",
      "一、财政预算拨款收入",
      "一、预算拨款",
    ],
  ],
  [
    "general_public",
    [
      "一、一般公共预算",
      "一、一般公共预算拨款收入",
      "一、一般公共预算财政拨款收入",
      "1. 一般公共预算资金",
      "1.一般公共预算",
      "（一）一般公共预算拨款",
    ],
  ],
  ["general_public.appropriation", ["其中：财政拨款", "公共财政拨款（补助）资金"]],
  ["general_public.transfer", ["其中：上级专项转移支付", "其中：中央提前通知专项转移支付"]],
  [
    "government_fund",
    ["2. 政府性基金", "二、政府性基金预算拨款收入", "二、政府性基金预算财政拨款收入"],
  ],
  [
    "state_capital",
    ["3. 国有资本经营预算", "三、国有资本经营预算拨款收入", "国有资本经营预算资金"],
  ],
  [
    "special_account",
    ["四、财政专户管理资金收入", "二、财政专户管理资金", "三、财政专户核拨", "教育收费"],
  ],
  ["unit", ["五、单位资金收入", "单位资金", "三、其他资金"]],
  ["institutional", ["五、事业收入", "五、事业收入（不含教育收费）", "四、事业收入（含教育收费）"]],
  ["business", ["六、经营收入", "五、事业单位经营收入"]],
  ["superior_subsidy", ["四、上级补助收入", "上级补助收入"]],
  ["subordinate_remittance", ["七、附属单位上缴收入"]],
  ["other", ["八、其他收入"]],
  ["current", ["本年收入合计", "当年收入小计", "一、本年收入", "本 年 收 入 合 计"]],
  [
    "carry_over",
    [
      "上年结转结余",
      "八、上年结转",
      "上年结转资金",
      "二、上年结转",
      "年初结转和结余",
      "年初财政拨款结转和结余",
      "上年结转和结余资金",
    ],
  ],
  [
    "surplus",
    [
      "使用非财政拨款结余",
      "使用非财政拨款结余（含专用结余）",
      "使用非财政拨款结余(弥补收支差额)",
      "七、用事业基金弥补收支差额",
    ],
  ],
  ["total", ["收入总计", "收 入 总 计", "收入合计"]],
];

/** Classes by the names of several years; the ordinal in front differs from place to place. */
const CLASSES: readonly (readonly [string, readonly string[]])[] = [
  ["201", ["一、一般公共服务支出", "一、一般公共服务"]],
  ["202", ["二、外交支出", "二、外交"]],
  ["208", ["八、社会保障和就业支出", "三、社会保障和就业支出"]],
  ["209", ["九、社会保险基金支出"]],
  ["210", ["九、医疗卫生与计划生育支出", "十、卫生健康支出"]],
  ["211", ["十一、节能环保支出"]],
  ["212", ["城乡社区支出", "城乡社区事务"]],
  ["213", ["农林水支出", "农林水事务"]],
  ["215", ["十四、资源勘探信息等支出", "十四、资源勘探工业信息等支出"]],
  ["220", ["国土海洋气象等支出", "十八、自然资源海洋气象等支出"]],
  ["221", ["二十、住房保障支出", "（二十）、住房保障支出"]],
  ["223", ["国有资本经营预算支出"]],
  ["224", ["灾害防治及应急管理支出"]],
  ["227", ["二十七、预备费"]],
  ["229", ["二十三、其他支出"]],
  ["231", ["二十四、债务还本支出"]],
  ["232", ["债务付息支出"]],
  ["234", ["二十六、抗疫特别国债安排的支出"]],
];

const KINDS: readonly (readonly [string, readonly string[]])[] = [
  ["total", ["支出总计", "支 出 总 计", "支出合计", "支出预算总计"]],
  ["current", ["本年支出合计", "当年支出小计", "一、本年支出"]],
  ["basic", ["基本支出", "一、基本支出"]],
  ["basic.personnel", ["人员经费", "1.人员经费", "人员经费合计"]],
  ["basic.operating", ["日常公用经费", "公用经费合计"]],
  ["project", ["项目支出", "二、项目支出"]],
  ["business", ["经营支出"]],
  ["remittance", ["上缴上级支出", "上解上级支出"]],
  ["subsidy", ["对附属单位补助支出", "对附属单位的补助支出"]],
  ["reserve", ["单位预留机动经费"]],
  ["distribution", ["结余分配", "二十九、事业单位结余分配"]],
  [
    "carried_forward",
    [
      "年终结转结余",
      "年末结转和结余",
      "年末财政拨款结转和结余",
      "三十、结转下年",
      "结转下年资金",
      "二、年终结转和结余",
    ],
  ],
];

const ITEMS: readonly (readonly [string, readonly string[]])[] = [
  ["three_public", ["“三公”经费合计", "“三公”经费小计", "一、“三公”经费", "总“三公”经费支出"]],
  [
    "three_public.overseas",
    [
      "一、因公出国（境）费",
      "1.因公出国(境)费用",
      "因 公 出 国 （ 境 ） 费 用",
      "因公出国（境）经费",
      "因公出国（境）支出",
      "出国（境）经费",
    ],
  ],
  ["three_public.overseas.academic", ["其中：教学科研人员因公出国（境）费"]],
  ["three_public.overseas.other", ["其他因公出国（境）费"]],
  [
    "three_public.vehicle",
    [
      "三、公务用车购置及运行费",
      "2.公务用车购置及运行维护费",
      "公务用车购置及运维费",
      "公务用车费",
      "公务用车购置和运行",
      "车辆购置及运行费",
    ],
  ],
  ["three_public.vehicle.purchase", ["公务用车购置", "（1）公务用车购置费", "其中：购置"]],
  [
    "three_public.vehicle.operation",
    [
      "（2）公务用车运行维护费",
      "其中：公务用车运行费",
      "公务用车运维费",
      "公务用车维护支出",
      "公车运行及维护",
      "其中：运行",
    ],
  ],
  ["three_public.reception", ["二、公务接待费", "3.公务接待费", "接待费"]],
  ["meeting", ["二、会议费"]],
  ["training", ["三、培训费"]],
  ["operating_funds", ["（一）机关运行经费"]],
];

const each = (groups: readonly (readonly [string, readonly string[]])[]) =>
  groups.flatMap(([id, labels]) => labels.map((label) => [label, id] as const));

describe("lineMeaning", () => {
  it.each(each(INCOME))("income: %s is %s", (label, id) => {
    expect(income(label)?.coordinates).toEqual({ fund: id });
  });

  it.each(each(CLASSES))("expenditure: %s is class %s", (label, code) => {
    expect(expenditure(label)?.coordinates).toEqual({ functionCode: code });
  });

  it.each(each(KINDS))("expenditure: %s is %s", (label, kind) => {
    expect(expenditure(label)?.coordinates).toEqual({ kind });
  });

  it.each(each(ITEMS))("expenditure: %s is %s", (label, item) => {
    expect(expenditure(label)?.coordinates).toEqual({ item });
  });

  it.each([
    ["一般公共预算财政拨款", "carry_over.general_public"],
    ["（二）政府性基金预算拨款", "carry_over.government_fund"],
    ["国有资本经营预算财政拨款", "carry_over.state_capital"],
    ["财政专户管理资金", "carry_over.special_account"],
    ["单位资金", "carry_over.unit"],
  ])("below 上年结转 %s is %s", (label, fund) => {
    expect(income(label, "carry_over")?.coordinates).toEqual({ fund });
  });

  it("a part (其中) of the source above it", () => {
    expect(income("其中：教育收费", "institutional")?.coordinates).toEqual({
      fund: "institutional.tuition",
    });
    expect(income("其中：教育收费", "special_account")).toBeUndefined();
    expect(income("教育收费", "institutional")?.coordinates).toEqual({ fund: "special_account" });
    expect(income("其中：捐赠收入", "other")?.coordinates).toEqual({ fund: "other.donation" });
  });

  it("what is left of a kind, below what is carried forward", () => {
    const below = (label: string) =>
      lineMeaning(label, "expenditure", catalogueFor("2024"), undefined, "carried_forward");
    expect(below("其中：基本支出结转")?.coordinates).toEqual({ kind: "carried_forward.basic" });
    expect(below("项目支出结转和结余")?.coordinates).toEqual({ kind: "carried_forward.project" });
    expect(expenditure("基本支出结转")).toBeUndefined();
  });

  it.each([
    "债务资金(银行贷款)",
    "专项收入",
    "其中：教育收费",
    "其中:转入事业基金",
    "其他非税收入",
  ])("income: %s is none of the funds", (label) => {
    expect(income(label)).toBeUndefined();
  });

  it.each([
    "三十一、人行专用科目",
    "其中：提取职工福利基金",
    "（1）国内接待费",
    "其中：外事接待费",
    "工资福利支出",
    "2、商品和服务支出",
  ])("expenditure: %s says no one thing", (label) => {
    expect(expenditure(label)).toBeUndefined();
  });

  it("重庆 calls its totals 总数", () => {
    expect(income("收入总数")).toEqual({ coordinates: { fund: "total" }, total: true });
    expect(expenditure("支出总数")).toEqual({ coordinates: { kind: "total" }, total: true });
  });

  it("below 基本支出 an economic class is its part", () => {
    const below = lineMeaning("工资福利支出", "expenditure", catalogue, undefined, "basic");
    expect(below).toEqual({ coordinates: { kind: "basic.personnel.wages" } });
  });

  it.each(["总计", "合 计", "合计：", "小计"])("%s is a total", (label) => {
    expect(isTotal(label)).toBe(true);
    expect(income(label)).toEqual({ coordinates: {}, total: true });
  });
});

it.each([
  "1．因公出国（境）团组数（个）",
  "公务用车保有量（辆）",
  "国内公务接待批次（批）",
  "（二）相关统计数",
  "数量",
])("%s counts things", (label) => {
  expect(isCount(label)).toBe(true);
});

it.each(["公务接待费", "因公出国（境）费（万元）"])("%s is money", (label) => {
  expect(isCount(label)).toBe(false);
});

it.each([
  ["其他运转类", "other_operation"],
  ["特定目标类项目", "specific_purpose"],
  ["人员类", "personnel"],
  ["公用经费", "public"],
  ["公用经费项目", "public"],
])("%s is a project of type %s", (label, type) => {
  expect(projectTypeOf(label)).toBe(type);
});

it("小计 behind the name of a class is the class", () => {
  expect(expenditure("教育支出小计")).toEqual({ coordinates: { functionCode: "205" } });
});
