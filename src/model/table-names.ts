import type { Message } from "./message.ts";
import type { TableId } from "./table-ids.ts";

/** The name under which each standard table is shown to people; in English it stands before “table”. */
export const TABLE_NAMES: Record<TableId, Message> = {
  "income-expenditure-summary": { zh: "收支总表", en: "income and expenditure summary" },
  "income-summary": { zh: "收入总表", en: "income summary" },
  "expenditure-summary": { zh: "支出总表", en: "expenditure summary" },
  "appropriation-summary": { zh: "财政拨款收支总表", en: "appropriation summary" },
  "appropriation-expenditure": { zh: "财政拨款支出表", en: "appropriation expenditure" },
  "appropriation-basic": { zh: "财政拨款基本支出表", en: "appropriation basic expenditure" },
  "general-public-expenditure": {
    zh: "一般公共预算支出表",
    en: "general public budget expenditure",
  },
  "general-public-basic": {
    zh: "一般公共预算基本支出表",
    en: "general public budget basic expenditure",
  },
  "basic-expenditure-detail": { zh: "基本支出明细表", en: "basic expenditure detail" },
  "economic-classification": { zh: "支出经济分类汇总表", en: "economic classification" },
  "three-public": { zh: "三公经费支出表", en: "three-public expenditure" },
  "government-fund-expenditure": { zh: "政府性基金支出表", en: "government fund expenditure" },
  "state-capital-expenditure": {
    zh: "国有资本经营预算支出表",
    en: "state capital budget expenditure",
  },
  "project-expenditure": { zh: "项目支出表", en: "project expenditure" },
  "operating-funds": { zh: "机构运行经费表", en: "operating funds" },
  procurement: { zh: "政府采购表", en: "procurement" },
  "carry-over": { zh: "上年结转资金表", en: "carry-over" },
  assets: { zh: "固定资产占用情况表", en: "fixed assets" },
  "department-performance": { zh: "部门整体绩效目标表", en: "department performance" },
  "project-performance": { zh: "项目绩效目标表", en: "project performance" },
  "special-fund-performance": { zh: "专项资金绩效目标表", en: "special fund performance" },
  organisation: { zh: "部门机构设置情况", en: "organisation" },
};
