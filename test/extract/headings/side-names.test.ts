import { expect, test } from "vitest";
import { extractDocument } from "../../../src/run/document.ts";

const ROWS = `一、一般公共预算拨款	425.26	一、一般公共服务支出	400.00	一、工资福利支出	300.00
二、政府性基金预算拨款	8.33	二、城乡社区支出	33.59	二、商品和服务支出	100.00
				三、对个人和家庭的补助	33.59
收入总计	433.59	支出总计	433.59	支出总计	433.59`;

/** The table above under some headings, of its first two lists or of all three. */
async function statusesUnder(headings: string): Promise<string[]> {
  const wide = Math.max(...headings.split("\n").map((line) => line.split("\t").length));
  const rows = ROWS.split("\n").map((row) => row.split("\t").slice(0, wide).join("\t"));
  const text = `某市档案局2016年部门预算\n部门收支总表\n单位：万元\n${headings}\n${rows.join("\n")}\n`;
  const bytes = new TextEncoder().encode(text);
  const { facts } = await extractDocument({ name: "某市档案局2016年部门预算.txt", bytes });
  return facts.map(({ flow, functionCode = "", economicCode = "", money, status }) =>
    [flow, functionCode || economicCode, money.published, status].filter(Boolean).join(" "),
  );
}

const TWO = [
  "income 425.26 proved",
  "expenditure 201 400.00 proved",
  "income 8.33 proved",
  "expenditure 212 33.59 proved",
  "income 433.59 proved",
  "expenditure 433.59 proved",
];

test.each([
  "收入\t预算数\t支出\t预算数",
  "收　入\t2016年预算\t支　出\t2016年预算",
  "收入\t金额\t支出（按功能分类）\t金额",
  "收入项目名称\t金额\t支出项目名称\t金额",
  "收入来源\t金额\t支出用途\t金额",
  "收入\t\t支出\t\n项目\t预算数\t按功能分类\t预算数",
])("the side stands over the names of its list: %j", async (headings) => {
  expect(await statusesUnder(headings)).toEqual(TWO);
});

const THREE = [
  ...["income 425.26 proved", "expenditure 201 400.00 proved", "expenditure 301 300.00 proved"],
  ...["income 8.33 proved", "expenditure 212 33.59 proved", "expenditure 302 100.00 proved"],
  ...["expenditure 303 33.59 proved"],
  ...["income 433.59 proved", "expenditure 433.59 proved", "expenditure 433.59 proved"],
];

test.each([
  "收入\t\t支出\t\t\t\n项目\t预算数\t支出功能分类科目\t预算数\t支出经济分类科目\t预算数",
  "收入\t预算数\t支出（按功能分类）\t预算数\t支出（按经济分类）\t预算数",
  "收入项目\t预算数\t支出功能分类（按大类）\t预算数\t部门预算支出经济分类（按大类）\t预算数",
  "收入项目\t预算数\t支出项目（按功能科目）\t预算数\t支出项目（按经济科目）\t预算数",
])("a third list may name the classes by economic nature: %j", async (headings) => {
  expect(await statusesUnder(headings)).toEqual(THREE);
});
