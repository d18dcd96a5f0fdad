import type { FileReason } from "../../model/errors.ts";
import type { Status } from "../../model/fact.ts";
import { REASONS } from "../../model/reasons.ts";
import { TABLE_NAMES } from "../../taxonomy/tables/declarations.ts";
import { STAGE_NAMES } from "../../taxonomy/words/stages.ts";
import {
  FLOW_TERMS,
  FUND_TERMS,
  ITEM_TERMS,
  KIND_TERMS,
  PERIOD_TERMS,
  PROCUREMENT_TERMS,
  PROJECT_TYPE_TERMS,
  STAGE_TERMS,
  STATUS_TERMS,
} from "../../write/terms.ts";
import { LANGUAGE, say, told } from "./language.ts";

type Terms = Readonly<Record<string, string>>;

const SCOPES: Terms = { department: "部门", unit: "单位", government: "本级汇总" };

/** An id in words: by its Chinese name, or in English by itself. An id that is not known stays as it is. */
function term(terms: Terms, id: string): string {
  if (LANGUAGE === "zh") return terms[id] ?? id;
  return id.replaceAll("_", " ").replaceAll(".", " › ");
}

export const statusTerm = (id: string) => term(STATUS_TERMS, id);
export const stageTerm = (id: string) => term(STAGE_NAMES, id);
export const figureStageTerm = (id: string) => term(STAGE_TERMS, id);
export const scopeTerm = (id: string) => term(SCOPES, id);
export const fundTerm = (id: string) => term(FUND_TERMS, id);
export const kindTerm = (id: string) => term(KIND_TERMS, id);
export const itemTerm = (id: string) => term(ITEM_TERMS, id);
export const procurementTerm = (id: string) => term(PROCUREMENT_TERMS, id);
export const flowTerm = (id: string) => term(FLOW_TERMS, id);
export const periodTerm = (id: string) => term(PERIOD_TERMS, id);
export const projectTypeTerm = (id: string) => term(PROJECT_TYPE_TERMS, id);

export function tableTerm(id: string): string {
  const names: Readonly<Record<string, { zh: string; en: string }>> = TABLE_NAMES;
  const name = names[id];
  return name ? told(name) : id;
}

export function reasonTerm(id: string): string {
  const reasons: Readonly<Record<string, { zh: string; en: string }>> = REASONS;
  const reason = reasons[id];
  return reason ? told(reason) : id;
}

/** From what is worst to what is best. */
export const STATUSES: readonly Status[] = ["conflict", "unproved", "stated", "repaired", "proved"];

/** A sign beside the colour, for who does not see it. */
export const SIGNS: Readonly<Record<string, string>> = {
  conflict: "!",
  unproved: "?",
  stated: "=",
  repaired: "~",
  proved: "✓",
};

/** `sum=3 same=1` in words. */
export function witnessTerm(checkedBy: string): string {
  const count = (name: string) => checkedBy.match(new RegExp(`\\b${name}=(\\d+)`))?.[1] ?? "0";
  const [sums, same] = [count("sum"), count("same")];
  return say(
    `成立的加总：${sums}；相等的他处：${same}`,
    `sums that hold: ${sums}; equal elsewhere: ${same}`,
  );
}

const FILE_REASONS: Readonly<Record<FileReason, string>> = {
  missing: say("文件不在", "it is not there"),
  permission: say("没有读取权限", "it may not be read"),
  unreadable: say("系统读不出", "the system does not give it out"),
  duplicate: say("与另一文件相同", "the same bytes as another file"),
  format: say(
    "不是可读的格式（PDF、Excel、Word、网页、文本）",
    "neither PDF, Excel, Word, web page nor text",
  ),
  empty: say("空文件", "it is empty"),
  encrypted: say("有密码", "it is encrypted"),
  damaged: say("文件损坏", "it is damaged"),
  "too-large": say("太大", "it is too large"),
  scan: say("是扫描件，没有文字层", "it is a scan without text"),
  "no-disclosure": say("不是部门预算或决算", "it is no budget or final account"),
  "no-department": say("看不出是哪个部门", "it does not say whose it is"),
  "no-year": say("看不出是哪一年", "it does not say of which year it is"),
  "no-unit": say("没有写金额单位", "it does not say in which unit its amounts are"),
  stopped: say("用时或内存超过上限", "it took too much time or memory"),
  unexpected: say("程序出错", "the program failed"),
};

/** Why a file gave nothing; empty for an id that is not known. */
export function fileReasonTerm(id: string): string {
  return (FILE_REASONS as Readonly<Record<string, string>>)[id] ?? "";
}
