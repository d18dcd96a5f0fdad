import { type Doubt, doubt, type Evidence } from "./doubt.ts";

/** Figures of which the narrative says something else, and no other table has them. */
export function contradictedBySentences({ ledger, confirmed, hearing }: Evidence): Doubt[] {
  const { contradicted, scaled } = hearing;
  return [
    ...doubt(
      "sentence-differs",
      "正文对这个数字另有说法，其他表也未印证",
      "a sentence says another amount of it, and no other table has it",
      [...contradicted].filter((entry) => !confirmed.has(entry)),
    ),
    ...doubt(
      "scale-doubtful",
      "正文的多个数字与本表相差同一个十的整数次方，金额单位存疑",
      "several sentences differ from its table by the same power of ten: the unit is in doubt",
      ledger.entries.filter(({ table }) => scaled.has(table)),
    ),
  ];
}
