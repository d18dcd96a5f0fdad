import type { Language, Message } from "../model/message.ts";
import { REASONS } from "../model/reasons.ts";
import { TABLE_NAMES } from "../taxonomy/tables/declarations.ts";
import type { Field } from "./dataset.ts";
import {
  CHANGE_TERMS,
  FLOW_TERMS,
  FUND_TERMS,
  ITEM_TERMS,
  KIND_TERMS,
  PERIOD_TERMS,
  PROCUREMENT_TERMS,
  PROJECT_TYPE_TERMS,
  SCOPE_TERMS,
  STAGE_TERMS,
  STATE_TERMS,
  STATUS_TERMS,
} from "./terms.ts";

/** The Chinese words of the ids that a field may have. */
const TERMS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ...{ flow: FLOW_TERMS, period: PERIOD_TERMS, stage: STAGE_TERMS, scope: SCOPE_TERMS },
  ...{ fund: FUND_TERMS, kind: KIND_TERMS, item: ITEM_TERMS, status: STATUS_TERMS },
  ...{ project_type: PROJECT_TYPE_TERMS, procurement: PROCUREMENT_TERMS, change: CHANGE_TERMS },
};

const YES_NO = { true: { zh: "是", en: "yes" }, false: { zh: "否", en: "no" } } as const;

/** The heading of a field, with the unit of its amounts. */
export function headingOf({ name, title, unit }: Field, language: Language): string {
  if (language === "zh") return unit && !title.includes(unit) ? `${title}（${unit}）` : title;
  const words = inWords(name.replace(/_yuan$/, ""));
  return unit ? `${words} (${UNITS[unit] ?? unit})` : words;
}

const UNITS: Readonly<Record<string, string>> = { 元: "CNY", 万元: "CNY 10,000" };

/** What a cell of a field says: ids in words, everything else as it is. */
export function wordsOf({ name, type, values }: Field, text: string, language: Language): string {
  if (text === "") return "";
  if (name === "table_id") return said(TABLE_NAMES, text, language);
  if (/(?:^|_)reason$/.test(name) && text.split(" ").every((id) => id in REASONS)) {
    const separator = language === "zh" ? "；" : "; ";
    return text
      .split(" ")
      .map((id) => said(REASONS, id, language))
      .join(separator);
  }
  if (type === "boolean") return said(YES_NO, text, language);
  const terms = /(?:^|_)state$/.test(name) ? STATE_TERMS : TERMS[name];
  if (!terms || !values) return text;
  return language === "zh" ? (terms[text] ?? text) : inWords(text);
}

function said(all: Readonly<Record<string, Message>>, id: string, language: Language): string {
  return all[id]?.[language] ?? id;
}

/** `carry_over.general_public` as `Carry over, general public`. */
function inWords(id: string): string {
  const words = id.replaceAll(".", ", ").replaceAll(/[_-]/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
