import { oneOf, type Random, randomOfCase } from "../reconcile/random.ts";
import type { Habits } from "./lay-out.ts";
import type { Ledger } from "./ledger.ts";
import { type KeyStyle, ordinal, type TotalStyle } from "./tables/rows.ts";

/** The variant of one publisher: each choice is one that real publishers make. */
export interface Style {
  readonly keys: KeyStyle;
  readonly total: TotalStyle;
  readonly habits: Habits;
  /** What numbers a table, above its title. */
  readonly mark: (index: number) => string;
  readonly titled: (title: string) => string;
  readonly unitLine: string;
  readonly emptyNote: string;
  readonly one: <T>(things: readonly T[]) => T;
  readonly random: Random;
}

const KEYS: readonly KeyStyle[] = [
  ...(["code", "code", "indented", "whole", "deepest", "leaves"] as const),
  ...(["numbered", "name-first", "fused"] as const),
];

const MARKS: readonly Style["mark"][] = [
  () => "",
  (i) => `表${i + 1}`,
  (i) => `公开0${i + 1}表`,
  (i) => `附件${ordinal(i)}`,
  (i) => `预算0${i + 1}表`,
  (i) => `（${ordinal(i)}）`,
];

export function styleOf(seed: number, index: number, { stage, department, year }: Ledger): Style {
  const random = randomOfCase(seed + 1, index);
  const one: Style["one"] = (things) => {
    const thing = oneOf(things, random);
    if (thing === undefined) throw new Error("nothing to choose from");
    return thing;
  };
  const unit = random() < 0.75 ? "万元" : "元";
  return {
    keys: one(KEYS),
    total: random() < 0.8 ? "first" : "last",
    habits: {
      unit,
      zero: one(["", "", "0.00", "0", "-"] as const),
      separators: random() < 0.6,
      trimmed: random() < 0.2,
      numbered: stage === "final" ? random() < 0.7 : random() < 0.15,
      total: one(["合计", "合计", "总计", "合 计", "合\u3000\u3000计", "合计："]),
      negative: one(["-", "-", "－", "("] as const),
    },
    mark: one(MARKS),
    titled: one([
      (title) => title,
      (title) => `${year}年${title}`,
      (title) => `${department}${year}年${title}`,
      (title) => `${year}年度${title}`,
    ]),
    unitLine: one([`单位：${unit}`, `单位:${unit}`, `金额单位：${unit}`, `（单位：${unit}）`]),
    emptyNote: one([
      `注：${department}${year}年度无此项支出，故本表为空表。`,
      "本表无数据。",
      "说明：我单位没有此项安排的支出，故此表无数据。",
      "注：本部门无相关收支，空表列示。",
    ]),
    one,
    random,
  };
}
