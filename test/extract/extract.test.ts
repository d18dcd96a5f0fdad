import { describe, expect, it } from "vitest";
import { extractTables } from "../../src/extract/index.ts";
import type { Block } from "../../src/model/block.ts";
import { document, drawn, lines, tabbed } from "./blocks.ts";

const extract = (...parts: Parameters<typeof document>) => read(document(...parts));
const read = (blocks: readonly Block[]) => extractTables(blocks, { year: "2024", stage: "budget" });
const ids = (...parts: Parameters<typeof document>) => extract(...parts).tables.map(({ id }) => id);

const FUNCTION = `
      科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出`;
const row = (code: string, amount: number | string) => `\n${code} | 名称 | ${amount} | ${amount} |`;
const printed = (table: {
  readonly rows: readonly { readonly cells: readonly { readonly text: string }[] }[];
}) => table.rows.map(({ cells }) => cells.map(({ text }) => text).join(" "));

describe("a further page", () => {
  it("whose first row is named with words of headings (其他资金, 小计) has its headings above that row", () => {
    const { tables, checks } = extract(
      "收入预算总表\n单位：万元",
      drawn("项目名称 | | 金额\n一般公共预算资金 | 小计 | 20,702.25"),
      drawn(
        "项目名称 | | 金额\n政府性基金 | 小计 |\n其他资金 | 小计 | 147.20\n | 其他收入 | 147.20",
      ),
    );
    expect(tables.map((table) => printed(table).length)).toEqual([4]);
    expect(checks).toEqual([]);
  });

  it("that has not the columns of the table is no part of it, and its figures are listed", () => {
    const { tables, checks } = extract(
      "部门支出总表\n单位：万元",
      drawn(FUNCTION + row("2010501", 3)),
      drawn("甲 | 乙\n某项 | 12.50\n2024 | 7"),
    );
    expect(tables.map((table) => printed(table).length)).toEqual([1]);
    expect(checks).toMatchObject([
      { check: "unplaced", table: "expenditure-summary", found: "12.50" },
    ]);
  });
});

describe("a table without title", () => {
  it("that begins as one before it (收入 | 支出), and has headings of its own below, is another", () => {
    const { tables } = read([
      ...lines("部门收支总表\n单位：万元", 1),
      drawn(
        "收入 | < | 支出 | <\n项目 | 金额 | 项目 | 金额\n本年收入合计 | 3.50 | 本年支出合计 | 3.50",
        1,
      ),
      drawn(
        `收入 | < | 支出 | < | < | <
项目 | 金额 | 项目 | 合计 | 一般公共预算 | 政府性基金
收入合计 | 3.50 | 支出合计 | 3.50 | 2.00 | 1.50`,
        2,
      ),
    ]);
    expect(tables.map((table) => [table.id, printed(table)])).toEqual([
      ["income-expenditure-summary", ["本年收入合计 3.50 本年支出合计 3.50"]],
      ["appropriation-summary", ["收入合计 3.50 支出合计 3.50 2.00 1.50"]],
    ]);
  });
});

describe("the end of a page", () => {
  it("within the headings: the next page goes on with them, on the columns of both", () => {
    const { tables, checks } = read([
      ...lines("财政拨款收支总表\n单位：万元", 1),
      drawn("收入 | < | 支出 | <", 1),
      drawn(
        "项目名称 | 金额 | 支出用途 | <\n^ | ^ | 项目名称 | 金额\n一、一般公共预算 | 3.50 | 一、基本支出 | 3.50",
        2,
      ),
    ]);
    expect(tables.map(({ id, columns }) => [id, columns.map(({ gives }) => gives.flow)])).toEqual([
      ["appropriation-summary", [undefined, "income", undefined, "expenditure"]],
    ]);
    expect(checks).toEqual([]);
  });

  it("within a heading: it is one word", () => {
    const { tables } = read([
      ...lines("部门支出总表\n单位：万元", 1),
      drawn("科目编码 | 科目名称 | 合计 | 基本 | 项目", 1),
      drawn(" | | | 支出 | 支出\n2010501 | 行政运行 | 3.50 | 1.50 | 2.00", 2),
    ]);
    const kinds = tables[0]?.columns.map(({ gives }) => gives.kind);
    expect(kinds).toEqual([undefined, undefined, undefined, "basic", "project"]);
  });

  it.each([
    "部门支出总表（续）",
    "部门支出总表（续一）",
    "续表：部门支出总表",
    "部门支出总表（续表）",
  ])("%s is no table of its own", (title) => {
    const { tables } = extract(
      "部门支出总表\n单位：万元",
      drawn(FUNCTION + row("2010501", 3)),
      title,
      drawn(FUNCTION + row("2010502", 4)),
    );
    expect(tables.map((table) => printed(table).length)).toEqual([2]);
  });

  it("with two tables abreast: each goes on below its own columns", () => {
    const abreast = (grid: ReturnType<typeof drawn>, by: number) => ({
      ...grid,
      cells: grid.cells.map(({ place, ...cell }) => ({
        ...cell,
        place: place.box
          ? { ...place, box: { ...place.box, x0: place.box.x0 + by, x1: place.box.x1 + by } }
          : place,
      })),
    });
    const { tables } = read([
      ...lines("部门收入总表\n单位：万元", 1),
      drawn("科目编码 | 科目名称 | 合计\n2010501 | 行政运行 | 3.50", 1),
      ...lines("部门支出总表\n单位：万元", 1),
      abreast(drawn("科目编码 | 科目名称 | 合计\n2010501 | 行政运行 | 3.50", 1), 300),
      drawn("2010502 | 一般行政管理事务 | 1.50", 2),
      abreast(drawn("2010502 | 一般行政管理事务 | 1.50", 2), 300),
    ]);
    expect(tables.map((table) => printed(table).length)).toEqual([2, 2]);
  });
});

describe("titles", () => {
  it("stands above its table with unit, department and form number between", () => {
    const { tables } = extract(
      `部门支出总表
       公开03表
       编制部门：某市统计局
       单位：万元`,
      drawn(FUNCTION + row("2010501", 3)),
    );
    expect(tables).toHaveLength(1);
    expect(tables[0]).toMatchObject({
      id: "expenditure-summary",
      title: "部门支出总表",
      unit: "万元",
    });
  });

  it.each([
    ["2024年一般公共预算“三公”经费、会议费、培训费支出预算\n表", "three-public"],
    ["2017年度江苏省高级人民法院部门一般公共预算\n基本支出预算表", "general-public-basic"],
    ["部门预\n算收支总表", "income-expenditure-summary"],
    ["一般公共预算\n支出预算表", "general-public-expenditure"],
  ])("broken over lines: %s", (title, id) => {
    expect(ids(title, "单位：万元", drawn(FUNCTION + row("2010501", 3)))).toEqual([id]);
  });

  it("the chapter above a title is no part of it", () => {
    const { tables } = extract(
      "第二部分 2024年度部门预算表\n收支预算总表\n单位：万元",
      drawn("收入 | < | 支出 | <\n项目 | 金额 | 项目 | 金额\n收入总计 | 3 | 支出总计 | 3"),
    );
    expect(tables.map(({ title }) => title)).toEqual(["收支预算总表"]);
  });

  it("two titles one after the other are not one: the nearest counts", () => {
    expect(
      ids("一般公共预算支出表", "支出预算总表", "单位：万元", drawn(FUNCTION + row("2010501", 3))),
    ).toEqual(["expenditure-summary"]);
  });

  it("the heading of the document is no first line of a title", () => {
    const heading = "临江市交易中心2018年部门预算及“三公”经费预算编制说明";
    expect(
      ids(heading, "一般公共预算支出表", "单位：万元", drawn(FUNCTION + row("2010501", 3))),
    ).toEqual(["general-public-expenditure"]);
  });

  it("天津: a line without 表 over the unit and the table is its title, if there is none that says so", () => {
    const table = drawn(FUNCTION + row("2010501", 3));
    expect(ids("部门支出总体情况", "单位：万元", table)).toEqual(["expenditure-summary"]);
    const titled = document("部门支出总表\n单位：万元", table);
    const bare = document("部门支出总体情况\n单位：万元", table);
    expect(read([...bare, ...titled]).tables.map(({ title }) => title)).toEqual(["部门支出总表"]);
  });

  it.each([
    ["an ordinal", "（一）部门支出总体情况", "单位：万元", FUNCTION],
    ["prose below", "部门支出总体情况\n部门支出与上年相比略有增加。", "单位：万元", FUNCTION],
    ["no unit below", "部门支出总体情况", "", FUNCTION],
    [
      "other headings below",
      "部门支出总体情况",
      "单位：万元",
      "科目编码 | 职工食堂 | 合计 | 甲 | 乙",
    ],
  ])("a heading of the narrative is none: %s", (_, heading, unit, headings) => {
    expect(ids(heading, unit, drawn(`${headings}${row("2010501", 3)}`))).toEqual([]);
  });

  it("a nearer title of a table that is none of the standard ones keeps a farther one away", () => {
    expect(
      ids(
        "3、支出总表",
        "国有资产收益预算汇总表",
        "单位：万元",
        drawn(FUNCTION + row("2010501", 3)),
      ),
    ).toEqual([]);
  });

  it("drawn as rows of the grid (Excel), with department and unit", () => {
    const table = drawn(`
      部门支出总表 | < | < | < | <
      编制部门：某市统计局 | < | < | 单位：元 | <${FUNCTION}${row("2010501", 3)}`);
    const { tables } = extract(table);
    expect(tables).toHaveLength(1);
    expect(tables[0]).toMatchObject({
      id: "expenditure-summary",
      title: "部门支出总表",
      unit: "元",
    });
    expect(printed(tables[0] as never)).toEqual(["2010501 名称 3 3"]);
  });

  it("a chapter of prose that has the words of a title names no table", () => {
    expect(
      ids(
        `单位：万元
        四、财政拨款收支预算总表情况说明
        某市统计局2024年度财政拨款收、支总预算300万元。`,
        drawn("名称 | 数量\n电脑 | 3"),
      ),
    ).toEqual([]);
  });

  it.each([
    "政府购买服务预算表",
    "新增资产配置表",
    "政府债务情况表",
    "非税收入征收计划表",
    "专项转移支付项目预算表",
    "人员情况表",
  ])("%s is left alone", (title) => {
    expect(ids(title, "单位：万元", drawn(FUNCTION + row("2010501", 3)))).toEqual([]);
  });

  it.each(["政府购买服务预算表", "新增资产配置表", "财政专户管理资金预算支出表"])(
    "%s below a standard table with the same columns is not its next page",
    (title) => {
      const { tables } = extract(
        "政府性基金预算支出表",
        "单位：万元",
        drawn(FUNCTION + row("2290460", 3), 1),
        `${title}
        单位：万元`,
        drawn(FUNCTION + row("2010501", 5), 2),
      );
      expect(tables.map(({ id, rows }) => [id, rows.length])).toEqual([
        ["government-fund-expenditure", 1],
      ]);
    },
  );
});

describe("pages", () => {
  const title = "一般公共预算支出表\n单位：万元";

  it("joined where headings are repeated", () => {
    const { tables } = extract(
      title,
      drawn(FUNCTION + row("201", 9) + row("20105", 9), 1),
      drawn(FUNCTION + row("2010501", 9), 2),
    );
    expect(tables).toHaveLength(1);
    expect(printed(tables[0] as never)).toEqual([
      "201 名称 9 9",
      "20105 名称 9 9",
      "2010501 名称 9 9",
    ]);
    expect(tables[0]?.rows.map(({ index }) => index)).toEqual([1, 2, 3]);
  });

  it("joined where title, unit and headings are repeated", () => {
    const { tables } = extract(
      title,
      drawn(FUNCTION + row("201", 9), 1),
      title,
      drawn(FUNCTION + row("2010501", 9), 2),
    );
    expect(tables.map(({ rows }) => rows.length)).toEqual([2]);
  });

  it("joined where nothing is repeated", () => {
    const { tables } = extract(
      title,
      drawn(FUNCTION + row("201", 9), 1),
      drawn(row("2010501", 9), 2),
    );
    expect(tables.map(({ rows }) => rows.length)).toEqual([2]);
    expect(tables[0]?.rows[1]?.place.page).toBe(2);
  });

  it("joined over the number of the page and 续表", () => {
    const { tables } = extract(
      title,
      drawn(FUNCTION + row("201", 9), 1),
      "—12—\n续表",
      drawn(FUNCTION + row("2010501", 9), 2),
    );
    expect(tables.map(({ rows }) => rows.length)).toEqual([2]);
  });

  it("not joined over a chapter", () => {
    const { tables } = extract(
      title,
      drawn(FUNCTION + row("201", 9), 1),
      "第三部分 情况说明\n某市统计局2024年度支出预算为9万元，比上年增加1万元，主要原因是人员增加。",
      drawn(FUNCTION + row("2010501", 9), 2),
    );
    expect(tables.map(({ rows }) => rows.length)).toEqual([1]);
  });

  it("another title with the same columns opens another table", () => {
    expect(
      ids(
        title,
        drawn(FUNCTION + row("201", 9), 1),
        "政府性基金预算支出表\n单位：万元",
        drawn(FUNCTION + row("229", 9), 2),
      ),
    ).toEqual(["general-public-expenditure", "government-fund-expenditure"]);
  });

  it("a text source: pages that lost their trailing blanks", () => {
    const { tables } = extract(
      title,
      tabbed(FUNCTION + row("201", 9)),
      tabbed(`${FUNCTION}\n2010501 | 名称 | 9`),
    );
    expect(tables.map(({ rows }) => rows.length)).toEqual([2]);
  });

  it("the tail of 财政拨款收支总表, its title and first page lost", () => {
    const table = drawn(`
      收入 | < | 支出 | < | < | <
      项目 | 金额 | 项目 | 合计 | 一般公共预算 | 政府性基金预算
      收入总计 | 8 | 支出总计 | 8 | 5 | 3`);
    const { tables } = extract(
      "部门支出总表",
      "单位：万元",
      drawn(FUNCTION + row("201", 8)),
      table,
    );
    expect(tables.map(({ id, unitFrom }) => [id, unitFrom])).toEqual([
      ["expenditure-summary", "label"],
      ["appropriation-summary", "document"],
    ]);
  });
});

describe("units", () => {
  const table = drawn(FUNCTION + row("2010501", 3));

  it.each([
    ["单位：万元", "万元"],
    ["单位:元", "元"],
    ["金额单位：万元", "万元"],
    ["金额单位: 元", "元"],
    ["單位：萬元", "万元"],
    ["单位：千元", "千元"],
    ["（万元）", "万元"],
    ["单位：人民币元", "元"],
    ["部门：某市统计局 单位：万元", "万元"],
    ["单位:万元 编制日期：2025年2月", "万元"],
    ["单位:元 编制日期：2025年2月", "元"],
    ["单位:万元区档案局", "万元"],
    ["单位：辆、万元", "万元"],
  ])("%s", (label, unit) => {
    expect(extract("支出总表", label, table).tables[0]).toMatchObject({ unit, unitFrom: "label" });
  });

  it.each(["单位：元谋县统计局", "单位：万年县统计局", "单位：亿佛乡"])(
    "%s is a place, and no unit",
    (label) => {
      const other = ["三公经费预算表", "单位：万元", drawn("合计 | 公务接待费\n3 | 3")] as const;
      expect(extract("支出总表", label, table, ...other).tables[0]).toMatchObject({
        unit: "万元",
        unitFrom: "document",
      });
    },
  );

  it.each([
    [[], "元"],
    [["三公经费预算表", "单位：万元", drawn("合计 | 公务接待费\n3 | 3")], "万元"],
  ])("several in one label: the one that other tables have, and said so", (others, unit) => {
    const { tables, checks } = extract("支出总表", "单位：元、万元", table, ...others);
    expect(tables[0]).toMatchObject({ unit, unitFrom: "several" });
    expect(checks.map(({ found }) => found)).toEqual([unit]);
  });

  it("printed before the title", () => {
    expect(extract("单位：万元", "支出总表", table).tables[0]).toMatchObject({
      unit: "万元",
      unitFrom: "label",
    });
  });

  it("printed in a heading, for that column", () => {
    const projects = drawn(
      "项目名称 | 项目金额（万元） | 其中：一般公共预算（元）\n维修 | 3 | 30000",
    );
    const { tables } = extract("项目支出表", projects);
    expect(tables[0]?.columns.map(({ unit }) => unit)).toEqual([undefined, "万元", "元"]);
  });

  it("mixed in one file", () => {
    const { tables } = extract(
      "支出总表",
      "单位：元",
      table,
      "“三公”经费预算表",
      "单位：万元",
      drawn("合计 | 因公出国（境）费 | 公务接待费\n3 | 1 | 2"),
    );
    expect(tables.map(({ unit }) => unit)).toEqual(["元", "万元"]);
  });

  it("missing: that of the document's other tables, and said so", () => {
    const { tables, checks } = extract(
      "支出总表",
      "单位：元",
      table,
      "“三公”经费预算表",
      drawn("合计 | 因公出国（境）费 | 公务接待费\n3 | 1 | 2"),
    );
    expect(tables[1]).toMatchObject({ unit: "元", unitFrom: "document" });
    expect(checks.map(({ found }) => found)).toEqual(["元"]);
  });

  it("missing altogether: no amount is made up", () => {
    expect(() => extract("支出总表", table)).toThrow(
      /支出总表: no table of the document says its unit/,
    );
  });

  it("one that is none of ours", () => {
    expect(() => extract("支出总表", "单位：美元", table)).toThrow(/美元/);
  });
});

describe("empty and absent", () => {
  const empty = drawn(`${FUNCTION}
      | | | |`);

  it.each([
    "注：本部门2024年无政府性基金预算财政拨款安排的预算，故本表为空表。",
    "说明：我单位没有使用政府性基金预算拨款安排的支出，故本表无数据。",
    "（注：2024年没有使用政府性基金预算拨款安排的支出。）",
    "注：无政府基金预算财政拨款预算，空表列示。",
    "备注：此表为空",
    "注：本部门无相关收支项目",
    "（无政府性基金支出）",
  ])("declared: %s", (note) => {
    const { tables } = extract("政府性基金预算支出表", "单位：万元", empty, note);
    expect(tables).toHaveLength(1);
    expect(tables[0]?.rows).toEqual([]);
    expect(tables[0]?.declaredEmpty).toBe(note);
  });

  it("not declared: headings alone", () => {
    const { tables } = extract("政府性基金预算支出表", "单位：万元", empty);
    expect(tables[0]?.rows).toEqual([]);
    expect(tables[0]?.declaredEmpty).toBeUndefined();
  });

  it("a note that says what the table shows declares nothing", () => {
    const { tables } = extract(
      "政府性基金预算支出表",
      "单位：万元",
      drawn(FUNCTION + row("2290460", 3)),
      "注：本表反映部门本年度政府性基金预算财政拨款支出情况。",
    );
    expect(tables[0]?.declaredEmpty).toBeUndefined();
    expect(tables[0]?.notes).toHaveLength(1);
  });

  it("what the contents list promises and the document lacks", () => {
    const contents = `
      目 录
      第一部分 部门概况
      一、主要职责
      第二部分 2024年部门预算表
      一、部门收支总表………………3
      二、部门收入总表………………4
      三、部门支出总表………………5
      四、政府性基金预算支出表………6
      五、国有资本经营预算支出表……7
      第三部分 2024年部门预算情况说明
      一、收支总体情况说明
      二、机关运行经费安排情况
      三、政府采购情况
      第一部分 部门概况`;
    const { tables, absent } = extract(
      contents,
      "三、部门支出总表\n单位：万元",
      drawn(FUNCTION + row("2010501", 3)),
      "四、政府性基金预算支出表\n单位：万元",
      empty,
      "注：本表无数据",
    );
    expect(tables.map(({ id }) => id)).toEqual([
      "expenditure-summary",
      "government-fund-expenditure",
    ]);
    expect(absent).toEqual([
      "income-expenditure-summary",
      "income-summary",
      "state-capital-expenditure",
    ]);
  });

  it("部门预算表 among tables is 政府采购 that lost its words; among chapters it is a chapter", () => {
    const body = ["三、支出预算表\n单位：万元", drawn(FUNCTION + row("2010501", 3))] as const;
    const among = "目录\n九、项目支出预算表\n十、部门预算表\n十一、上年结转资金表";
    const chapter = "目录\n三、名词解释\n四、部门预算表\n五、其他说明";
    expect(extract(`${among}\n九、项目支出预算表`, ...body).absent).toContain("procurement");
    expect(extract(`${chapter}\n三、名词解释`, ...body).absent).toEqual([]);
  });

  it("a contents list set as a table", () => {
    const { absent } = extract(
      "目录",
      drawn(`
        一、收支总表 | 3
        二、收入总表 | 4
        三、支出总表 | 5`),
      "一、收支总表\n单位：万元",
      drawn(`
        收入 | < | 支出 | <
        项目 | 金额 | 项目 | 金额
        收入总计 | 3 | 支出总计 | 3`),
    );
    expect(absent).toEqual(["income-summary", "expenditure-summary"]);
  });
});

describe("bodies", () => {
  it.each([
    ["栏次 | < | 1 | 2 | 3"],
    [" | | 1 | 2 | 3"],
    ["栏次 | < | 1=2+3 | 2 | 3"],
    ["** | ** | 1 | 2 | 3"],
  ])("column numbers are no row: %s", (numbers) => {
    const { tables } = extract(
      "支出总表",
      "单位：元",
      drawn(`${FUNCTION}\n${numbers}${row("2010501", 7)}`),
    );
    expect(printed(tables[0] as never)).toEqual(["2010501 名称 7 7"]);
  });

  it("small amounts in order are a row, not column numbers", () => {
    const { tables } = extract(
      "“三公”经费支出表",
      "单位：万元",
      drawn("合计 | 因公出国（境）费 | 公务接待费\n3 | 1 | 2"),
    );
    expect(printed(tables[0] as never)).toEqual(["3 1 2"]);
  });

  it("notes drawn as the last rows are no rows", () => {
    const table = drawn(`${FUNCTION}${row("2010501", 7)}
      注：本表反映部门本年度各项支出情况。 | < | < | < | <`);
    const { tables } = extract("支出总表", "单位：元", table);
    expect(tables[0]?.rows).toHaveLength(1);
    expect(tables[0]?.notes).toEqual(["注：本表反映部门本年度各项支出情况。"]);
  });

  it("a name drawn once over several rows names each of them", () => {
    const table = drawn(`
      类型 | 项目名称 | 合计
      其他运转类 | 水电费 | 3
      ^ | 维修费 | 4`);
    const { tables } = extract("项目支出表", "单位：元", table);
    expect(printed(tables[0] as never)).toEqual(["其他运转类 水电费 3", "其他运转类 维修费 4"]);
  });

  it("prose alone gives nothing", () => {
    expect(read(lines("某市统计局2024年部门预算\n收入支出决算总表\n单位：万元"))).toEqual({
      tables: [],
      forms: [],
      absent: [],
      checks: [],
    });
  });
});

describe("final accounts", () => {
  it("决算 in the title gives the stage of the table", () => {
    const { tables } = extract("支出决算表", "单位：元", drawn(FUNCTION + row("2010501", 7)));
    expect(tables[0]?.stage).toBe("final");
  });
});

describe("a table that lost a heading", () => {
  const spent = "部门支出总表\n单位：万元";
  const columns = (headings: string, amounts: string) =>
    extract(
      spent,
      tabbed(`科目编码 | 科目名称 | ${headings}\n2010501 | 行政运行 | ${amounts}`),
    ).tables.map(({ unheaded }) => unheaded);

  it("is known by a column without one", () => {
    expect(columns("合计 | 基本支出 | 项目支出", "3.00 | 1.00 | 2.00")).toEqual([undefined]);
    expect(columns("基本支出 | 项目支出 |", "3.00 | 1.00 | 2.00")).toEqual(["filled"]);
    expect(columns("基本支出 | 项目支出 |", "3.00 | 3.00 |")).toEqual(["blank"]);
  });
});

it("a title in two lines, department and unit beside the second", () => {
  const at = (text: string, x0: number, y0: number, size: number): Block => ({
    type: "paragraph",
    text,
    place: { page: 1, box: { x0, y0, x1: x0 + size * text.length, y1: y0 + size } },
  });
  const { tables } = read([
    at("2022年行政(事业)单位机构运行", 60, 63, 16),
    at("经费", 156, 80, 16),
    at("部门名称：某市", 55, 85, 9),
    at("单位：万元", 243, 90, 9),
    at("医疗保障局", 55, 95, 9),
    drawn("科目编码 | 科目名称 | 合计\n30201 | 办公费 | 2.70", 1),
  ]);
  expect(tables).toMatchObject([{ id: "operating-funds", unit: "万元" }]);
});

it("a further line of a purchase takes the names of the item above", () => {
  const { tables } = extract(
    "政府采购预算表\n单位：万元",
    drawn(`采购品目大类 | 采购物品名称 | 采购组织形式 | 总计
      合计 | | | 466.00
       | 物业管理服务 | 分散自行组织 | 36.00
       | | 部门集中采购 | 430.00`),
  );
  expect(tables.map(printed)).toEqual([
    ["合计 466.00", "物业管理服务 分散自行组织 36.00", "物业管理服务 部门集中采购 430.00"],
  ]);
});

it("a further line of a purchase takes no amount that stands among the names of the item above", () => {
  const { tables } = extract(
    "政府采购预算表\n单位：万元",
    drawn(`采购品目大类 | 采购物品名称 | 采购组织形式 | 总计
      36.00 | 物业管理服务 | 分散自行组织 |
       | | 部门集中采购 | 430.00`),
  );
  expect(tables.map(printed)).toEqual([["36.00 物业管理服务 分散自行组织", "部门集中采购 430.00"]]);
});

it.each([
  // A heading over codes and names alike, and one that its cell has cut short.
  ["科目 | ", "2050205 | 高等教育", "function"],
  ["支出功能分类科目编 | 科目名称", "21002 | 公立医院", "function"],
  ["科目 | ", "30107 | 绩效工资", "economic"],
  // Three digits may be those of units.
  ["科目 | ", "313 | 某市医疗保障局", "label"],
])("codes before names say what their column is: %s over %s", (heading, row, role) => {
  const { tables } = extract(
    "部门支出总表\n单位：万元",
    drawn(`${heading} | 合计 | 基本支出
      合计 | | 30.00 | 30.00
      ${row.slice(0, 3)} | 某类 | 30.00 | 30.00
      ${row} | 30.00 | 30.00`),
  );
  expect(tables[0]?.columns[0]?.role).toBe(role);
});
