import { expect, it } from "vitest";
import { document, drawn, tabbed } from "../extract/blocks.ts";
import { readingsOf } from "./readings.ts";

/** Forms of places that none of the corpus is from, each cut down to the rows that matter. */
function figures(title: string, table: string, year = "2024"): readonly string[] {
  return readingsOf(document(title, "单位：万元", drawn(table)), { year }).figures;
}

it("小计 beside a unit's name is the unit's, and so are the projects below it", () => {
  const found = figures(
    "项目支出预算表",
    `单位名称 | 项目名称 | 资金合计
     | 合计 | 9
     管委会机关 | 小计 | 5
     | 规划编制服务 | 5
     社会事业服务中心 | 小计 | 4
     | 道路养护 | 4`,
  );
  expect(found).toEqual([
    "合计 | out project | 9 万元",
    "管委会机关 小计 | out project | 5 万元",
    "管委会机关 规划编制服务 | out project | 5 万元",
    "社会事业服务中心 小计 | out project | 4 万元",
    "社会事业服务中心 道路养护 | out project | 4 万元",
  ]);
});

it("功能科目 over a name is no part of the project's", () => {
  const found = figures(
    "项目支出预算明细表",
    `序号 | 项目名称 | 功能科目 | 金额
     1 | 品牌保险补贴 | 农业生产支持补贴 | 5`,
  );
  expect(found).toEqual(["品牌保险补贴 农业生产支持补贴 | out project | 5 万元"]);
});

it.each(["收 入 总 计", "收入合计"])("小计 that has only other years below, above %s", (whole) => {
  const found = figures(
    "部门收支总体情况表",
    `收入 | < | 支出 | <
     收入项目类别 | 预算数 | 支出项目类别 | 预算数
     一般公共预算 | 9 | 农林水支出 | 9
     小  计 | 9 | 小  计 | 9
     单位上年结余（不包括国库集中支付额度结余） | 1 | 结转下年 | 1
     ${whole} | 10 | ${whole.replace("收", "支").replace("入", "出")} | 10`,
  );
  expect(found.slice(2, 4)).toEqual([
    "小  计 | in current | 9 万元",
    "小  计 | out current | 9 万元",
  ]);
});

it("小计 of a section is not the year's", () => {
  const found = figures(
    "部门收支总体情况表",
    `收入 | < | 支出 | <
     项目 | 预算数 | 项目 | 预算数
     一般公共预算 | 9 | 农林水支出 | 10
     小计 | 9 | |
     事业收入 | 1 | |
     收入总计 | 10 | 支出总计 | 10`,
  );
  expect(found[2]).toBe("小计 | in | 9 万元");
});

it("新疆: classes in columns, some behind their codes", () => {
  const found = figures(
    "项目支出情况表",
    `科目编码 | 功能分类科目名称 | 项目名称 | 项目支出合计 | 工资福利支出 | 302 商品和服务支出 | 310 资本性支出
     2070113 | 旅游宣传 | 亮化 | 9 | | 4 | 5`,
  );
  expect(found).toEqual([
    "2070113 亮化 旅游宣传 | out project | 9 万元",
    "2070113 302 亮化 旅游宣传 | out project | 4 万元",
    "2070113 310 亮化 旅游宣传 | out project | 5 万元",
  ]);
});

it("a code that is another class's says nothing", () => {
  const found = figures(
    "项目支出情况表",
    `科目编码 | 功能分类科目名称 | 项目名称 | 项目支出合计 | 301 商品和服务支出 | 310 资本性支出
     2070113 | 旅游宣传 | 亮化 | 9 | 4 | 5`,
  );
  expect(found).toEqual(["2070113 亮化 旅游宣传 | out project | 9 万元"]);
});

it("湖南: the classes of the government, of which one has the name of another", () => {
  const found = figures(
    "收支总表",
    `收入 | < | 支出 | < | < | <
     项目 | 本年预算 | 项目（按功能分类） | 本年预算 | 项目（按政府预算经济分类） | 本年预算
     一般公共预算拨款收入 | 9 | 一、教育支出 | 9 | 五、对事业单位经常性补助 | 5
     | | | | 九、对个人和家庭的补助 | 4`,
  );
  expect(found.slice(2)).toEqual([
    "505 五、对事业单位经常性补助 | out | 5 万元",
    "509 九、对个人和家庭的补助 | out | 4 万元",
  ]);
});

it("湖南: 单位名称（功能科目） names subjects where they have codes", () => {
  const found = figures(
    "支出预算分类汇总表（按政府预算经济分类）",
    `科目编码 | < | < | 单位代码 | 单位名称（功能科目） | 总计 | 对事业单位经常性补助 | 对个人和家庭的补助
     类 | 款 | 项 | ^ | ^ | ^ | ^ | ^
     207 | 02 | 04 | 506001 | 文物保护 | 9 | 5 | 4`,
  );
  expect(found.map((figure) => figure.replace(" 506001", ""))).toEqual([
    "2070204 文物保护 | out | 9 万元",
    "2070204 505 文物保护 | out | 5 万元",
    "2070204 509 文物保护 | out | 4 万元",
  ]);
});

it("湖南: the three public expenses of last year and of this one", () => {
  const found = figures(
    "一般公共预算“三公”经费支出表",
    `单位名称 | 上年“三公”经费预算数 | < | 本年“三公”经费预算数 | <
     ^ | 合计 | 公务接待费 | 合计 | 公务接待费
     某县博物馆 | 4 | 2 | 3 | 1`,
  );
  expect(found.map((figure) => figure.replace(/^.*?\| out /, ""))).toEqual([
    "previous three_public | 4 万元",
    "previous three_public.reception | 2 万元",
    "three_public | 3 万元",
    "three_public.reception | 1 万元",
  ]);
});

it("辽宁: 部门经济分类名称 names the rows", () => {
  const found = figures(
    "支出总体情况表（按经济分类）",
    `部门经济分类编码 | 部门经济分类名称 | 合计
     | 合计 | 9
     301 | 工资福利支出 | 9`,
  );
  expect(found).toEqual(["合计 | out | 9 万元", "301 工资福利支出 | out | 9 万元"]);
});

it("2012: classes by the names of that year", () => {
  const found = figures(
    "收支预算总表",
    `收入 | < | 支出 | <
     项目 | 预算数 | 项目 | 预算数
     财政拨款 | 9 | 一、国土资源气象等事务 | 5
     | | 二、资源勘探电力信息等事务 | 4`,
    "2012",
  );
  expect(found.slice(1)).toEqual([
    "220 一、国土资源气象等事务 | out | 5 万元",
    "215 二、资源勘探电力信息等事务 | out | 4 万元",
  ]);
});

it("贵州: 收入项目 and 支出项目 over names and amounts, in a text without spans", () => {
  const table = tabbed(`
    收入项目 | | 支出项目 |
    项目 | 预算数 | 项目 | 预算数
    事业收入 | 9 | 教育支出 | 9`);
  expect(readingsOf(document("部门收支预算总表", "单位：万元", table)).figures).toEqual([
    "事业收入 | in institutional | 9 万元",
    "205 教育支出 | out | 9 万元",
  ]);
});
