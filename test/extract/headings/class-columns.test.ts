import { describe, expect, it } from "vitest";
import { columnsOf } from "../../../src/extract/headings/columns.ts";
import { headingPaths } from "../../../src/extract/headings/tree.ts";
import { catalogueFor } from "../../../src/normalise/catalogue/index.ts";
import { matchTitle } from "../../../src/taxonomy/tables/match.ts";
import { drawn, tabbed } from "../blocks.ts";

/** What the columns of a table are: kind, fund, economic class (G501: of the government), or their role. */
function words(title: string, text: string, grid = drawn, year = "2023"): string[] {
  const declaration = matchTitle(title);
  if (!declaration) throw new Error(`no table ${title}`);
  const headings = grid(text);
  const paths = headingPaths(headings, headings.rowCount);
  const classes = catalogueFor(year).economicClass;
  return columnsOf(paths, { declaration, year, classes }).map(({ role, gives }) => {
    const { kind, fund, economicCode, govEconomicCode } = gives;
    if (role !== "amount") return role;
    const government = govEconomicCode && `G${govEconomicCode}`;
    return [kind, fund, economicCode, government].filter(Boolean).join(" ") || "amount";
  });
}

const CROSSED = `
  科目编码 | 科目名称 | 总计 | 基本支出 | < | < | 项目支出 | < | < | <
  ^ | ^ | ^ | 合计 | 工资福利支出 | 商品和服务支出 | 合计 | 按项目管理的商品和服务支出 | 资本性支出（基本建设） | 资本性支出`;
const CROSSED_AS = [
  "function",
  "function-name",
  "amount",
  "basic",
  "basic.personnel.wages",
  "basic.operating.goods",
  "project",
  "project 302",
  "project 309",
  "project 310",
];

describe("economic classes as columns", () => {
  it("湖南: below 基本支出 they are kinds, below 项目支出 classes", () => {
    const title = "支出预算分类汇总表（按部门预算经济分类）";
    expect(words(title, CROSSED).map((w) => w.replace("label", "function-name"))).toEqual(
      CROSSED_AS,
    );
  });

  it("the same in a text that drops the blanks of merged cells", () => {
    const text = `
      科目编码 | 科目名称 | 总计 | 基本支出 | | | 项目支出 | | |
       | | | 合计 | 工资福利支出 | 商品和服务支出 | 合计 | 商品和服务支出 | 资本性支出（基本建设） | 资本性支出`;
    const title = "支出预算分类汇总表（按部门预算经济分类）";
    expect(words(title, text, tabbed).slice(3)).toEqual(CROSSED_AS.slice(3));
  });

  it("below 基本支出 all are classes where one of them is no kind", () => {
    const text = `
      科目编码 | 总计 | 基本支出 | < | < | 项目支出
      ^ | ^ | 合计 | 工资福利支出 | 对企业补助 | ^`;
    expect(words("部门支出总表", text).slice(2)).toEqual([
      "basic",
      "basic 301",
      "basic 312",
      "project",
    ]);
  });

  it("新疆: projects by class", () => {
    const text = `
      科目编码 | 科目名称 | 项目名称 | 项目支出小计 | 工资福利支出 | 债务利息及费用支出 | 其他支出`;
    expect(words("项目支出情况表", text).slice(2)).toEqual([
      "project-name",
      "project",
      "301",
      "307",
      "399",
    ]);
  });

  it("rows with 项 are by function, whatever the title is about", () => {
    const text = `
      科目编码 | < | < | 科目名称 | 总计 | 工资福利支出 | 对企业补助
      类 | 款 | 项 | ^ | ^ | ^ | ^`;
    expect(words("部门支出总表（按部门预算经济分类）", text)).toEqual([
      ...["function", "function", "function", "label", "amount", "301", "312"],
    ]);
  });

  it("classes of the government's budget, known by the names that only it has", () => {
    const text = `
      科目编码 | 总计 | 机关工资福利支出 | 对事业单位经常性补助 | 对个人和家庭的补助`;
    expect(words("支出预算分类汇总表（按政府预算经济分类）", text).slice(1)).toEqual([
      "amount",
      "G501",
      "G505",
      "G509",
    ]);
  });

  it("names go by the year: 309 was 基本建设支出 until 2017", () => {
    const text = "科目编码 | 合计 | 工资福利支出 | 基本建设支出";
    expect(words("部门支出总表", text, drawn, "2017").slice(2)).toEqual(["301", "309"]);
  });

  it("四川: below the heading of a class its divisions, and all of it", () => {
    const text = `
      项目 | < | 合计 | 工资福利支出 | < | < | 资本性支出 | <
      功能分类科目编码 | 科目名称 | ^ | 小计 | 基本工资 | 津贴补贴 | 小计 | 办公设备购置`;
    expect(words("财政拨款支出决算明细表", text).slice(2)).toEqual([
      "amount",
      "301",
      "30101",
      "30102",
      "310",
      "31002",
    ]);
  });

  it("湖南: the divisions of the class that a table is about, however it groups them", () => {
    const text = `
      科目 | < | < | 科目名称 | 合计 | 工资津补贴 | < | 住房公积金
      类 | 款 | 项 | ^ | ^ | 基本工资 | 奖金 | ^`;
    const title = "一般公共预算基本支出表--人员经费（工资福利支出）（按部门预算经济分类）";
    expect(words(title, text)).toEqual([
      ...["function", "function", "function", "label", "amount", "30101", "30103", "30113"],
    ]);
    const same = `
      科目 |  |  | 科目名称 | 合计 | 工资津补贴 |  | 住房公积金
      类 | 款 | 项 |  |  | 基本工资 | 奖金 | `;
    expect(words(title, same, tabbed).slice(4)).toEqual(["amount", "30101", "30103", "30113"]);
  });

  it("one name alone may be anything, and rows that are classes have no classes as columns", () => {
    expect(words("部门支出总表", "科目编码 | 合计 | 项目支出 | 其他支出").at(-1)).toBe("unknown");
    const text = "经济分类科目编码 | 经济分类科目名称 | 合计 | 工资福利支出 | 对企业补助";
    expect(words("支出经济分类汇总表", text).slice(3)).toEqual(["unknown", "unknown"]);
  });
});
