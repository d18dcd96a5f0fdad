import { expect, test } from "vitest";
import { document, drawn } from "../extract/blocks.ts";
import { readingsOf } from "./readings.ts";

const figures = (...parts: Parameters<typeof document>) => readingsOf(document(...parts)).figures;

test("within a table of one budget this year's income is that budget's, in a row as in a column", () => {
  const table = drawn(`
    收入 | < | 支出 | < | < | <
    项目 | 预算数 | 支出功能分科目（按大类） | 预算数 | 部门经济科目（按大类） | 预算数
    一、政府性基金拨款 | 9 | 一、城乡社区支出 | 9 | 一、专项业务经费支出 | 9
    | | | | 资本性支出 | 9
    本年收入合计 | 9 | 本年支出合计 | 9 | 本年支出合计 | 9`);
  expect(figures("政府性基金收支表", "单位：万元", table)).toEqual([
    "一、政府性基金拨款 | in government_fund | 9 万元",
    "212 一、城乡社区支出 | out government_fund | 9 万元",
    "一、专项业务经费支出 | out government_fund project | 9 万元",
    "310 资本性支出 | out government_fund project | 9 万元",
    "本年收入合计 | in government_fund | 9 万元",
    "本年支出合计 | out government_fund current | 9 万元",
    "本年支出合计 | out government_fund current | 9 万元",
  ]);
});

test("a list of projects may tell their income and what is left of them (财决 项目收入支出决算表)", () => {
  const table = drawn(`
    项目 | < | 年初结转和结余 | 本年收入 | < | 本年支出 | < | 年末结转和结余
    科目编码 | 项目名称 | ^ | 合计 | 其中：财政拨款收入 | 合计 | 其中：财政拨款支出 | ^
    栏次 | | 1 | 2 | 3 | 4 | 5 | 6
    合计 | | 2 | 9 | 8 | 10 | 9 | 1
    2070109 | 图书购置 | 2 | 9 | 8 | 10 | 9 | 1`);
  expect(figures("项目收入支出决算表", "单位：万元", table).slice(6)).toEqual([
    "2070109 图书购置 | in final carry_over project | 2 万元",
    "2070109 图书购置 | in final current project | 9 万元",
    "2070109 图书购置 | in final fiscal project | 8 万元",
    "2070109 图书购置 | out final project | 10 万元",
    "2070109 图书购置 | out final fiscal project | 9 万元",
    "2070109 图书购置 | out final carried_forward.project | 1 万元",
  ]);
});

test("科目编码 are of the classification that all of them are of, in lists side by side", () => {
  const table = drawn(`
    科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数
    302 | 商品和服务支出 | 7 | 30211 | 差旅费 | 4 | 310 | 资本性支出 | 2
    30201 | 办公费 | 3 | 30299 | 其他商品和服务支出 | | 31002 | 办公设备购置 | 2
    合计 | | | | | | | | 9`);
  expect(figures("一般公共预算财政拨款项目支出决算明细表", "单位：万元", table)).toEqual([
    "302 商品和服务支出 | out final general_public project | 7 万元",
    "30211 差旅费 | out final general_public project | 4 万元",
    "310 资本性支出 | out final general_public project | 2 万元",
    "30201 办公费 | out final general_public project | 3 万元",
    "31002 办公设备购置 | out final general_public project | 2 万元",
    "合计 | out final general_public project | 9 万元",
  ]);
});

test("a type of project that has no id is no part of the project's name", () => {
  const table = drawn(`
    项目类型 | 项目名称 | 项目单位 | 合计
    合计 | | | 5
    常年性项目 | 图书购置 | 某市图书馆 | 5`);
  expect(figures("项目支出表", "单位：万元", table)).toEqual([
    "合计 | out project | 5 万元",
    "某市图书馆 图书购置 | out project | 5 万元",
  ]);
});

test("部门预算 heads all money of the year (陕西)", () => {
  const table = drawn(`
    收入 | < | 支出 | <
    项目 | 预算数 | 项目 | 预算数
    一、部门预算 | 9 | 一、部门预算 | 9
    1、财政拨款 | 9 | 1、教育支出 | 9
    收入总计 | 9 | 支出总计 | 9`);
  expect(figures("部门综合预算收支总表", "单位：万元", table).slice(0, 3)).toEqual([
    "一、部门预算 | in current | 9 万元",
    "一、部门预算 | out current | 9 万元",
    "1、财政拨款 | in fiscal | 9 万元",
  ]);
});

test("rows of years whose column is called 年度, with the words that headings have", () => {
  const table = drawn(`
    年度 | 合计 | 因公出国（境）费 | 公务接待费
    2023年预算数 | 9 | 4 | 5
    2024年预算数 | 8 | 4 | 4`);
  expect(figures("“三公”经费支出表", "单位：万元", table)).toEqual([
    "2023年预算数 | out previous three_public | 9 万元",
    "2023年预算数 | out previous three_public.overseas | 4 万元",
    "2023年预算数 | out previous three_public.reception | 5 万元",
    "2024年预算数 | out three_public | 8 万元",
    "2024年预算数 | out three_public.overseas | 4 万元",
    "2024年预算数 | out three_public.reception | 4 万元",
  ]);
});

test("the same expenditure by function, and by kind and class (财决01), under an empty row of column numbers", () => {
  const table = drawn(`
    收入 | < | 支出 | < | < | <
    项目 | 全年预算数 | 项目（按功能分类） | 决算数 | 项目（按支出性质和经济分类） | 决算数
    栏次 | | 栏次 | | 栏次 |
    一、一般公共预算财政拨款收入 | 9 | 一、教育支出 | 9 | 一、项目支出 | 9
    | | | | 经济分类支出合计 | 9
    | | | | 一、工资福利支出 | 9`);
  expect(figures("收入支出决算总表", "单位：万元", table)).toEqual([
    "一、一般公共预算财政拨款收入 | in adjusted general_public | 9 万元",
    "205 一、教育支出 | out final | 9 万元",
    "一、项目支出 | out final project | 9 万元",
    "经济分类支出合计 | out final current | 9 万元",
    "301 一、工资福利支出 | out final | 9 万元",
  ]);
});

test("合计 below 序号 names its row", () => {
  const table = drawn(`
    序号 | 项目名称 | 合计
    合计 | | 5
    1 | 图书购置 | 5`);
  expect(figures("项目支出决算表", "单位：万元", table)).toEqual([
    "合计 | out final project | 5 万元",
    "图书购置 | out final project | 5 万元",
  ]);
});
