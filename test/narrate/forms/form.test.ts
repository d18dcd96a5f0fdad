import { describe, expect, it } from "vitest";
import type { Grid, GridCell } from "../../../src/model/block.ts";
import type { Indicator } from "../../../src/model/narrative.ts";
import type { Form } from "../../../src/model/table.ts";
import type { TableId } from "../../../src/model/table-ids.ts";
import { type FormReading, readForm } from "../../../src/narrate/forms/form.ts";
import { textGrid } from "./text.ts";

function form(id: TableId, ...grids: Grid[]): Form {
  return { id, title: "绩效目标表", place: {}, unit: "万元", unitFrom: "label", grids };
}

const short = (indicator: Indicator): string =>
  [indicator.level1, indicator.level2, indicator.level3, indicator.published].join(" ");

describe("a department's own form", () => {
  const reading = readForm(
    form(
      "department-performance",
      textGrid([
        "部门名称||某局||",
        "预算情况|部门预算总额(万元)|120.50||",
        "|1、资金来源：|(1) 政府预算资金|120.50|",
        "(2) 项目支出||20.50||",
        "一级指标|二级指标|三级指标|指标值|指标值说明",
        "|工作目标管理|工作任务科学性|科学|目标明确",
        "||绩效指标合理性|合理|",
        "||预算编制完整性|完整|",
      ]),
      textGrid([
        "投入管理指标|预算和财务管理|预算执行率||",
        "绩效管理|绩效管理|绩效监控完成率|100%|",
        "评价结果应用率|100%|||",
        "|产出指标|重点工作任务完成|巡查次数|≥12次",
        "|||以上",
        "|||≥3处",
        "|满意度|群众满意度|≥85%|",
      ]),
    ),
  );

  it("carries merged labels over rows and pages, and puts shifted rows right", () => {
    expect(reading.indicators.map(short)).toEqual([
      "投入管理指标 工作目标管理 工作任务科学性 科学",
      "投入管理指标 工作目标管理 绩效指标合理性 合理",
      "投入管理指标 预算和财务管理 预算编制完整性 完整",
      "投入管理指标 预算和财务管理 预算执行率 ",
      "投入管理指标 绩效管理 绩效监控完成率 100%",
      "投入管理指标 绩效管理 评价结果应用率 100%",
      "产出指标 重点工作任务完成 巡查次数 ≥12次以上",
      "产出指标 重点工作任务完成  ≥3处",
      "效益指标 满意度 群众满意度 ≥85%",
    ]);
    expect(reading.unread.map((check) => check.message.en)).toEqual([
      "performance target “” ≥3处: its name is broken or lost",
    ]);
  });

  it("gives its amounts as rows of a table, with the label next to them", () => {
    expect(reading.table?.rows.map((row) => row.cells.map((cell) => cell.text))).toEqual([
      ["部门预算总额(万元)", "120.50"],
      ["(1) 政府预算资金", "120.50"],
      ["(2) 项目支出", "20.50"],
    ]);
    expect(reading.table?.columns.find(({ role }) => role === "amount")?.unit).toBe("万元");
  });
});

describe("a summary form with four pairs side by side", () => {
  const lines = [
    "单位编码（项目编码）|项目单位（项目名称）|项目金额（元）||||绩效目标|||||||",
    "||||||成本指标||产出指标||效益指标||满意度指标|",
    "||资金总额|政府预算资金|财政专户管理资金|单位资金|三级指标|指标值|三级指标|指标值|三级指标|指标值|三级指标|指标值",
    "||80|80||||||||||",
    "901001|某局本级|80|80||||||||||",
    "90100124000000000001|巡查 项目|50|50||车辆费|≤30元|巡查次数|≥4次|隐患|减少|群众满意度|≥90%|",
    "|||||人工费|≤20元|按时率|100%|||||",
    "||||||||整改率|≥95%||||",
    "90100124000000000002|宣传项目|30|30||宣传费|≤30元|场次|3场|知晓率|提高|满意度|≥80%|",
    "|||||||覆盖率|≥60%|||||",
    "|||||印刷费|≤10元|册数|500册|影响|扩大|读者满意度|≥85%|",
  ];
  const reading = readForm(form("project-performance", textGrid(lines)));

  it("places each pair under its heading though a cell is missing", () => {
    expect(reading.indicators.map((i) => `${i.projectName ?? "?"}: ${short(i)}`)).toEqual([
      "巡查项目: 成本指标  车辆费 ≤30元",
      "巡查项目: 成本指标  人工费 ≤20元",
      "巡查项目: 产出指标  巡查次数 ≥4次",
      "巡查项目: 产出指标  按时率 100%",
      "巡查项目: 产出指标  整改率 ≥95%",
      "巡查项目: 效益指标  隐患 减少",
      "巡查项目: 满意度指标  群众满意度 ≥90%",
      "宣传项目: 成本指标  宣传费 ≤30元",
      "宣传项目: 产出指标  场次 3场",
      "宣传项目: 产出指标  覆盖率 ≥60%",
      "宣传项目: 效益指标  知晓率 提高",
      "宣传项目: 满意度指标  满意度 ≥80%",
      "?: 成本指标  印刷费 ≤10元",
      "?: 产出指标  册数 500册",
      "?: 效益指标  影响 扩大",
      "?: 满意度指标  读者满意度 ≥85%",
    ]);
  });

  it("keeps the rows of amounts, and says where a project's name is lost", () => {
    expect(reading.table?.rows.map((row) => row.cells[0]?.text)).toEqual([
      "80",
      "901001",
      "90100124000000000001",
      "90100124000000000002",
    ]);
    const amounts = reading.table?.columns.filter(({ role }) => role === "amount");
    expect(amounts?.map((column) => [column.gives.fund, column.unit])).toEqual([
      ["total", "元"],
      ["fiscal", "元"],
      ["special_account", "元"],
      ["unit", "元"],
    ]);
    expect(reading.unread).toHaveLength(4);
  });
});

describe("a summary form of amounts only", () => {
  it("gives a table though it has no indicators", () => {
    const { indicators, table, unread } = readForm(
      form(
        "project-performance",
        textGrid([
          "单位编码（项目编码）|项目单位（项目名称）|项目金额（万元）|||",
          "||资金总额|政府预算资金|财政专户管理资金|单位资金",
          "901001|某局本级|79|79||",
          "90100124000000000001|巡查项目|63|60||3",
        ]),
      ),
    );
    expect(indicators).toEqual([]);
    expect(unread).toEqual([]);
    expect(table?.rows.map((row) => row.cells.map((cell) => cell.text))).toEqual([
      ["901001", "某局本级", "79", "79"],
      ["90100124000000000001", "巡查项目", "63", "60", "3"],
    ]);
  });
});

describe("one form a project", () => {
  it("reads Hebei's: code, name, funds, payment schedule, description and basis", () => {
    const reading = readForm(
      form(
        "project-performance",
        textGrid([
          "项目编码|13059924P00000010001A||项目名称|灯具 更换||",
          "预算规模及 资金用途|预算数|12.00|其中：财政资金|10.00|其他资金|2.00",
          "|更换楼内灯具|||||",
          "资金支出计 划(%)|3月底||6月底||10月底|",
          "|10||50.5||80|",
          "12月底|100|||||",
          "一级指标|二级指标|三级指标|绩效指标描述|指标值|指标值确定依据|",
          "产出指标|数量指标|更换数量|灯具更换数量|≥200 盏|某发[2023]5|",
        ]),
        textGrid([
          "一级指标|二级指标|三级指标|绩效指标描述|指标值|指标值确定依据",
          "|||||号文",
          "|经济效益指标|无|无|无|无",
          "满意度指标|服务对象满意度指标|使用人员满意度 (%)|问卷|≥90%|号文",
        ]),
      ),
    );
    expect(reading.indicators.map((i) => `${short(i)} / ${i.note}`)).toEqual([
      "产出指标 数量指标 更换数量 ≥200 盏 / 灯具更换数量|某发[2023]5号文",
      "效益指标 经济效益指标 无 无 / 无|无",
      "满意度指标 服务对象满意度指标 使用人员满意度(%) ≥90% / 问卷|号文",
    ]);
    expect(reading.indicators[0]).toMatchObject({
      projectCode: "13059924P00000010001A",
      projectName: "灯具更换",
      operator: "≥",
      value: "200",
      measure: "盏",
    });
    expect(reading.table?.rows.map((row) => row.cells.slice(2).map((cell) => cell.text))).toEqual([
      ["预算数", "12.00"],
      ["其中：财政资金", "10.00"],
      ["其他资金", "2.00"],
    ]);
    expect(reading.statements.map((s) => `${s.measure} ${s.published}${s.unit}`)).toEqual([
      "3月底 10%",
      "6月底 50.5%",
      "10月底 80%",
      "12月底 100%",
    ]);
  });

  it("reads several forms in one grid, with a side label and a sign in its own column", () => {
    const one = (name: string, total: string): string[] => [
      `项目名称|${name}||||`,
      `资金情况（万元）|年度资金总额：|${total}|||`,
      "|其中：财政拨款|1.00|执行率分值|10|",
      "绩效指标|一级指标|二级指标|三级指标|指标性质|指标值|度量单位",
      "绩效指标|产出指标|数量指标|巡检次数|≥|12|次",
      "|||响应|定性|及时|",
      "满意度指标|服务对象满意度指标|用户满意度|≥|95|%|",
    ];
    const lines = [...one("甲", "3.00"), ...one("乙", "4.00")];
    const reading = readForm(form("project-performance", textGrid(lines)));
    expect(reading.indicators.map((i) => `${i.projectName} ${short(i)}`)).toEqual([
      "甲 产出指标 数量指标 巡检次数 ≥12次",
      "甲 产出指标 数量指标 响应 及时",
      "甲 满意度指标 服务对象满意度指标 用户满意度 ≥95%",
      "乙 产出指标 数量指标 巡检次数 ≥12次",
      "乙 产出指标 数量指标 响应 及时",
      "乙 满意度指标 服务对象满意度指标 用户满意度 ≥95%",
    ]);
    expect(reading.table?.rows.map((row) => row.cells.map((cell) => cell.text))).toEqual([
      ["甲", "年度资金总额：", "3.00"],
      ["甲", "其中：财政拨款", "1.00"],
      ["乙", "年度资金总额：", "4.00"],
      ["乙", "其中：财政拨款", "1.00"],
    ]);
    expect(reading.unread.map((check) => check.found)).toEqual(["10", "10"]);
  });
});

describe("a project of several years", () => {
  const money = (reading: FormReading) => [
    reading.table?.rows.map((row) => row.cells.slice(1).map((cell) => cell.text)),
    reading.statements.map((said) => [said.topic, said.measure, said.published, said.unit]),
  ];

  it("has its own money beside this year's, and targets for both", () => {
    const reading = readForm(
      form(
        "project-performance",
        textGrid([
          "项目名称|古树保护|||||",
          "项目资金（万元）|实施期资金总额：||180.00|年度资金总额：||62.00",
          "|其中：财政拨款||170.00|其中：财政拨款||60.00",
          "|其他资金||10.00|其他资金||2.00",
          "总体目标|实施期目标（2023年—2025年）||||年度目标|",
          "绩效指标|一级指标|二级指标|三级指标|指标值|三级指标|指标值",
          "|产出指标|数量指标|普查株数|≥3600株|普查株数|≥1200株",
          "|||复壮株数|≥30株|复壮株数|≥10株",
          "|满意度指标|服务对象满意度指标|群众满意度|≥90%|群众满意度|≥85%",
        ]),
      ),
    );
    expect(reading.indicators.map((i) => `${short(i)} / ${i.note}`)).toEqual([
      "产出指标 数量指标 普查株数 ≥3600株 / 实施期目标（2023年—2025年）",
      "产出指标 数量指标 复壮株数 ≥30株 / 实施期目标（2023年—2025年）",
      "满意度指标 服务对象满意度指标 群众满意度 ≥90% / 实施期目标（2023年—2025年）",
      "产出指标 数量指标 普查株数 ≥1200株 / ",
      "产出指标 数量指标 复壮株数 ≥10株 / ",
      "满意度指标 服务对象满意度指标 群众满意度 ≥85% / ",
    ]);
    expect(money(reading)).toEqual([
      [
        ["年度资金总额：", "62.00"],
        ["其中：财政拨款", "60.00"],
        ["其他资金", "2.00"],
      ],
      [
        ["whole-project", "实施期资金总额：", "180.00", "万元"],
        ["whole-project", "其中：财政拨款", "170.00", "万元"],
        ["whole-project", "其他资金", "10.00", "万元"],
      ],
    ]);
  });

  it("may have two targets for one indicator", () => {
    const reading = readForm(
      form(
        "project-performance",
        textGrid([
          "项目名称|古树保护||||",
          "项目总额|180.00|本年度预算金额|62.00||",
          "一级指标|二级指标|三级指标|项目指标值|年度指标值|备注",
          "产出指标|数量指标|普查株数|≥3600株|≥1200株|全域",
        ]),
      ),
    );
    expect(reading.indicators.map((i) => `${short(i)} / ${i.note}`)).toEqual([
      "产出指标 数量指标 普查株数 ≥3600株 / 项目指标值|全域",
      "产出指标 数量指标 普查株数 ≥1200株 / 全域",
    ]);
    expect(money(reading)).toEqual([
      [["本年度预算金额", "62.00"]],
      [["whole-project", "项目总额", "180.00", "万元"]],
    ]);
  });
});

describe("headings and values as they are published", () => {
  it.each(["年度（项目）指标值", "年度(/项目)指标值", "年度/项目指标值", "中期指标值"])(
    "takes %s for a target's",
    (heading) => {
      const lines = [`一级指标|二级指标|三级指标|${heading}`, "产出指标|数量指标|普查株数|≥1200株"];
      const { indicators } = readForm(form("project-performance", textGrid(lines)));
      expect(indicators.map(short)).toEqual(["产出指标 数量指标 普查株数 ≥1200株"]);
    },
  );

  it("reads amounts that stand in one cell with their labels", () => {
    const { table } = readForm(
      form(
        "department-performance",
        textGrid([
          "年度预算申请（万元）|资金总额：320.00|",
          "|其中：一般公共预算：300.00|其中：基本支出：200.00",
          "|其他资金：20.00|项目支出：120.00",
          "一级指标|二级指标|三级指标|指标值",
          "产出指标|数量指标|普查株数|≥1200株",
        ]),
      ),
    );
    expect(table?.rows.map((row) => row.cells.map((cell) => cell.text))).toEqual([
      ["资金总额：", "320.00"],
      ["其中：一般公共预算：", "300.00"],
      ["其中：基本支出：", "200.00"],
      ["其他资金：", "20.00"],
      ["项目支出：", "120.00"],
    ]);
  });

  it("tells of a form without indicators, and of targets under a heading that is not known", () => {
    const told = (lines: readonly string[]) =>
      readForm(form("project-performance", textGrid(lines))).unread.map((check) => [
        check.severity,
        check.message.en,
      ]);
    expect(told(["项目名称|古树保护", "年度目标|完成普查1200株，合格率95%以上"])).toEqual([
      ["note", "“绩效目标表” has no indicators"],
    ]);
    expect(told(["项目名称|古树保护", "内容|要求", "普查株数|≥1200株"])).toEqual([
      ["warning", "“绩效目标表” prints targets, but the heading of its indicators is not known"],
    ]);
  });
});

describe("a form whose merged cells are known", () => {
  it("takes labels and targets from the cells that reach over a row", () => {
    const cell = (r0: number, r1: number, c0: number, c1: number, text: string): GridCell => ({
      ...{ r0, r1, c0, c1, text },
      place: { page: 1, box: { x0: c0 * 10, x1: c1 * 10 + 10, y0: r0 * 10, y1: r1 * 10 + 10 } },
    });
    const first: Grid = {
      ...{ type: "grid", rowCount: 5, columnCount: 7, spansKnown: true, place: { page: 1 } },
      cells: [
        cell(0, 0, 0, 2, "项目名称"),
        cell(0, 0, 3, 6, "灯具更换"),
        ...["一级指标", "二级指标", "三级指标", "指标值"].map((text, i) =>
          cell(1, 1, [0, 1, 3, 5][i] ?? 0, [0, 2, 4, 6][i] ?? 0, text),
        ),
        cell(2, 4, 0, 0, "产出 指标"),
        cell(2, 3, 1, 2, "数量指标"),
        cell(2, 2, 3, 4, "更换数量"),
        cell(2, 2, 5, 6, "200盏"),
        cell(3, 3, 3, 4, "验收次数"),
        cell(3, 4, 5, 6, "1次"),
        cell(4, 4, 1, 2, "质量指标"),
        cell(4, 4, 3, 4, "验收"),
      ],
    };
    // The next page has fewer columns: they are found by where they stand.
    const second: Grid = {
      ...{ type: "grid", rowCount: 1, columnCount: 4, spansKnown: true, place: { page: 2 } },
      cells: [
        { ...cell(0, 0, 0, 0, ""), place: { page: 2, box: { x0: 0, x1: 10, y0: 0, y1: 9 } } },
        {
          ...cell(0, 0, 1, 1, "时效指标"),
          place: { page: 2, box: { x0: 10, x1: 30, y0: 0, y1: 9 } },
        },
        {
          ...cell(0, 0, 2, 2, "完成时间"),
          place: { page: 2, box: { x0: 30, x1: 50, y0: 0, y1: 9 } },
        },
        {
          ...cell(0, 0, 3, 3, "6月底前"),
          place: { page: 2, box: { x0: 50, x1: 70, y0: 0, y1: 9 } },
        },
      ],
    };
    const { indicators } = readForm(form("project-performance", first, second));
    expect(indicators.map((i) => `${i.projectName} ${short(i)}`)).toEqual([
      "灯具更换 产出指标 数量指标 更换数量 200盏",
      "灯具更换 产出指标 数量指标 验收次数 1次",
      "灯具更换 产出指标 质量指标 验收 1次",
      "灯具更换 产出指标 时效指标 完成时间 6月底前",
    ]);
    expect(indicators[3]?.place.page).toBe(2);
  });
});
