import { expect, test } from "vitest";
import { extractDocument } from "../../src/run/document.ts";

/** The national form of final accounts: the three public expenses beside what the office runs on. */
const FORM = `某县教育局2023年度部门决算
机构运行信息表
金额单位：万元
项目	预算数	统计数	项目	统计数
一、“三公”经费支出	—	—	二、机关运行经费	80.00
（一）支出合计	12.00	9.50	（一）行政单位	80.00
1.因公出国（境）费			（二）参照公务员法管理事业单位	
2.公务用车购置及运行维护费	8.00	7.00	三、资产信息	—
（1）公务用车购置费			（一）车辆数合计（辆）	3
（2）公务用车运行维护费	8.00	7.00	四、政府采购支出信息	—
3.公务接待费	4.00	2.50	（一）政府采购支出合计	60.00
（二）相关统计数	—	—	1.政府采购货物支出	60.00
`;

test("the three public expenses and the running costs stand in two lists of one table", async () => {
  const name = "某县教育局2023年度部门决算.txt";
  const { facts, checks } = await extractDocument({ name, bytes: new TextEncoder().encode(FORM) });
  expect(
    facts.map(({ table, stage, item, money }) => `${table} ${stage} ${item} ${money.published}`),
  ).toEqual([
    "three-public final operating_funds 80.00",
    "three-public budget three_public 12.00",
    "three-public final three_public 9.50",
    "three-public budget three_public.vehicle 8.00",
    "three-public final three_public.vehicle 7.00",
    "three-public budget three_public.vehicle.operation 8.00",
    "three-public final three_public.vehicle.operation 7.00",
    "three-public budget three_public.reception 4.00",
    "three-public final three_public.reception 2.50",
  ]);
  // What has no id is told; the number of cars is no money.
  const unplaced = checks.filter(({ check }) => check === "unplaced").map(({ found }) => found);
  expect(unplaced).toEqual(["80.00", "60.00", "60.00"]);
});

test("meetings and training after them are no part of the total above", async () => {
  const name = "某县教育局2023年度部门决算.txt";
  const more = `${FORM}二、会议费	—	1.10		\n三、培训费	—	2.20		\n`;
  const { facts } = await extractDocument({ name, bytes: new TextEncoder().encode(more) });
  const items = facts.map(({ item, money }) => `${item} ${money.published}`);
  expect(items).toContain("three_public 9.50");
  expect(items).toContain("meeting 1.10");
  expect(items).toContain("training 2.20");
  expect(items.filter((line) => line.startsWith("table_total"))).toEqual([]);
});
