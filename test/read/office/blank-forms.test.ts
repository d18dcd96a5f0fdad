import { describe, expect, it } from "vitest";
import { extractDocument } from "../../../src/run/document.ts";
import { sheet, type Value, workbook } from "./xlsx.ts";

const read = (rows: readonly (readonly Value[])[], merges: readonly string[] = []) =>
  extractDocument({ name: "2024年部门预算空表", bytes: workbook({ 表: sheet(rows, merges) }) });

/** Official forms as ministries hand them out: headings, names of rows, and nothing filled in. */
const FORMS: Readonly<Record<string, readonly (readonly Value[])[]>> = {
  部门收支总表: [
    ["部门公开表1"],
    ["部门收支总表"],
    ["部门：2024年部门预算", "", "", "单位：万元"],
    ["收入", "", "支出", ""],
    ["项目", "预算数", "项目", "预算数"],
    ["一、一般公共预算拨款收入", "", "一、一般公共服务支出", ""],
    ["二、政府性基金预算拨款收入", "", "二、外交支出", ""],
    ["本年收入合计", "", "本年支出合计", ""],
    ["上年结转", "", "结转下年", ""],
    ["收入总计", "", "支出总计", ""],
  ],
  一般公共预算支出表: [
    ["部门公开表5"],
    ["一般公共预算支出表"],
    ["部门：2024年部门预算", "", "", "", "单位：万元"],
    ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
    ["201", "一般公共服务支出", "", "", ""],
    ["20101", "人大事务", "", "", ""],
    ["", "合计", "", "", ""],
  ],
  "一般公共预算“三公”经费支出表": [
    ["部门公开表7"],
    ["一般公共预算“三公”经费支出表"],
    ["部门：2024年部门预算", "", "", "", "", "单位：万元"],
    ["合计", "因公出国（境）费", "公务用车购置及运行费", "", "", "公务接待费"],
    ["", "", "小计", "公务用车购置费", "公务用车运行费", ""],
    ["", "", "", "", "", ""],
  ],
};

describe("a blank form", () => {
  it.each(Object.entries(FORMS))("of %s gives no figure, and is told as one", async (_, rows) => {
    const made = read([["泾县文化馆2024年部门预算"], ...rows]);
    const { facts, tables, checks } = await made;
    expect(facts).toEqual([]);
    expect(tables).toHaveLength(1);
    expect(checks.map(({ message }) => message.zh).join("\n")).toMatch(/没有任何数据/);
  });
});
