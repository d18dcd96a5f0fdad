import { describe, expect, it } from "vitest";
import { catalogueFor } from "../../src/normalise/catalogue/index.ts";
import { figuresOf } from "../../src/normalise/figures.ts";
import { knownUnits } from "../../src/normalise/units.ts";
import { document, drawn, tabbed } from "../extract/blocks.ts";
import { readingsOf } from "./readings.ts";

const figures = (...parts: Parameters<typeof document>) => readingsOf(document(...parts)).figures;

describe("figuresOf, where row and column speak of the same", () => {
  it("the narrower counts: a total row fills in what its column leaves open", () => {
    const table = drawn(`
      本年收入 | < | 本年支出 | < | < | < | <
      项目 | 预算数 | 项目 | 预算数 | < | < | <
      ^ | ^ | ^ | 合计 | 基本支出 | < | 项目支出
      ^ | ^ | ^ | ^ | 人员经费 | 公用经费 | ^
      一、财政拨款收入 | 10 | 一、一般公共服务支出 | 10 | 6 | 1 | 3
      收入总计 | 10 | 支出总计 | 10 | 6 | 1 | 3`);
    expect(figures("部门收支总表", "单位：万元", table).slice(-5)).toEqual([
      "收入总计 | in | 10 万元",
      "支出总计 | out | 10 万元",
      "支出总计 | out basic.personnel | 6 万元",
      "支出总计 | out basic.operating | 1 万元",
      "支出总计 | out project | 3 万元",
    ]);
  });

  it("what is carried forward of one kind bears both names", () => {
    const table = drawn(`
      收入 | < | 支出 | < | < | <
      项目 | 决算数 | 项目 | 合计 | 基本支出 | 项目支出
      本年收入 | 9 | 本年支出 | 7 | 5 | 2
      总计 | 9 | 年末结转和结余 | 2 | 0 | 2`);
    expect(figures("收入支出决算总表", "单位：万元", table).slice(-3)).toEqual([
      "年末结转和结余 | out final carried_forward | 2 万元",
      "年末结转和结余 | out final carried_forward.basic | 0 万元",
      "年末结转和结余 | out final carried_forward.project | 2 万元",
    ]);
  });

  it("neither narrower: the row's word stands, and the contradiction is kept", () => {
    const table = drawn(`
      项目 | 合计 | 基本支出 | 项目支出
      经营支出 | 3 | 2 | 1`);
    const { tables } = readingsOf(document("部门支出总表", "单位：万元", table));
    const read = tables[0] && figuresOf(tables[0], catalogueFor("2024"), knownUnits(tables, ""));
    expect(
      read?.figures.map(({ coordinates, contradicts }) => [coordinates.kind, contradicts]),
    ).toEqual([
      ["business", undefined],
      ["business", "kind"],
      ["business", "kind"],
    ]);
  });
});

describe("figuresOf, lists side by side", () => {
  it("收支总表: each figure belongs to the list that it stands in", () => {
    const table = drawn(`
      收入 | < | 支出 | <
      项目 | 预算数 | 项目 | 预算数
      一、一般公共预算拨款收入 | 1,200.50 | 一、一般公共服务支出 | 1000
      二、政府性基金预算拨款收入 | | 二、住房保障支出 | 250.50
      四、事业收入 | 0.00 | |
      本年收入合计 | 1200.50 | 本年支出合计 | 1,250.50
      使用非财政拨款结余 | | |
      上年结转结余 | 50 | 年终结转结余 |
      收入总计 | 1250.50 | 支出总计 | 1250.50`);
    expect(figures("部门收支总表", "单位：万元", table)).toEqual([
      "一、一般公共预算拨款收入 | in general_public | 1200.50 万元",
      "201 一、一般公共服务支出 | out | 1000 万元",
      "221 二、住房保障支出 | out | 250.50 万元",
      "四、事业收入 | in institutional | 0.00 万元",
      "本年收入合计 | in current | 1200.50 万元",
      "本年支出合计 | out current | 1250.50 万元",
      "上年结转结余 | in carry_over | 50 万元",
      "收入总计 | in | 1250.50 万元",
      "支出总计 | out | 1250.50 万元",
    ]);
  });

  it("the same expenditure in three lists (陕西): functions, department economy, government economy", () => {
    const table = drawn(`
      收入 | < | 支出 | < | < | < | < | <
      项目 | 预算数 | 支出功能分科目（按大类） | 预算数 | 部门预算支出经济科目（按大类） | 预算数 | 政府预算支出经济分类科目（按大类） | 预算数
      1、财政拨款 | 9 | 1、教育支出 | 9 | 1、人员经费和公用经费支出 | 6 | 1、机关工资福利支出 | 4
      | | | | (1)工资福利支出 | 4 | 2、机关商品和服务支出 | 5
      | | | | (2)商品和服务支出 | 2 | |
      | | | | 2、专项业务经费支出 | 3 | |
      | | | | (1)商品和服务支出 | 3 | |
      收入总计 | 9 | 支出总计 | 9 | 支出总计 | 9 | 支出总计 | 9`);
    expect(figures("部门综合预算收支总表", "单位：万元", table)).toEqual([
      "1、财政拨款 | in fiscal | 9 万元",
      "205 1、教育支出 | out | 9 万元",
      "1、人员经费和公用经费支出 | out basic | 6 万元",
      "501 1、机关工资福利支出 | out | 4 万元",
      "(1)工资福利支出 | out basic.personnel.wages | 4 万元",
      "502 2、机关商品和服务支出 | out | 5 万元",
      "(2)商品和服务支出 | out basic.operating.goods | 2 万元",
      "2、专项业务经费支出 | out project | 3 万元",
      "302 (1)商品和服务支出 | out project | 3 万元",
      "收入总计 | in | 9 万元",
      "支出总计 | out | 9 万元",
      "支出总计 | out | 9 万元",
      "支出总计 | out | 9 万元",
    ]);
  });

  it("a 决算 form with 行次 and 栏次", () => {
    const table = drawn(`
      收入 | < | < | 支出 | < | <
      项目 | 行次 | 决算数 | 项目（按功能分类） | 行次 | 决算数
      栏次 | | 1 | 栏次 | | 2
      一、一般公共预算财政拨款收入 | 1 | 88.25 | 一、教育支出 | 31 | 87.00
      八、其他收入 | 8 | 1.00 | |  |
      本年收入合计 | 27 | 89.25 | 本年支出合计 | 57 | 87.00
      使用非财政拨款结余（含专用结余） | 28 | | 结余分配 | 58 | 0.25
      年初结转和结余 | 29 | 3.00 | 年末结转和结余 | 59 | 5.00
      总计 | 30 | 92.25 | 总计 | 60 | 92.25`);
    const { figures } = readingsOf(document("收入支出决算总表", "金额单位：万元", table), {
      stage: "final",
    });
    expect(figures).toEqual([
      "一、一般公共预算财政拨款收入 | in final general_public | 88.25 万元",
      "205 一、教育支出 | out final | 87.00 万元",
      "八、其他收入 | in final other | 1.00 万元",
      "本年收入合计 | in final current | 89.25 万元",
      "本年支出合计 | out final current | 87.00 万元",
      "结余分配 | out final distribution | 0.25 万元",
      "年初结转和结余 | in final carry_over | 3.00 万元",
      "年末结转和结余 | out final carried_forward | 5.00 万元",
      "总计 | in final | 92.25 万元",
      "总计 | out final | 92.25 万元",
    ]);
  });

  it("江苏: three lists, 当年支出小计 written once for two of them", () => {
    const table = drawn(`
      收入 | < | 支出 | < | < | <
      项目名称 | 金额 | 功能分类 | < | 支出用途 | <
      ^ | ^ | 功能科目名称 | 金额 | 项目名称 | 金额
      一、财政拨款（补助） | 900 | 一、一般公共服务 | 700 | 一、基本支出 | 600
      1. 一般公共预算 | 900 | 二、住房保障支出 | 200 | 二、项目支出 | 300
      当年收入小计 | 900 | 当年支出小计 | 900 | 当年支出小计 | 900
      上年结转资金 | 10 | 结转下年资金 | 10 | 结转下年资金 | 10
      收入合计 | 910 | 支出合计 | 910 | 支出合计 | 910`);
    expect(figures("收支预算总表", "单位：万元", table)).toEqual([
      "一、财政拨款（补助） | in fiscal | 900 万元",
      "201 一、一般公共服务 | out | 700 万元",
      "一、基本支出 | out basic | 600 万元",
      "1. 一般公共预算 | in general_public | 900 万元",
      "221 二、住房保障支出 | out | 200 万元",
      "二、项目支出 | out project | 300 万元",
      "当年收入小计 | in current | 900 万元",
      "当年支出小计 | out current | 900 万元",
      "当年支出小计 | out current | 900 万元",
      "上年结转资金 | in carry_over | 10 万元",
      "结转下年资金 | out carried_forward | 10 万元",
      "结转下年资金 | out carried_forward | 10 万元",
      "收入合计 | in | 910 万元",
      "支出合计 | out | 910 万元",
      "支出合计 | out | 910 万元",
    ]);
  });

  it("收入合计 above 收入总计 is the year's", () => {
    const table = drawn(`
      收入 | < | 支出 | <
      项目 | 金额 | 项目 | 金额
      一、财政拨款收入 | 80 | 一、教育支出 | 90
      收入合计 | 80 | 支出合计 | 90
      上年结转 | 10 | |
      收入总计 | 90 | 支出总计 | 90`);
    expect(figures("收支总表", "单位：万元", table).slice(2)).toEqual([
      "收入合计 | in current | 80 万元",
      "支出合计 | out current | 90 万元",
      "上年结转 | in carry_over | 10 万元",
      "收入总计 | in | 90 万元",
      "支出总计 | out | 90 万元",
    ]);
  });

  it("财政拨款收支总表: what is left, by budget, below its line", () => {
    const table = drawn(`
      收入 | < | 支出 | < | < | <
      项目 | 预算数 | 项目 | 合计 | 一般公共预算 | 政府性基金预算
      一、本年收入 | 100 | 一、本年支出 | 104 | 96 | 8
      （一）一般公共预算拨款 | 92 | （一）教育支出 | 96 | 96 |
      （二）政府性基金预算拨款 | 8 | （二）其他支出 | 8 | | 8
      二、上年结转 | 4 | 二、结转下年 | | |
      （一）一般公共预算拨款 | 4 | | | |
      收入总计 | 104 | 支出总计 | 104 | 96 | 8`);
    expect(figures("财政拨款收支总表", "单位：万元", table)).toEqual([
      "一、本年收入 | in current | 100 万元",
      "一、本年支出 | out fiscal current | 104 万元",
      "一、本年支出 | out general_public current | 96 万元",
      "一、本年支出 | out government_fund current | 8 万元",
      "（一）一般公共预算拨款 | in general_public | 92 万元",
      "205 （一）教育支出 | out fiscal | 96 万元",
      "205 （一）教育支出 | out general_public | 96 万元",
      "（二）政府性基金预算拨款 | in government_fund | 8 万元",
      "229 （二）其他支出 | out fiscal | 8 万元",
      "229 （二）其他支出 | out government_fund | 8 万元",
      "二、上年结转 | in carry_over | 4 万元",
      "（一）一般公共预算拨款 | in carry_over.general_public | 4 万元",
      "收入总计 | in fiscal | 104 万元",
      "支出总计 | out fiscal | 104 万元",
      "支出总计 | out general_public | 96 万元",
      "支出总计 | out government_fund | 8 万元",
    ]);
  });

  it("江苏 收入总表: funds by name, 小计 is that of the fund beside it", () => {
    const table = drawn(`
      项目 | < | 金额
      收入总计 | < | 130
      一般公共预算资金 | 小计 | 100
      ^ | 公共财政拨款（补助）资金 | 95
      政府性基金 | < | 20
      其他资金 | 小计 | 10
      ^ | 其他收入 | 10`);
    expect(figures("收入预算总表", "单位：万元", table)).toEqual([
      "收入总计 | in | 130 万元",
      "一般公共预算资金 › 小计 | in general_public | 100 万元",
      "一般公共预算资金 › 公共财政拨款（补助）资金 | in general_public.appropriation | 95 万元",
      "政府性基金 | in government_fund | 20 万元",
      "其他资金 › 小计 | in unit | 10 万元",
      "其他资金 › 其他收入 | in other | 10 万元",
    ]);
  });

  it("决算 基本支出: three triples, totals of two of them in the last row", () => {
    const table = drawn(`
      人员经费 | < | < | 公用经费 | < | < | < | < | <
      科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数
      301 | 工资福利支出 | 60.00 | 302 | 商品和服务支出 | 20.00 | 310 | 资本性支出 | 1.00
      30101 | 基本工资 | 60.00 | 30201 | 办公费 | 20.00 | 31002 | 办公设备购置 | 1.00
      人员经费合计 | < | 60.00 | 公用经费合计 | < | < | < | < | 21.00`);
    const { figures } = readingsOf(
      document("一般公共预算财政拨款基本支出决算表", "单位：万元", table),
      { stage: "final" },
    );
    expect(figures).toEqual([
      "301 工资福利支出 | out final general_public basic.personnel | 60.00 万元",
      "302 商品和服务支出 | out final general_public basic.operating | 20.00 万元",
      "310 资本性支出 | out final general_public basic.operating | 1.00 万元",
      "30101 基本工资 | out final general_public basic.personnel | 60.00 万元",
      "30201 办公费 | out final general_public basic.operating | 20.00 万元",
      "31002 办公设备购置 | out final general_public basic.operating | 1.00 万元",
      "人员经费合计 | out final general_public basic.personnel | 60.00 万元",
      "公用经费合计 | out final general_public basic.operating | 21.00 万元",
    ]);
  });
});

describe("figuresOf, codes", () => {
  const title = ["一般公共预算支出表", "单位：万元"].join("\n");

  it("one column of whole codes, the total first", () => {
    const table = drawn(`
      科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
      | 合计 | 30 | 20 | 10
      201 | 一般公共服务支出 | 30 | 20 | 10
      20103 | 政府办公厅（室）及相关机构事务 | 30 | 20 | 10
      2010301 | 行政运行 | 20 | 20 |
      2010302 | 一般行政管理事务 | 10 | | 10`);
    expect(figures(title, table)).toEqual([
      "合计 | out general_public | 30 万元",
      "合计 | out general_public basic | 20 万元",
      "合计 | out general_public project | 10 万元",
      "201 一般公共服务支出 | out general_public | 30 万元",
      "201 一般公共服务支出 | out general_public basic | 20 万元",
      "201 一般公共服务支出 | out general_public project | 10 万元",
      "20103 政府办公厅（室）及相关机构事务 | out general_public | 30 万元",
      "20103 政府办公厅（室）及相关机构事务 | out general_public basic | 20 万元",
      "20103 政府办公厅（室）及相关机构事务 | out general_public project | 10 万元",
      "2010301 行政运行 | out general_public | 20 万元",
      "2010301 行政运行 | out general_public basic | 20 万元",
      "2010302 一般行政管理事务 | out general_public | 10 万元",
      "2010302 一般行政管理事务 | out general_public project | 10 万元",
    ]);
  });

  const HEADINGS = `
      功能分类科目编码 | < | < | 功能分类科目名称 | 金额
      类 | 款 | 项 | ^ | ^`;
  const CODES = [
    "201 一般公共服务支出 | out general_public | 20 万元",
    "20103 政府办公厅（室）及相关机构事务 | out general_public | 20 万元",
    "2010301 行政运行 | out general_public | 20 万元",
  ];

  it("a column a level, each row with the levels above it; the total last", () => {
    const table = drawn(`${HEADINGS}
      201 | | | 一般公共服务支出 | 20
      201 | 03 | | 政府办公厅（室）及相关机构事务 | 20
      201 | 03 | 01 | 行政运行 | 20
      | | | 合计 | 20`);
    expect(figures(title, table)).toEqual([...CODES, "合计 | out general_public | 20 万元"]);
  });

  it("a column a level, the levels above left out", () => {
    const table = drawn(`${HEADINGS}
      201 | | | 一般公共服务支出 | 20
      | 03 | | 政府办公厅（室）及相关机构事务 | 20
      | | 01 | 行政运行 | 20`);
    expect(figures(title, table)).toEqual(CODES);
  });

  it("a column a level, a leading zero lost", () => {
    const table = drawn(`${HEADINGS}
      201 | | | 一般公共服务支出 | 20
      201 | 3 | | 政府办公厅（室）及相关机构事务 | 20
      201 | 3 | 1 | 行政运行 | 20`);
    expect(figures(title, table)).toEqual(CODES);
  });

  it("levels that a row leaves out come from the page before", () => {
    const first = drawn(
      `${HEADINGS}
      201 | | | 一般公共服务支出 | 20
      | 03 | | 政府办公厅（室）及相关机构事务 | 20`,
      1,
    );
    const second = drawn(
      `${HEADINGS}
      | | 01 | 行政运行 | 20`,
      2,
    );
    expect(figures(title, first, second)).toEqual(CODES);
  });

  it("a level that has lost the one above it is listed", () => {
    const table = drawn(`${HEADINGS}
      | | 01 | 行政运行 | 20`);
    const { figures, checks } = readingsOf(document(title, table));
    expect(figures).toEqual([]);
    expect(checks.map(({ check, found }) => [check, found])).toEqual([["unplaced", "20"]]);
  });

  it("leaves only, in no order", () => {
    const table = drawn(`${HEADINGS}
      210 | 11 | 01 | 行政单位医疗 | 2
      208 | 05 | 05 | 机关事业单位基本养老保险缴费支出 | 3
      221 | 02 | 01 | 住房公积金 | 4`);
    expect(figures(title, table)).toEqual([
      "2101101 行政单位医疗 | out general_public | 2 万元",
      "2080505 机关事业单位基本养老保险缴费支出 | out general_public | 3 万元",
      "2210201 住房公积金 | out general_public | 4 万元",
    ]);
  });

  it("a running number before the code", () => {
    const table = drawn(`
      序号 | 科目编码 | 科目名称 | 合计
      1 | 201 | 一般公共服务支出 | 20
      2 | 20103 | 政府办公厅（室）及相关机构事务 | 20
      3 | 2010301 | 行政运行 | 20`);
    expect(figures(title, table)).toEqual(CODES);
  });

  it("a code fused to its name", () => {
    const table = tabbed(`
      科目编码 | 科目名称 | 合计
      201 一般公共服务支出 | | 20
      20103政府办公厅（室）及相关机构事务 | | 20
      2010301 行政运行 | | 20`);
    expect(figures(title, table)).toEqual(CODES);
  });

  it("both economic classifications: the same code below two of the government's", () => {
    const table = drawn(`
      部门预算经济分类 | < | 政府预算经济分类 | < | 合计 | 人员经费 | 公用经费
      科目编码 | 科目名称 | 科目编码 | 科目名称 | ^ | ^ | ^
      30101 | 基本工资 | 50101 | 工资奖金津补贴 | 7 | 7 |
      30101 | 基本工资 | 50501 | 工资福利支出 | 5 | 5 |
      30201 | 办公费 | 50201 | 办公经费 | 1 | | 1`);
    expect(figures("一般公共预算基本支出表", "单位：万元", table)).toEqual([
      "30101 50101 基本工资 | out general_public basic | 7 万元",
      "30101 50101 基本工资 | out general_public basic.personnel | 7 万元",
      "30101 50501 基本工资 | out general_public basic | 5 万元",
      "30101 50501 基本工资 | out general_public basic.personnel | 5 万元",
      "30201 50201 办公费 | out general_public basic | 1 万元",
      "30201 50201 办公费 | out general_public basic.operating | 1 万元",
    ]);
  });

  it("the class once, its kinds below with a zero lost", () => {
    const table = drawn(`
      经济分类科目编码 | < | 科目名称 | 合计
      类 | 款 | ^ | ^
      301 | | 工资福利支出 | 9
      301 | 2 | 津贴补贴 | 4
      | 1 | 基本工资 | 5`);
    expect(figures("一般公共预算基本支出表", "单位：万元", table)).toEqual([
      "301 工资福利支出 | out general_public basic | 9 万元",
      "30102 津贴补贴 | out general_public basic | 4 万元",
      "30101 基本工资 | out general_public basic | 5 万元",
    ]);
  });

  it("313 the unit among the classes, and 313 the class", () => {
    const table = drawn(`
      科目编码 | < | 科目名称 | 合计
      类 | 款 | ^ | ^
      313 | | 安阳市医疗保障局 | 9
      301 | 01 | 基本工资 | 5
      313 | | 对社会保障基金补助 | 4`);
    expect(figures("支出经济分类汇总表", "单位：万元", table)).toEqual([
      "313 安阳市医疗保障局 | out | 9 万元",
      "30101 基本工资 | out | 5 万元",
      "313 对社会保障基金补助 | out | 4 万元",
    ]);
    const { tables, figures: read } = readingsOf(
      document("支出经济分类汇总表", "单位：万元", table),
    );
    expect(tables).toHaveLength(1);
    expect(read).toHaveLength(3);
  });

  it("a code that the catalogue does not know is kept and listed", () => {
    const table = drawn(`
      科目编码 | 科目名称 | 合计
      2019977 | 不见经传的支出 | 3`);
    const { figures, checks } = readingsOf(document(title, table));
    expect(figures).toEqual(["2019977 不见经传的支出 | out general_public | 3 万元"]);
    expect(checks.map(({ check, found }) => [check, found])).toEqual([["unknown-code", "2019977"]]);
    expect(checks[0]?.figures).toEqual([{ tableIndex: 0, row: 1, column: 2 }]);
    expect(checks[0]?.message).toEqual({
      zh: "科目目录中没有2019977 不见经传的支出；按印出的保留",
      en: "the catalogue does not know 2019977 不见经传的支出; it is kept as printed",
    });
  });
});

describe("figuresOf, projects, units and totals", () => {
  it("projects: type carried down, figures in names left alone, unit row between", () => {
    const table = drawn(`
      类型 | 项目名称 | 项目单位 | 合计 | 一般公共预算 | 政府性基金预算
      | 合计 | | 20.00 | 12.00 | 8.00
      | 313 | 安阳市医疗保障局 | 20.00 | 12.00 | 8.00
      其他运转类 | DRG试点工作经费项目2024年16万 | 安阳市医疗保障局 | 10.00 | 10.00 |
      特定目标类 | 2023年专项补助 | 安阳市医疗保障局 | 10.00 | 2.00 | 8.00`);
    expect(figures("项目支出预算表", "单位：万元", table)).toEqual([
      "合计 | out project | 20.00 万元",
      "合计 | out general_public project | 12.00 万元",
      "合计 | out government_fund project | 8.00 万元",
      "313 安阳市医疗保障局 | out project | 20.00 万元",
      "313 安阳市医疗保障局 | out general_public project | 12.00 万元",
      "313 安阳市医疗保障局 | out government_fund project | 8.00 万元",
      "other_operation 安阳市医疗保障局 DRG试点工作经费项目2024年16万 | out project | 10.00 万元",
      "other_operation 安阳市医疗保障局 DRG试点工作经费项目2024年16万 | out general_public project | 10.00 万元",
      "specific_purpose 安阳市医疗保障局 2023年专项补助 | out project | 10.00 万元",
      "specific_purpose 安阳市医疗保障局 2023年专项补助 | out general_public project | 2.00 万元",
      "specific_purpose 安阳市医疗保障局 2023年专项补助 | out government_fund project | 8.00 万元",
    ]);
  });

  it("a first row without any name is the total", () => {
    const table = drawn(`
      项目名称 | 项目单位 | 合计
      | | 13
      信息系统运维 | 某市统计局 | 13`);
    expect(figures("项目支出表", "单位：万元", table)).toEqual(
      [" | out project | 13 万元", "某市统计局 信息系统运维 | out project | 13 万元"].map(
        (line) => line,
      ),
    );
  });

  it.each([
    [
      "a class that is printed once, above what it has",
      `采购品目大类 | 专项名称 | 采购物品名称 | 总计
      合计 | | | 9
      一、货物A | | | 4
      | 设备购置 | 台式计算机 | 4
      二、服务C | | | 5
      | 物业管理 | 保洁 | 5`,
      [undefined, "goods", "goods", "services", "services"],
    ],
    [
      "the class of a code",
      `项目名称 | 采购目录编码 | 合计
      合计 | | 9
      设备购置 | A02010105 | 4
      大楼维修 | B0801 | 2
      某局小计 | | 3
      物业管理 | C21040001 | 3`,
      [undefined, "goods", "works", undefined, "services"],
    ],
    [
      "the class in a column of its own",
      `项目名称 | 采购类别 | 合计
      设备购置 | 货物 | 4
      物业管理 | 服务类 | 3`,
      ["goods", "services"],
    ],
  ])("purchases: %s", (_what, rows, classes) => {
    const { tables } = readingsOf(document("政府采购预算表", "单位：万元", drawn(rows)));
    const read = tables[0] && figuresOf(tables[0], catalogueFor("2024"), knownUnits(tables, ""));
    expect(read?.figures.map(({ coordinates }) => coordinates.procurement)).toEqual(classes);
    expect(read?.figures.map(({ coordinates }) => coordinates.item)).toEqual(
      classes.map(() => undefined),
    );
  });

  it("rows are totals, sections or lines", () => {
    const table = drawn(`
      项目名称 | 项目单位 | 合计
      | | 13
      313001 | 某市统计局 | 13
      信息系统运维 | 某市统计局 | 13`);
    const { tables } = readingsOf(document("项目支出表", "单位：万元", table));
    const read = tables[0] && figuresOf(tables[0], catalogueFor("2024"), knownUnits(tables, ""));
    expect(read?.keys.map(({ role, section }) => [role, section])).toEqual([
      ["total", undefined],
      ["section", undefined],
      ["line", 2],
    ]);
  });

  it("a line of no meaning tells no unit", () => {
    const unitsOf = (words: string) => {
      const table = drawn(`
        科目编码 | 单位代码 | 单位（科目名称） | 合计
        | | 合计 | 83.03
        ${words}
        | 313001 | 某县文化遗产局 | 83.03
        2296003 | | 用于体育事业的彩票公益金支出 | 83.03`);
      const { tables } = readingsOf(document("政府性基金支出预算表", "单位：万元", table));
      const read = tables[0] && figuresOf(tables[0], catalogueFor("2024"), knownUnits(tables, ""));
      return read?.figures.map(({ coordinates }) => coordinates.unitCode);
    };
    expect(unitsOf("| | | 83.03")).toEqual([undefined, "313001", undefined]);
    const other = "2070109 | | 群众文化 | 83.03";
    expect(unitsOf(other)).toEqual([undefined, undefined, "313001", "313001"]);
  });

  it("a heading's own unit goes before the table's", () => {
    const table = drawn("项目名称 | 项目金额（万元） | 其中：一般公共预算（元）\n维修 | 3 | 30000");
    expect(figures("项目支出表", "单位：千元", table)).toEqual([
      "维修 | out project | 3 万元",
      "维修 | out general_public project | 30000 元",
    ]);
  });

  it("a unit a row", () => {
    const table = drawn(`
      部门（单位）代码 | 部门（单位）名称 | 总计 | 本年收入 | < | 上年结转结余
      ^ | ^ | ^ | 合计 | 一般公共预算 | ^
      | 合计 | 50 | 45 | 45 | 5
      313001 | 某市医疗保障局本级 | 50 | 45 | 45 | 5`);
    expect(figures("部门收入预算表", "单位：万元", table)).toEqual([
      "合计 | in | 50 万元",
      "合计 | in current | 45 万元",
      "合计 | in general_public | 45 万元",
      "合计 | in carry_over | 5 万元",
      "313001 某市医疗保障局本级 | in | 50 万元",
      "313001 某市医疗保障局本级 | in current | 45 万元",
      "313001 某市医疗保障局本级 | in general_public | 45 万元",
      "313001 某市医疗保障局本级 | in carry_over | 5 万元",
    ]);
  });

  it("a table of one row without names", () => {
    const table = drawn(`
      合计 | 基本支出 | 项目支出 | 单位预留机动经费 | 结转下年资金
      910 | 600 | 300 | 0 | 10`);
    expect(figures("支出预算总表", "单位：万元", table)).toEqual(
      [
        "out | 910 万元",
        "out basic | 600 万元",
        "out project | 300 万元",
        "out reserve | 0 万元",
        "out carried_forward | 10 万元",
      ].map((line) => ` | ${line}`),
    );
  });
});

describe("figuresOf, rows without a name", () => {
  it("a dash among the names is none", () => {
    const table = drawn(`
      项目名称 | 项目单位 | 合计
      设备维护 | 某市统计局 | 3
      合计 | - | 3`);
    const total = document("项目支出表", "单位：万元", table);
    expect(readingsOf(total).figures.at(-1)).toBe("合计 | out project | 3 万元");
    const dashed = drawn("项目名称 | 合计\n设备维护 | 3\n—— | 3");
    const { figures } = readingsOf(document("项目支出表", "单位：万元", dashed));
    expect(figures.join()).not.toContain("——");
  });

  it("the last one is no total beside one that is called so", () => {
    const table = drawn(`
      科目编码 | 科目名称 | 合计
      | 合计 | 30
      2210201 | 住房公积金 | 10
      | | 20`);
    const { figures, checks } = readingsOf(document("部门支出总表", "单位：万元", table));
    expect(figures).toEqual(["合计 | out | 30 万元", "2210201 住房公积金 | out | 10 万元"]);
    expect(checks.map(({ check, found }) => `${check} ${found}`)).toEqual(["unplaced 20"]);
  });
});

describe("figuresOf, three-public tables", () => {
  it("a row an item: what two years were, what changed is left alone, counts are no money", () => {
    const table = drawn(`
      项目 | 上年决算数 | 本年决算数 | 比上年 | <
      ^ | ^ | ^ | 增减额 | 增减幅度
      合计 | 9 | 8 | -1 | -11.11%
      一、因公出国（境）费 | 1 | 0 | -1 | -100%
      二、公务接待费 | 3 | 3 | 0 | 0
      三、公务用车购置及运行费 | 5 | 5 | |
      其中：公务用车运行费 | 5 | 5 | |
      公务用车购置 | 0 | 0 | |
      公务用车保有量（辆） | 4 | 4 | |`);
    const { figures, checks } = readingsOf(
      document("“三公”经费支出决算情况表", "单位：万元", table),
      { stage: "final" },
    );
    expect(figures).toEqual([
      "合计 | out previous final three_public | 9 万元",
      "合计 | out final three_public | 8 万元",
      "一、因公出国（境）费 | out previous final three_public.overseas | 1 万元",
      "一、因公出国（境）费 | out final three_public.overseas | 0 万元",
      "二、公务接待费 | out previous final three_public.reception | 3 万元",
      "二、公务接待费 | out final three_public.reception | 3 万元",
      "三、公务用车购置及运行费 | out previous final three_public.vehicle | 5 万元",
      "三、公务用车购置及运行费 | out final three_public.vehicle | 5 万元",
      "其中：公务用车运行费 | out previous final three_public.vehicle.operation | 5 万元",
      "其中：公务用车运行费 | out final three_public.vehicle.operation | 5 万元",
      "公务用车购置 | out previous final three_public.vehicle.purchase | 0 万元",
      "公务用车购置 | out final three_public.vehicle.purchase | 0 万元",
    ]);
    expect(checks).toEqual([]);
  });

  it("会议费 and 培训费 as rows: 合计 is over all of them", () => {
    const table = drawn(`
      项目 | 小计 | 其中：一般公共预算安排数
      合计 | 12 | 12
      一、“三公”经费 | 7 | 7
      1.因公出国（境）费用 | 0 | 0
      2.公务接待费 | 7 | 7
      二、会议费 | 2 | 2
      三、培训费 | 3 | 3`);
    expect(
      figures("“三公”经费、会议费和培训费支出预算表", "单位：万元", table).slice(0, 4),
    ).toEqual([
      "合计 | out table_total | 12 万元",
      "合计 | out general_public table_total | 12 万元",
      "一、“三公”经费 | out three_public | 7 万元",
      "一、“三公”经费 | out general_public three_public | 7 万元",
    ]);
  });

  it("a row a unit (深圳)", () => {
    const table = drawn(`
      单位名称 | 总计 | 因公出国（境）费 | 公务接待费 | 公务用车购置及运行费 | < | <
      ^ | ^ | ^ | ^ | 小计 | 公务用车购置 | 公务用车运行
      合计 | 9 | 0 | 4 | 5 | 0 | 5
      某市统计局本级 | 9 | 0 | 4 | 5 | 0 | 5`);
    const items = [
      "three_public",
      "three_public.overseas",
      "three_public.reception",
      "three_public.vehicle",
      "three_public.vehicle.purchase",
      "three_public.vehicle.operation",
    ];
    const amounts = ["9", "0", "4", "5", "0", "5"];
    expect(figures("“三公”经费预算表", "单位：万元", table)).toEqual(
      ["合计", "某市统计局本级"].flatMap((unit) =>
        items.map((item, i) => `${unit} | out ${item} | ${amounts[i]} 万元`),
      ),
    );
  });

  it("rows by running number, columns by budget (河北)", () => {
    const table = drawn(`
      序号 | 项目 | 合计 | 一般公共预算 | 政府性基金预算
      栏次 | < | 1 | 2 | 3
      1 | “三公”经费小计 | 5 | 5 |
      2 | 一、因公出国（境）费 | | |
      3 | 其中：教学科研人员因公出国（境）费 | | |
      4 | 其他因公出国（境）费 | | |
      5 | 二、公务用车购置及运维费 | 3 | 3 |
      6 | 其中：公务用车购置费 | | |
      7 | 公务用车运维费 | 3 | 3 |
      8 | 三、公务接待费 | 2 | 2 |`);
    expect(figures("财政拨款“三公”经费支出表", "单位：万元", table)).toEqual(
      [
        ["“三公”经费小计", "three_public", 5],
        ["二、公务用车购置及运维费", "three_public.vehicle", 3],
        ["公务用车运维费", "three_public.vehicle.operation", 3],
        ["三、公务接待费", "three_public.reception", 2],
      ].flatMap(([label, item, amount]) => [
        `${label} | out ${item} | ${amount} 万元`,
        `${label} | out general_public ${item} | ${amount} 万元`,
      ]),
    );
  });

  it("one row of pairs 预算数, 决算数", () => {
    const table = drawn(`
      合计 | < | 因公出国（境）费 | < | 公务接待费 | <
      预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数
      1 | 2 | 3 | 4 | 5 | 6
      10.00 | 8.00 | 4.00 | 3.00 | 6.00 | 5.00`);
    const { figures } = readingsOf(document("财政拨款“三公”经费支出决算表", "单位：万元", table), {
      stage: "final",
    });
    expect(figures).toEqual([
      " | out three_public | 10.00 万元",
      " | out final three_public | 8.00 万元",
      " | out three_public.overseas | 4.00 万元",
      " | out final three_public.overseas | 3.00 万元",
      " | out three_public.reception | 6.00 万元",
      " | out final three_public.reception | 5.00 万元",
    ]);
  });
});

describe("figuresOf, tables of one budget", () => {
  it("决算 政府性基金: what came in is income of the fund, what went out its expenditure", () => {
    const table = drawn(`
      项目 | < | 年初结转和结余 | 本年收入 | 本年支出 | < | < | 年末结转和结余
      功能分类科目编码 | 科目名称 | ^ | ^ | 小计 | 基本支出 | 项目支出 | ^
      栏次 | < | 1 | 2 | 3 | 4 | 5 | 6
      合计 | < | 1.00 | 9.00 | 8.00 | | 8.00 | 2.00
      2296013 | 用于城乡医疗救助的彩票公益金支出 | 1.00 | 9.00 | 8.00 | | 8.00 | 2.00`);
    const { figures } = readingsOf(
      document("政府性基金预算财政拨款收入支出决算表", "单位：万元", table),
      { stage: "final" },
    );
    expect(figures.slice(5)).toEqual(
      [
        "in final carry_over.government_fund | 1.00",
        "in final government_fund | 9.00",
        "out final government_fund current | 8.00",
        "out final government_fund project | 8.00",
        "out final government_fund carried_forward | 2.00",
      ].map((said) => `2296013 用于城乡医疗救助的彩票公益金支出 | ${said} 万元`),
    );
  });

  it("projects of 一般公共预算 alone", () => {
    const table = drawn("项目名称 | 合计\n信息系统运维 | 5");
    expect(figures("表3-2 一般公共预算项目支出预算表", "单位：万元", table)).toEqual([
      "信息系统运维 | out general_public project | 5 万元",
    ]);
  });

  it("上年执行数 and 增减额 (中央)", () => {
    const table = drawn(`
      科目编码 | 科目名称 | 上年执行数 | 本年预算数 | < | < | 本年预算数比上年执行数 | <
      ^ | ^ | ^ | 小计 | 基本支出 | 项目支出 | 增减额 | 增减%
      2010501 | 行政运行 | 4.00 | 5.00 | 5.00 | | 1.00 | 25.00`);
    const { figures, checks } = readingsOf(document("一般公共预算支出表", "单位：万元", table));
    expect(figures).toEqual([
      "2010501 行政运行 | out previous final general_public | 4.00 万元",
      "2010501 行政运行 | out general_public | 5.00 万元",
      "2010501 行政运行 | out general_public basic | 5.00 万元",
    ]);
    expect(checks).toEqual([]);
  });
});

describe("figuresOf, numbers", () => {
  const head = `
      科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出`;
  const one = (row: string) =>
    readingsOf(document("支出总表", "单位：元", drawn(`${head}\n${row}`)));

  it("an amount fused to a name is listed; one that a name speaks of is not", () => {
    const fused = one("2010301 | 24,458.43行政运行 | 5.00 | 5.00 |");
    expect(fused.checks.map((check) => [check.check, check.found])).toEqual([
      ["unplaced", "24,458.43行政运行"],
    ]);
    expect(one("2010301 | 业务经费9.37万元 | 5.00 | 5.00 |").checks).toEqual([]);
  });

  it.each([
    ["1,234,567.89", "1234567.89"],
    ["１２３．４５", "123.45"],
    ["1，234.56", "1234.56"],
    ["1 234.56", "1234.56"],
    ["-12.00", "-12.00"],
    ["（12.00）", "-12.00"],
    ["0", "0"],
    ["0.00", "0.00"],
    ["8200", "8200"],
    ["1166.0944", "1166.0944"],
  ])("%s is %s", (printed, published) => {
    const { figures, checks } = one(`2010301 | 行政运行 | ${printed} | |`);
    expect(figures).toEqual([`2010301 行政运行 | out | ${published} 元`]);
    expect(checks).toEqual([]);
  });

  it.each(["-", "——", "—", "－", "/", "无", "单位不需填列", ""])("“%s” is no figure", (printed) => {
    const { figures, checks } = one(`2010301 | 行政运行 | 5.00 | ${printed} |`);
    expect(figures).toEqual(["2010301 行政运行 | out | 5.00 元"]);
    expect(checks).toEqual([]);
  });

  it("two numbers in one cell are listed, not guessed", () => {
    const { figures, checks } = one("2010301 | 行政运行 | 5.00 | 3.00 2.00 |");
    expect(figures).toEqual(["2010301 行政运行 | out | 5.00 元"]);
    expect(checks.map(({ check, found }) => [check, found])).toEqual([["unplaced", "3.00 2.00"]]);
  });

  it.each([
    ["12.50万元", "12.50 万元"],
    ["3,000 元", "3000 元"],
  ])("%s has a unit of its own", (printed, money) => {
    expect(one(`2010301 | 行政运行 | ${printed} | |`).figures).toEqual([
      `2010301 行政运行 | out | ${money}`,
    ]);
  });

  it("money with words in its cell is listed; years, shares and counts are not", () => {
    const { figures, checks } = one("2010301 | 行政运行 | 12.50（含结转） | 5.00 |");
    expect(figures).toEqual(["2010301 行政运行 | out basic | 5.00 元"]);
    expect(checks.map(({ check, found }) => [check, found])).toEqual([
      ["unplaced", "12.50（含结转）"],
    ]);
    for (const words of ["同比增长12.5%", "2024年无此项", "共3人"]) {
      expect(one(`2010301 | 行政运行 | ${words} | 5.00 |`).checks).toEqual([]);
    }
  });

  it("a number whose row says nothing known is listed", () => {
    const { figures, checks } = one("| 神秘支出 | 5.00 | |");
    expect(figures).toEqual([]);
    expect(checks.map(({ check, found }) => [check, found])).toEqual([["unplaced", "5.00"]]);
  });

  it("a number below a heading that is not known is listed", () => {
    const table = drawn(`
      科目编码 | 科目名称 | 合计 | 神秘资金
      2010301 | 行政运行 | 5.00 | 3.00`);
    const { figures, checks } = readingsOf(document("支出总表", "单位：元", table));
    expect(figures).toEqual(["2010301 行政运行 | out | 5.00 元"]);
    expect(checks.map(({ check, found }) => [check, found])).toEqual([
      ["unknown-heading", "神秘资金"],
      ["unplaced", "3.00"],
    ]);
  });

  it("column numbers are no money, 3=4+5 neither", () => {
    const table = drawn(`
      科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
      栏次 | < | 1=2+3 | 2 | 3
      2010301 | 行政运行 | 5 | 3 | 2`);
    const { figures, checks } = readingsOf(document("支出总表", "单位：元", table));
    expect(figures).toHaveLength(3);
    expect(checks).toEqual([]);
  });
});
