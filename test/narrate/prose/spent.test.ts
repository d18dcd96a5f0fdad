import { describe, expect, it } from "vitest";
import type { Stage } from "../../../src/model/coordinates.ts";
import { read } from "./read.ts";

/** Item or words, measure, year, stage, amount, change, base. */
const said = (stage: Stage, ...paragraphs: string[]): string[] =>
  read(["七、“三公”经费支出情况说明", ...paragraphs], stage).statements.map((one) => {
    const { item, stage: of } = one.coordinates;
    const amount = one.money && one.money.published + one.money.unit;
    const change = [one.change, one.changeMoney?.published, one.changePercent, one.base];
    return [item ?? one.subject, one.measure, one.period, of, amount ?? one.published, ...change]
      .filter(Boolean)
      .join(" ");
  });

describe("in a final account", () => {
  it("a change against last year is of what was spent, though the budget was stated last", () => {
    expect(
      said(
        "final",
        "“三公”经费支出合计1.05万元，年初预算数1.50万元，完成预算的70%，比上年减少0.12万元，主要是减少接待。其中：",
        "1.公务接待费1.05万元。",
      ),
    ).toEqual([
      "three_public final current final 1.05万元 decrease 0.12 previous-final",
      "three_public budget current budget 1.50万元",
      "three_public completion current final 70",
      "three_public.reception final current final 1.05万元",
    ]);
  });

  it("a change of the budget is of the budget, if nothing else was stated", () => {
    expect(said("final", "公务接待费年初预算为5万元，比上年减少1万元。")).toEqual([
      "three_public.reception budget current budget 5万元 decrease 1 previous-budget",
    ]);
  });

  it("全年预算 is the adjusted budget", () => {
    expect(
      said(
        "final",
        "“三公”经费全年预算数30万元，支出决算28.5万元，决算数比全年预算数少1.5万元，比2023年度决算数多2.1万元。",
      ),
    ).toEqual([
      "three_public adjusted current adjusted 30万元",
      "three_public final current final 28.5万元 decrease 1.5 budget",
      "three_public change current final increase 2.1 previous-final",
    ]);
  });

  it("为年初预算的103% is a completion", () => {
    expect(
      said("final", "公务接待费年初预算为1万元，支出决算为1.03万元，为年初预算的103%。")[2],
    ).toBe("three_public.reception completion current final 103");
  });
});

describe("a change", () => {
  it("may have its amount behind its percentage", () => {
    expect(said("final", "公务接待费10.1万元，较上年下降61.74%，即减少16.3万元。")).toEqual([
      "three_public.reception final current final 10.1万元 decrease 16.3 61.74 previous-final",
    ]);
    expect(said("final", "公务接待费10.1万元，比上年增长5.66%（0.54万元）。")).toEqual([
      "three_public.reception final current final 10.1万元 increase 0.54 5.66 previous-final",
    ]);
  });

  it("is from the amount of last year that was just stated", () => {
    expect(said("final", "公务接待费0.4万元，上年为0元，增加0.4万元。")).toEqual([
      "three_public.reception final current final 0.4万元 increase 0.4 previous-final",
      "three_public.reception final previous final 0元",
    ]);
    expect(
      said("budget", "公务接待费2024年预算25万元，2023年预算45.2万元；对比减少20.2万元。"),
    ).toEqual([
      "three_public.reception budget current budget 25万元 decrease 20.2 previous-budget",
      "three_public.reception budget previous budget 45.2万元",
    ]);
  });

  it("is none where two measures are said to be one, or it only names what it is", () => {
    expect(said("budget", "“三公”经费预算数和预算执行数一致。")).toEqual([]);
    expect(said("budget", "公务接待费预算比上年减少，减少的52万元为压缩的开支。")).toEqual([]);
  });

  it("分别比上年增加 is one of each", () => {
    const { statements } = read(
      [
        "一、收支决算总体情况",
        "收入总计32万元，支出总计32万元，分别比2023年度增加2万元，增长6.67%。",
      ],
      "final",
    );
    expect(statements.map((one) => one.changeMoney?.published)).toEqual(["2", "2"]);
  });
});

it("the parts of last year's figure are last year's, behind a semicolon too", () => {
  expect(
    said("budget", "2023年“三公”经费决算数3万元，其中公务接待费1万元；公务用车运行费2万元。"),
  ).toEqual([
    "three_public final previous final 3万元",
    "three_public.reception final previous final 1万元",
    "three_public.vehicle.operation final previous final 2万元",
  ]);
});

it("a code in front of its name names the subject; the name of another one does not", () => {
  const codes = (text: string) =>
    read(["五、一般公共预算支出情况", text]).statements.map((one) => one.coordinates.functionCode);
  expect(codes("（一）2010301行政运行（政府办公厅（室）及相关机构事务）512.08万元。")).toEqual([
    "2010301",
  ]);
  expect(codes("（一）2010301机关服务512.08万元。")).toEqual([undefined]);
});

it("what there is, is no budget: 车辆22台，551.36万元", () => {
  const { statements } = read([
    "（五）国有资产占用情况说明",
    "固定资产总额11203.14万元，其中：车辆22台，551.36万元；报废资产10项，账面原值5万元。",
  ]);
  expect(
    statements.map(({ subject, measure, money, count }) => [
      ...[subject, measure, money?.published ?? count],
    ]),
  ).toEqual([
    ["固定资产总额", "stock", "11203.14"],
    ["车辆", "count", "22"],
    ["车辆", "stock", "551.36"],
    ["报废资产", "count", "10"],
    ["账面原值", "stock", "5"],
  ]);
});

it("counts go on: 较上年增加3批次, 召开2次会议, 购置数及保有量分别为1辆和13辆", () => {
  const counts = (text: string) =>
    read(["七、“三公”经费支出情况说明", text], "final").statements.map(
      ({ subject, count, measureUnit }) => `${subject} ${count}${measureUnit}`,
    );
  expect(counts("国内公务接待27批次，较上年增加3批次，150人（次）。")).toEqual([
    "国内公务接待 27批次",
    "国内公务接待增加 3批次",
    "国内公务接待 150人次",
  ]);
  expect(counts("拟召开2次会议，人数60人。")).toEqual(["召开会议 2次", "人数 60人"]);
  expect(counts("公务用车购置数及保有量分别为1辆和13辆。")).toEqual([
    "公务用车购置数 1辆",
    "保有量 13辆",
  ]);
});
