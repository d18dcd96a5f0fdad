import { describe, expect, it } from "vitest";
import type { Stage } from "../../../src/model/coordinates.ts";
import { read } from "./read.ts";

/** Item or words, measure, year, amount, change, base. */
const said = (stage: Stage, ...paragraphs: string[]): string[] =>
  under("七、“三公”经费支出情况说明", stage, ...paragraphs);
const under = (heading: string, stage: Stage, ...paragraphs: string[]): string[] =>
  read([heading, ...paragraphs], stage).statements.map((one) => {
    const of = one.coordinates.item ?? one.subject;
    const amount = one.money && one.money.published + one.money.unit;
    const change = [one.change, one.changeMoney?.published, one.changePercent, one.base];
    return [of, one.measure, one.period, amount ?? one.published, ...change]
      .filter(Boolean)
      .join(" ");
  });

describe("items that are named together", () => {
  it("have a sum, which is no item's", () => {
    expect(said("budget", "会议费、培训费预算共5万元。")).toEqual([
      "会议费、培训费 budget current 5万元",
    ]);
    expect(said("budget", "“会议费”“培训费”“差旅费”财政拨款预算数3万元。")).toEqual([
      "“会议费”“培训费”“差旅费” budget current 3万元",
    ]);
    expect(said("final", "公务接待费和公务用车运行费比上年减少3万元。")).toEqual([
      "公务接待费和公务用车运行费 change current decrease 3 previous-final",
    ]);
  });

  it("are the three public expenses where they are called so", () => {
    expect(
      said(
        "budget",
        "开支的出国（境）经费、车辆购置及运行费、公务接待费（简称“三公”经费）支出合计24.75万元。",
      ),
    ).toEqual(["three_public budget current 24.75万元"]);
  });

  it("may have a figure each", () => {
    expect(said("budget", "公务接待费、公务用车运行费分别为1万元、2万元。")).toEqual([
      "three_public.reception budget current 1万元",
      "three_public.vehicle.operation budget current 2万元",
    ]);
    expect(said("budget", "公务接待费、公务用车运行费均与上年持平。")).toEqual([
      "three_public.reception change current none previous-budget",
      "three_public.vehicle.operation change current none previous-budget",
    ]);
    expect(
      under(
        "一、收入支出决算总体情况说明",
        "final",
        "2024年度收、支总计各是41.25万元、43.43万元。与2023年相比，收、支总计各减少12.67万元、25.70万元，各下降23.51%、37.18%。",
      ),
    ).toEqual([
      "收入总计 final current 41.25万元 decrease 12.67 23.51 previous-final",
      "支出总计 final current 43.43万元 decrease 25.70 37.18 previous-final",
    ]);
  });
});

describe("what narrows an item, or pays for it", () => {
  it("is no total: 国内公务接待费, 国(境)外公务接待费", () => {
    expect(
      said(
        "final",
        "公务接待费支出0.30万元。其中：国内公务接待支出0.30万元；国（境）外公务接待支出0万元。",
      ),
    ).toEqual([
      "three_public.reception final current 0.30万元",
      "国内公务接待支出 final current 0.30万元",
      "国(境)外公务接待支出 final current 0万元",
    ]);
  });

  it("does not replace it: 因公出国费2024年度财政拨款决算数", () => {
    expect(
      said("final", "因公出国（境）费2024年度财政拨款决算数为93.87万元，占“三公”经费的23.5%。"),
    ).toEqual([
      "three_public.overseas final current 93.87万元",
      "three_public.overseas share current 23.5",
    ]);
  });

  it("says what all of it is: 全部为公务用车运行费", () => {
    expect(
      said("final", "公务用车购置及运行费294万元，全部为公务用车运行费，与年初预算数一致。"),
    ).toEqual(["three_public.vehicle final current 294万元 none budget"]);
  });
});

describe("a budget and what was spent of it", () => {
  it("完成预算2万元的60% states the budget", () => {
    expect(
      said("final", "公务接待费支出决算为1.2万元，完成预算2万元的60%，比上年减少0.3万元。"),
    ).toEqual([
      "three_public.reception final current 1.2万元 decrease 0.3 previous-final",
      "three_public.reception budget current 2万元",
      "three_public.reception completion current 60",
    ]);
    expect(
      said("final", "公务接待费支出1.2万元，完成预算2万元的60%。比上年减少0.3万元，下降20%。")[0],
    ).toBe("three_public.reception final current 1.2万元 decrease 0.3 20 previous-final");
  });

  it("占总支出80万元的3% states what it is a share of", () => {
    expect(said("final", "公务接待费支出2.4万元，占“三公”经费支出80万元的3%。")).toEqual([
      "three_public.reception final current 2.4万元",
      "three_public final current 80万元",
      "three_public.reception share current 3",
    ]);
  });

  it("决算数大于预算数5万元 says by how much", () => {
    expect(said("final", "公务接待费支出15万元，决算数大于预算数5万元。")).toEqual([
      "three_public.reception final current 15万元",
      "three_public.reception claim current increase 5 budget",
    ]);
  });

  it("a second change is of what was spent, not of the budget stated before", () => {
    expect(
      said(
        "final",
        "“三公”经费预算为12万元，支出决算为9.6万元。“三公”经费支出决算比预算减少2.4万元，下降20%，比上年减少0.9万元。",
      ),
    ).toEqual([
      "three_public budget current 12万元",
      "three_public final current 9.6万元 decrease 2.4 20 budget",
      "three_public change current decrease 0.9 previous-final",
    ]);
  });

  it("费用支出 is of what was just stated", () => {
    expect(
      said(
        "final",
        "公务接待费1.18万元，主要用于来访。费用支出较年初预算数减少3.82万元，较上年支出数增加0.29万元。",
      ),
    ).toEqual([
      "three_public.reception final current 1.18万元 decrease 3.82 budget",
      "three_public.reception change current increase 0.29 previous-final",
    ]);
  });

  it("a heading says that its figures were spent", () => {
    const { statements } = read(["二、2023年“三公”经费决算情况", "2023年度公务接待费12.39万元。"]);
    expect(statements.map(({ measure, coordinates }) => [measure, coordinates.stage])).toEqual([
      ["final", "final"],
    ]);
  });
});

describe("a reason", () => {
  const reasons = (...paragraphs: string[]) =>
    read(["七、“三公”经费支出情况说明", ...paragraphs], "final").statements.map(
      ({ change, reason }) => [change, reason],
    );

  it("may come when its subject is named again", () => {
    expect(
      reasons(
        "公务接待费减少0.5万元，公务用车运行费增加1万元。公务接待费减少的主要原因是压减接待。",
      ),
    ).toEqual([
      ["decrease", "压减接待"],
      ["increase", undefined],
    ]);
  });

  it("ends where it is said that nothing changed", () => {
    expect(reasons("因公出国（境）费0万元，主要原因是本年无安排，与上年持平。")).toEqual([
      ["none", "本年无安排"],
    ]);
  });

  it("因公车改革 begins with 因, 因公出国 with a name", () => {
    expect(reasons("公务用车运行费比上年减少1万元，主要是因公车改革。")).toEqual([
      ["decrease", "公车改革"],
    ]);
    expect(reasons("“三公”经费比上年减少1万元，主要是因公出国任务减少。")).toEqual([
      ["decrease", "因公出国任务减少"],
    ]);
  });

  it("what for ends where a completion begins", () => {
    const [, completion, claim] = read(
      [
        "三、一般公共预算财政拨款支出决算情况",
        "教育支出15.95万元，主要用于人员经费和办公经费，完成年初预算98.6%，决算数小于预算数，主要原因：退休。",
      ],
      "final",
    ).statements;
    expect([completion?.measure, completion?.published]).toEqual(["completion", "98.6"]);
    expect([claim?.measure, claim?.change, claim?.reason]).toEqual(["claim", "decrease", "退休"]);
  });
});

describe("figures in a row", () => {
  it("are one for each of what was stated", () => {
    expect(
      said("final", "会议费支出5.6万元，培训费支出12.3万元，分别比上年减少2.1万元、4.5万元。"),
    ).toEqual([
      "meeting final current 5.6万元 decrease 2.1 previous-final",
      "training final current 12.3万元 decrease 4.5 previous-final",
    ]);
  });

  it("are of nothing where nobody says of what", () => {
    expect(said("final", "公务接待费5万元、7万元。")).toEqual([
      "three_public.reception final current 5万元",
    ]);
  });
});

describe("what is said of a list", () => {
  it("无公务用车购置费和因公出国费: there is none of either", () => {
    expect(said("budget", "公务接待费1万元，无公务用车购置费和因公出国（境）费。")).toEqual([
      "three_public.reception budget current 1万元",
      "three_public.vehicle.purchase budget current 无",
      "three_public.overseas budget current 无",
    ]);
  });

  it("其中购置费, 运行费 are those of the vehicles", () => {
    expect(
      said(
        "budget",
        "公务用车购置及运行费560万元，其中购置费60万元，运行费500万元，均与上年持平。",
      ),
    ).toEqual([
      "three_public.vehicle budget current 560万元",
      "three_public.vehicle.purchase budget current 60万元 none previous-budget",
      "three_public.vehicle.operation budget current 500万元 none previous-budget",
    ]);
  });

  it("no part grows by more than it is: the whole does", () => {
    const [whole, part] = under(
      "一、收入决算情况说明",
      "final",
      "2024年度收入总计562万元，其中年初结转和结余21万元，较2023年增加32万元，增长6.04%。",
    );
    expect(whole).toBe("收入总计 final current 562万元 increase 32 6.04 previous-final");
    expect(part).toBe("年初结转和结余 final current 21万元");
  });
});

describe("what is saved", () => {
  it("is so against the budget", () => {
    expect(said("final", "“三公”经费预算10万元，决算8.4万元，节约1.6万元，完成84%。")).toEqual([
      "three_public budget current 10万元",
      "three_public final current 8.4万元 decrease 1.6 budget",
      "three_public completion current 84",
    ]);
  });

  it("has no reason where 无 is printed for one", () => {
    const { statements } = read(
      ["七、“三公”经费支出情况说明", "公务接待费2万元，比上年减少1万元，主要原因为：无。"],
      "final",
    );
    expect(statements.map(({ change, reason }) => [change, reason])).toEqual([
      ["decrease", undefined],
    ]);
  });
});

it("the other side right behind a fund's, and a side that changes, are of that fund", () => {
  const said =
    "2024年财政拨款收入130.10万元、支出129.00万元，与上年相比，收入增加8.00万元、支出增加7.50万元。";
  const { statements } = read(["一、收支情况说明", said], "final");
  expect(
    statements.map(({ coordinates, changeMoney }) => [
      coordinates.flow,
      coordinates.fund,
      changeMoney?.published,
    ]),
  ).toEqual([
    ["income", "fiscal", "8.00"],
    ["expenditure", "fiscal", "7.50"],
  ]);
});

it("items without a unit that are all nothing are nothing each", () => {
  const { statements } = read(["三公经费情况", "因公出国（境）费、公务用车购置费均为0。"], "final");
  expect(statements.map(({ coordinates, money }) => [coordinates.item, money?.published])).toEqual([
    ["three_public.overseas", "0"],
    ["three_public.vehicle.purchase", "0"],
  ]);
});

it("a colon before a year ends a heading, one before a figure does not end a name", () => {
  const heading = "（三）增减变化情况：2024年收支预算46.47万元，比上年增加3.82万元。";
  const { statements } = read(["一、收支情况说明", heading, "人员经费合计：36.11万元。"]);
  expect(statements.map(({ subject, coordinates }) => [subject, coordinates.flow])).toEqual([
    ["收入", "income"],
    ["支出", "expenditure"],
    ["人员经费合计", "expenditure"],
  ]);
});
