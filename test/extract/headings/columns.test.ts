import { describe, expect, it } from "vitest";
import { columnsOf } from "../../../src/extract/headings/columns.ts";
import { headingPaths } from "../../../src/extract/headings/tree.ts";
import type { Column } from "../../../src/model/table.ts";
import type { TableId } from "../../../src/model/table-ids.ts";
import { declarationOf } from "../../../src/taxonomy/tables/declarations.ts";
import { drawn, tabbed } from "../blocks.ts";

function columns(id: TableId, text: string, grid = drawn): Column[] {
  const headings = grid(text);
  const paths = headingPaths(headings, headings.rowCount);
  return columnsOf(paths, { declaration: declarationOf(id), year: "2024" });
}

/** A column in one word: its role, or what its amounts are. */
function word({ role, level, gives, block, unit }: Column): string {
  const { flow, period, stage, fund, kind, item } = gives;
  const said = [
    flow === undefined ? undefined : flow === "income" ? "in" : "out",
    period,
    stage,
    fund,
    kind,
    item?.replace("three_public", "3p"),
    unit,
  ].filter((part) => part !== undefined);
  const what = role === "amount" ? said.join(" ") || "amount" : `${role}${level ?? ""}`;
  return block > 0 ? `${block}:${what}` : what;
}

const words = (id: TableId, text: string, grid = drawn) => columns(id, text, grid).map(word);

describe("columnsOf, headings drawn with their merged cells", () => {
  it("收支总表 of a county: two lists, each with its flow", () => {
    const text = `
      收入 | < | 支出 | <
      项目 | 金额 | 项目 | 金额`;
    expect(words("income-expenditure-summary", text)).toEqual(["label", "in", "1:label", "1:out"]);
  });

  it("收支总表 with 序号 and of one year", () => {
    const text = `
      序号 | 收入 | < | 支出 | <
      ^ | 项目 | 2024年预算数 | 项目 | 2024年预算数`;
    expect(words("income-expenditure-summary", text)).toEqual([
      "attribute",
      "label",
      "in current budget",
      "1:label",
      "1:out current budget",
    ]);
  });

  it("江苏 收支总表: two lists of expenditure beside the income", () => {
    const text = `
      收入 | < | 支出 | < | < | <
      项目名称 | 金额 | 功能分类 | < | 支出用途 | <
      ^ | ^ | 功能科目名称 | 金额 | 项目名称 | 金额`;
    expect(words("income-expenditure-summary", text)).toEqual([
      "label",
      "in",
      "1:function-name",
      "1:out",
      "2:label",
      "2:out",
    ]);
  });

  it("决算 收支总表 with 行次", () => {
    const text = `
      收入 | < | < | 支出 | < | <
      项目 | 行次 | 决算数 | 项目（按功能分类） | 行次 | 决算数`;
    expect(words("income-expenditure-summary", text)).toEqual([
      "label",
      "attribute",
      "in final",
      "1:label",
      "1:attribute",
      "1:out final",
    ]);
  });

  it("河南 收入总表: twenty columns, a unit a row", () => {
    const text = `
      部门（单位）代码 | 部门（单位）名称 | 总计 | 本年收入 | < | < | < | < | < | < | < | < | < | < | 上年结转结余 | < | < | < | < | <
      ^ | ^ | ^ | 合计 | 一般公共预算 | < | 政府性基金 | 国有资本经营预算 | 财政专户管理资金 | 事业收入 | 事业单位经营收入 | 上级补助收入 | 附属单位上缴收入 | 其他收入 | 合计 | 一般公共预算 | 政府性基金 | 国有资本经营预算 | 财政专户管理资金 | 单位资金
      ^ | ^ | ^ | ^ | 小计 | 其中：财政拨款 | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^`;
    expect(columns("income-summary", text).map((c) => c.gives.fund ?? c.role)).toEqual([
      "unit-code",
      "unit-name",
      "amount",
      "current",
      "general_public",
      "general_public.appropriation",
      "government_fund",
      "state_capital",
      "special_account",
      "institutional",
      "business",
      "superior_subsidy",
      "subordinate_remittance",
      "other",
      "carry_over",
      "carry_over.general_public",
      "carry_over.government_fund",
      "carry_over.state_capital",
      "carry_over.special_account",
      "carry_over.unit",
    ]);
  });

  it("决算 收入决算表", () => {
    const text = `
      项目 | < | 本年收入合计 | 财政拨款收入 | 上级补助收入 | 事业收入 | 经营收入 | 附属单位上缴收入 | 其他收入
      功能分类科目编码 | 科目名称 | ^ | ^ | ^ | ^ | ^ | ^ | ^`;
    expect(columns("income-summary", text).map((c) => c.gives.fund ?? c.role)).toEqual([
      "function",
      "label",
      "current",
      "fiscal",
      "superior_subsidy",
      "institutional",
      "business",
      "subordinate_remittance",
      "other",
    ]);
  });

  it("其中：教育收费 below 事业收入 is a part of it, by itself of nobody knows what", () => {
    const text = `
      科目编码 | 科目名称 | 合计 | 财政拨款收入 | 事业收入 | < | 其他收入
      ^ | ^ | ^ | ^ | 金额 | 其中：教育收费 | ^`;
    expect(columns("income-summary", text).map((c) => c.gives.fund ?? c.role)).toEqual([
      "function",
      "label",
      "amount",
      "fiscal",
      "institutional",
      "institutional.tuition",
      "other",
    ]);
    const flat = "科目编码 | 科目名称 | 合计 | 财政专户管理资金 | 其中：教育收费";
    expect(columns("income-summary", flat).map((c) => c.gives.fund ?? c.role)).toEqual([
      "function",
      "label",
      "amount",
      "special_account",
      "unknown",
    ]);
  });

  it("支出总表 of 河南: levels of codes, kinds over three rows", () => {
    const text = `
      科目编码 | < | < | 单位代码 | 单位（科目名称） | 合计 | 基本支出 | < | < | < | < | < | < | 项目支出 | < | <
      类 | 款 | 项 | ^ | ^ | ^ | 小计 | 人员经费 | < | < | 公用经费 | < | < | 小计 | 其他运转类 | 特定目标类
      ^ | ^ | ^ | ^ | ^ | ^ | ^ | 小计 | 工资福利支出 | 对个人和家庭的补助 | 小计 | 商品和服务支出 | 资本性支出 | ^ | ^ | ^`;
    expect(words("expenditure-summary", text)).toEqual([
      "function1",
      "function2",
      "function3",
      "unit-code",
      "label",
      "amount",
      "basic",
      "basic.personnel",
      "basic.personnel.wages",
      "basic.personnel.family",
      "basic.operating",
      "basic.operating.goods",
      "basic.operating.capital",
      "project",
      "project.other_operation",
      "project.specific_purpose",
    ]);
  });

  it("支出决算表", () => {
    const text = `
      项目 | < | 本年支出合计 | 基本支出 | 项目支出 | 上缴上级支出 | 经营支出 | 对附属单位补助支出
      功能分类科目编码 | 科目名称 | ^ | ^ | ^ | ^ | ^ | ^`;
    expect(words("expenditure-summary", text)).toEqual([
      "function",
      "label",
      "out current",
      "basic",
      "project",
      "remittance",
      "business",
      "subsidy",
    ]);
  });

  it("one row of 江苏 without codes", () => {
    expect(
      words("expenditure-summary", "合计 | 基本支出 | 项目支出 | 单位预留机动经费 | 结转下年资金"),
    ).toEqual(["amount", "basic", "project", "reserve", "carried_forward"]);
  });

  it("财政拨款收支总表 by budget, with 一般公共预算 split", () => {
    const text = `
      收入 | < | 支出 | < | < | < | < | <
      项目 | 金额 | 项目 | 合计 | 一般公共预算 | < | 政府性基金预算 | 国有资本经营预算
      ^ | ^ | ^ | ^ | 小计 | 其中：财政拨款 | ^ | ^`;
    expect(words("appropriation-summary", text)).toEqual([
      "label",
      "in",
      "1:label",
      "1:out",
      "1:out general_public",
      "1:out general_public.appropriation",
      "1:out government_fund",
      "1:out state_capital",
    ]);
  });

  it("决算 财政拨款收入支出决算总表", () => {
    const text = `
      收入 | < | < | 支出 | < | < | < | < | <
      项目 | 行次 | 决算数 | 项目 | 行次 | 合计 | 一般公共预算财政拨款 | 政府性基金预算财政拨款 | 国有资本经营预算财政拨款`;
    expect(words("appropriation-summary", text)).toEqual([
      "label",
      "attribute",
      "in final",
      "1:label",
      "1:attribute",
      "1:out",
      "1:out general_public",
      "1:out government_fund",
      "1:out state_capital",
    ]);
  });

  it("中央 一般公共预算支出表 beside the year before", () => {
    const text = `
      功能分类科目 | < | 2023年执行数 | 2024年预算数 | < | < | 2024年预算数比2023年执行数 | <
      科目编码 | 科目名称 | ^ | 小计 | 基本支出 | 项目支出 | 增减额 | 增减%`;
    expect(words("general-public-expenditure", text)).toEqual([
      "function",
      "label",
      "previous final",
      "current budget",
      "current budget basic",
      "current budget project",
      "change",
      "change",
    ]);
  });

  it("中央 form with 上年执行数 and 本年预算数", () => {
    const text = `
      科目编码 | 科目名称 | 上年执行数 | 本年预算数 | < | < | 比上年执行数 | <
      ^ | ^ | ^ | 小计 | 基本支出 | 项目支出 | 增减额 | 增减（%）`;
    expect(words("general-public-expenditure", text)).toEqual([
      "function",
      "label",
      "previous final",
      "budget",
      "budget basic",
      "budget project",
      "change",
      "change",
    ]);
  });

  it("基本支出 with both classifications", () => {
    const text = `
      部门预算经济分类 | < | 政府预算经济分类 | < | 本年一般公共预算基本支出 | < | <
      科目编码 | 科目名称 | 科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费`;
    expect(words("general-public-basic", text)).toEqual([
      "economic",
      "economic-name",
      "gov-economic",
      "gov-economic-name",
      "basic",
      "basic.personnel",
      "basic.operating",
    ]);
  });

  it("基本支出 with the levels of both classifications (山东)", () => {
    const text = `
      部门预算支出经济分类科目 | < | < | 政府预算支出经济分类科目 | < | < | 合计 | 人员经费 | 公用经费
      类 | 款 | 名称 | 类 | 款 | 名称 | ^ | ^ | ^`;
    expect(words("general-public-basic", text)).toEqual([
      "economic1",
      "economic2",
      "economic-name",
      "gov-economic1",
      "gov-economic2",
      "gov-economic-name",
      "amount",
      "basic.personnel",
      "basic.operating",
    ]);
  });

  it("决算 基本支出 in three triples", () => {
    const text = `
      人员经费 | < | < | 公用经费 | < | < | < | < | <
      科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数`;
    expect(words("general-public-basic", text)).toEqual([
      "economic",
      "label",
      "final basic.personnel",
      "1:economic",
      "1:label",
      "1:final basic.operating",
      "2:economic",
      "2:label",
      "2:final basic.operating",
    ]);
  });

  it("决算 政府性基金 with what was left and what came in", () => {
    const text = `
      项目 | < | 年初结转和结余 | 本年收入 | 本年支出 | < | < | 年末结转和结余
      功能分类科目编码 | 科目名称 | ^ | ^ | 小计 | 基本支出 | 项目支出 | ^`;
    expect(words("government-fund-expenditure", text)).toEqual([
      "function",
      "label",
      "in carry_over.government_fund",
      "in government_fund",
      "out current",
      "out basic",
      "out project",
      "carried_forward",
    ]);
  });

  it("本年收入 below 本年支出 is not known: one of them was drawn over columns of the other", () => {
    const text = `
      科目编码 | 科目名称 | 本年支出 | < | <
      ^ | ^ | 本年收入 | < | 项目支出
      ^ | ^ | 小计 | 基本支出 | ^`;
    expect(words("government-fund-expenditure", text)).toEqual([
      "function",
      "label",
      "unknown",
      "unknown",
      "out project",
    ]);
  });

  it("项目支出预算表", () => {
    const text = `
      类型 | 项目名称 | 项目单位 | 合计 | 本年拨款 | < | < | 财政拨款结转结余 | < | < | 财政专户管理资金 | 单位资金
      ^ | ^ | ^ | ^ | 一般公共预算 | 政府性基金预算 | 国有资本经营预算 | 一般公共预算 | 政府性基金预算 | 国有资本经营预算 | ^ | ^`;
    expect(words("project-expenditure", text)).toEqual([
      "project-type",
      "project-name",
      "unit-name",
      "amount",
      "general_public",
      "government_fund",
      "state_capital",
      "carry_over.general_public",
      "carry_over.government_fund",
      "carry_over.state_capital",
      "special_account",
      "unit",
    ]);
  });

  it("a heading that prints its own unit", () => {
    expect(words("project-expenditure", "项目名称 | 项目金额（万元） | 备注")).toEqual([
      "project-name",
      "万元",
      "attribute",
    ]);
  });

  it("a word that nobody knows below one that is known is not known", () => {
    const text = `
      科目编码 | 科目名称 | 年末结转和结余 | < | <
      ^ | ^ | 合计 | 经营结余 | 财政应返还额度
      ^ | ^ | ^ | ^ | 金额`;
    expect(words("general-public-expenditure", text)).toEqual([
      "function",
      "label",
      "carried_forward",
      "unknown",
      "unknown",
    ]);
  });

  it("基本支出结转 is what was left of it among the incomes, and what is carried forward of it at the end", () => {
    const text = `
      科目编码 | 科目名称 | 年初结转和结余 | < | 年末结转和结余 | < | <
      ^ | ^ | 合计 | 基本支出结转 | 合计 | 基本支出结转 | 项目支出结转和结余`;
    expect(words("general-public-expenditure", text).slice(2)).toEqual([
      "in carry_over.general_public",
      "in carry_over.general_public basic",
      "carried_forward",
      "carried_forward.basic",
      "carried_forward.project",
    ]);
  });

  it("基本建设 is a part of the projects", () => {
    const text = `
      科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 | <
      ^ | ^ | ^ | ^ | 小计 | 其中：基本建设资金支出`;
    expect(words("expenditure-summary", text).slice(2)).toEqual([
      "amount",
      "basic",
      "project",
      "project.construction",
    ]);
  });

  it("an economic class by itself is of all kinds, unless the table is of one", () => {
    const text = "科目编码 | 科目名称 | 合计 | 工资福利支出 | 商品和服务支出";
    expect(words("expenditure-summary", text).slice(3)).toEqual(["unknown", "unknown"]);
    expect(words("general-public-basic", text).slice(3)).toEqual([
      "basic.personnel.wages",
      "basic.operating.goods",
    ]);
  });

  it("an economic class below 项目支出 is no part of the basic expenditure", () => {
    const text = `
      科目编码 | 科目名称 | 合计 | 项目支出 | <
      ^ | ^ | ^ | 小计 | 商品和服务支出`;
    expect(words("expenditure-summary", text)).toEqual([
      "function",
      "label",
      "amount",
      "project",
      "unknown",
    ]);
  });
});

describe("columnsOf, the layouts of the three-public table", () => {
  const ITEMS = [
    "3p",
    "3p.overseas",
    "3p.vehicle",
    "3p.vehicle.purchase",
    "3p.vehicle.operation",
    "3p.reception",
  ];

  it("one row of six figures", () => {
    const text = `
      “三公”经费合计 | 因公出国（境）费 | 公务用车购置及运行费 | < | < | 公务接待费
      ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行费 | ^`;
    expect(words("three-public", text)).toEqual(ITEMS);
  });

  it("a bare 合计 is the three-public total", () => {
    const text = `
      合计 | 因公出国(境)费 | 公务用车购置及运行维护费 | < | < | 公务接待费
      ^ | ^ | 小计 | 购置费 | 运行维护费 | ^`;
    expect(words("three-public", text)).toEqual(ITEMS);
  });

  it("小计, 运行, 购置 in the order of 天津", () => {
    const text = `
      合计 | 因公出国（境）费 | 公务用车购置及运行费 | < | < | 公务接待费
      ^ | ^ | 小计 | 公务用车运行费 | 公务用车购置费 | ^`;
    expect(words("three-public", text)).toEqual([
      "3p",
      "3p.overseas",
      "3p.vehicle",
      "3p.vehicle.operation",
      "3p.vehicle.purchase",
      "3p.reception",
    ]);
  });

  it("two years side by side", () => {
    const text = `
      2023年预算数 | < | < | < | < | < | 2024年预算数 | < | < | < | < | <
      合计 | 因公出国（境）费 | 公务用车购置及运行费 | < | < | 公务接待费 | 合计 | 因公出国（境）费 | 公务用车购置及运行费 | < | < | 公务接待费
      ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行费 | ^ | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行费 | ^`;
    expect(words("three-public", text)).toEqual([
      ...ITEMS.map((item) => `previous budget ${item}`),
      ...ITEMS.map((item) => `current budget ${item}`),
    ]);
  });

  it("预算数 and 决算数 of a final account", () => {
    const text = `
      预算数 | < | < | < | < | < | 决算数 | < | < | < | < | <
      合计 | 因公出国（境）费 | 公务用车购置及运行维护费 | < | < | 公务接待费 | 合计 | 因公出国（境）费 | 公务用车购置及运行维护费 | < | < | 公务接待费
      ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行维护费 | ^ | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行维护费 | ^`;
    expect(words("three-public", text)).toEqual([
      ...ITEMS.map((item) => `budget ${item}`),
      ...ITEMS.map((item) => `final ${item}`),
    ]);
  });

  it("pairs of 预算数 and 决算数 below each item (上海 决算)", () => {
    const text = `
      合计 | < | 因公出国（境）费 | < | 公务用车购置及运行费 | < | < | < | < | < | 公务接待费 | <
      ^ | ^ | ^ | ^ | 小计 | < | 公务用车购置费 | < | 公务用车运行费 | < | ^ | ^
      预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数`;
    expect(words("three-public", text)).toEqual(
      ITEMS.flatMap((item) => [`budget ${item}`, `final ${item}`]),
    );
  });

  it("接待 before 用车, 机关运行经费 beside them (上海)", () => {
    const text = `
      “三公”经费预算数 | < | < | < | < | < | 机关运行经费预算数
      合计 | 因公出国(境)费 | 公务接待费 | 公务用车购置及运行费 | < | < | ^
      ^ | ^ | ^ | 小计 | 购置费 | 运行费 | ^`;
    expect(words("three-public", text)).toEqual([
      "budget 3p",
      "budget 3p.overseas",
      "budget 3p.reception",
      "budget 3p.vehicle",
      "budget 3p.vehicle.purchase",
      "budget 3p.vehicle.operation",
      "budget operating_funds",
    ]);
  });

  it("会议费 and 培训费 beside them: the 合计 over all is the table's (江苏)", () => {
    const text = `
      合计 | “三公”经费 | < | < | < | < | < | 会议费 | 培训费
      ^ | 小计 | 因公出国（境）费 | 公务用车购置及运行费 | < | < | 公务接待费 | ^ | ^
      ^ | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行费 | ^ | ^ | ^`;
    expect(words("three-public", text)).toEqual(["table_total", ...ITEMS, "meeting", "training"]);
  });

  it("a row an item: columns are budgets", () => {
    expect(
      words("three-public", "项目 | 合计 | 一般公共预算 | 政府性基金预算 | 国有资本经营预算"),
    ).toEqual(["label", "amount", "general_public", "government_fund", "state_capital"]);
  });

  it("a row an item: 上年决算数, 本年决算数 and what changed (云南)", () => {
    const text = `
      项目 | 上年决算数 | 本年决算数 | 比上年 | < | 比年初预算 | <
      ^ | ^ | ^ | 增减额 | 增减幅度 | 增减额 | 增减幅度`;
    expect(words("three-public", text)).toEqual([
      "label",
      "previous final",
      "final",
      "change",
      "change",
      "change",
      "change",
    ]);
  });

  it("a row an item: 小计 and 其中：一般公共预算安排数 (南通)", () => {
    expect(words("three-public", "项目 | 小计 | 其中：一般公共预算安排数")).toEqual([
      "label",
      "amount",
      "general_public",
    ]);
  });
});

describe("columnsOf, headings of text sources", () => {
  it("小计 below a group, slid to the left as blanks are lost, is not the total's", () => {
    const text = `
      合计 | 因公出国（境）费 | 公务用车费 | 公务接待费 | | | |
      小计 | 公务用车运行维护费 | 公务用车购置费 | | | | |`;
    expect(words("three-public", text, tabbed).slice(0, 6)).toEqual([
      "3p",
      "3p.overseas",
      "3p.vehicle",
      "3p.vehicle.operation",
      "3p.vehicle.purchase",
      "3p.reception",
    ]);
  });

  it("lower headings that slid to the left, the blanks of merged cells lost", () => {
    const text = `
      科目编码 |  |  | 单位代码 | 单位（科目名称） | 合计 | 基本支出 |  |  |  |  | 项目支出 |  |
      类 | 款 | 项 | 小计 | 人员经费 |  | 公用经费 |  | 小计 | 其他运转类 | 特定目标类
      工资福利支出 | 对个人和家庭的补助 | 商品和服务支出 | 资本性支出`;
    expect(words("expenditure-summary", text, tabbed)).toEqual([
      "function1",
      "function2",
      "function3",
      "unit-code",
      "label",
      "amount",
      "basic",
      "basic.personnel.wages",
      "basic.personnel.family",
      "basic.operating.goods",
      "basic.operating.capital",
      "project",
      "project.other_operation",
      "project.specific_purpose",
    ]);
  });

  it("headings in their places", () => {
    const text = `
      科目编码 | 科目名称 | 合计 | 基本支出 |  | 项目支出
       |  |  | 人员经费 | 公用经费 | `;
    expect(words("general-public-expenditure", text, tabbed)).toEqual([
      "function",
      "label",
      "amount",
      "basic.personnel",
      "basic.operating",
      "project",
    ]);
  });

  it("lists side by side under a heading each (财决公开06): codes, names and amounts come again", () => {
    const text = `
      人员经费 | | | 公用经费 | | | | |
      科目编码 | 科目名称 | 金额 | 科目编码 | 科目名称 | 金额 | 科目编码 | 科目名称 | 金额`;
    expect(words("general-public-basic", text, tabbed)).toEqual([
      "economic",
      "label",
      "basic.personnel",
      "1:economic",
      "1:label",
      "1:basic.operating",
      "2:economic",
      "2:label",
      "2:basic.operating",
    ]);
  });

  it("财政拨款收入 and 财政拨款支出 over names and amounts (新疆)", () => {
    const text = `
      财政拨款收入 | | 财政拨款支出 | | |
      项目 | 合计 | 功能分类 | 合计 | 一般公共预算 | 政府性基金预算`;
    expect(words("appropriation-summary", text, tabbed)).toEqual([
      "label",
      "in",
      "1:function",
      "1:out",
      "1:out general_public",
      "1:out government_fund",
    ]);
  });

  it("功能科目 over the levels of its codes (湖南)", () => {
    const text = `
      功能科目 | | | 单位编码 | 单位名称（功能分类科目名称） | 合计 | 基本支出 | | | 项目支出
      类 | 款 | 项 | | | | 小计 | 工资福利支出 | 商品和服务支出 |`;
    expect(words("general-public-expenditure", text, tabbed).slice(0, 3)).toEqual([
      "function1",
      "function2",
      "function3",
    ]);
  });
});

describe("columnsOf, headings that must not be taken for others", () => {
  it("all that stands below a comparison of years is a difference (陕西)", () => {
    const text = `
      2023年 | < | 2024年 | < | 增减变化情况 | <
      合计 | 公务接待费 | 合计 | 公务接待费 | 合计 | 公务接待费`;
    expect(words("three-public", text)).toEqual([
      "previous 3p",
      "previous 3p.reception",
      "current 3p",
      "current 3p.reception",
      "change",
      "change",
    ]);
  });

  it("of two columns of one meaning the one below unknown words is not known", () => {
    const text = `
      科目编码 | 合计 | 中央某项补助 | <
      ^ | ^ | 小计 | 基本支出`;
    expect(words("expenditure-summary", text)).toEqual(["function", "amount", "unknown", "basic"]);
  });

  it("广西: 经费拨款（补助） is a part of 一般公共预算, what is not known stays unknown", () => {
    const text = `
      单位名称 | 总计 | 一般公共预算拨款 | < | < | 纳入财政专户管理的收入安排 | 事业收入资金 | 上年结余（转）
      ^ | ^ | 合计 | 经费拨款（补助） | 非税收入安排 | ^ | ^ | ^`;
    expect(words("income-summary", text)).toEqual([
      "unit-name",
      "amount",
      "general_public",
      "general_public.appropriation",
      "unknown",
      "special_account",
      "institutional",
      "carry_over",
    ]);
  });

  it("云南: the parts of 单位资金 where they are spent, which are kinds elsewhere", () => {
    const text = `
      科目编码 | 合计 | 单位资金 | < | < | < | < | < | 事业单位经营支出
      ^ | ^ | 小计 | 事业支出 | 事业单位经营支出 | 上级补助支出 | 附属单位补助支出 | 其他支出 | ^`;
    expect(words("expenditure-summary", text).slice(2)).toEqual([
      "unit",
      "institutional",
      "business",
      "superior_subsidy",
      "subordinate_remittance",
      "other",
      "business",
    ]);
  });

  it("四川: this year's money and what last year left", () => {
    const text = `
      科目编码 | 合计 | 当年财政拨款安排 | 上年结转安排`;
    expect(words("general-public-expenditure", text)).toEqual([
      "function",
      "amount",
      "out current",
      "out carry_over.general_public",
    ]);
  });

  it("the kinds of projects of the budget's own management, as columns", () => {
    const text =
      "合计 | 人员类项目支出 | 公用经费项目支出 | 其他运转类项目支出 | 特定目标类项目支出";
    expect(words("expenditure-summary", text)).toEqual([
      "amount",
      "basic.personnel",
      "basic.operating",
      "project.other_operation",
      "project.specific_purpose",
    ]);
  });

  it("深圳: 人员支出 beside 对个人和家庭的补助 is without that; 人员经费 above it is not", () => {
    const three = `
      科目编码 | 合计 | 基本支出 | < | < | <
      ^ | ^ | 小计 | 人员支出 | 公用支出 | 对个人和家庭的补助支出`;
    expect(words("expenditure-summary", three).slice(2)).toEqual([
      "basic",
      "basic.personnel.wages",
      "basic.operating",
      "basic.personnel.family",
    ]);
    const part = `
      科目编码 | 合计 | 基本支出 | < | < | <
      ^ | ^ | 小计 | 人员经费 | 其中：对个人和家庭的补助 | 公用经费`;
    expect(words("expenditure-summary", part)[3]).toBe("basic.personnel");
  });
});
