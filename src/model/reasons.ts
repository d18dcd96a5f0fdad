import type { Message } from "./message.ts";

/**
 * Why a figure is not `proved`: one id a reason, with what it says to a reader (contract section 6). Data, and published as
 * such: facts.csv has the ids, checks.csv and `inspect` the sentences.
 */
export const REASONS = {
  "no-sum": {
    zh: "没有任何两项以上的加总能印证这个数字",
    en: "no sum of two or more parts takes in this figure",
  },
  "column-unwitnessed": {
    zh: "没有任何一行的加总或其他表格能印证本列的含义",
    en: "no sum over the columns and no other table says what this column means",
  },
  "row-unwitnessed": {
    zh: "没有任何一列的加总或其他表格能印证本行的含义",
    en: "no sum down the columns and no other table says what this row is",
  },
  "heading-doubtful": {
    zh: "本列的表头缺失、错位或有歧义",
    en: "the heading of its column is lost, displaced or ambiguous",
  },
  "name-contradicts-code": {
    zh: "科目编码与印出的名称不是同一科目",
    en: "the code and the printed name are those of different subjects",
  },
  "unknown-code": {
    zh: "科目目录中没有这个编码",
    en: "the catalogue of subjects does not know its code",
  },
  "scale-doubtful": {
    zh: "金额单位存疑",
    en: "the unit of its amounts is in doubt",
  },
  "row-damaged": {
    zh: "本行或本表的单元格错位、破损",
    en: "cells of its row or table are displaced or damaged",
  },
  "lost-rows": {
    zh: "本合计之下缺少若干行",
    en: "rows are missing below the total that it takes part in",
  },
  "sentence-differs": {
    zh: "正文对同一数字的说法不同",
    en: "a sentence says another amount of this very figure",
  },
  "coordinates-twice": {
    zh: "同一含义下印有两个不同的金额",
    en: "two different amounts are printed at its coordinates",
  },
  moved: {
    zh: "这个数字原印在别的单元格，按等式移到此处",
    en: "it is printed in another cell, and was moved to where everything holds",
  },
  reread: {
    zh: "扫描识别的首选读数不满足等式，在识别给出的其他读数中只有这一个全部满足",
    en: "its first reading in the picture satisfies nothing; of the recogniser's other readings this one alone satisfies everything",
  },
  "sums-fail": {
    zh: "本表的加总大多不成立，或某个数字从未出现（字体可能误读）",
    en: "most sums of its table fail, or a digit never occurs in it: a font may give one digit for another",
  },
  "identity-fails": {
    zh: "它参与的等式不成立，且无法解释",
    en: "something that must hold with it fails, and nothing explains the failure",
  },
  "recognition-unsure": {
    zh: "扫描识别结果不确定",
    en: "the recognition of the scan is not sure of its digits",
  },
} as const satisfies Record<string, Message>;

export type ReasonId = keyof typeof REASONS;
