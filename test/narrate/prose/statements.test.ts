import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { line, read } from "./read.ts";

const lines = (...paragraphs: string[]): string[] => read(paragraphs).statements.map(line);

describe("totals and structure", () => {
  it("states a change of income and expenditure once each", () => {
    expect(
      lines(
        "一、收入支出预算总体情况说明",
        "云山市档案局2024年收入总计800万元，支出总计800万元，与2023年相比，收、支总计各增加100万元，增长14.29%。主要原因：馆舍修缮。",
      ),
    ).toEqual([
      "totals 收入总计 budget current 800万元 increase 100 14.29% flow=income",
      "totals 支出总计 budget current 800万元 increase 100 14.29% flow=expenditure",
    ]);
  });

  it("gives the parts of a whole what they do not say themselves", () => {
    expect(
      lines(
        "五、一般公共预算支出预算情况说明",
        "本部门一般公共预算支出年初预算为500.00万元。其中：基本支出300万元，占60%；项目支出200万元，占40%。",
      ),
    ).toEqual([
      "totals 一般公共预算支出 budget current 500.00万元 flow=expenditure,fund=general_public",
      "structure 基本支出 budget current 300万元 flow=expenditure,fund=general_public,kind=basic",
      "structure 基本支出 share current 60% flow=expenditure,fund=general_public,kind=basic",
      "structure 项目支出 budget current 200万元 flow=expenditure,fund=general_public,kind=project",
      "structure 项目支出 share current 40% flow=expenditure,fund=general_public,kind=project",
    ]);
  });

  it("a total of purchases is not the department's", () => {
    expect(lines("一、收支说明", "2024年政府采购支出总额30.50万元。")).toEqual([
      "totals 政府采购支出总额 budget current 30.50万元",
    ]);
  });

  it("what is compared with may be named again; 同比 names nothing", () => {
    expect(
      lines(
        "一、收入支出预算总体情况说明",
        "2024年河口镇人民政府收入预算总额为90万元，比上年收入预算总额增加10万元，增长12.5%。",
        "基本支出预算60万元，占支出总预算的66.67%，同比减少5万元，下降7.69%。",
      ),
    ).toEqual([
      "totals 收入 budget current 90万元 increase 10 12.5% flow=income",
      "structure 基本支出 budget current 60万元 decrease 5 7.69% flow=expenditure,kind=basic",
      "structure 基本支出 share current 66.67% flow=expenditure,kind=basic",
    ]);
  });

  it("closes a list within a list at the semicolon", () => {
    const parts = lines(
      "2024年支出预算90万元，其中基本支出60万元，包括人员经费50万元和公用经费10万元；项目支出30万元，主要为库房改造。",
    );
    expect(parts.slice(1)).toEqual([
      "structure 基本支出 budget current 60万元 flow=expenditure,kind=basic",
      "structure 人员经费 budget current 50万元 flow=expenditure,kind=basic.personnel",
      "structure 公用经费 budget current 10万元 flow=expenditure,kind=basic.operating",
      "structure 项目支出 budget current 30万元 flow=expenditure,kind=project",
    ]);
  });

  it("carries a whole over the paragraphs that list its parts", () => {
    const { statements } = read([
      "二、收入预算情况说明",
      "本年收入预算合计70万元，其中：",
      "一般公共预算收入66万元，占94.29%；",
      "其他资金4万元，占5.71%。",
    ]);
    expect(statements.map((one) => one.whole?.flow)).toEqual([
      undefined,
      ...["income", "income", "income", "income"],
    ]);
  });

  it("states changes without amounts", () => {
    expect(lines("支出预算增加20万元，其中基本支出减少5万元，项目支出增加25万元。")).toEqual([
      "other 支出 change current increase 20 flow=expenditure",
      "structure 基本支出 change current decrease 5 flow=expenditure,kind=basic",
      "structure 项目支出 change current increase 25 flow=expenditure,kind=project",
    ]);
  });
});

describe("three-public funds", () => {
  it("reads each part with its change and reason, and leaves out what the money is for", () => {
    const { statements } = read([
      "七、“三公”经费支出预算情况说明",
      "2024年“三公”经费预算9万元，比上年增加2万元，增长28.57%。",
      "（一）因公出国（境）费0万元，主要用于出国培训等支出。预算数与2023年预算数保持一致。",
      "（二）公务用车购置及运行费6万元，其中：公务用车购置费0万元，与上年持平；公务用车运行维护费6万元，主要用于燃料费、维修费等支出，预算数比2023年增加2万元，主要原因：新增档案转运车1辆。",
      "（三）公务接待费3万元，与2023年预算3万元相比没有增减变化。",
    ]);
    expect(statements.map(line)).toEqual([
      "three-public “三公”经费 budget current 9万元 increase 2 28.57% flow=expenditure,item=three_public",
      "three-public 因公出国(境)费 budget current 0万元 none flow=expenditure,item=three_public.overseas",
      "three-public 公务用车购置及运行费 budget current 6万元 flow=expenditure,item=three_public.vehicle",
      "three-public 公务用车购置费 budget current 0万元 none flow=expenditure,item=three_public.vehicle.purchase",
      "three-public 公务用车运行维护费 budget current 6万元 increase 2 flow=expenditure,item=three_public.vehicle.operation",
      "three-public 新增档案转运车 count current 1辆",
      "three-public 公务接待费 budget current 3万元 none flow=expenditure,item=three_public.reception",
      "three-public 公务接待费 budget previous 3万元 flow=expenditure,item=three_public.reception",
    ]);
    expect(statements[4]?.reason).toBe("新增档案转运车1辆");
  });

  it("resolves a missing unit from the change beside it, and says so where it cannot", () => {
    const reading = read([
      "三、三公经费情况说明",
      "公务接待费0.5万元，较上年2.08减少1.58万元。",
      "公务用车运行维护费1.2万元，比上年减少0.3。",
    ]);
    expect(reading.statements.map(line)).toEqual([
      "three-public 公务接待费 budget current 0.5万元 decrease 1.58 flow=expenditure,item=three_public.reception",
      "three-public 公务接待费 budget previous 2.08万元 flow=expenditure,item=three_public.reception",
      "three-public 公务用车运行维护费 budget current 1.2万元 flow=expenditure,item=three_public.vehicle.operation",
    ]);
    expect(reading.unread.map(({ found, message }) => [found, message.en])).toEqual([
      ["0.3", "the narrative's 0.3 has no unit: 公务用车运行维护费1.2万元，比上年减少0.3。"],
    ]);
  });

  it("keeps budget and final figure of a final account apart", () => {
    const { statements } = read(
      [
        "七、“三公”经费支出决算情况说明",
        "“三公”经费支出年初预算为2.00万元，支出决算为1.50万元，完成预算的75%。决算数小于预算数的主要原因：接待减少。",
      ],
      "final",
    );
    expect(statements.map((one) => [one.measure, one.coordinates.stage])).toEqual([
      ["budget", "budget"],
      ["final", "final"],
      ["completion", "final"],
      ["claim", "final"],
    ]);
    expect(statements[3]).toMatchObject({ change: "decrease", reason: "接待减少" });
  });
});

describe("functional subjects", () => {
  it("reads marked levels, and what the year before came to", () => {
    expect(
      lines(
        "2024年部门预算编制说明",
        "财政拨款支出主要内容如下：",
        "1. “卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）”9.00万元，主要用于医疗保险。2023年当年预算执行数为8.00万元，2024年预算安排9.00万元，比2023年预算执行数增加12.50%。",
      ),
    ).toEqual([
      "subject 卫生健康支出(类)行政事业单位医疗(款)行政单位医疗(项) budget current 9.00万元 flow=expenditure,functionCode=2101101,fund=fiscal",
      "subject 卫生健康支出(类)行政事业单位医疗(款)行政单位医疗(项) execution previous 8.00万元 flow=expenditure,functionCode=2101101,fund=fiscal",
      "subject 卫生健康支出(类)行政事业单位医疗(款)行政单位医疗(项) budget current 9.00万元 increase 12.50% flow=expenditure,functionCode=2101101,fund=fiscal",
    ]);
  });

  it("takes 类 and 款 from the headings above", () => {
    expect(
      lines(
        "五、财政拨款支出预算情况说明",
        "（一）住房保障支出（类）",
        "住房改革支出（款）：2024年预算支出合计30万元。其中：",
        "1．住房公积金（项）支出20万元，与上年相比减少4万元，降幅16.67%。",
      ).map((one) => one.replace(/.*(current|previous) /, "")),
    ).toEqual([
      "30万元 flow=expenditure,functionCode=22102,fund=fiscal",
      "20万元 decrease 4 16.67% flow=expenditure,functionCode=2210201,fund=fiscal",
    ]);
  });

  it("reads dashes, and a class that stands alone", () => {
    expect(
      lines(
        "2024年部门预算编制说明",
        "6. “社会保障和就业支出-行政事业单位养老支出-机关事业单位职业年金缴费支出”科目5万元。",
        "一般公共预算支出80万元，主要用于以下方面：住房保障支出20万元，占25%；卫生健康支出60万元，占75%。",
      ).filter((one) => one.includes("functionCode")),
    ).toEqual([
      expect.stringContaining("5万元 flow=expenditure,functionCode=2080506"),
      expect.stringContaining("20万元 flow=expenditure,functionCode=221,fund=general_public"),
      expect.stringContaining("25% flow=expenditure,functionCode=221,fund=general_public"),
      expect.stringContaining("60万元 flow=expenditure,functionCode=210,fund=general_public"),
      expect.stringContaining("75% flow=expenditure,functionCode=210,fund=general_public"),
    ]);
  });
});

describe("what no table prints", () => {
  it("counts vehicles and equipment; a limit is no figure", () => {
    expect(
      lines(
        "（四）国有资产占用情况。",
        "截至2023年12月31日，我部门共有车辆3辆，其中：一般公务用车2辆、其他用车1辆；单价50万元以上通用设备0台（套）。",
      ),
    ).toEqual([
      "assets 车辆 count previous 3辆",
      "assets 一般公务用车 count previous 2辆",
      "assets 其他用车 count previous 1辆",
      "assets 单价50万元以上通用设备 count previous 0台(套)",
    ]);
  });

  it("reads procurement and its parts", () => {
    expect(
      lines(
        "（二）政府采购支出情况",
        "2024年政府采购预算63万元，其中：政府采购货物预算3万元、政府采购工程预算0万元、政府采购服务预算60万元。面向中小企业预留政府采购项目预算金额50万元。",
      ),
    ).toEqual([
      "procurement 政府采购 budget current 63万元",
      "procurement 政府采购货物 budget current 3万元",
      "procurement 政府采购工程 budget current 0万元",
      "procurement 政府采购服务 budget current 60万元",
      "procurement 面向中小企业预留政府采购项目预算金额 budget current 50万元",
    ]);
  });

  it("names a subject by the sentence's own words, without coordinates", () => {
    expect(
      lines(
        "一、收支情况说明",
        "收入总计5万元，比上年增加1万元，主要原因：库房租金较上年增加2万。",
      ),
    ).toEqual([
      "totals 收入总计 budget current 5万元 increase 1 flow=income",
      "totals 库房租金 change current increase 2",
    ]);
  });

  it("reads targets and projects that the text describes", () => {
    expect(
      lines(
        "（三）绩效目标设置情况",
        "项目名称：馆藏数字化，项目金额：26万元，",
        "产出指标：扫描档案≥300人次，合格率达到98%以上。",
      ),
    ).toEqual([
      "performance 馆藏数字化 budget current 26万元 flow=expenditure,kind=project,projectName=馆藏数字化",
      "performance 扫描档案 target current 300人次",
      "performance 合格率 target current 98%",
    ]);
  });
});

describe("what is no statement", () => {
  it.each([
    ["duties", ["一、主要职责", "负责管理5家档案馆，每年拨付30万元。"]],
    ["terms", ["第四部分 名词解释", "一、公务接待费：指支出10万元以内的接待。"]],
    ["organisation", ["二、机构设置情况", "设3个科室，编制20名，办公楼造价100万元。"]],
    ["notes of tables", ["注：本表单位为万元，含上年结转10万元。", "备注：其中上年结转10万元"]],
    ["tables' titles", ["2024年部门收支预算表", "单位：万元"]],
  ])("%s", (_, paragraphs) => {
    expect(read(paragraphs)).toEqual({ statements: [], unread: [], checks: [] });
  });
});

describe("every figure", () => {
  it("becomes a statement or is listed with its sentence", () => {
    const clause = fc.constantFrom(
      "收入总计12万元",
      "其中基本支出3.5万元",
      "占20%",
      "比上年减少4万元",
      "下降7.5%",
      "公务接待费0.8万元",
      "车辆2辆",
      "较2023年增加",
      "主要原因是调整6万元",
      "主要用于办公",
      "（含专项9万元）",
      "某项工作11万元",
      "5.5",
    );
    const joined = fc.array(fc.tuple(clause, fc.constantFrom("，", "；", "。", "、")), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(joined, (parts) => {
        const text = parts.flat().join("");
        const { statements, unread } = read(["一、收支情况说明", text]);
        const stated = new Set([
          ...statements.flatMap((one) => [
            one.money?.published,
            one.published,
            one.changeMoney?.published,
            one.changePercent,
          ]),
          ...unread.map((check) => check.found?.replace(/[^\d.]/g, "")),
        ]);
        for (const [number] of text.matchAll(/\d+(\.\d+)?(?=万元|%|辆)/g))
          expect(stated, `${number} of ${text}`).toContain(number);
      }),
      { numRuns: 300 },
    );
  });

  it("is read in time that grows with the text", () => {
    const text = `一、${"（".repeat(20_000)}${"收入5万元，占3%，".repeat(2_000)}`;
    expect(read([text]).statements.length).toBeGreaterThan(1_000);
  });
});
