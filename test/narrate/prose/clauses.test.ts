import { describe, expect, it } from "vitest";
import type { Stage } from "../../../src/model/coordinates.ts";
import type { NarrativeStatement } from "../../../src/narrate/prose/statements.ts";
import { read } from "./read.ts";

/** Subject, measure, year, amount, change and its base: what a clause decides. */
function clause(one: NarrativeStatement): string {
  const amount = one.money
    ? one.money.published + one.money.unit
    : (one.published ?? "") + (one.unit ?? "");
  const change = [one.change, one.changeMoney?.published, one.changePercent, one.base];
  return [one.subject, one.measure, one.period, amount, ...change].filter(Boolean).join(" ");
}
const clauses = (stage: Stage, ...paragraphs: string[]): string[] =>
  read(["七、“三公”经费支出情况说明", ...paragraphs], stage).statements.map(clause);
const unread = (text: string): string[] =>
  read([text], "final").unread.map(({ message }) => message.en.split(":")[0] ?? "");

describe("a measure belongs to the clause of its figure", () => {
  it("公共预算 and a title in 《》 are none", () => {
    expect(
      clauses("final", "我局“三公”经费公共预算财政拨款支出60.00万元，其中公务接待费10.00万元。"),
    ).toEqual([
      "“三公”经费公共预算财政拨款支出 final current 60.00万元",
      "公务接待费 final current 10.00万元",
    ]);
    expect(
      clauses(
        "final",
        "严格执行《云山市预算执行办法》，全年三公经费开支60.00万元，其中公务接待费10.00万元。",
      ),
    ).toEqual(["三公经费 final current 60.00万元", "公务接待费 final current 10.00万元"]);
  });

  it("a budget that is compared with is not that of the parts", () => {
    expect(
      clauses(
        "final",
        "公务用车购置及运行费支出80.00万元，较年初预算减少20%，其中：公务用车购置费30.00万元，公务用车运行费50.00万元。",
      ),
    ).toEqual([
      "公务用车购置及运行费支出 final current 80.00万元 decrease 20 budget",
      "公务用车购置费 final current 30.00万元",
      "公务用车运行费 final current 50.00万元",
    ]);
  });

  it("parts are of the measure of their whole, over sentences too", () => {
    expect(
      clauses(
        "final",
        "“三公”经费支出年初预算为9万元，其中：公务接待费支出4万元；公务用车运行费支出5万元。",
        "“三公”经费预算为9万元，全年实际支出“三公经费”决算为6万元。其中公务接待费为2万元，占33.33%；公务用车运行费为4万元。",
      ),
    ).toEqual([
      "“三公”经费支出 budget current 9万元",
      "公务接待费支出 budget current 4万元",
      "公务用车运行费支出 budget current 5万元",
      "“三公”经费 budget current 9万元",
      "三公经费 final current 6万元",
      "公务接待费 final current 2万元",
      "公务接待费 share current 33.33%",
      "公务用车运行费 final current 4万元",
    ]);
  });

  it("支出 without a measure is what was spent, whatever stands before it", () => {
    expect(clauses("final", "年初预算为5.00万元，公务接待费支出3.00万元。").at(-1)).toBe(
      "公务接待费支出 final current 3.00万元",
    );
  });
});

describe("a change has its base", () => {
  it.each<[Stage, string, string]>([
    ["budget", "与2023年预算相比，增加1万元", "increase 1 previous-budget"],
    ["budget", "比上年增加1万元，增长12.5%", "increase 1 12.5 previous-budget"],
    ["budget", "比2023年预算执行数减少10%", "decrease 10 previous-final"],
    ["budget", "同比减少1万元", "decrease 1 previous-budget"],
    ["budget", "比上年预算增加（减少）0万元", "none 0 previous-budget"],
    ["final", "比上年增加1万元", "increase 1 previous-final"],
    ["final", "与2024年度预算相比，减少2.00万元，下降20%", "decrease 2.00 20 budget"],
    ["final", "比预算无增减变化", "none budget"],
    ["final", "比2019年增加1万元", "increase 1"],
  ])("%s: 公务接待费9万元，%s", (stage, words, change) => {
    const [first] = clauses(stage, `公务接待费9万元，${words}。`);
    expect(first).toBe(`公务接待费 ${stage} current 9万元 ${change}`);
  });

  it("two bases are two changes", () => {
    expect(
      clauses("final", "公务接待费支出决算为9万元，比预算增加0万元，比去年增加1万元，增长12.5%。"),
    ).toEqual([
      "公务接待费支出 final current 9万元 none 0 budget",
      "公务接待费支出 change current increase 1 12.5 previous-final",
    ]);
    expect(clauses("final", "公务接待费支出决算比预算无增减变化，比去年无增减变化。")).toEqual([
      "公务接待费支出 change current none budget",
      "公务接待费支出 change current none previous-final",
    ]);
  });

  it("parts change from the base of their whole", () => {
    expect(
      clauses(
        "final",
        "“三公”经费支出决算比上年减少5.00元。其中：公务接待费支出决算减少3.00元，下降9%。",
      ),
    ).toEqual([
      "“三公”经费支出 change current decrease 5.00 previous-final",
      "公务接待费支出 change current decrease 3.00 9 previous-final",
    ]);
  });

  it("each of all that was stated changes", () => {
    expect(
      clauses("final", "收入总计80万元，支出总计80万元，与2023年度相比各增加10万元。"),
    ).toEqual([
      "收入总计 final current 80万元 increase 10 previous-final",
      "支出总计 final current 80万元 increase 10 previous-final",
    ]);
  });

  it("an amount in the comparison is of the year before", () => {
    expect(clauses("final", "公务接待费支出6万元，比上年支出7万元减少1万元，下降14.29%。")).toEqual(
      [
        "公务接待费支出 final current 6万元 decrease 1 14.29 previous-final",
        "公务接待费支出 final previous 7万元",
      ],
    );
  });
});

describe("what is no statement", () => {
  it("a difference between two figures", () => {
    expect(unread("公务接待费支出5万元，年初预算为6万元，差值为1万元。")).toEqual([
      "the narrative's 1万元 is the difference of two figures",
    ]);
  });

  it.each([
    "财政拨款支出安排数与《一般公共预算基本支出表》的“商品和服务支出”数一致。",
    "收入数应与《收支总表》收入数一致。",
  ])("%s", (text) => {
    expect(read([text]).statements).toEqual([]);
  });
});

describe("the deepest subject", () => {
  const codes = (...texts: string[]) =>
    read(["五、支出情况说明", ...texts]).statements.map((one) => one.coordinates.functionCode);

  it.each([
    ["公共安全支出（204类）司法（06款）行政运行（01项）16.00万元。", "2040601"],
    ["小学教育（2050202）12.00万元。", "2050202"],
    ["教育支出类科目 58,000.00 元，占支出总预算82.27%。", "205"],
    ["人大事务行政运行（项）支出9.00万元。", "2010101"],
  ])("%s", (text, code) => {
    expect(codes(text)[0]).toBe(code);
  });
});

describe("figures under one unit", () => {
  it("are each of its own part", () => {
    const { statements } = read(["一、收支说明", "收、支总计各是125.49,143.91万元。"], "final");
    expect(statements.map(({ subject, money }) => [subject, money?.published])).toEqual([
      ["收入总计", "125.49"],
      ["支出总计", "143.91"],
    ]);
  });
});

describe("names", () => {
  it("“三公”支出 is no expenditure at large, 人员类项目支出 no project expenditure", () => {
    const coordinates = (text: string) =>
      read(["一、收支说明", text], "final").statements.map((one) => one.coordinates);
    expect(coordinates("“三公”支出合计为9615.12万元。")[0]?.item).toBe("three_public");
    expect(coordinates("其中：人员类项目支出3193.61万元。")[0]?.kind).toBeUndefined();
  });
});

describe("reasons", () => {
  it("end where the next one is announced", () => {
    const text =
      "公务用车运行费减少0.47万元，公务接待费增加0.58万元。公务用车运行费减少的主要原因是减少车辆使用，公务接待费增加的主要原因是调研增多。";
    const found = read(["七、“三公”经费支出情况说明", `“三公”经费比上年增加。${text}`], "final");
    expect(found.statements.map(({ reason }) => reason).filter(Boolean)).toEqual([
      "减少车辆使用",
      "调研增多",
    ]);
  });

  it("are of the subject that is named again by a part of its name", () => {
    const text =
      "“三公”经费35万元，比上年减少2.28万元，其中：公务接待费30万元，比上年减少2万元。接待费减少的原因主要是厉行节约。";
    const found = read(["七、“三公”经费支出情况说明", text], "final").statements;
    expect(found.map(({ subject, reason }) => [subject, reason])).toEqual([
      ["“三公”经费", undefined],
      ["公务接待费", "厉行节约"],
    ]);
  });

  const reasons = (text: string) =>
    read(["一、收支说明", text]).statements.map((one) => one.reason);

  it("go on in later sentences", () => {
    expect(
      reasons("基本支出20万元，比上年增加2万元。增加原因，一是工资调整。二是新增人员。")[0],
    ).toBe("一是工资调整；二是新增人员");
  });

  it("may begin with 因公", () => {
    expect(reasons("因公出国（境）费0万元，与上年持平，主要原因是因公出国任务不变。")[0]).toBe(
      "因公出国任务不变",
    );
  });

  it("change what stands behind the verb or the figure, not what stands before it", () => {
    const changes = read([
      "一、收支说明",
      "项目支出30万元，比上年增加9万元，主要原因是增加了档案扫描专项经费5万元，南山分馆增加了4万元的修缮费预算，租金压减10%，增减相抵后增加9万元。",
    ]).statements.map((one) => `${one.subject} ${one.change} ${one.changeMoney?.published}`);
    expect(changes).toEqual([
      "项目支出 increase 9",
      "档案扫描专项经费 increase 5",
      "修缮费 increase 4",
      "租金 decrease undefined",
    ]);
  });
});

describe("an item that there is none of", () => {
  it.each([
    ["2024年未安排因公出国（境）费。", "因公出国(境)费 final current 无"],
    ["因公出国（境）费用没有，原因是压减开支。", "因公出国(境)费用 final current 无"],
    ["2024年无公务接待费支出。", "公务接待费支出 final current 无"],
  ])("%s", (text, clause) => {
    expect(clauses("final", text)).toEqual([clause]);
  });

  it("is not stated by a reason or a count", () => {
    expect(clauses("final", "公务接待费0万元，与上年持平，原因是无公务接待支出。")).toHaveLength(1);
    expect(clauses("final", "无因公出国（境）人数，公务用车保有量为2辆。")).toEqual([
      "公务用车保有量 count current 2辆",
    ]);
  });
});

describe("counts", () => {
  it("have a number and what it counts, with or without a heading", () => {
    const { statements } = read(
      [
        "2024年公务用车购置数1辆，公务用车保有量为3辆；国内公务接待41批次，520人次。",
        "因公出国（境）团组0个，累计0人次。国内公务接待批次为52个，接待人次为420人。",
      ],
      "final",
    );
    expect(statements.map((one) => [one.topic, one.count, one.measureUnit].join(" "))).toEqual([
      ...[
        "three-public 1 辆",
        "three-public 3 辆",
        "three-public 41 批次",
        "three-public 520 人次",
      ],
      ...[
        "three-public 0 团组",
        "three-public 0 人次",
        "three-public 52 批次",
        "three-public 420 人次",
      ],
    ]);
  });
});
