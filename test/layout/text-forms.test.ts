import { describe, expect, it } from "vitest";
import { layoutText } from "../../src/layout/text.ts";
import type { Grid } from "../../src/model/block.ts";

/** Paragraphs as their text, grids as rows of fields (blank where nothing is printed). */
function shown(text: string): (string | string[])[] {
  return layoutText(text).blocks.map((block) => (block.type === "grid" ? rows(block) : block.text));
}

function rows(grid: Grid): string[] {
  const out: string[][] = Array.from({ length: grid.rowCount }, () =>
    Array.from({ length: grid.columnCount }, () => ""),
  );
  for (const { r0, c0, text } of grid.cells) (out[r0] as string[])[c0] = text;
  return out.map((fields) => fields.join("|"));
}

/** A line with each text at its column of characters, as `pdftotext -layout` sets it. */
const set = (...pieces: readonly (readonly [number, string])[]) =>
  pieces.reduce((line, [at, text]) => line.padEnd(at) + text, "");

const gridsOf = (text: string) =>
  layoutText(text).blocks.filter((block): block is Grid => block.type === "grid");

describe("tables with bars", () => {
  const cells = (...texts: string[]) => texts.map((text) => `${text} |`).join("\n");

  it("reads one cell a line with a bar behind each, by the only number of columns that fits", () => {
    const text = cells("项 目", "预算数", "决算数", "合计", "30.8", "25.7", "接待费", "", "16.3");
    expect(shown(`单位:万元\n${text}\n二、说明`)).toEqual([
      "单位:万元",
      ["项 目|预算数|决算数", "合计|30.8|25.7", "接待费||16.3"],
      "二、说明",
    ]);
  });

  it("reads cells between bars of their own, a bar more between rows, and the unit before them", () => {
    const text =
      "\n|\n|\n单位:万元\n|\n|\n项 目\n|\n合计\n|\n一般公共\n预算\n|\n|\n公务接待费\n|\n1.00\n|\n1\n|\n|\n会议费\n|\n2.00\n|\n2.00\n|\n一、说明";
    const [table, after] = shown(text);
    expect((table as string[]).filter((row) => row.replaceAll("|", "") !== "")).toEqual([
      "单位:万元|||",
      "项 目|合计|一般公共预算|",
      "公务接待费|1.00|1|",
      "会议费|2.00|2.00|",
    ]);
    expect(after).toBe("一、说明");
  });

  it("reads two tables of such cells, one below the other, the second with its title between", () => {
    const first = cells("项目", "支出", "减少率", "合计", "30.8", "0%", "接待费", "无", "-");
    const second = cells("使用项目", "数量", "保有量", "660");
    const between = `${first}\n2020年度使用情况\n${second}`;
    expect(shown(`${between}\n公务接待批次 |\n486 |\n一、说明`)).toEqual([
      ["项目|支出|减少率", "合计|30.8|0%", "接待费|无|-"],
      "2020年度使用情况",
      ["使用项目|数量", "保有量|660", "公务接待批次|486"],
      "一、说明",
    ]);
  });

  it("reads cells above bars, with units behind amounts and blanks behind the last row", () => {
    const above = (...texts: string[]) => texts.map((text) => `${text}\n|`).join("\n");
    const head = above("附表:", "", "统计表", "单位:万元", "项目", "预算数");
    const body = above("合计", "44万元", "接待费", "10万元", "公务用车购置", "", "", "", "");
    expect(shown(`${head}\n${body}`)).toEqual([
      [
        ...["附表:|", "|", "统计表|", "单位:万元|"],
        ...["项目|预算数", "合计|44万元", "接待费|10万元", "公务用车购置|"],
      ],
    ]);
  });

  it("takes no table where a cell is missing, or names stand where figures should", () => {
    for (const text of [
      cells("项目", "预算数", "决算数", "合计", "30.8", "25.7", "接待费", "16.3"),
      cells("项目", "预算数", "决算数", "合计", "30.8", "25.7", "接待费", "待定", "16.3"),
    ])
      expect(gridsOf(text)).toEqual([]);
  });

  it("reads Markdown, its rule dropped", () => {
    const text =
      "收支表\n\n| 项目 | 金额 |\n|:---|---:|\n| 一、外交 | 9.00 |\n| **合计** | |\n\n注：空";
    expect(shown(text)).toEqual(["收支表", ["项目|金额", "一、外交|9.00", "合计|"], "注：空"]);
  });

  it("reads Markdown without outer bars, and escaped bars", () => {
    expect(shown("项目 | 金额\n--- | ---\n甲\\|乙 | 1")).toEqual([["项目|金额", "甲|乙|1"]]);
  });

  it("reads rows between bars without a rule, empty cells as bars alone", () => {
    expect(shown("| 类 | 款 | 项 |\n| 208 ||| \n| 208 | 05 | |")).toEqual([
      ["类|款|项", "208||", "208|05|"],
    ]);
  });

  it("reads one cell a line, a lone bar for a blank", () => {
    expect(shown("收入|\n|\n支出\n201|\n05|\n07\n合计|\n|\n9.00\n\n注")).toEqual([
      ["收入||支出", "201|05|07", "合计||9.00"],
      "注",
    ]);
  });

  it("reads rows that end in a bar and begin without one", () => {
    expect(shown("三公表 | |\n项 目 | 预算数 |\n合计 | 34.35 |\n\n注")).toEqual([
      ["三公表|", "项 目|预算数", "合计|34.35"],
      "注",
    ]);
  });

  it("leaves bars alone that make no table", () => {
    expect(shown("首页|\n新闻|\n\n联系|")).toEqual(["首页|", "新闻|", "联系|"]);
  });
});

describe("tables in HTML", () => {
  it("keeps merged cells, and the lines of cells and of the prose around them", () => {
    const text =
      "<p>三公&nbsp;经费</p>\n<table>\n<tr><th rowspan=2>合计</th><th colspan=2>公务用车</th></tr>\n<tr><td>购置</td><td>运行</td></tr>\n<tr><td>9.00</td><td></td><td>6.00</td></tr></table>\n<p>注：无</p>";
    const { blocks } = layoutText(text);
    expect(shown(text)).toEqual([
      "三公 经费".replace(" ", "\u00a0"),
      ["合计|公务用车|", "|购置|运行", "9.00||6.00"],
      "注：无",
    ]);
    expect(blocks.map((block) => block.place.line)).toEqual([1, 2, 6]);
    const [grid] = gridsOf(text);
    expect(grid?.spansKnown).toBe(true);
    expect(grid?.cells[0]).toMatchObject({ r0: 0, r1: 1, c0: 0, c1: 0, place: { line: 3 } });
    expect(grid?.cells[1]).toMatchObject({ r0: 0, r1: 0, c0: 1, c1: 2 });
  });

  it("does not claim to know the spans of a table that has none", () => {
    expect(gridsOf("<table><tr><td>项目</td><td>1</td></tr></table>")[0]?.spansKnown).toBe(false);
  });

  it("takes a table around others for a frame", () => {
    const text =
      "<table><tr><td>单位：万元<table><tr><td>甲</td><td>1</td></tr></table></td></tr></table>";
    expect(shown(text)).toEqual(["单位：万元", ["甲|1"]]);
  });

  it("joins the lines of a cell, and drops scripts", () => {
    const text =
      "<script>x='9.00'</script><table><tr><td>基本\n  支出</td><td>DRG\n pay</td></tr></table>";
    expect(shown(text)).toEqual([["基本支出|DRG pay"]]);
  });

  it("covers no position twice, and no row beyond the last, whatever the spans say", () => {
    const text =
      "<table><tr><td rowspan=9>a</td><td colspan=3>b</td></tr><tr><td rowspan=2 colspan=2>c</td></tr></table>";
    const [grid] = gridsOf(text);
    const seen = new Set<string>();
    for (const cell of grid?.cells ?? [])
      for (let r = cell.r0; r <= cell.r1; r++)
        for (let c = cell.c0; c <= cell.c1; c++) {
          expect(seen.has(`${r},${c}`)).toBe(false);
          expect(r).toBeLessThan(grid?.rowCount ?? 0);
          seen.add(`${r},${c}`);
        }
  });

  it("reads tables with tabs between the tags as well", () => {
    expect(shown("<html><body>\n甲\t1\n乙\t2\n</body></html>")).toEqual([["甲|1", "乙|2"]]);
  });
});

describe("tables set with spaces", () => {
  const summary = [
    "                         收支预算总表",
    "部门：某省某厅                                            单位：万元",
    "",
    "         收入                             支出",
    "",
    "      项目         金额             项目            金额",
    "",
    "一、财政拨款           9,066.79 一、一般公共服务支出       6,543.55",
    "",
    " 1.政府性基金                     二、外交支出",
    "",
    "     收入合计        9,066.79     支出合计         6,543.55",
  ];

  it("puts parts below the one group beside the name, where single blanks keep no places", () => {
    const copied = [
      "单位：万元",
      "项目 2016年预算数",
      "小计 其中：一般公共预算安排数",
      "一、“三公”经费合计 31.83 31.83",
      "（一）因公出国（境）费 单位不需填列 单位不需填列",
      "（二）公务接待费 24.83 24.83",
      "（三）公务用车费 7.0 7.0",
      "      1.公务用车购置费",
      "      2.公务用车运行维护费 7.0 7.0",
      "二、会议费 8.59 8.59",
      "三、培训费 16.86 16.86",
    ];
    expect((shown(copied.join("\n"))[1] as string[]).slice(0, 3)).toEqual([
      "项目|2016年预算数|",
      "|小计|其中：一般公共预算安排数",
      "一、“三公”经费合计|31.83|31.83",
    ]);
  });

  it("reads a heading whose letters fill its cell as one, and 类 款 项 目 as four", () => {
    const lines = [
      "单位：万元",
      "项      目 本年决算数",
      "一、支出合计 9.28",
      "2、公务接待费 9.28",
    ];
    expect((shown(lines.join("\n"))[1] as string[]).slice(0, 2)).toEqual([
      "项      目|本年决算数",
      "一、支出合计|9.28",
    ]);
    const levels = ["单位：万元", "类   款   项   目   金额", "201  03  01  02  9.28"];
    expect((shown(levels.join("\n"))[1] as string[])[0]).toBe("类|款|项|目|金额");
  });

  it("reads words whose letters stand far apart as one", () => {
    const lines = [
      "                         单位收支总体情况表",
      "                                                        单位：万元",
      "            收    入                       支    出",
      "         项    目         预算数       项    目（按功能分类）      预算数",
      "一、一般公共预算拨款     1,141.98 一、教育支出                 1,141.98",
      "二、单位资金                     二、住房保障支出",
      "收   入   总   计     1,141.98 支   出   总   计             1,141.98",
    ];
    const rows = shown(lines.join("\n"))[2] as string[];
    expect(rows.map((row) => row.replace(/ /g, ""))).toEqual([
      "收入||支出|",
      "项目|预算数|项目（按功能分类）|预算数",
      "一、一般公共预算拨款|1,141.98|一、教育支出|1,141.98",
      "二、单位资金||二、住房保障支出|",
      "收入总计|1,141.98|支出总计|1,141.98",
    ]);
  });

  it("drops 类 款 项 before the numbers of the columns where codes are printed whole", () => {
    const lines = [
      "金额单位：元",
      "              项目                    本年支出",
      "   支出功能分类科目编码     科目名称        小计          基本支出",
      "   类    款    项         栏次          1            2",
      "                        合计     3,000.00       3,000.00",
      "208                 社会保障和就业支出   1,000.00       1,000.00",
      "20805               行政事业单位养老支出  1,000.00       1,000.00",
      "2080501             行政单位离退休     1,000.00       1,000.00",
    ];
    expect((shown(lines.join("\n"))[1] as string[]).slice(0, 4)).toEqual([
      "项目||本年支出|",
      "支出功能分类科目编码|科目名称|小计|基本支出",
      "|栏次|1|2",
      "|合计|3,000.00|3,000.00",
    ]);
  });

  it("begins a table below its title where no unit stands between", () => {
    const lines = [
      "                      一般公共预算基本支出预算表",
      "            部门预算经济分类",
      "                                          金额",
      "     科目编码              科目名称",
      "301           工资福利支出            8,175,193.00",
      "30101         基本工资              8,175,193.00",
    ];
    expect((shown(lines.join("\n"))[1] as string[]).slice(0, 3)).toEqual([
      "部门预算经济分类||金额",
      "科目编码|科目名称|",
      "301|工资福利支出|8,175,193.00",
    ]);
  });

  it("finds the columns of two lists side by side, a number and a name one space apart", () => {
    expect(shown(summary.join("\n"))).toEqual([
      "收支预算总表",
      "部门：某省某厅",
      "单位：万元",
      [
        "收入||支出|",
        "项目|金额|项目|金额",
        "一、财政拨款|9,066.79|一、一般公共服务支出|6,543.55",
        "1.政府性基金||二、外交支出|",
        "收入合计|9,066.79|支出合计|6,543.55",
      ],
    ]);
  });

  it("ends a table at a form feed and at a note", () => {
    const row = "208   05      机关养老      9.00      3.00";
    const text = `${row}\n${row}\n${row}\n\f${row}\n${row}\n${row}\n注：无`;
    expect(shown(text)).toEqual([
      Array.from({ length: 3 }, () => "208|05|机关养老|9.00|3.00"),
      Array.from({ length: 3 }, () => "208|05|机关养老|9.00|3.00"),
      "注：无",
    ]);
  });

  it("keeps the column of a heading below which nothing is printed", () => {
    const text = [
      "单位：万元",
      "  科目编码     科目名称        合计       基本支出      项目支出      经营支出",
      "  201      行政运行        9.00         9.00                    ",
      "  202      机关服务        3.00         3.00                    ",
    ].join("\n");
    expect(gridsOf(text)[0]?.columnCount).toBe(6);
    expect(shown(text)[1]).toEqual([
      "科目编码|科目名称|合计|基本支出|项目支出|经营支出",
      "201|行政运行|9.00|9.00||",
      "202|机关服务|3.00|3.00||",
    ]);
  });

  it("draws headings over several columns, and joins what a cell broke over lines", () => {
    const text = [
      "单位：万元",
      set([20, "基本支出"], [40, "上级补助"]),
      set([0, "科目名称"], [11, "小计"], [20, "人员经费"], [30, "公用经费"], [41, "收入"]),
      set([0, "行政运行"], [10, "9.00"], [20, "6.00"], [30, "3.00"], [40, "1.00"]),
      set([0, "机关服务"], [10, "9.00"], [20, "6.00"], [30, "3.00"], [40, "1.00"]),
    ].join("\n");
    const [grid] = gridsOf(text);
    expect(grid?.spansKnown).toBe(true);
    expect(
      grid?.cells.slice(0, 6).map(({ r0, r1, c0, c1, text }) => [r0, r1, c0, c1, text]),
    ).toEqual([
      [0, 1, 0, 0, "科目名称"],
      [0, 0, 1, 3, "基本支出"],
      [0, 1, 4, 4, "上级补助收入"],
      [1, 1, 1, 1, "小计"],
      [1, 1, 2, 2, "人员经费"],
      [1, 1, 3, 3, "公用经费"],
    ]);
  });

  it("a heading above the middle one of those it stands over is none of its lines, nor over what it excludes", () => {
    const [grid] = gridsOf(
      [
        "部门支出总体情况表",
        "单位：万元",
        set([76, "基本支出"]),
        set([6, "科目编码"], [28, "科目名称"], [35, "支出总计"], [108, "项目支出"]),
        set([48, "小计"], [61, "人员支出"], [74, "公用支出"], [86, "对个人和家庭的补助支出"]),
        set([13, "合计"], [37, "2,049.79"], [50, "1,948.18"], [63, "1,745.99"], [77, "157.67"])
          .padEnd(100)
          .concat(set([0, "44.52"], [11, "101.61"])),
        set([0, "2080501"], [13, "离退休"], [40, "36.58"], [53, "36.58"], [100, "36.58"]),
      ].join("\n"),
    );
    const over = grid?.cells.find(({ text }) => text === "基本支出");
    expect(over).toMatchObject({ r0: 0, c0: 3, c1: 6 });
    expect(grid?.cells.find(({ text }) => text === "公用支出")).toMatchObject({ c0: 5, c1: 5 });
  });

  it("科目编码 above the middle one of its levels stands over all of them, and 单位代码 over none", () => {
    const [grid] = gridsOf(
      [
        "部门支出预算表",
        "单位：万元",
        set([11, "科目编码"], [105, "基本支出"], [149, "项目支出"]),
        set(
          ...([
            [37, "单位代码"],
            [55, "单位（科目名称）"],
            [70, "合计"],
          ] as const),
          ...([
            [91, "人员经费"],
            [119, "公用经费"],
          ] as const),
        ),
        set([6, "类"], [15, "款"], [24, "项"], [141, "其他运转类"], [156, "特定目标类"]),
        set(
          [84, "工资福利支出"],
          [98, "对个人和家庭的补助"],
          [112, "商品和服务支出"],
          [126, "资本性支出"],
        ),
        set(
          ...([
            [44, "合计"],
            [72, "130.00"],
            [88, "60.00"],
            [104, "10.00"],
          ] as const),
          ...([
            [117, "20.00"],
            [134, "5.00"],
            [145, "15.00"],
            [160, "20.00"],
          ] as const),
        ),
        set(
          ...([
            [28, "519001"],
            [44, "甲县文化局"],
            [72, "130.00"],
            [88, "60.00"],
          ] as const),
          ...([
            [104, "10.00"],
            [117, "20.00"],
            [134, "5.00"],
            [145, "15.00"],
          ] as const),
          [160, "20.00"],
        ),
        set(
          ...([
            [0, "207"],
            [10, "01"],
            [19, "01"],
            [44, "行政运行"],
            [76, "95.00"],
          ] as const),
          ...([
            [89, "60.00"],
            [105, "10.00"],
            [118, "20.00"],
            [134, "5.00"],
          ] as const),
        ),
        set(
          [0, "207"],
          [10, "01"],
          [19, "09"],
          [44, "群众文化"],
          [76, "35.00"],
          [145, "15.00"],
          [160, "20.00"],
        ),
      ].join("\n"),
    );
    const placeOf = (name: string) => grid?.cells.find(({ text }) => text === name);
    expect(placeOf("项")).toMatchObject({ c0: 2, c1: 2 });
    expect(placeOf("单位代码")).toMatchObject({ c0: 3, c1: 3 });
  });

  it("gives no column a heading where one of the numbers would be left without", () => {
    const text = [
      "单位：万元",
      "科目名称      合计",
      "行政运行      9.00                                  3.00",
      "机关服务      9.00                                  3.00",
    ].join("\n");
    const [grid] = gridsOf(text);
    expect(grid?.cells[0]).toMatchObject({ r0: 0, r1: 0, c0: 0, c1: 2, text: "科目名称 合计" });
    expect(shown(text)[1]).toEqual(["科目名称 合计||", "行政运行|9.00|3.00", "机关服务|9.00|3.00"]);
  });

  it("puts a name back together that its cell broke, where it belongs to a row of numbers without one", () => {
    const text = [
      "208   05   01    行政单位离退休          84.65    84.65",
      "208   05   05                    160.75   160.75",
      "                 机关事业单位基本养老保险",
      "                 缴费支出",
      "208   05   99    其他支出              0.94     0.94",
    ].join("\n");
    expect(shown(text)[0]).toEqual([
      "208|05|01|行政单位离退休|84.65|84.65",
      "208|05|05|机关事业单位基本养老保险缴费支出|160.75|160.75",
      "208|05|99|其他支出|0.94|0.94",
    ]);
  });

  it("reads columns that are aligned as a terminal shows them, a Chinese character two wide", () => {
    const text = [
      "行政单位离退休支出      84.65    84.65     9.00",
      "其他支出                 0.94     0.94     9.00",
      "机关养老               160.75   160.75     9.00",
    ].join("\n");
    expect(shown(text)[0]).toEqual([
      "行政单位离退休支出|84.65|84.65|9.00",
      "其他支出|0.94|0.94|9.00",
      "机关养老|160.75|160.75|9.00",
    ]);
  });

  it("leaves contents lists and prose alone", () => {
    const text =
      "目   录\n\n第一部分   部门概况\n一、收支总表 ………………………… 3\n二、收入总表 ………………………… 4";
    expect(layoutText(text).blocks.every((block) => block.type === "paragraph")).toBe(true);
  });
});

describe("texts too large to be a disclosure", () => {
  it.each([
    ["lines", "\n".repeat(1_000_001)],
    ["characters on one line", "部".repeat(1_000_001)],
    ["inside each other", `<table>${"<div>".repeat(60_000)}`],
    ["inside each other", `<table>${"<div>".repeat(60_000)}${"</div>".repeat(60_000)}`],
    ["attributes", `<table ${"a b ".repeat(1_000)}>`],
    ["elements", `<table>${"<tr>".repeat(400_000)}`],
    ["fields", `${"甲\t".repeat(2_000)}`],
  ])("are refused for their %s", (reason, text) => {
    expect(() => layoutText(text)).toThrow(reason);
  });

  it("are laid out in time where every line looks like the beginning of a table", () => {
    expect(layoutText("a|\n".repeat(20_000)).blocks).toHaveLength(20_000);
  });
});

/** Each would be tried in every column, or every run of blanks in every way: they are no tables, and cost nothing. */
describe("lines that no page has", () => {
  it("of hundreds of pieces are no rows of a table", () => {
    const line = "1  ".repeat(600);
    expect(gridsOf(`${line}\n`.repeat(40))).toEqual([]);
  });

  it("of dozens of headings above one another are arranged in time", () => {
    const line = (text: string) =>
      set(...Array.from({ length: 58 }, (_, c) => [8 * c, text] as const));
    const page = `${`${line("支出")}\n`.repeat(14)}${`${line("1.00")}\n`.repeat(5)}\f`;
    expect(gridsOf(page.repeat(20)).length).toBeGreaterThan(0);
  });

  it("of blanks are looked at once", () => {
    const wide = set([0, "甲"], [1_900, "1.00"]);
    expect(gridsOf(`${`${wide}\n`.repeat(100)}`)).toHaveLength(1);
  });
});
