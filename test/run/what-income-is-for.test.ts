import { expect, test } from "vitest";
import { extractDocument } from "../../src/run/document.ts";

async function figuresOf(name: string, text: string): Promise<string[]> {
  const { facts } = await extractDocument({ name, bytes: new TextEncoder().encode(text) });
  return facts.map(({ flow, fund, kind, procurement, money, status }) =>
    [flow, fund, kind, procurement, money.published, status].filter(Boolean).join(" "),
  );
}

test("what is left of last year is told by what it was for, in rows", async () => {
  const text = `某市水务局2016年部门决算
收入支出决算总表
单位：元
收入	金额	支出	金额
一、财政拨款收入	425.26	一、农林水支出	420.00
二、其他收入	8.33
本年收入合计	433.59	本年支出合计	420.00
年初结转和结余	776.47	年末结转和结余	790.06
基本支出结转	739.47	基本支出结转	700.00
项目支出结转和结余	37.00	项目支出结转和结余	90.06
经营结余	0.00
总计	1,210.06	总计	1,210.06
`;
  const figures = await figuresOf("某市水务局2016年部门决算.txt", text);
  expect(figures).toEqual(
    expect.arrayContaining([
      "income carry_over 776.47 proved",
      "income carry_over basic 739.47 proved",
      "income carry_over project 37.00 proved",
      "income carry_over business 0.00 proved",
      "expenditure total carried_forward.basic 700.00 proved",
      "expenditure total carried_forward.project 90.06 proved",
    ]),
  );
});

test("income and expenditure may each be printed by kind, in one table", async () => {
  const text = `某市水务局2022年部门决算
一般公共预算财政拨款收入支出决算表
单位：万元
科目编码	科目名称	年初结转和结余			本年收入			本年支出			年末结转和结余
		合计	基本支出结转	项目支出结转和结余	合计	基本支出	项目支出	合计	基本支出	项目支出	合计	基本支出结转	项目支出结转和结余
合计		30.00	10.00	20.00	300.00	180.00	120.00	310.00	185.00	125.00	20.00	5.00	15.00
213	农林水支出	30.00	10.00	20.00	300.00	180.00	120.00	310.00	185.00	125.00	20.00	5.00	15.00
21303	水利	30.00	10.00	20.00	300.00	180.00	120.00	310.00	185.00	125.00	20.00	5.00	15.00
`;
  const figures = await figuresOf("某市水务局2022年部门决算.txt", text);
  expect(figures.slice(0, 12)).toEqual([
    "income carry_over.general_public 30.00 proved",
    "income carry_over.general_public basic 10.00 proved",
    "income carry_over.general_public project 20.00 proved",
    "income general_public 300.00 proved",
    "income general_public basic 180.00 proved",
    "income general_public project 120.00 proved",
    "expenditure general_public current 310.00 proved",
    "expenditure general_public basic 185.00 proved",
    "expenditure general_public project 125.00 proved",
    "expenditure general_public carried_forward 20.00 proved",
    "expenditure general_public carried_forward.basic 5.00 proved",
    "expenditure general_public carried_forward.project 15.00 proved",
  ]);
});

test("what is bought may be said by columns", async () => {
  const text = `某市水务局2024年部门预算
政府采购预算表
单位：万元
采购项目名称	合计	货物	工程	服务
合计	150.50	80.50	40.00	30.00
办公设备	80.50	80.50
泵站改造	40.00		40.00
物业	30.00			30.00
`;
  const figures = await figuresOf("某市水务局2024年部门预算.txt", text);
  expect(figures).toEqual([
    "expenditure total total 150.50 proved",
    "expenditure total total goods 80.50 proved",
    "expenditure total total works 40.00 proved",
    "expenditure total total services 30.00 proved",
    "expenditure total total 80.50 proved",
    "expenditure total total goods 80.50 proved",
    "expenditure total total 40.00 proved",
    "expenditure total total works 40.00 proved",
    "expenditure total total 30.00 proved",
    "expenditure total total services 30.00 proved",
  ]);
});
