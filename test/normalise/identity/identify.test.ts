import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { layoutText } from "../../../src/layout/text.ts";
import { InputError } from "../../../src/model/errors.ts";
import { divisionOf, identify } from "../../../src/normalise/identity/index.ts";
import { decodeText } from "../../../src/read/decode.ts";

const of = (text: string, fileName = "a.txt") => identify(layoutText(text).blocks, [], fileName);

describe("identify", () => {
  it("reads a cover set on several lines", () => {
    const text = "沁阳市医疗保障局\n2022 年度部门预算\n(部门汇总预算)\n\n二〇二二年五月\n\n目 录";
    expect(of(text)).toEqual({
      identity: {
        divisionCode: "410882",
        division: "沁阳市",
        departmentCode: "",
        department: "沁阳市医疗保障局",
        year: "2022",
        stage: "budget",
        scope: "department",
      },
      checks: [],
    });
  });

  it("reads the labels and unit rows of tables without a cover", () => {
    const table = (title: string) =>
      `${title}\n\n部门名称：开封市医疗保障局兰考分局\n\n单位：万元\n\n类\t代码\t名称\n\t412\t开封市医疗保障局兰考分局\n\t412001\t开封市医疗保障局兰考分局\n`;
    expect(of(table("2024年部门收支总体情况表")).identity).toMatchObject({
      department: "开封市医疗保障局兰考分局",
      departmentCode: "412",
      divisionCode: "410225",
      year: "2024",
    });
  });

  it("reads code and name above a table, and a labelled year", () => {
    const text = "部门预算收支总表\n\n417 邢台市医疗保障局\n\n预算年度：2024\n\n单位：万元";
    expect(of(text).identity).toMatchObject({
      department: "邢台市医疗保障局",
      departmentCode: "417",
      year: "2024",
      stage: "budget",
    });
  });

  it("takes the name of the title, not of the page's fields above it", () => {
    const fields =
      "当前位置：首页 > 财务信息\n\n信息索引号：\n\n1133/2022-49\n\n发布机构：\n\n泾县教育局\n\n成文日期：\n\n2022-10-20\n\n公开方式：\n\n主动公开\n\n";
    const title = "泾县第五中学2021年度单位决算";
    expect(of(`${fields}${title}\n\n目录\n\n一、概况`).identity).toMatchObject({
      ...{ department: "泾县第五中学", year: "2021", stage: "final", scope: "unit" },
    });
    expect(of(`信息公开\n【财政预算】${title}\n\n目录`).identity.department).toBe("泾县第五中学");
  });

  it("takes what a sentence says that it is, and no word for all its units", () => {
    const duties =
      "一、部门基本情况\n根据县委的规定，泾县城市管理局是县政府工作部门，为正科级。\n二、部门决算情况说明\n2020年度收入总计10万元。";
    expect(of(duties).identity.department).toBe("泾县城市管理局");
    const system = "泾县城市管理局系统2018年部门预算编制情况说明";
    expect(of(system).identity.department).toBe("泾县城市管理局");
  });

  it.each([
    "泾县人民法院部门的主要职责是：\n（一）审判案件。",
    "按照综合预算的原则，全部纳入管理。2019年，泾县人民法院部门收入预算为10万元。",
    "泾县人民法院始建于1949年，是国家的审判机关。",
  ])("takes the name from a sentence where no title has one: %s", (sentence) => {
    const text = `2019年部门预算说明\n\n目录\n\n${sentence}`;
    expect(of(text).identity.department).toBe("泾县人民法院");
  });

  it("keeps the mark of an office that reports for itself alone", () => {
    const text = "2023年度\n泾县农业农村局(本级)部门决算\n目录\n第一部分 泾县农业农村局概况";
    expect(of(text).identity).toMatchObject({
      department: "泾县农业农村局（本级）",
      scope: "unit",
    });
  });

  it("is a place's where the sentence that stands for a title says whose figures were gathered", () => {
    const text =
      "根据财政部的要求，经泾县财政局汇总，2018年泾县各部门及乡镇政府因公出国（境）经费、公务接待费（“三公”经费）决算总额277万元，比上年下降1.8%。";
    expect(of(text).identity).toMatchObject({
      ...{ department: "泾县", scope: "government", year: "2018", stage: "final" },
    });
  });

  it("reads code and name behind a label, the code in brackets (江西)", () => {
    const text =
      "部门收入总表\n\n填报单位:[118007]上犹县寺下镇人民政府\n\n单位：万元\n\n2022年部门预算\n\n填报单位[118007]上犹县寺下镇人民政府";
    expect(of(text).identity).toMatchObject({
      department: "上犹县寺下镇人民政府",
      departmentCode: "118007",
      divisionCode: "360724",
    });
  });

  it.each([
    ["泾县文物局财政拨款“三公”经费预算2014年情况如下：", "泾县文物局", "budget", "department"],
    ["关于泾县文物局“三公”经费2014年决算情况的说明", "泾县文物局", "final", "department"],
    ["按照要求，现将桃花镇2020年度“三公”经费决算情况公布如下：", "桃花镇", "final", "department"],
    [
      "桃花镇2020年“三公”经费决算数共计35.5万元，比上年预算数下降3%；其中公务接待费15.5万元。",
      "桃花镇",
      "final",
      "department",
    ],
    ["泾县2015年度文物局“三公”经费决算情况表", "泾县文物局", "final", "department"],
    ["泾县政协2015年部门决算公开补充说明", "泾县政协", "final", "department"],
    [
      "桃花镇2015年三公”经费支出说明\n一、公务接待费9.95万元，较2014年决算数下降5.5%。",
      "桃花镇",
      "final",
      "department",
    ],
    ["泾县2021年“三公”经费预算", "泾县", "budget", "government"],
    ["2019年度泾县“三公”经费支出决算情况", "泾县", "final", "government"],
    ["泾县2016年县本级“三公”决算汇总情况说明", "泾县", "final", "government"],
  ])("reads who publishes the three-public expenses: %s", (text, department, stage, scope) => {
    expect(of(text)).toMatchObject({ identity: { department, stage, scope }, checks: [] });
  });

  it("takes a unit's own level for no place that rolls up", () => {
    const text =
      "部门预算单位构成\n1.101 泾县人大常委会办公室(一级预算单位)\n2. 101001 泾县人大常委会办公室本级(二级预算单位)\n2017年部门预算说明";
    expect(of(text).identity).toMatchObject({
      ...{ department: "泾县人大常委会办公室", departmentCode: "101", scope: "department" },
    });
  });

  it("takes no zone for the division it lies in, and no 区本级 for a body", () => {
    expect(() => of("泾县经济开发区2021年“三公”经费预算")).toThrow("no department");
    expect(() => of("2021年区本级“三公”经费预算支出表")).toThrow("no department");
  });

  it("leaves out that a publisher reports for its units as well", () => {
    expect(of("绍兴市上虞区统计局（汇总）2023年部门预算").identity).toMatchObject({
      department: "绍兴市上虞区统计局",
      divisionCode: "330604",
    });
  });

  it("knows a final account whose prose speaks of the budget", () => {
    const prose =
      "某局2023年度一般公共预算支出年初预算为10万元，支出决算为9万元，比2022年度预算减少。\n\n";
    const text = `湖南省教育厅\n二〇二三年度部门决算\n\n目录\n\n一、收入支出决算总表\n\n${prose.repeat(9)}`;
    expect(of(text).identity).toMatchObject({
      department: "湖南省教育厅",
      divisionCode: "430000",
      year: "2023",
      stage: "final",
    });
  });

  it("does not take the year that it compares with, nor another body that it names", () => {
    const prose =
      "我部门2024年收入预算5万元，比2023年预算减少1万元，与2023年预算数相比下降。与某市卫生健康委员会2023年部门预算分工。\n\n";
    const text = `2024年某市财政局部门预算\n\n第一部分 某市财政局概况\n\n${prose.repeat(12)}`;
    expect(of(text).identity).toMatchObject({
      department: "某市财政局",
      year: "2024",
      division: "",
    });
  });

  it("tells a unit from its department by the cover, though the tables keep the department's titles", () => {
    const text =
      "安阳市社会医疗保险中心\n2024年度单位预算公开\n\n目录\n\n部门收支预算表\n部门收入预算表\n\n编制部门：安阳市社会医疗保险中心\n\n\t313\t安阳市医疗保障局\n\t313002\t安阳市社会医疗保险中心";
    expect(of(text).identity).toMatchObject({
      department: "安阳市社会医疗保险中心",
      departmentCode: "313002",
      scope: "unit",
      divisionCode: "410500",
    });
  });

  it("asks the file's name for what the text does not say, and says so", () => {
    const { identity, checks } = of(
      "收支预算总表\n\n单位：万元",
      "dir/兰考县财政局-2021-部门决算.pdf",
    );
    expect(identity).toMatchObject({ department: "兰考县财政局", year: "2021", stage: "budget" });
    expect(checks.map((check) => [check.outcome, check.found])).toEqual([
      ["noted", "兰考县财政局"],
      ["noted", "2021"],
    ]);
  });

  it("asks the folder for what a name leaves open, and says so", () => {
    const text = "江北区水利局2024年部门预算";
    expect(of(text).identity.divisionCode).toBe("");
    const { identity, checks } = of(text, "重庆市/水利.pdf");
    expect(identity.divisionCode).toBe("500105");
    expect(checks.map(({ found }) => found)).toEqual(["500105"]);
  });

  it("asks the folder whose a name by rank is", () => {
    const text = "省委办公厅2024年部门预算";
    expect(of(text).identity).toMatchObject({ department: "省委办公厅", divisionCode: "" });
    const { identity, checks } = of(text, "江苏省/省委办公厅.pdf");
    expect(identity).toMatchObject({ department: "江苏省委办公厅", divisionCode: "320000" });
    expect(checks.map(({ found }) => found)).toEqual(["江苏省委办公厅"]);
    expect(of("江苏省2024年省委办公厅部门预算").identity.department).toBe("江苏省委办公厅");
    // Not 市 of 南京市.
    expect(of("市场监督管理局2024年部门预算", "南京市/a.pdf").identity.department).toBe(
      "市场监督管理局",
    );
  });

  it.each(["405001_", "405001 ", "[405001]"])("reads a code before a title: %s", (code) => {
    expect(of(`${code}凤凰县林业局2024年部门预算公开`).identity).toMatchObject({
      ...{ department: "凤凰县林业局", departmentCode: "405001", divisionCode: "433123" },
    });
  });

  it("gives a blank form the name that it prints", () => {
    expect(of("上海市 XX 局\n2024 年度部门决算").identity).toMatchObject({
      department: "上海市XX局",
      year: "2024",
      stage: "final",
    });
  });

  it.each([
    ["no department", "2024年度部门预算\n\n单位：万元"],
    ["no fiscal year", "部门名称：兰考县财政局\n\n部门预算收支总表"],
    ["no department", ""],
  ])("refuses a text with %s", (reason, text) => {
    expect(() => of(text)).toThrow(InputError);
    expect(() => of(text)).toThrow(reason);
  });
});

/** Titles of web pages, as sites set them. */
describe("titles of web pages", () => {
  it.each([
    ["泾县行政审批局2016年“三公”经费预算公开", "泾县行政审批局", "2016"],
    ["泾县财政局（泾县国资局）2019年度部门决算 | 泾县人民政府", "泾县财政局（泾县国资局）", "2019"],
    [
      "2016年市国资委财政拨款“三公”经费预算表 - 宣城市人民政府国有资产监督管理委员会",
      "宣城市人民政府国有资产监督管理委员会",
      "2016",
    ],
    ["2017年县财政局部门预算公开_泾县人民政府门户网站", "泾县财政局", "2017"],
    ["405001_凤凰县水利局2022年部门预算公开", "凤凰县水利局", "2022"],
    ["宣城市水利局2018年部门预算 - 宣城市人民政府", "宣城市水利局", "2018"],
  ])("%s", (title, department, year) => {
    const { identity } = of(`${title}\n\n收支预算总表\n单位：万元`);
    expect(identity).toMatchObject({ department, year });
  });

  it("are quoted where they name nobody", () => {
    expect(() => of("关于公开部门预算的说明\n\n单位：万元")).toThrow("“关于公开部门预算的说明”");
  });
});

describe("roll-ups", () => {
  it("are of a government, where a title says that all departments of a place are meant", () => {
    const { identity } = of(
      "某说明\n\n黎平县2023年县级部门“三公”经费预算汇总表\n\n单位：万元\n\n序号\t单位名称\t合计\n1\t县财政局\t2.63",
    );
    expect(identity).toMatchObject({
      department: "黎平县",
      divisionCode: "522631",
      year: "2023",
      scope: "government",
    });
  });

  it("are of a place whose title says that its figures are put together", () => {
    const text = "关于黎平县2023年“三公”经费预算汇总情况的说明";
    expect(of(text).identity).toMatchObject({ department: "黎平县", scope: "government" });
  });

  it("are none where a department is named", () => {
    const { identity } = of("黎平县财政局2023年县级部门预算\n\n部门：黎平县财政局\n\n单位：万元");
    expect(identity).toMatchObject({ department: "黎平县财政局", scope: "department" });
  });
});

describe("divisionOf", () => {
  it.each([
    ["安阳市医疗保障局", "410500"],
    ["兰考县葡萄架乡人民政府", "410225"],
    ["上海市普陀区人民政府办公室", "310107"],
    ["上海市公安局普陀分局", "310107"],
    ["江苏省高级人民法院", "320000"],
    ["中国共产党江苏省委员会办公厅", "320000"],
    ["国家税务总局安阳市税务局", "410500"],
    ["石家庄市新华书店", "130100"],
    ["开封市城区管理局", "410200"],
    ["兰考医疗保障局", "410225"],
    ["邢台县教育局", "130521"],
    ["大理州财政局", "532900"],
    ["延边州教育局", "222400"],
    ["双江县财政局", "530925"],
    ["广西审计局", "450000"],
    ["贵州省黔东南苗族侗族自治州凯里市财政局", "522601"],
    ["国家医疗保障局", undefined],
    ["中华人民共和国财政部", undefined],
    ["财政部上海监管局", undefined],
    ["北京理工大学", undefined],
    ["普陀区财政局", undefined],
    ["和平医院", undefined],
  ])("of %s is %s", (body, code) => {
    expect(divisionOf(body, "")?.code).toBe(code);
  });

  it("of a name that several places bear is told by a superior in the text", () => {
    expect(divisionOf("普陀区财政局", "按照舟山市的要求")?.code).toBe("330903");
  });

  // 500105 is 江北区 of 重庆 until 2025, 330205 that of 宁波; 莱芜 was a prefecture-level city until 2018.
  it("of a name that another place bore in those years is open", () => {
    expect(divisionOf("江北区水利局", "", "2021")).toBeUndefined();
    expect(divisionOf("江北区水利局", "宁波市", "2021")?.code).toBe("330205");
    expect(divisionOf("江北区水利局", "重庆市", "2021")?.code).toBe("500105");
    expect(divisionOf("江北区水利局", "", "2026")?.code).toBe("330205");
    expect(divisionOf("重庆市江北区水利局", "", "2021")?.code).toBe("500105");
    // Its code of before 1997, when it was in 四川, is nobody's any more.
    expect(divisionOf("渝北区水利局", "", "2021")?.code).toBe("500112");
    expect(divisionOf("莱芜市水利局", "", "2016")?.code).toBe("371200");
  });

  it("of a place that is no more, within one that is", () => {
    expect(divisionOf("重庆市渝北区水利局", "", "2021")?.code).toBe("500112");
  });
});

const CORPUS = process.env.YUSUAN_CORPUS;
const SEEDS: Record<string, object> = {
  "000": {
    department: "安阳市医疗保障局",
    departmentCode: "313",
    divisionCode: "410500",
    year: "2024",
  },
  "001": { department: "开封市医疗保障局兰考分局", departmentCode: "412", divisionCode: "410225" },
  "002": {
    department: "邢台市医疗保障局",
    departmentCode: "417",
    divisionCode: "130500",
    year: "2024",
  },
  "003": {
    department: "招远市医疗保障局",
    departmentCode: "",
    divisionCode: "370685",
    year: "2024",
  },
  "004": {
    department: "沁阳市医疗保障局",
    departmentCode: "707",
    divisionCode: "410882",
    year: "2022",
  },
};

describe.skipIf(!CORPUS || !existsSync(`${CORPUS}/seeds`))("real disclosures", () => {
  const files = CORPUS ? readdirSync(`${CORPUS}/seeds`) : [];
  it.each(files)("%s", (file) => {
    const text = decodeText(readFileSync(`${CORPUS}/seeds/${file}`));
    const { identity, checks } = of(text);
    expect(identity).toMatchObject({
      ...SEEDS[file.slice(0, 3)],
      stage: "budget",
      scope: "department",
    });
    expect(checks).toEqual([]);
  });
});
