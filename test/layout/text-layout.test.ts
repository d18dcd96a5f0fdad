import { describe, expect, it } from "vitest";
import { layoutText } from "../../src/layout/text.ts";
import type { Grid } from "../../src/model/block.ts";

/** The rows of each table of a text, fields parted by bars; a heading over several columns stands in the first of them. */
function tables(text: string): string[][] {
  const grids = layoutText(text).blocks.filter((block): block is Grid => block.type === "grid");
  return grids.map(({ rowCount, columnCount, cells }) => {
    const blank = () => Array.from({ length: columnCount }, () => "");
    const rows = Array.from({ length: rowCount }, blank);
    for (const { r0, c0, text } of cells) (rows[r0] as string[])[c0] = text;
    return rows.map((fields) => fields.join("|"));
  });
}

/** Forms that nobody published, printed by a browser and written by `pdftotext -layout`. */
describe("tables as pdftotext -layout writes them", () => {
  it("take the measure in which amounts end in one place, and 本年预算数 above the middle part for its group", () => {
    const text = `
                                                                    （单位：万元）

                                                                      本年预算数
科目编码                            科目名称
                                                     小计               基本支出                项目支出
             合计：                                          7994.00             5765.44            2228.56
          205 教育支出                                        7270.79             5042.23            2228.56
        20501 教育管理事务                                      6008.56             5042.23             966.33
       2050101 行政运行                                       5042.23             5042.23 -
       2050102 一般行政管理事务                                    966.33 -                               966.33
        20502 普通教育                                        1262.23 -                              1262.23`;
    expect(tables(text)).toEqual([
      [
        "科目编码|科目名称|本年预算数||",
        "||小计|基本支出|项目支出",
        "|合计：|7994.00|5765.44|2228.56",
        "205|教育支出|7270.79|5042.23|2228.56",
        "20501|教育管理事务|6008.56|5042.23|966.33",
        "2050101|行政运行|5042.23|5042.23|-",
        "2050102|一般行政管理事务|966.33|-|966.33",
        "20502|普通教育|1262.23|-|1262.23",
      ],
    ]);
  });

  it("give marks of no amount no column of their own, and no sign to the amount before them", () => {
    const text = `
                                                                        （单位：万元）

科目编码                   科目名称   合计            人员类项目支出             公用经费项目支出             其他运转类项目支出
          合计：                 8000.15             2064.26              3701.18                   1076.23
       205 教育支出               7276.94             1341.05              3701.18                   1076.23
   20501 教育管理事务               6014.71             1341.05              3701.18 -
 2050101 行政运行                 5042.23             1341.05              3701.18 -
 2050102 一般行政管理事务              972.48 -                     -                    -
   20502 普通教育                 1262.23 -                     -                                    1076.23
       208 社会保障和就业支出           391.16              391.16 -                      -`;
    expect(tables(text)[0]?.slice(-4)).toEqual([
      "2050101|行政运行|5042.23|1341.05|3701.18|-",
      "2050102|一般行政管理事务|972.48|-|-|-",
      "20502|普通教育|1262.23|-|-|1076.23",
      "208|社会保障和就业支出|391.16|391.16|-|-",
    ]);
  });

  it("keep codes and names together that share a cell", () => {
    const text = `
                                                                                              单位：万元

                     功能分类科目   本年支出合计           基本支出        项目支出        上缴上级支出   经营支出
合计：                               7,861.65      5,749.23    2,112.42
207 文化旅游体育与传媒支出                   6,148.64      4,340.55    1,808.09
20701 文化和旅游                       5,995.86      4,340.55    1,655.31
2070101 行政运行                      4,340.55      4,340.55
2070104 图书馆                        675.84                    675.84`;
    expect(tables(text)).toEqual([
      [
        "功能分类科目|本年支出合计|基本支出|项目支出|上缴上级支出|经营支出",
        "合计：|7,861.65|5,749.23|2,112.42||",
        "207 文化旅游体育与传媒支出|6,148.64|4,340.55|1,808.09||",
        "20701 文化和旅游|5,995.86|4,340.55|1,655.31||",
        "2070101 行政运行|4,340.55|4,340.55|||",
        "2070104 图书馆|675.84||675.84||",
      ],
    ]);
  });

  it("take amounts without decimals for no codes that open a list of their own", () => {
    const text = `
                                                                                （单位：万元）

                                    预算数                                                                              决算数
                                          公务用车购置及运行费                                                                       公务用车购置及运行费
 “三公”经费合计       因公出国（境）费                                            公务接待费       “三公”经费合计       因公出国（境）费                                             公务接待费
                               小计       公务用车购置费       公务用车运行费                                                 小计      公务用车购置费        公务用车运行费
            1              2        3             4             5           6              7              8     9               10             11       12
        22.02              0   20.02          10.92         9.10       2.00            8.89               0   6.89              0          6.89        2.00`;
    expect(tables(text)[0]?.slice(0, 3)).toEqual([
      "预算数||||||决算数|||||",
      "“三公”经费合计|因公出国（境）费|公务用车购置及运行费|||公务接待费|“三公”经费合计|因公出国（境）费|公务用车购置及运行费|||公务接待费",
      "||小计|公务用车购置费|公务用车运行费||||小计|公务用车购置费|公务用车运行费|",
    ]);
  });

  it.each(["附件三", "（四）", "附表 4", "表五："])(
    "end before the number of the next, which stands above its title: %s",
    (mark) => {
      const text = `
                                      单位：万元

科目编码                科目名称   合计            基本支出
      208 社会保障和就业支出      587.28          587.28
    20805 行政事业单位养老支出     340.28          340.28

${mark}
\f                       2024年财政拨款收支总表`;
      expect(tables(text)).toEqual([
        [
          "科目编码|科目名称|合计|基本支出",
          "208|社会保障和就业支出|587.28|587.28",
          "20805|行政事业单位养老支出|340.28|340.28",
        ],
      ]);
    },
  );

  it("put no line of a broken heading over its neighbour's", () => {
    const text = `
                                                                               单位：万元
                                                                 本年收入
部门（单     部门（单                       一般公共预算
                  总计                                   政府性基 国有资本 财政专户 事业收
位）代码     位）名称              合计                其中：财
                                    小计                 金预算 经营预算 管理资金   入
                                             政拨款
         合计      1707.71 1665.51 1609.27 1609.27        44.55           11.93
201001            735.87   693.67   662.36    662.36    24.55                  6.76
201002            971.84   971.84   946.91    946.91    20.00            11.93`;
    expect(tables(text)[0]?.slice(0, 3).join("/")).toMatch(
      /其中：财政拨款\|政府性基金预算\|国有资本经营预算/,
    );
  });

  it("find the parts of 年初结转和结余 below it, and where one group ends and the next begins", () => {
    const text = `
                                                                                                                            金额单位：万元
                 项目                      年初结转和结余                       本年收入                            本年支出
支出功能分类科目编
                                                项目支出
    码                                    基本支出                               基本支         项目支                 基本支    项目支
                      科目名称       合计             结转和结           合计                                 合计
                                          结转                                 出           出                  出       出
 类      款    项                                   余
                 栏次               1        2       3            4               5        6         7           8         9
                 合计              31.26             31.26      1,826.98      876.99      949.99   1,833.14     876.99    956.15
208              社会保障和就业支出                                      93.49           93.49              93.49       93.49
208   05         行政事业单位养老支出                                     86.44           86.44              86.44       86.44
208   05    02    事业单位离退休                                           5.70         5.70                  5.70     5.70
212              城乡社区支出            31.26             31.26        949.99                      949.99    956.15                956.15`;
    expect(tables(text)[0]?.slice(0, 4)).toEqual([
      "项目||||年初结转和结余|||本年收入|||本年支出||",
      "支出功能分类科目编码|||科目名称|合计|基本支出结转|项目支出结转和结余|合计|基本支出|项目支出|合计|基本支出|项目支出",
      "类|款|项||||||||||",
      "|||栏次|1|2|3|4|5|6|7|8|9",
    ]);
  });
});
